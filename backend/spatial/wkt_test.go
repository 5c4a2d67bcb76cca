package spatial_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"estateatlas/backend/internal/corpus"

	"github.com/paulmach/orb"
)

// geometryCase is one case of the shared geometry suites.
type geometryCase struct {
	ID       string          `json:"id"`
	Op       string          `json:"op"`
	A        string          `json:"a"`
	B        string          `json:"b"`
	Arg      json.RawMessage `json:"arg"`
	Expected string          `json:"expected"`
	Touches  *bool           `json:"touches_or_overlaps"`
	AreaA    string          `json:"area_a"`
	AreaB    string          `json:"area_b"`
	Desc     string          `json:"desc"`
	Source   string          `json:"source"`
}

func geometryCases(t *testing.T, file string) []geometryCase {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(corpus.Dir(t, "geometry"), file))
	if err != nil {
		t.Fatal(err)
	}
	var cases []geometryCase
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

// areasOf reads WKT into polygons; a point becomes a polygon of one ring of that point, a line a ring of its points. Empty
// parts and rings stay. ok is false of a type without meaning here.
func areasOf(t *testing.T, wkt string) (mp orb.MultiPolygon, kind string) {
	t.Helper()
	r := &wktReader{text: strings.TrimSpace(wkt), t: t}
	kind = strings.TrimSpace(r.until("(E"))
	if strings.HasPrefix(kind, "LIN") {
		kind, r.text = "LINESTRING", strings.TrimPrefix(r.text, "ESTRING")
	}
	kind = strings.TrimSpace(kind)
	switch kind {
	case "POLYGON":
		if p := r.polygon(); p != nil {
			mp = orb.MultiPolygon{p}
		}
	case "MULTIPOLYGON":
		r.list(func() { mp = append(mp, r.polygon()) })
	}
	return mp, kind
}

type wktReader struct {
	text string
	t    *testing.T
}

func (r *wktReader) until(stop string) string {
	i := strings.IndexAny(r.text, stop)
	if i < 0 {
		r.t.Fatalf("WKT ends early: %q", r.text)
	}
	head := r.text[:i]
	r.text = r.text[i:]
	return head
}

// list reads EMPTY or a list in brackets.
func (r *wktReader) list(item func()) {
	r.text = strings.TrimSpace(r.text)
	if rest, empty := strings.CutPrefix(r.text, "EMPTY"); empty {
		r.text = rest
		return
	}
	for first := true; ; first = false {
		r.text = strings.TrimSpace(r.text)
		if !first && r.text[0] == ')' {
			r.text = r.text[1:]
			return
		}
		if r.text[0] != '(' && r.text[0] != ',' {
			r.t.Fatalf("WKT: bracket expected at %.20q", r.text)
		}
		r.text = strings.TrimSpace(r.text[1:])
		item()
	}
}

func (r *wktReader) polygon() orb.Polygon {
	var p orb.Polygon
	r.list(func() {
		ring := orb.Ring{}
		r.list(func() {
			f := strings.Fields(r.until(",)"))
			x, errX := strconv.ParseFloat(f[0], 64)
			y, errY := strconv.ParseFloat(f[1], 64)
			if errX != nil || errY != nil {
				r.t.Fatalf("WKT: numbers expected: %q", f)
			}
			ring = append(ring, orb.Point{x, y})
		})
		p = append(p, ring)
	})
	return p
}
