package basemap

import (
	"context"
	"fmt"
	"image/color"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"estateatlas/backend/domain"
)

func TestAddressesOfTiles(t *testing.T) {
	for _, c := range [][2]string{
		{"http://a/{z}/{x}/{y}.png", "http://a/3/5/1.png"},
		{"http://a/{z}/{x}/{-y}.png", "http://a/3/5/6.png"},
		{"http://{s}.a/{z}/{x}/{y}", "http://a.a/3/5/1"},
		{"http://t{0-7}.a/{z}/{x}/{y}", "http://t6.a/3/5/1"},
		{"http://{a-d}.a/{z}/{x}/{y}?k={key}", "http://c.a/3/5/1?k=k%26+%E5%AF%86"},
		{" http://a/?l={z}&r={y}&c={x}&tk={key}", "http://a/?l=3&r=1&c=5&tk=k%26+%E5%AF%86"},
	} {
		if got := (Address{c[0], "k& 密"}).at(3, 5, 1); got != c[1] {
			t.Errorf("%s: %s, want %s", c[0], got, c[1])
		}
	}
}

func TestAddressesThatCannotBeMeantAreRefused(t *testing.T) {
	const wmts = "http://h/vec_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=vec&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk={key}"
	for _, c := range []struct{ template, key, says string }{
		{"https://h/{z}/{x}/{y}.png", "", ""},
		{wmts, "k", ""},
		{wmts, "", "填写密钥"},
		{"https://h/{z}/{x}/{y}.png", "k", "没有 {key}"},
		{strings.Replace(wmts, "SET=w", "SET=c", 1), "k", "_w"},
		{strings.Replace(wmts, "vec_w", "vec_c", 1), "k", "_w"},
		{"", "", "{z}"},
		{"https://h/{z}/{x}.png", "", "{y}"},
		{"https://h/{z}/{x}/{y}/{-y}.png", "", "{y}"},
		{"file:///etc/{z}/{x}/{y}", "", "http://"},
		{"javascript:alert(1)//{z}{x}{y}", "", "http://"},
		{"h/{z}/{x}/{y}", "", "http://"},
		{"https:///{z}/{x}/{y}", "", "http://"},
		{"https://h/{q}/{z}/{x}/{y}", "", "花括号"},
		{"https://h/?a={q}&z={z}&x={x}&y={y}", "", "花括号"},
		{"https://h/{z}/{x}/{y}" + strings.Repeat("a", longestTemplate), "", "太长"},
	} {
		err := Address{c.template, c.key}.Check()
		if c.says == "" && err != nil || c.says != "" && (err == nil || !strings.Contains(textOf(err), c.says)) {
			t.Errorf("%s: %v, want %q", c.template, err, c.says)
		}
	}
	for template, want := range map[string]string{
		"https://h/{z}/{x}/{y}.pbf": Vector, "https://h/{z}/{x}/{y}.MVT?tk=1": Vector, "https://h/?x={x}&y={y}&z={z}&f=mvt": Vector, wmts: Raster,
		"https://h/?Format=application%2Fvnd.mapbox-vector-tile&x={x}&y={y}&z={z}": Vector,
	} {
		if got := (Address{Template: template}).Kind(); got != want {
			t.Errorf("%s: %s", template, got)
		}
	}
}

// serverOf runs a server of tiles and returns the source of its address.
func serverOf(t *testing.T, ending string, h http.HandlerFunc) (*remote, *httptest.Server) {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	r := openAddress("x", Address{s.URL + "/{z}/{x}/{y}" + ending + "?tk={key}", "geheim"})
	t.Cleanup(func() { _ = r.Close() })
	return r, s
}

func TestTilesOfAServerAreFetchedOnce(t *testing.T) {
	var asked atomic.Int32
	white := picture(t, 256, color.White)
	r, _ := serverOf(t, ".png", func(w http.ResponseWriter, q *http.Request) {
		asked.Add(1)
		if q.URL.Path != "/3/5/1.png" || q.URL.Query().Get("tk") != "geheim" {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		w.Header().Set("Content-Type", "image/jpg") // wrong, as servers are
		_, _ = w.Write(white)
	})
	for range 3 {
		if tile, err := r.Tile(t.Context(), 3, 5, 1); err != nil || string(tile.Data) != string(white) || tile.Type != "image/png" {
			t.Fatalf("%v %s", err, tile.Type)
		}
		if tile, err := r.Tile(t.Context(), 3, 5, 2); err != nil || tile.Data != nil {
			t.Fatalf("%v %v", err, tile)
		}
	}
	for _, at := range []xyz{{3, 8, 0}, {3, 0, 8}, {19, 0, 0}, {40, 0, 0}} {
		if tile, err := r.Tile(t.Context(), at[0], at[1], at[2]); err != nil || tile.Data != nil {
			t.Errorf("%v: %v %v", at, tile, err)
		}
	}
	if asked.Load() != 2 || r.Problem() != (domain.Text{}) {
		t.Errorf("asked %d times, %v", asked.Load(), r.Problem())
	}
}

func TestCompressedVectorTilesAreOpened(t *testing.T) {
	r, _ := serverOf(t, ".pbf", func(w http.ResponseWriter, q *http.Request) {
		w.Header().Set("Content-Type", "application/x-protobuf")
		data := zip([]byte{0x1a, 1, 2})
		if strings.HasPrefix(q.URL.Path, "/1/") {
			w.Header().Set("Content-Encoding", "gzip")
		}
		_, _ = w.Write(data)
	})
	for _, z := range []uint32{0, 1} {
		if tile, err := r.Tile(t.Context(), z, 0, 0); err != nil || string(tile.Data) != "\x1a\x01\x02" || tile.Type != typeVector {
			t.Errorf("%d: %v %v", z, tile, err)
		}
	}
}

// TestFailuresOfAServerAreEmptyTilesAndASentence: and the sentence never holds the key.
func TestFailuresOfAServerAreEmptyTilesAndASentence(t *testing.T) {
	elsewhere := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("another server was asked") }))
	defer elsewhere.Close()
	other := strings.Replace(elsewhere.URL, "127.0.0.1", "localhost", 1)
	answer := func(status int, kind, text string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", kind)
			w.WriteHeader(status)
			_, _ = w.Write([]byte(text))
		}
	}
	redirect := func(to string) http.HandlerFunc {
		return func(w http.ResponseWriter, q *http.Request) { http.Redirect(w, q, to+q.URL.String(), http.StatusFound) }
	}
	for name, c := range map[string]struct {
		ending string
		h      http.HandlerFunc
		says   string
	}{
		"a page":                   {"", answer(200, "text/html", "<h1>请登录</h1>"), "不是瓦片"},
		"a page called a picture":  {"", answer(200, "image/png", "<script>"), "不是瓦片"},
		"a drawing with scripts":   {"", answer(200, "image/svg+xml", "<svg/>"), "不是瓦片"},
		"JSON in place of a tile":  {".pbf", answer(200, "application/json", `{"code":1}`), "不是瓦片"},
		"a picture called JSON":    {"", answer(200, "application/json", string(picture(t, 256, color.White))), "不是瓦片"},
		"vector tiles as pictures": {"", answer(200, typeVector, "\x1a\x01"), ".pbf"},
		"a wrong key":              {"", answer(403, "text/plain", "no"), "密钥"},
		"too many":                 {"", answer(429, "text/plain", "no"), "429"},
		"an error":                 {"", answer(500, "image/png", "no"), "500"},
		"too large":                {"", answer(200, "image/png", string(picture(t, 256, color.White))+strings.Repeat("x", remoteLargest)), "4 MB"},
		"half a gzip":              {".pbf", answer(200, "", "\x1f\x8b\x08\x00"), "损坏"},
		"another host":             {"", redirect(other), "别的地址"},
		"another scheme":           {"", redirect("file://127.0.0.1"), "别的地址"},
		"a circle":                 {"", redirect(""), "别的地址"},
		"hanging up": {"", func(w http.ResponseWriter, _ *http.Request) {
			c, _, err := w.(http.Hijacker).Hijack()
			if err == nil {
				_ = c.Close()
			}
		}, "连不上"},
	} {
		r, s := serverOf(t, c.ending, c.h)
		tile, err := r.Tile(t.Context(), 1, 0, 0)
		p := r.Problem()
		if err != nil || tile.Data != nil || !strings.Contains(p.ZH, c.says) || p.EN == "" {
			t.Errorf("%s: %v %v %q", name, tile, err, p.ZH)
		}
		if u, _ := url.Parse(s.URL); strings.Contains(p.ZH+p.EN, "geheim") || strings.Contains(p.ZH+p.EN, u.Host) {
			t.Errorf("%s: %v", name, p)
		}
	}
}

// TestADeadServerIsLeftInPeaceAndTriedAgain: the map does not wait for each tile of a server that is down.
func TestADeadServerIsLeftInPeaceAndTriedAgain(t *testing.T) {
	var asked, up atomic.Int32
	white := picture(t, 256, color.White)
	r, _ := serverOf(t, "", func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		if up.Load() == 0 {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		_, _ = w.Write(white)
	})
	r.peace = 100 * time.Millisecond
	for i := range uint32(10) {
		if _, err := r.Tile(t.Context(), 5, i, 0); err != nil {
			t.Fatal(err)
		}
	}
	if asked.Load() != remoteFailures || r.Problem() == (domain.Text{}) {
		t.Errorf("asked %d times, problem %v", asked.Load(), r.Problem())
	}
	up.Store(1)
	time.Sleep(r.peace)
	if tile, err := r.Tile(t.Context(), 5, 0, 0); err != nil || tile.Data == nil || r.Problem() != (domain.Text{}) {
		t.Errorf("%v %v", err, r.Problem())
	}
}

// TestAnAskerThatWentAwayIsNoFailureOfTheServer: the map moves on all the time.
func TestAnAskerThatWentAwayIsNoFailureOfTheServer(t *testing.T) {
	r, _ := serverOf(t, "", func(_ http.ResponseWriter, q *http.Request) { <-q.Context().Done() })
	for i := range uint32(5) {
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
		if _, err := r.Tile(ctx, 5, i, 0); err == nil {
			t.Error("no error")
		}
		cancel()
	}
	if r.Problem() != (domain.Text{}) || r.inPeace() {
		t.Error(r.Problem())
	}
}

func TestTheCacheKeepsWhatWasUsedLast(t *testing.T) {
	c := lru{limit: 3 * (100 + keptBytes)}
	tile := Tile{Data: make([]byte, 100)}
	for i := range uint32(3) {
		c.put([3]uint32{i}, tile)
	}
	c.get([3]uint32{0})
	c.put([3]uint32{3}, tile)
	c.put([3]uint32{3}, tile)
	var left []string
	for i := range uint32(4) {
		if _, ok := c.get([3]uint32{i}); ok {
			left = append(left, fmt.Sprint(i))
		}
	}
	if got := strings.Join(left, " "); got != "0 2 3" || c.bytes != c.limit {
		t.Errorf("%s, %d bytes of %d", got, c.bytes, c.limit)
	}
}
