package spatial

import (
	"math"

	"github.com/paulmach/orb"
)

// Shapes are shapes in the plane, packed for measuring: many small rings in a few flat slices, in the order of a Hilbert curve,
// so that what is near in the plane is near in memory. They are not changed after they are made and may be used by several
// goroutines.
type Shapes struct {
	points []point // the rings one after another, each closed
	runs   []run
	parts  []int32 // the first run of each part; one more at the end
	shapes []shape // along the curve
	place  []int32 // of shape i in shapes
}

// run is a stretch of one ring: the edges from points[first] to points[last].
type run struct {
	box         box
	first, last int32
}

type shape struct {
	box       box
	firstPart int32
	lastPart  int32 // the one after the last
}

// runEdges is the greatest number of edges of a run. Near a boundary only a few runs of a shape have to be looked at.
const runEdges = 32

// Pack projects the boundaries of n shapes and packs them. A nil frame takes them as they are, in metres. Rings are closed;
// winding does not matter; shapes, parts and rings may be empty.
func Pack(f *Frame, n int, boundary func(i int) orb.MultiPolygon) *Shapes {
	points, parts, runs := 0, 0, 0
	firsts := make([]point, n)
	for i := range n {
		mp := boundary(i)
		first, _ := firstPoint(mp)
		firsts[i] = pointOf(first)
		for _, polygon := range mp {
			parts++
			for _, ring := range polygon {
				points += max(len(ring), 2)
				runs += 1 + len(ring)/runEdges
			}
		}
	}
	s := &Shapes{
		points: make([]point, 0, points),
		runs:   make([]run, 0, runs),
		parts:  make([]int32, 0, parts+1),
		shapes: make([]shape, n),
		place:  make([]int32, n),
	}
	for at, i := range alongHilbert(firsts) {
		s.place[i] = int32(at)
		sh := shape{box: emptyBox, firstPart: int32(len(s.parts))}
		for _, polygon := range boundary(int(i)) {
			s.parts = append(s.parts, int32(len(s.runs)))
			for _, ring := range polygon {
				sh.box = sh.box.union(s.addRing(f, ring))
			}
		}
		sh.lastPart = int32(len(s.parts))
		s.shapes[at] = sh
	}
	s.parts = append(s.parts, int32(len(s.runs)))
	return s
}

// addRing projects a ring, cuts it into runs of about equal length and returns its box.
func (s *Shapes) addRing(f *Frame, ring orb.Ring) box {
	all := emptyBox
	if len(ring) == 0 {
		return all
	}
	first := int32(len(s.points))
	for _, p := range ring {
		q := pointOf(p)
		if f != nil {
			q.x, q.y = f.forward(p[0], p[1])
		}
		s.points = append(s.points, q)
	}
	edges := len(ring) - 1
	if edges == 0 { // a lone point is an edge from itself to itself
		s.points = append(s.points, s.points[first])
		edges = 1
	}
	for count := (edges + runEdges - 1) / runEdges; count > 0; count-- {
		length := edges / count
		last := first + int32(length)
		b := boxOf(s.points[first : last+1])
		s.runs = append(s.runs, run{b, first, last})
		all = all.union(b)
		edges -= length
		first = last
	}
	return all
}

// Len returns the number of shapes.
func (s *Shapes) Len() int { return len(s.shapes) }

// shape returns a shape by the number that the caller gave it.
func (s *Shapes) shape(i int) *shape { return &s.shapes[s.place[i]] }

// Area returns the area of a shape in square metres: shells less holes.
func (s *Shapes) Area(i int) float64 {
	var sum float64
	sh := s.shape(i)
	for part := sh.firstPart; part < sh.lastPart; part++ {
		runs := s.runs[s.parts[part]:s.parts[part+1]]
		sign := 1.0
		for len(runs) > 0 {
			// The runs of a ring follow each other without a gap.
			n := 1
			for n < len(runs) && runs[n].first == runs[n-1].last {
				n++
			}
			sum += sign * math.Abs(ringArea(s.points[runs[0].first:runs[n-1].last+1]))
			runs, sign = runs[n:], -1
		}
	}
	return sum
}

// ringArea returns the signed area of a closed ring, in a fan from its first point.
func ringArea(ring []point) float64 {
	var sum float64
	o := ring[0]
	for i := 2; i < len(ring); i++ {
		a, b := ring[i-1], ring[i]
		sum += (a.x-o.x)*(b.y-o.y) - (b.x-o.x)*(a.y-o.y)
	}
	return sum / 2
}

// box is a rectangle in whole centimetres that holds what it is made of, with a little to spare: distances between boxes are
// never more than between what is in them. Whole numbers compare without branches and take half the room of floats. Beyond
// 10,700 km boxes end at the edge of the range, which brings things nearer, never farther.
type box struct{ minX, minY, maxX, maxY int32 }

const (
	boxUnit = 100       // to the metre
	boxEdge = 1<<30 - 1 // so that squares of distances fit 63 bits
)

var emptyBox = box{boxEdge, boxEdge, -boxEdge, -boxEdge}

func boxOf(points []point) box {
	minX, minY, maxX, maxY := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range points {
		minX, maxX = min(minX, p.x), max(maxX, p.x)
		minY, maxY = min(minY, p.y), max(maxY, p.y)
	}
	return box{down(minX), down(minY), up(maxX), up(maxY)}
}

// down and up leave a centimetre for the rounding of the product.
func down(v float64) int32 { return int32(min(max(math.Floor(v*boxUnit)-1, -boxEdge), boxEdge)) }
func up(v float64) int32   { return int32(min(max(math.Ceil(v*boxUnit)+1, -boxEdge), boxEdge)) }

func (b box) union(o box) box {
	return box{min(b.minX, o.minX), min(b.minY, o.minY), max(b.maxX, o.maxX), max(b.maxY, o.maxY)}
}

// span returns width plus height.
func (b *box) span() int64 {
	return int64(b.maxX) - int64(b.minX) + int64(b.maxY) - int64(b.minY)
}

// distance2 returns the square of the distance between two boxes, in square centimetres.
func (b *box) distance2(o *box) int64 {
	dx := max(int64(b.minX)-int64(o.maxX), int64(o.minX)-int64(b.maxX), 0)
	dy := max(int64(b.minY)-int64(o.maxY), int64(o.minY)-int64(b.maxY), 0)
	return dx*dx + dy*dy
}

// nearestTo returns a point of b near o: the one nearest to the middle of o, in metres.
func (b *box) nearestTo(o *box) point {
	x := min(max((int64(o.minX)+int64(o.maxX))/2, int64(b.minX)), int64(b.maxX))
	y := min(max((int64(o.minY)+int64(o.maxY))/2, int64(b.minY)), int64(b.maxY))
	return point{float64(x) / boxUnit, float64(y) / boxUnit}
}

// farthest2 returns the square of a distance, in square centimetres, within which every point of b has some point of what o
// holds: what a box holds touches all its sides, so the nearest side does, to its far end.
func (b *box) farthest2(o *box) int64 {
	farX := max(int64(b.maxX)-int64(o.minX), int64(o.maxX)-int64(b.minX)) // to the far side, and across
	farY := max(int64(b.maxY)-int64(o.minY), int64(o.maxY)-int64(b.minY))
	nearX := min(max(int64(o.minX)-int64(b.minX), int64(b.maxX)-int64(o.minX)), max(int64(o.maxX)-int64(b.minX), int64(b.maxX)-int64(o.maxX)))
	nearY := min(max(int64(o.minY)-int64(b.minY), int64(b.maxY)-int64(o.minY)), max(int64(o.maxY)-int64(b.minY), int64(b.maxY)-int64(o.maxY)))
	return min(nearX*nearX+farY*farY, farX*farX+nearY*nearY)
}

// overlaps reports whether two boxes have a point in common.
func (b *box) overlaps(o *box) bool {
	return b.minX <= o.maxX && o.minX <= b.maxX && b.minY <= o.maxY && o.minY <= b.maxY
}

// within returns the square, in square centimetres, of which everything within d metres is at most.
func within(d float64) int64 {
	cm := int64(min(math.Ceil(d*boxUnit)+1, 2*boxEdge))
	return cm * cm
}
