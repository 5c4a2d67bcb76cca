package paper

import (
	"image"
	"math"

	"golang.org/x/image/vector"
)

// edge is a side of a shape in px.
type edge struct{ ax, ay, bx, by float32 }

func appendEdges(edges []edge, points []Point, scale float64) []edge {
	if len(points) < 3 {
		return edges
	}
	last := points[len(points)-1]
	for _, p := range points {
		edges = append(edges, edge{float32(last.X * scale), float32(last.Y * scale), float32(p.X * scale), float32(p.Y * scale)})
		last = p
	}
	return edges
}

// bandHeight is how many rows are worked on at a time. The rasterizer's cost is the area of its box: in bands a line across the
// page costs what its own pixels do.
const bandHeight = 64

// filler paints shapes given by their edges; the inside is where turns to one side outnumber those to the other.
type filler struct {
	rasterizer vector.Rasterizer
	bands      [][]int32
}

// draw paints the part of a shape that lies in clip, a part of the picture.
func (f *filler) draw(img *image.RGBA, clip image.Rectangle, edges []edge, c Color) {
	low, high := math.Inf(1), math.Inf(-1)
	for i := range edges {
		low = min(low, float64(edges[i].ay))
		high = max(high, float64(edges[i].ay))
	}
	top, bottom := max(clip.Min.Y, int(math.Floor(low))), min(clip.Max.Y, int(math.Ceil(high)))
	if !(low < high) || top >= bottom {
		return
	}
	color := image.NewUniform(c)
	if bottom-top <= bandHeight {
		f.band(img, clip, edges, nil, top, bottom, color)
		return
	}
	n := (bottom - top + bandHeight - 1) / bandHeight
	for len(f.bands) < n {
		f.bands = append(f.bands, nil)
	}
	for i := range n {
		f.bands[i] = f.bands[i][:0]
	}
	for i := range edges {
		e := &edges[i]
		from := max(0, (int(math.Floor(float64(min(e.ay, e.by))))-top)/bandHeight)
		to := min(n-1, (int(math.Ceil(float64(max(e.ay, e.by))))-top)/bandHeight)
		for b := from; b <= to; b++ {
			f.bands[b] = append(f.bands[b], int32(i))
		}
	}
	for b := range n {
		y := top + b*bandHeight
		f.band(img, clip, edges, f.bands[b], y, min(y+bandHeight, bottom), color)
	}
}

// band paints the rows from top to bottom; of nil means all edges.
func (f *filler) band(img *image.RGBA, clip image.Rectangle, edges []edge, of []int32, top, bottom int, color *image.Uniform) {
	n := len(of)
	if of == nil {
		n = len(edges)
	}
	at := func(i int) edge {
		if of != nil {
			i = int(of[i])
		}
		e, _ := edges[i].between(float32(top), float32(bottom))
		return e
	}
	left, right := float32(math.Inf(1)), float32(math.Inf(-1))
	for i := range n {
		if e := at(i); e.ay != e.by {
			left, right = min(left, e.ax, e.bx), max(right, e.ax, e.bx)
		}
	}
	if !(left <= right) || right < float32(clip.Min.X) || left > float32(clip.Max.X) {
		return
	}
	box := image.Rect(max(clip.Min.X, int(math.Floor(float64(left)))), top, min(clip.Max.X, int(math.Ceil(float64(right)))+1), bottom)
	if box.Empty() {
		return
	}
	f.rasterizer.Reset(box.Dx(), box.Dy())
	dx, dy := float32(box.Min.X), float32(box.Min.Y)
	for i := range n {
		if e := at(i); e.ay != e.by {
			f.edge(edge{e.ax - dx, e.ay - dy, e.bx - dx, e.by - dy}, float32(box.Dx()))
		}
	}
	f.rasterizer.Draw(img, box, color, image.Point{})
}

// edge hands an edge to the rasterizer. What lies left or right of the rows only counts as having passed there: it is pressed
// against the border, or the rasterizer would walk all the way out.
func (f *filler) edge(e edge, width float32) {
	if e.ax > e.bx {
		// From left to right, which turns its sign around; so it is handed over backwards.
		e = edge{e.bx, e.by, e.ax, e.ay}
		f.pieces(e, width, true)
		return
	}
	f.pieces(e, width, false)
}

func (f *filler) pieces(e edge, width float32, backwards bool) {
	line := func(ax, ay, bx, by float32) {
		if backwards {
			ax, ay, bx, by = bx, by, ax, ay
		}
		f.rasterizer.MoveTo(ax, ay)
		f.rasterizer.LineTo(bx, by)
	}
	if e.ax >= 0 && e.bx <= width {
		line(e.ax, e.ay, e.bx, e.by)
		return
	}
	at := func(x float32) float32 { return e.ay + (x-e.ax)*(e.by-e.ay)/(e.bx-e.ax) }
	if e.ax < 0 {
		if e.bx <= 0 {
			line(0, e.ay, 0, e.by)
			return
		}
		y := at(0)
		line(0, e.ay, 0, y)
		e.ax, e.ay = 0, y
	}
	if e.bx > width {
		if e.ax >= width {
			line(width, e.ay, width, e.by)
			return
		}
		y := at(width)
		line(width, y, width, e.by)
		e.bx, e.by = width, y
	}
	line(e.ax, e.ay, e.bx, e.by)
}

// between returns the part of an edge between two rows; an edge outside has no height.
func (e edge) between(top, bottom float32) (edge, bool) {
	if max(e.ay, e.by) <= top || min(e.ay, e.by) >= bottom {
		return edge{}, false
	}
	slope := (e.bx - e.ax) / (e.by - e.ay)
	cut := func(x, y float32) (float32, float32) {
		switch {
		case y < top:
			return e.ax + (top-e.ay)*slope, top
		case y > bottom:
			return e.ax + (bottom-e.ay)*slope, bottom
		}
		return x, y
	}
	var out edge
	out.ax, out.ay = cut(e.ax, e.ay)
	out.bx, out.by = cut(e.bx, e.by)
	return out, out.ay != out.by
}
