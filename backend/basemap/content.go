package basemap

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"html"
	"image"
	_ "image/gif"  // sizes of tiles
	_ "image/jpeg" // sizes of tiles
	_ "image/png"  // sizes of tiles
	"io"
	"math"
	"strings"
	"unicode"

	_ "golang.org/x/image/webp" // sizes of tiles
)

// Media types of tiles.
const (
	typeVector = "application/vnd.mapbox-vector-tile"
	typePNG    = "image/png"
	typeJPEG   = "image/jpeg"
	typeWebP   = "image/webp"
	typeAVIF   = "image/avif"
	typeGIF    = "image/gif"
)

var errTooLarge = errors.New("larger than a tile may be")

// pictureType tells the type of a picture by its first bytes, "" if it is none that a map shows. SVG is none: it is a document.
func pictureType(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		return typePNG
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		return typeJPEG
	case len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return typeWebP
	case len(data) >= 12 && string(data[4:8]) == "ftyp" && (string(data[8:12]) == "avif" || string(data[8:12]) == "avis"):
		return typeAVIF
	case bytes.HasPrefix(data, []byte("GIF8")):
		return typeGIF
	}
	return ""
}

// pictureSize returns the width of a picture in px, 256 where it cannot be told or is none of a tile.
func pictureSize(data []byte) int {
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || c.Width != c.Height || c.Width < 64 || c.Width > 4096 {
		return rasterSize
	}
	return c.Width
}

// tileOf makes a tile of stored bytes of a kind.
func tileOf(kind string, data []byte) (Tile, error) {
	if len(data) == 0 {
		return Tile{}, nil
	}
	if kind == Vector {
		return Tile{data, typeVector}, nil
	}
	if t := pictureType(data); t != "" {
		return Tile{data, t}, nil
	}
	return Tile{}, errors.New("no picture")
}

func isGzip(data []byte) bool { return len(data) > 2 && data[0] == 0x1f && data[1] == 0x8b }

// gunzip decompresses to at most limit bytes.
func gunzip(data []byte, limit int) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	out, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err != nil {
		return nil, err
	}
	if len(out) > limit {
		return nil, errTooLarge
	}
	return out, nil
}

// said is the part of the metadata that both formats share (TileJSON 3.0).
type said struct {
	Name        any `json:"name"`
	Attribution any `json:"attribution"`
	Layers      []struct {
		ID any `json:"id"`
	} `json:"vector_layers"`
}

// take fills in what JSON metadata says. Metadata is a courtesy: if it cannot be read, the map still can.
func (i *Info) take(text []byte) {
	var s said
	if json.Unmarshal(text, &s) != nil {
		return
	}
	if name, _ := s.Name.(string); plain(name) != "" {
		i.Name = plain(name)
	}
	if a, _ := s.Attribution.(string); plain(a) != "" {
		i.Attribution = plain(a)
	}
	for _, l := range s.Layers {
		if id, _ := l.ID.(string); id != "" && len(i.Layers) < 256 {
			i.Layers = append(i.Layers, plain(id))
		}
	}
}

// plain makes one line of plain text of what may hold HTML, at most 200 characters.
func plain(s string) string {
	var b strings.Builder
	tag := false
	for _, r := range s {
		switch {
		case r == '<':
			tag = true
		case r == '>' && tag:
			tag = false
		case !tag:
			b.WriteRune(r)
		}
	}
	text := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if !unicode.IsGraphic(r) {
			return -1
		}
		return r
	}, html.UnescapeString(b.String()))
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > 200 {
		text = string(r[:200])
	}
	return text
}

// boundsOf returns bounds in degrees if they are some.
func boundsOf(w, s, e, n float64) []float64 {
	for _, v := range [...]float64{w, s, e, n} {
		if math.IsNaN(v) {
			return nil
		}
	}
	if w < -180 || e > 180 || s < -90 || n > 90 || w >= e || s >= n {
		return nil
	}
	return []float64{w, s, e, n}
}
