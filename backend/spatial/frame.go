package spatial

import (
	"math"
	"math/cmplx"

	"github.com/paulmach/orb"
)

// Frame is the plane in which distances and areas are measured: the transverse Mercator projection of the CGCS2000 ellipsoid
// with scale 1 on one meridian (RULES 7). x is metres east of the meridian, y metres north of the equator. Within 25 km of
// the meridian the plane stretches lengths by less than 8e-6. A Frame is not changed after it is made.
//
// Over a district a polynomial gives the same figures in a tenth of the time. With ψ the isometric latitude, the projection
// is a complex-analytic function of ψ + iλ, and ψ one of the latitude; so two Taylor polynomials in one variable do, and
// Cauchy's estimate bounds what they leave out. Places where the bound is over polynomialErrorM go through the series.
type Frame struct {
	meridian float64 // degrees

	// Of the polynomials; latReach < 0: there are none.
	lat0               float64 // degrees
	latReach, lonReach float64 // degrees from lat0 and the meridian within which they hold
	psi                [degree + 1]float64
	plane              [degree + 1]float64
}

const (
	degree = 10
	// polynomialErrorM is the greatest error of the polynomials against the series, in metres, rounding apart.
	polynomialErrorM = 1e-7
	radian           = math.Pi / 180
)

// FrameAt returns the frame of a meridian, in degrees.
func FrameAt(meridian float64) *Frame {
	return &Frame{meridian: meridian, latReach: -1}
}

// FrameOf returns the frame of a district with the given bounds in degrees. Its meridian is in the middle.
func FrameOf(box orb.Bound) *Frame {
	f := FrameAt((box.Min[0] + box.Max[0]) / 2)
	f.lat0 = (box.Min[1] + box.Max[1]) / 2
	// Room for what lies a little outside the bounds, such as streets.
	f.fit(1.1*(box.Max[1]-box.Min[1])/2+0.01, 1.1*(box.Max[0]-box.Min[0])/2+0.01)
	return f
}

// fit makes the polynomials for places within the given degrees of lat0 and the meridian, if they are good enough there.
func (f *Frame) fit(latReach, lonReach float64) {
	lat, reach := f.lat0*radian, latReach*radian
	if math.IsNaN(lat) || math.Abs(lat)+2*reach > math.Pi/2 {
		return
	}
	// ψ is analytic up to the poles.
	radius := 0.8 * (math.Pi/2 - math.Abs(lat))
	psi, most := taylor(func(z complex128) complex128 {
		return cmplx.Asinh(cmplx.Tan(z)) - complex(krueger.e, 0)*cmplx.Atanh(complex(krueger.e, 0)*cmplx.Sin(z))
	}, lat, radius)
	stretch := krueger.radius / math.Cos(lat+math.Copysign(reach, lat)) // metres for a radian of ψ, at most
	if truncation(most, reach/radius)*stretch > polynomialErrorM/2 {
		return
	}

	// The plane is analytic up to the points of the equator 90° from the meridian; the circle stays clear of them.
	psi0 := psi[0]
	radius = 1.2
	plane, most := taylor(func(z complex128) complex128 {
		x, y := krueger.forward(real(z), imag(z))
		return complex(y, x)
	}, psi0, radius)
	far := math.Hypot(krueger.isometric(math.Min(math.Abs(lat)+reach, math.Pi/2))-math.Abs(psi0), lonReach*radian)
	if truncation(most, far/radius) > polynomialErrorM/2 {
		return
	}
	psi[0] = 0
	power := 1.0
	for i := range psi {
		f.psi[i] = psi[i] * power
		power *= radian
	}
	f.plane = plane
	f.latReach, f.lonReach = latReach, lonReach
}

// taylor returns the Taylor coefficients at a real centre of a function that is real on the real axis and analytic within
// radius, by the trapezoid rule on Cauchy's integrals, and twice the greatest value met on the circle.
func taylor(fn func(complex128) complex128, centre, radius float64) (c [degree + 1]float64, most float64) {
	// The rule folds coefficient j+256 into j; with the nearest singularity at 1.25 times the radius or farther that is
	// 0.8²⁵⁶ of the whole, nothing.
	const points = 256
	var value [points]complex128
	for k := range value {
		value[k] = fn(complex(centre, 0) + cmplx.Rect(radius, 2*math.Pi*float64(k)/points))
		most = max(most, 2*cmplx.Abs(value[k]))
	}
	for j := range c {
		sum := 0i
		for k, v := range value {
			sum += v * cmplx.Rect(1, -2*math.Pi*float64(j*k%points)/points)
		}
		c[j] = real(sum) / points / math.Pow(radius, float64(j))
	}
	return c, most
}

// truncation bounds what a Taylor polynomial leaves out at the given share of a circle on which the function is at most most.
func truncation(most, share float64) float64 {
	if share >= 1 {
		return math.Inf(1)
	}
	return most * math.Pow(share, degree+1) / (1 - share)
}

// Meridian returns the meridian of scale 1 in degrees.
func (f *Frame) Meridian() float64 { return f.meridian }

// Forward maps a place in degrees to the plane in metres.
func (f *Frame) Forward(lonLat orb.Point) orb.Point {
	x, y := f.forward(lonLat[0], lonLat[1])
	return orb.Point{x, y}
}

// Inverse maps a place in the plane to degrees.
func (f *Frame) Inverse(p orb.Point) orb.Point {
	lat, lon := krueger.inverse(p[0], p[1])
	return orb.Point{f.meridian + lon/radian, lat / radian}
}

// ProjectAll maps places in degrees to the plane in metres; dst has at least their length and may be the same slice.
func (f *Frame) ProjectAll(dst, lonLat []orb.Point) {
	dst = dst[:len(lonLat)]
	for i := range lonLat {
		dst[i][0], dst[i][1] = f.forward(lonLat[i][0], lonLat[i][1])
	}
}

// Project returns a copy of mp in the plane.
func (f *Frame) Project(mp orb.MultiPolygon) orb.MultiPolygon {
	out := make(orb.MultiPolygon, len(mp))
	for i, polygon := range mp {
		out[i] = make(orb.Polygon, len(polygon))
		for j, ring := range polygon {
			out[i][j] = make(orb.Ring, len(ring))
			f.ProjectAll(out[i][j], ring)
		}
	}
	return out
}

func (f *Frame) forward(lon, lat float64) (x, y float64) {
	u, v := lat-f.lat0, lon-f.meridian
	if !(math.Abs(u) <= f.latReach && math.Abs(v) <= f.lonReach) {
		return krueger.forward(krueger.isometric(lat*radian), v*radian)
	}
	c := &f.psi
	psi := c[degree]
	for i := degree - 1; i > 0; i-- {
		psi = psi*u + c[i]
	}
	psi *= u
	lambda := v * radian
	// A polynomial with real coefficients at a complex place: Knuth, The Art of Computer Programming 2, 4.6.4 (3).
	p := &f.plane
	twice, square := 2*psi, psi*psi+lambda*lambda
	a, b := p[degree], p[degree-1]
	for i := degree - 2; i >= 0; i-- {
		a, b = b+twice*a, p[i]-square*a
	}
	return lambda * a, psi*a + b
}
