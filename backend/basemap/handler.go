package basemap

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"net/http"
	"strconv"
	"strings"
)

// nothing is a picture of one transparent pixel. An error would have the map draw the tile red or try it again and again, and the
// legacy web view knows only status 200.
var nothing = func() []byte {
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewNRGBA(image.Rect(0, 0, 1, 1))); err != nil {
		panic(err) // a buffer takes everything
	}
	return out.Bytes()
}()

// ServeHTTP answers GET /basemap/{id}/{z}/{x}/{y}, y from the north. Tiles are sent without compression: the way is short and the
// web view's own scheme is not known to decode it. An address of the pyramid without a tile is answered with an empty one.
func (l *Library) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "GET only", http.StatusMethodNotAllowed)
		return
	}
	id, z, x, y, ok := parseAddress(r.URL.Path)
	if !ok {
		http.NotFound(w, r)
		return
	}
	source := l.open(id)
	if source == nil {
		http.NotFound(w, r)
		return
	}
	tile, err := source.Tile(r.Context(), z, x, y)
	if err != nil && !errors.Is(err, context.Canceled) {
		l.note(id, err)
	}
	head := w.Header()
	// A file may be replaced under the same address.
	head.Set("Cache-Control", "private, max-age=600")
	if len(tile.Data) == 0 {
		head.Set("Cache-Control", "no-store") // what failed may come the next time
		tile = Tile{nothing, typePNG}
		if source.Info().Kind == Vector {
			tile = Tile{nil, typeVector}
		}
	}
	head.Set("Content-Type", tile.Type)
	head.Set("Content-Length", strconv.Itoa(len(tile.Data)))
	head.Set("X-Content-Type-Options", "nosniff")
	if r.Method == http.MethodGet {
		_, _ = w.Write(tile.Data) // a reader that went away is no fault of ours
	}
}

func parseAddress(path string) (id string, z, x, y uint32, ok bool) {
	parts := strings.Split(strings.TrimPrefix(path, "/"), "/")
	if len(parts) != 5 || parts[0] != "basemap" || parts[1] == "" {
		return "", 0, 0, 0, false
	}
	var n [3]uint32
	for i, text := range parts[2:] {
		v, err := strconv.ParseUint(text, 10, 32)
		if err != nil {
			return "", 0, 0, 0, false
		}
		n[i] = uint32(v)
	}
	return parts[1], n[0], n[1], n[2], inPyramid(n[0], n[1], n[2])
}
