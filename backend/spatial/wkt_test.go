package spatial_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
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

// areasOf reads WKT into polygons. A point becomes a ring of that point, a line a ring there and back. Empty parts and rings of
// a polygon stay; anything else that is empty, and collections, come back as nothing.
func areasOf(t *testing.T, wkt string) (mp orb.MultiPolygon, kind string) {
	t.Helper()
	r := &wktReader{text: strings.TrimSpace(wkt), t: t}
	for _, k := range []string{"MULTIPOLYGON", "POLYGON", "MULTILINESTRING", "LINESTRING", "MULTIPOINT", "POINT", "GEOMETRYCOLLECTION"} {
		if rest, found := strings.CutPrefix(r.text, k); found {
			kind, r.text = k, rest
			break
		}
	}
	line := func() {
		if ring := r.points(); len(ring) > 0 {
			for _, p := range slices.Backward(ring[:len(ring)-1]) {
				ring = append(ring, p)
			}
			mp = append(mp, orb.Polygon{ring})
		}
	}
	switch kind {
	case "POLYGON":
		if p := r.polygon(); p != nil {
			mp = orb.MultiPolygon{p}
		}
	case "MULTIPOLYGON":
		r.list(func() { mp = append(mp, r.polygon()) })
	case "LINESTRING":
		line()
	case "MULTILINESTRING":
		r.list(line)
	case "POINT", "MULTIPOINT":
		r.text = strings.NewReplacer("((", "(", "))", ")", "), (", ", ", "),(", ",").Replace(r.text)
		for _, p := range r.points() {
			mp = append(mp, orb.Polygon{{p}})
		}
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
	r.list(func() { p = append(p, r.points()) })
	return p
}

func (r *wktReader) points() orb.Ring {
	ring := orb.Ring{}
	r.list(func() {
		f := strings.Fields(r.until(",)"))
		if f[0] == "EMPTY" { // one of several points
			return
		}
		x, errX := strconv.ParseFloat(f[0], 64)
		y, errY := strconv.ParseFloat(f[1], 64)
		if errX != nil || errY != nil {
			r.t.Fatalf("WKT: numbers expected: %q", f)
		}
		ring = append(ring, orb.Point{x, y})
	})
	return ring
}
