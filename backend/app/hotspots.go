package app

import (
	"io"
	"math"
	"strconv"

	"estateatlas/backend/export"
	"estateatlas/backend/hotspot"
)

var hotspotColumns = []export.Column{
	colEstate,
	{Name: "item", Chinese: "扣分项"},
	{Name: "occurrences", Chinese: "发生轮次"},
	{Name: "scored_rounds", Chinese: "参评轮次"},
	{Name: "frequent", Chinese: "频发"},
	{Name: "prone", Chinese: "易发"},
	{Name: "burden", Chinese: "负担"},
	{Name: "gi_z", Chinese: "Gi* z"},
	{Name: "gi_p", Chinese: "Gi* p"},
	{Name: "gi_class", Chinese: "聚集类别"},
}

// WriteHotspots writes the rectification list as CONTRACT.md says for `hotspots --machine`; all adds a row with an empty item
// for every estate scored in the window that is not on the list.
func WriteHotspots(w io.Writer, a *hotspot.Analysis, estateID func(place int) string, all bool) error {
	var rows [][]string
	add := func(estate int, item string, occurrences int, frequent, prone bool) {
		h, v := &a.Estates[estate], &a.Clusters[estate]
		row := []string{
			estateID(estate), item, strconv.Itoa(occurrences), strconv.Itoa(h.ScoredRounds),
			strconv.FormatBool(frequent), strconv.FormatBool(prone), sixDecimals(h.Burden), "", "", "",
		}
		if v.Known {
			row[7], row[8], row[9] = sixDecimals(v.Z), sixDecimals(v.P), string(v.Class)
		}
		rows = append(rows, row)
	}
	for _, r := range a.List() {
		it := &a.Estates[r.Estate].Items[r.Item]
		add(r.Estate, it.Code, it.Occurrences, it.Frequent, it.Prone)
	}
	if all {
		for _, e := range a.Rest() {
			add(e, "", a.Estates[e].Occurrences, false, false)
		}
	}
	sortRows(rows)
	return export.WriteTable(w, export.ForMachines, hotspotColumns, rows)
}

// sixDecimals never writes a minus before zeros only.
func sixDecimals(v float64) string {
	if math.Abs(v) < 0.5e-6 {
		v = 0
	}
	return strconv.FormatFloat(v, 'f', 6, 64)
}
