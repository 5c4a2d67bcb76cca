package app_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"estateatlas/backend/app"
	"estateatlas/backend/gpkg"
)

// TestTheWindowRemembersItsBaseMaps: and a browser's are forgotten.
func TestTheWindowRemembersItsBaseMaps(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", folder)
	t.Setenv("HOME", folder)
	start := func(desktop bool) *app.Atlas {
		t.Helper()
		a := app.New(gpkg.Projects{}, "test", desktop)
		t.Cleanup(func() {
			if err := app.Close(a); err != nil {
				t.Error(err)
			}
		})
		return a
	}
	const address = "https://mirror.invalid/vec_w/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk={key}"
	a := start(true)
	added, err := a.AddBaseAddress("天地图", address, "geheim")
	if err != nil || added.Name != "天地图" || added.Kind != "raster" || added.TileSize != 256 {
		t.Fatalf("%+v %v", added, err)
	}
	if _, err := start(false).AddBaseAddress("x", "http://x.invalid/{z}/{x}/{y}", ""); err != nil {
		t.Fatal(err)
	}
	list, err := start(true).BaseMaps()
	if err != nil || len(list) != 1 || list[0].ID != added.ID || list[0].Bounds == nil || list[0].Layers == nil {
		t.Errorf("%+v %v", list, err)
	}
	if list, err := start(false).BaseMaps(); err != nil || len(list) != 0 {
		t.Errorf("%+v %v", list, err)
	}

	// A damaged list is reported, then kept beside the new one.
	path := filepath.Join(folder, "estate-atlas", "basemaps.json")
	kept, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(kept), "mirror.invalid") {
		t.Fatalf("%s %v", kept, err)
	}
	if err := os.WriteFile(path, kept[:len(kept)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	b := start(true)
	if _, err := b.BaseMaps(); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("%v", err)
	}
	if _, err := b.AddBaseAddress("x", "http://x.invalid/{z}/{x}/{y}", ""); err != nil {
		t.Fatal(err)
	}
	if aside, err := os.ReadFile(filepath.Join(folder, "estate-atlas", "basemaps-damaged-1.json")); err != nil || string(aside) != string(kept[:len(kept)/2]) {
		t.Errorf("%s %v", aside, err)
	}
	if err := b.RemoveBaseMap(added.ID); err == nil {
		t.Error("removed what was not on the list")
	}
}

// TestWhatIsFetchedHasItsPlaces: tiles, base maps and exports come through one door, and nothing else does.
func TestWhatIsFetchedHasItsPlaces(t *testing.T) {
	a := app.New(gpkg.Projects{}, "test", false)
	defer func() { _ = app.Close(a) }()
	base, err := a.AddBaseAddress("", "http://127.0.0.1:1/{z}/{x}/{y}", "")
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]int{
		"/basemap/" + base.ID + "/3/1/2": 200, "/basemap/none/3/1/2": 404, "/tiles/v/3/1/2.mvt": 404, "/exports/none/x.csv": 404, "/": 404, "/x": 404,
	} {
		w := httptest.NewRecorder()
		app.Handler(a).ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		if w.Code != want {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	if list, err := a.BaseMaps(); err != nil || list[0].Problem.ZH == "" {
		t.Errorf("%+v %v", list, err)
	}
}
