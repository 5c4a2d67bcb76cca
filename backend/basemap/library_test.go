package basemap

import (
	"errors"
	"fmt"
	"image/color"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"estateatlas/backend/domain"

	"github.com/google/go-cmp/cmp"
)

// shelf keeps a list in memory.
type shelf struct {
	text  []byte
	aside [][]byte
	fail  error
}

func (s *shelf) Load() ([]byte, error) { return s.text, s.fail }

func (s *shelf) Save(text []byte) error {
	if s.fail == nil {
		s.text = text
	}
	return s.fail
}

func (s *shelf) SetAside() error {
	s.aside = append(s.aside, s.text)
	s.text = nil
	return nil
}

func get(l *Library, path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	l.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	return w
}

func must[T any](v T, err error) func(testing.TB) T {
	return func(tb testing.TB) T {
		tb.Helper()
		if err != nil {
			tb.Fatal(err)
		}
		return v
	}
}

func TestTheListIsThereAtTheNextStart(t *testing.T) {
	path := write(t, "底图.pmtiles", pm{tiles: map[xyz][]byte{{0, 0, 0}: {1}}, kind: 1}.bytes())
	keeper := &shelf{}
	first, second := &Library{Keeper: keeper}, &Library{Keeper: keeper}
	a := must(first.AddFile(path))(t)
	// Another window, which has loaded the list before, adds and keeps what it does not know of.
	must(second.List())(t)
	b := must(first.AddAddress("镜像", Address{"http://h.invalid/{z}/{x}/{y}?tk={key}", "k"}))(t)
	c := must(second.AddAddress("", Address{" http://g.invalid/{z}/{x}/{y} ", ""}))(t)
	again := must(first.AddAddress("镜像二", Address{"http://h.invalid/{z}/{x}/{y}?tk={key}", "k2"}))(t)
	if again.ID != b.ID || c.Info.Name != "g.invalid" {
		t.Errorf("%v %v %v", again, b, c)
	}
	third := &Library{Keeper: keeper}
	list := must(third.List())(t)
	var names []string
	for _, e := range list {
		names = append(names, e.Info.Name+" "+e.Info.Kind+" "+e.Info.Source+" "+e.Problem.EN)
	}
	if diff := cmp.Diff([]string{"底图 vector pmtiles ", "镜像二 raster address ", "g.invalid raster address "}, names); diff != "" {
		t.Error(diff)
	}
	if err := third.Remove(a.ID); err != nil {
		t.Fatal(err)
	}
	if left := must((&Library{Keeper: keeper}).List())(t); len(left) != 2 {
		t.Error(left)
	}
	var e *domain.Error
	if err := third.Remove(a.ID); !errors.As(err, &e) || e.Code != domain.CodeNotFound {
		t.Error(err)
	}
	for _, l := range []*Library{first, second, third} {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestADamagedListIsReportedAndKept(t *testing.T) {
	for _, text := range []string{"", "{", `{"basemaps":7}`, "\x00\x00"} {
		keeper := &shelf{text: []byte(text)}
		l := &Library{Keeper: keeper}
		var e *domain.Error
		if _, err := l.List(); !errors.As(err, &e) || e.Code != domain.CodeCorrupt {
			t.Errorf("%q: %v", text, err)
		}
		if string(keeper.text) != text {
			t.Errorf("%q was overwritten by looking at it", text)
		}
		if _, err := l.AddAddress("", Address{"http://h/{z}/{x}/{y}", ""}); err != nil {
			t.Errorf("%q: %v", text, err)
		}
		if len(keeper.aside) != 1 || string(keeper.aside[0]) != text {
			t.Errorf("%q is lost: %q", text, keeper.aside)
		}
		if list, err := l.List(); err != nil || len(list) != 1 {
			t.Errorf("%q: %v %v", text, list, err)
		}
	}
	// Lines of nonsense do not spoil the others.
	l := &Library{Keeper: &shelf{text: []byte(`{"basemaps":[{},{"path":"/x","address":"y"},{"address":"ftp://x"},{"path":"/gone/x.mbtiles"}]}`)}}
	list := must(l.List())(t)
	if len(list) != 2 || list[0].Problem.ZH == "" || !strings.Contains(list[1].Problem.ZH, "不在原处") || list[1].Info.Source != FromMBTiles {
		t.Errorf("%+v", list)
	}
}

func TestWhatCannotBeKeptIsNotListed(t *testing.T) {
	keeper := &shelf{}
	l := &Library{Keeper: keeper}
	must(l.List())(t)
	keeper.fail = errors.New("disk full")
	if _, err := l.AddAddress("", Address{"http://h/{z}/{x}/{y}", ""}); err == nil {
		t.Error("no error")
	}
	if list, err := l.List(); err != nil || len(list) != 0 {
		t.Error(list, err)
	}
}

func TestTilesAreServed(t *testing.T) {
	l := &Library{}
	white := picture(t, 256, color.White)
	vector := must(l.AddFile(write(t, "v.pmtiles", pm{tiles: map[xyz][]byte{{2, 1, 3}: {0x1a, 0}}, kind: 1, compress: true}.bytes())))(t)
	raster := must(l.AddFile(writeMBTiles(t, map[xyz][]byte{{2, 1, 3}: white}, nil)))(t)
	t.Cleanup(func() { _ = l.Close() })
	for _, c := range []struct {
		path, kind string
		status     int
		body       string
	}{
		{vector.ID + "/2/1/3", typeVector, 200, "\x1a\x00"},
		{vector.ID + "/2/0/0", typeVector, 200, ""},
		{vector.ID + "/9/0/0", typeVector, 200, ""},
		{raster.ID + "/2/1/3", "image/png", 200, string(white)},
		{raster.ID + "/2/0/0", "image/png", 200, string(nothing)},
		{raster.ID + "/2/4/0", "", 404, ""},
		{raster.ID + "/2/0/4", "", 404, ""},
		{raster.ID + "/2/-1/0", "", 404, ""},
		{raster.ID + "/99/0/0", "", 404, ""},
		{raster.ID + "/2/0", "", 404, ""},
		{raster.ID + "/2/0/0/0", "", 404, ""},
		{"none/2/0/0", "", 404, ""},
		{"/2/0/0", "", 404, ""},
	} {
		w := get(l, "/basemap/"+c.path)
		if w.Code != c.status || c.status == 200 && (w.Body.String() != c.body || w.Header().Get("Content-Type") != c.kind || w.Header().Get("X-Content-Type-Options") != "nosniff") {
			t.Errorf("%s: %d %v %q", c.path, w.Code, w.Header(), w.Body.String())
		}
	}
	w := httptest.NewRecorder()
	if l.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/basemap/"+raster.ID+"/2/1/3", nil)); w.Code != http.StatusMethodNotAllowed {
		t.Error(w.Code)
	}
	w = httptest.NewRecorder()
	if l.ServeHTTP(w, httptest.NewRequest(http.MethodHead, "/basemap/"+raster.ID+"/2/1/3", nil)); w.Code != 200 || w.Body.Len() != 0 {
		t.Error(w.Code, w.Body.Len())
	}
}

// TestNothingIsFetchedBeforeTheMapAsks: an address may be added and listed without a word to the server.
func TestNothingIsFetchedBeforeTheMapAsks(t *testing.T) {
	var asked atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { asked.Add(1); w.WriteHeader(http.StatusForbidden) }))
	defer s.Close()
	l := &Library{}
	e := must(l.AddAddress("", Address{s.URL + "/{z}/{x}/{y}?tk={key}", "geheim"}))(t)
	must(l.List())(t)
	if asked.Load() != 0 {
		t.Error("asked")
	}
	w := get(l, "/basemap/"+e.ID+"/1/0/0")
	if asked.Load() != 1 || w.Code != 200 || w.Body.String() != string(nothing) || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("%d times, %d %v", asked.Load(), w.Code, w.Header())
	}
	if list := must(l.List())(t); !strings.Contains(list[0].Problem.ZH, "密钥") {
		t.Error(list[0].Problem)
	}
}

func TestAFileThatIsReplacedIsReadAnew(t *testing.T) {
	path := write(t, "a.pmtiles", pm{tiles: map[xyz][]byte{{0, 0, 0}: {1}}, kind: 1}.bytes())
	l := &Library{}
	e := must(l.AddFile(path))(t)
	t.Cleanup(func() { _ = l.Close() })
	replace := func(data []byte) {
		t.Helper()
		if data == nil {
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
			return
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		later := time.Now().Add(time.Hour)
		if err := os.Chtimes(path, later, later); err != nil {
			t.Fatal(err)
		}
	}
	replace(nil)
	if list := must(l.List())(t); !strings.Contains(list[0].Problem.ZH, "不在原处") || list[0].ID != e.ID {
		t.Errorf("%+v", list)
	}
	if w := get(l, "/basemap/"+e.ID+"/0/0/0"); w.Code != 404 {
		t.Error(w.Code)
	}
	replace(pm{tiles: map[xyz][]byte{{0, 0, 0}: {2}, {1, 0, 0}: {3}}, kind: 1}.bytes())
	if list := must(l.List())(t); list[0].Problem != (domain.Text{}) || list[0].Info.MaxZoom != 1 {
		t.Errorf("%+v", list)
	}
	if w := get(l, "/basemap/"+e.ID+"/1/0/0"); w.Body.String() != "\x03" {
		t.Errorf("%q", w.Body.String())
	}
}

// TestADamagedTileIsAnEmptyOneAndAProblem: the rest of the file is still shown, even where the first tile is the damaged one.
func TestADamagedTileIsAnEmptyOneAndAProblem(t *testing.T) {
	good, bad := picture(t, 256, color.White), []byte("rubbish")
	for name, tiles := range map[string][2][]byte{"the last": {good, bad}, "the first": {bad, good}} {
		t.Run(name, func(t *testing.T) {
			l := &Library{}
			e := must(l.AddFile(writeMBTiles(t, map[xyz][]byte{{0, 0, 0}: tiles[0], {1, 0, 0}: tiles[1]}, nil)))(t)
			t.Cleanup(func() { _ = l.Close() })
			for z, data := range tiles {
				want := data
				if z == 0 == (name == "the first") {
					want = nothing
				}
				if w := get(l, fmt.Sprintf("/basemap/%s/%d/0/0", e.ID, z)); w.Code != 200 || w.Body.String() != string(want) {
					t.Error(z, w.Code)
				}
			}
			if list := must(l.List())(t); !strings.Contains(list[0].Problem.ZH, "损坏") {
				t.Errorf("%+v", list)
			}
		})
	}
}
