package app

// Measure returns the length of a line of lon-lat points, or the area of the ring they make when closed.
func (a *Atlas) Measure(points [][]float64, closed bool) (Measured, error) {
	return Measured{}, errNotYet
}
