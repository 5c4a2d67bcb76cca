package app_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"estateatlas/backend/app"
	"estateatlas/backend/demo"
	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"
)

func TestADistrictWithoutOutlinesGetsThemFromItsEstates(t *testing.T) {
	for _, c := range []struct {
		keep bool
		want string
	}{{true, "given"}, {false, "dissolved"}} {
		tables := demo.Generate(demo.Options{})
		if !c.keep {
			tables.Backdrops = nil
		}
		path := filepath.Join(t.TempDir(), "x.gpkg")
		if err := gpkg.CreateWith(context.Background(), path, domain.Change{Put: *tables}); err != nil {
			t.Fatal(err)
		}
		a := app.New(gpkg.Projects{}, "test", false)
		if _, err := a.Open(path); err != nil {
			t.Fatal(err)
		}
		district, err := a.District()
		if err != nil || district.Outlines != c.want {
			t.Errorf("%v, outlines %q, want %q", err, district.Outlines, c.want)
		}
		w := httptest.NewRecorder()
		app.Tiles(a).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/tiles/"+district.Version+"/12/3382/1563.mvt", nil))
		if name := "subdistricts"; w.Code != 200 || !strings.Contains(w.Body.String(), name) {
			t.Errorf("%s: status %d, no layer %s in %d bytes", c.want, w.Code, name, w.Body.Len())
		}
		if err := app.Close(a); err != nil {
			t.Fatal(err)
		}
	}
}
