package app

import (
	"encoding/json"
	"io"
)

// hotspotPoint is the GeoJSON of one row: names of the machine file, a point inside the estate.
type hotspotPoint struct {
	Type       string         `json:"type"`
	Geometry   *pointGeometry `json:"geometry"`
	Properties hotspotFacts   `json:"properties"`
}

type pointGeometry struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"`
}

type hotspotFacts struct {
	EstateID     string   `json:"estate_id"`
	Name         string   `json:"name"`
	Subdistrict  string   `json:"subdistrict"`
	Community    string   `json:"community,omitempty"`
	Item         string   `json:"item,omitempty"`
	ItemName     string   `json:"item_name,omitempty"`
	Occurrences  int      `json:"occurrences"`
	ScoredRounds int      `json:"scored_rounds"`
	Frequent     bool     `json:"frequent"`
	Prone        bool     `json:"prone"`
	Burden       float64  `json:"burden"`
	GiZ          *float64 `json:"gi_z"`
	GiP          *float64 `json:"gi_p"`
	GiClass      *string  `json:"gi_class"`
	Course       string   `json:"course"`
	Responsible  string   `json:"responsible,omitempty"`
	LastSeen     string   `json:"last_seen,omitempty"`
	DueOn        string   `json:"due_on,omitempty"`
	Status       string   `json:"status,omitempty"` // open, done, recheck, overdue
}

// writePoints writes rows as GeoJSON.
func (d *rectified) writePoints(w io.Writer, rows []rectifiedRow) error {
	p, a := d.p, d.a
	features := make([]hotspotPoint, 0, len(rows))
	for i := range rows {
		r := &rows[i]
		e, h, v := &p.book.Estates[r.estate], &a.Estates[r.estate], &a.Clusters[r.estate]
		f := hotspotPoint{Type: "Feature", Properties: hotspotFacts{
			EstateID: e.ID, Name: p.district.Estates.Name[r.estate], Subdistrict: e.Subdistrict, Community: e.Community,
			Occurrences: h.Occurrences, ScoredRounds: h.ScoredRounds, Burden: h.Burden, Course: string(a.Courses[r.estate]),
		}}
		if p.areaM2[r.estate] > 0 {
			c := &p.district.Estates
			f.Geometry = &pointGeometry{"Point", [2]float64{c.Lon[r.estate], c.Lat[r.estate]}}
		}
		if r.item != nil {
			to := &f.Properties
			to.Item, to.ItemName, to.Occurrences = r.item.Code, p.items[r.item.Code].Name, r.item.Occurrences
			to.Frequent, to.Prone = r.item.Frequent, r.item.Prone
			to.Responsible, to.LastSeen = p.responsible(r.hotspotRow, r.company).ZH, r.lastSeen.String()
			to.DueOn, to.Status = r.due.String(), r.word()
		}
		if v.Known {
			class := string(v.Class)
			f.Properties.GiZ, f.Properties.GiP, f.Properties.GiClass = &v.Z, &v.P, &class
		}
		features = append(features, f)
	}
	return json.NewEncoder(w).Encode(struct {
		Type     string         `json:"type"`
		Features []hotspotPoint `json:"features"`
	}{"FeatureCollection", features})
}
