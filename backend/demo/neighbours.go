package demo

import "math"

// neighbours finds the nearest of some estates by outline.
type neighbours struct {
	squares map[[2]int][]*estate
}

const neighbourMesh = 600 // m

func squareOf(p point) [2]int {
	return [2]int{int(math.Floor(p.x / neighbourMesh)), int(math.Floor(p.y / neighbourMesh))}
}

func newNeighbours(estates []*estate, keep func(*estate) bool) *neighbours {
	n := &neighbours{map[[2]int][]*estate{}}
	for _, e := range estates {
		if keep(e) {
			at := squareOf(e.middle)
			n.squares[at] = append(n.squares[at], e)
		}
	}
	return n
}

// nearest returns the nearest estate to e within 3 km and the distance in metres; nil if there is none.
func (n *neighbours) nearest(e *estate) (*estate, float64) { return n.nearestBut(e, nil) }

// nearestBut is nearest with one estate passed over.
func (n *neighbours) nearestBut(e, but *estate) (*estate, float64) {
	const reach = 300 // m from the middle of an estate to its farthest point, at most
	at := squareOf(e.middle)
	var found *estate
	best := math.Inf(1)
	for ring := 0; ring <= 5; ring++ {
		if best < float64(ring-1)*neighbourMesh-2*reach {
			break
		}
		for x := at[0] - ring; x <= at[0]+ring; x++ {
			for y := at[1] - ring; y <= at[1]+ring; y++ {
				if max(abs(x-at[0]), abs(y-at[1])) != ring {
					continue
				}
				for _, o := range n.squares[[2]int{x, y}] {
					if o == e || o == but || o.middle.distance(e.middle)-2*reach > best {
						continue
					}
					if d := e.shape.gap(o.shape); d < best {
						found, best = o, d
					}
				}
			}
		}
	}
	return found, best
}

func abs(i int) int {
	if i < 0 {
		return -i
	}
	return i
}
