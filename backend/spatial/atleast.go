package spatial

import "math"

// AtLeast returns a distance in metres that shapes i and j are at least apart: that of their boxes. It is a first look before
// Nearest measures.
func (s *Shapes) AtLeast(i, j int) float64 {
	return math.Sqrt(float64(s.shape(i).box.distance2(&s.shape(j).box))) / boxUnit
}
