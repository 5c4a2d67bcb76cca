package app_test

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"estateatlas/backend/app"

	"github.com/xuri/excelize/v2"
)

// TestTheListOfARunIsTheRunOnScreen as CSV, as a workbook and on paper.
func TestTheListOfARunIsTheRunOnScreen(t *testing.T) {
	a := openDemo(t)
	d, err := a.District()
	must(t, d, err)
	ask := app.ProxyAsk{Within: "prefer_subdistrict", MaxDistanceM: 500, Capacity: true, EachCapacity: 12, Barriers: true}
	run, err := a.ProxyRun(ask)
	must(t, run, err)
	name := map[int64]string{}
	for i, fid := range d.Estates.FID {
		name[fid] = d.Estates.Name[i]
	}
	_, data := fetch(t, a, app.ExportAsk{What: "proxy", Format: "csv", Lang: "zh", Proxy: &ask})
	rows := rowsOf(t, data)
	at := map[string]int{}
	for i, head := range rows[0] {
		at[head] = i
	}
	if len(rows) != len(run.Rows)+1 {
		t.Fatalf("%d rows, the run has %d", len(rows)-1, len(run.Rows))
	}
	for i, r := range run.Rows {
		cells := rows[i+1]
		if cells[at["散片小区"]] != name[r.FID] || cells[at["依据"]] != r.Why.ZH || (cells[at["跨阻隔"]] == "是") != r.Crosses {
			t.Errorf("%q, want %+v", cells, r)
		}
		if company := cells[at["方案企业"]]; r.Company >= 0 && company != d.Companies[r.Company].Name || r.Company < 0 && company != "" {
			t.Errorf("company %q, want place %d", company, r.Company)
		}
		if distance := cells[at["距离（米）"]]; r.DistanceM >= 0 && distance != strconv.FormatFloat(r.DistanceM, 'f', 1, 64) {
			t.Errorf("%q m, want %f", distance, r.DistanceM)
		}
		if host := cells[at["代管依托小区"]]; r.HostFID != 0 && host != name[r.HostFID] {
			t.Errorf("host %q, want %s", host, name[r.HostFID])
		}
	}
	_, data = fetch(t, a, app.ExportAsk{What: "proxy", Format: "xlsx", Lang: "zh", Proxy: &ask, FIDs: []int64{run.Rows[1].FID, run.Rows[0].FID}})
	book, err := excelize.OpenReader(bytes.NewReader(data))
	must(t, book, err)
	sheet, err := book.GetRows(book.GetSheetName(0))
	must(t, sheet, err)
	text := ""
	for _, row := range sheet {
		text += strings.Join(row, "|") + "\n"
	}
	if first, second := strings.Index(text, name[run.Rows[1].FID]), strings.Index(text, name[run.Rows[0].FID]); first < 0 || second < first {
		t.Errorf("the chosen two in their order:\n%s", text)
	}
	_, data = fetch(t, a, app.ExportAsk{What: "proxy", Format: "pdf", Lang: "zh", Proxy: &ask})
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		t.Errorf("%q is no PDF", data[:8])
	}
}
