package sheet

import (
	"math"

	"estateatlas/backend/paper"
)

// Where badges and names stand so that none lies on another; the screen's frontend/src/map/labels.ts in mm. The order of the
// calls is the order of right.

// bandEstate is an estate of a band with what its badge needs.
type bandEstate struct {
	at     int // in Map.Estates
	x, y   float64
	rx, ry float64 // half of the shape's width and height
	badge  float64 // width
	name   float64 // width
}

// badge is where a rank and its name stand.
type badge struct {
	at    int
	box   paper.Box // of the badge; the name stands nameGap to its right
	named bool
	// leader says that a line leads from the estate at x, y to the badge.
	leader bool
	x, y   float64
}

const (
	badgeHeight = 18.0
	nameGap     = 3.0
	clearance   = 2.0
	roomInside  = 100.0
)

// placeBadge places the badge of a band's estate with its name: on a large shape, else right, left, above, below, at the
// corners, further off with a leader. Where no name fits the badge stands alone, over the estate or aside with a leader.
func placeBadge(e *bandEstate, f *field, unit float64) badge {
	h := badgeHeight * unit
	w := e.badge + (nameGap+2)*unit + e.name
	put := func(b paper.Box, named, leader bool) badge {
		f.take(b.Inset(-clearance*unit), noOwner)
		b.W = e.badge
		return badge{at: e.at, box: b, named: named, leader: leader, x: e.x, y: e.y}
	}
	free := func(b paper.Box, owner int) bool { return f.isFree(b.Inset(-clearance*unit), owner) }
	if min(e.rx, e.ry)*2 > roomInside*unit && w < e.rx*2 {
		if b := (paper.Box{X: e.x - w/2, Y: e.y - h/2, W: w, H: h}); free(b, e.at) {
			return put(b, true, false)
		}
	}
	near, far := 3*unit, 24*unit
	x, y, rx, ry := e.x, e.y, e.rx, e.ry
	for i, p := range [...]paper.Point{
		{X: x + rx + near, Y: y - h/2},
		{X: x - rx - near - w, Y: y - h/2},
		{X: x - w/2, Y: y - ry - h - near},
		{X: x - w/2, Y: y + ry + near},
		{X: x + rx, Y: y - ry - h},
		{X: x + rx, Y: y + ry},
		{X: x - rx - w, Y: y - ry - h},
		{X: x - rx - w, Y: y + ry},
		{X: x + rx + far, Y: y - h*1.6},
		{X: x - rx - far - w, Y: y + h*0.6},
		{X: x - w/2, Y: y - ry - h*2.2},
		{X: x - w/2, Y: y + ry + h*1.3},
		{X: x + rx + far, Y: y + h*1.6},
		{X: x - rx - far - w, Y: y - h*1.6},
		{X: x + rx + 2*far, Y: y - h*3},
		{X: x - rx - 2*far - w, Y: y - h*3},
		{X: x + rx + 2*far, Y: y + h*3},
		{X: x - rx - 2*far - w, Y: y + h*3},
	} {
		const firstFar = 8
		if b := (paper.Box{X: p.X, Y: p.Y, W: w, H: h}); free(b, noOwner) {
			return put(b, true, i >= firstFar)
		}
	}
	home := paper.Box{X: x - e.badge/2, Y: y - h/2, W: e.badge, H: h}
	if free(home, e.at) {
		return put(home, false, false)
	}
	for n := 1.0; n <= 30; n++ {
		for _, d := range [...]paper.Point{{X: 1}, {X: -1}, {Y: -1}, {Y: 1}, {X: 1, Y: -1}, {X: -1, Y: 1}, {X: 1, Y: 1}, {X: -1, Y: -1}} {
			b := home
			b.X += d.X * n * (e.badge + 2*clearance*unit)
			b.Y += d.Y * n * (h + 2*clearance*unit)
			if free(b, noOwner) {
				return put(b, false, true)
			}
		}
	}
	return put(home, false, false)
}

// areaOffsets are where the name of an area may step aside to, in units.
var areaOffsets = [...]paper.Point{
	{},
	{Y: -22},
	{Y: 22},
	{X: 40, Y: -10},
	{X: -40, Y: 10},
	{X: 40, Y: 20},
	{X: -40, Y: -24},
	{Y: -46},
	{Y: 46},
	{X: 76, Y: -20},
	{X: -76, Y: 20},
	{X: 76, Y: 24},
	{X: -76, Y: -30},
	{Y: 70},
	{Y: -70},
	{X: 120, Y: 40},
	{X: -120, Y: -40},
	{Y: -100},
	{Y: 100},
	{X: 160},
	{X: -160},
	{X: 120, Y: -80},
	{X: -120, Y: 80},
	{X: 120, Y: 80},
	{X: -120, Y: -80},
}

// placeArea places a name of an area near its middle, at most reach away. Each of avoid holds what it should rather not cover,
// the most wished first; they are given up one by one.
func placeArea(x, y, w, h, reach float64, f *field, avoid []*field, unit float64) (at paper.Point, ok bool) {
	for i := 0; i <= len(avoid); i++ {
		for _, d := range areaOffsets {
			if math.Hypot(d.X, d.Y)*unit > reach {
				continue
			}
			b := paper.Box{X: x + d.X*unit - w/2, Y: y + d.Y*unit - h/2, W: w, H: h}
			room := paper.Box{X: b.X - 4*unit, Y: b.Y - 3*unit, W: w + 8*unit, H: h + 6*unit}
			if !f.isFree(room, noOwner) || (i < len(avoid) && !avoid[i].isFree(room, noOwner)) {
				continue
			}
			f.take(room, noOwner)
			return paper.Point{X: b.X + w/2, Y: b.Y + h/2}, true
		}
	}
	return at, false
}
