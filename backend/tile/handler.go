package tile

import (
	"net/http"
	"strconv"
	"strings"
)

// ServeHTTP answers GET /tiles/{version}/{z}/{x}/{y}.mvt. The version in the address changes with the data, so tiles may be kept for
// ever. Tiles without content are empty, not missing: the legacy web view knows only status 200. They are sent as they are, without gzip:
// the way is short and the web view's own scheme does not decode it.
func (s *Set) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "GET only", http.StatusMethodNotAllowed)
		return
	}
	z, x, y, ok := parseAddress(r.URL.Path)
	if !ok {
		http.NotFound(w, r)
		return
	}
	data := s.Tile(z, x, y)
	head := w.Header()
	head.Set("Content-Type", "application/vnd.mapbox-vector-tile")
	head.Set("Content-Length", strconv.Itoa(len(data)))
	head.Set("Cache-Control", "private, max-age=31536000, immutable")
	if r.Method == http.MethodGet {
		_, _ = w.Write(data) // a reader that went away is no fault of ours
	}
}

func parseAddress(path string) (z, x, y uint32, ok bool) {
	parts := strings.Split(strings.TrimPrefix(path, "/"), "/")
	if len(parts) != 5 || parts[0] != "tiles" {
		return 0, 0, 0, false
	}
	last, ok := strings.CutSuffix(parts[4], ".mvt")
	if !ok {
		return 0, 0, 0, false
	}
	var n [3]uint32
	for i, text := range []string{parts[2], parts[3], last} {
		v, err := strconv.ParseUint(text, 10, 32)
		if err != nil {
			return 0, 0, 0, false
		}
		n[i] = uint32(v)
	}
	return n[0], n[1], n[2], Valid(n[0], n[1], n[2])
}
