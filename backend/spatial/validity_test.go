package spatial_test

import (
	"testing"

	"estateatlas/backend/spatial"
)

// The suites disagree about an empty hole: JTS takes it as nothing, simplefeatures refuses it. We follow JTS.
const emptyHole = "POLYGON((0 0,0 1,1 0,0 0),EMPTY)"

func TestValidityAgreesWithTheSuites(t *testing.T) {
	cases := geometryCases(t, "validity_polygons.json")
	right := 0
	for _, c := range cases {
		mp, kind := areasOf(t, c.A)
		if kind != "POLYGON" && kind != "MULTIPOLYGON" {
			t.Errorf("%s: type %q", c.ID, kind)
			continue
		}
		want := c.Expected == "true" || c.A == emptyHole
		fault := spatial.Check(mp)
		if (fault == nil) != want {
			t.Errorf("%s (%s): valid %v, got %v\n%.300s", c.ID, c.Desc, want, fault, c.A)
			continue
		}
		if fault != nil {
			t.Log(c.ID, c.Desc, fault, fault.Text().ZH)
		}
		right++
	}
	t.Logf("%d of %d validity cases as expected", right, len(cases))
}
