package spatial

import "math"

// The CGCS2000 ellipsoid (GB 22021-2008; EPSG 1024).
const (
	semiMajorM        = 6378137.0
	inverseFlattening = 298.257222101
)

// krueger is the transverse Mercator projection of the CGCS2000 ellipsoid with scale 1 on the meridian, by Krüger's series in
// the third flattening n to n⁶ as given in Karney, Transverse Mercator with an accuracy of a few nanometers (2011),
// equations 7–36. Truncation is under 10 nm within 3900 km of the meridian.
var krueger = newKruegerSeries()

type kruegerSeries struct {
	radius      float64 // of the sphere whose meridian is as long as the ellipsoid's, in metres
	e, e2       float64 // eccentricity and its square
	alpha, beta [6]float64
}

func newKruegerSeries() kruegerSeries {
	f := 1 / inverseFlattening
	n := f / (2 - f)
	e2 := f * (2 - f)
	n2 := n * n
	poly := func(c ...float64) float64 { // c[0]·n + c[1]·n² + …
		v := 0.0
		for i := len(c) - 1; i >= 0; i-- {
			v = (v + c[i]) * n
		}
		return v
	}
	return kruegerSeries{
		radius: semiMajorM / (1 + n) * (1 + n2/4 + n2*n2/64 + n2*n2*n2/256),
		e:      math.Sqrt(e2), e2: e2,
		alpha: [6]float64{
			poly(1.0/2, -2.0/3, 5.0/16, 41.0/180, -127.0/288, 7891.0/37800),
			poly(0, 13.0/48, -3.0/5, 557.0/1440, 281.0/630, -1983433.0/1935360),
			poly(0, 0, 61.0/240, -103.0/140, 15061.0/26880, 167603.0/181440),
			poly(0, 0, 0, 49561.0/161280, -179.0/168, 6601661.0/7257600),
			poly(0, 0, 0, 0, 34729.0/80640, -3418889.0/1995840),
			poly(0, 0, 0, 0, 0, 212378941.0/319334400),
		},
		beta: [6]float64{
			poly(1.0/2, -2.0/3, 37.0/96, -1.0/360, -81.0/512, 96199.0/604800),
			poly(0, 1.0/48, 1.0/15, -437.0/1440, 46.0/105, -1118711.0/3870720),
			poly(0, 0, 17.0/480, -37.0/840, -209.0/4480, 5569.0/90720),
			poly(0, 0, 0, 4397.0/161280, -11.0/504, -830251.0/7257600),
			poly(0, 0, 0, 0, 4583.0/161280, -108847.0/3991680),
			poly(0, 0, 0, 0, 0, 20648693.0/638668800),
		},
	}
}

// isometric returns the isometric latitude ψ of a latitude; both in radians. e2 < 1 keeps it finite short of the poles.
func (k *kruegerSeries) isometric(lat float64) float64 {
	sin := math.Sin(lat)
	return math.Asinh(math.Tan(lat)) - k.e*math.Atanh(k.e*sin)
}

// forward maps isometric latitude and longitude from the meridian, in radians, to metres east of the meridian and north of
// the equator.
func (k *kruegerSeries) forward(psi, lon float64) (x, y float64) {
	tau := math.Sinh(psi) // tangent of the conformal latitude
	sinLon, cosLon := math.Sincos(lon)
	xi := math.Atan2(tau, cosLon)
	eta := math.Asinh(sinLon / math.Hypot(tau, cosLon))
	dXi, dEta := clenshaw(&k.alpha, xi, eta)
	return k.radius * (eta + dEta), k.radius * (xi + dXi)
}

// inverse maps metres to latitude and longitude from the meridian in radians.
func (k *kruegerSeries) inverse(x, y float64) (lat, lon float64) {
	xi, eta := y/k.radius, x/k.radius
	dXi, dEta := clenshaw(&k.beta, xi, eta)
	xi -= dXi
	eta -= dEta
	sinXi, cosXi := math.Sincos(xi)
	sinhEta := math.Sinh(eta)
	lon = math.Atan2(sinhEta, cosXi)
	conformal := sinXi / math.Hypot(sinhEta, cosXi)
	// Newton for tan(lat), Karney's equations 19–21; three steps reach the last bit.
	tau := conformal / (1 - k.e2)
	for range 4 {
		root := math.Hypot(1, tau)
		sigma := math.Sinh(k.e * math.Atanh(k.e*tau/root))
		at := tau*math.Hypot(1, sigma) - sigma*root
		tau += (conformal - at) / math.Hypot(1, at) * (1 + (1-k.e2)*tau*tau) / ((1 - k.e2) * root)
	}
	return math.Atan(tau), lon
}

// clenshaw sums c[j]·sin(2(j+1)ζ) for ζ = ξ + iη and returns its real and imaginary part.
func clenshaw(c *[6]float64, xi, eta float64) (re, im float64) {
	sin, cos := math.Sincos(2 * xi)
	sinh, cosh := math.Sinh(2*eta), math.Cosh(2*eta)
	// 2·cos 2ζ
	ar, ai := 2*cos*cosh, -2*sin*sinh
	var b1r, b1i, b2r, b2i float64
	for j := len(c) - 1; j >= 0; j-- {
		br := ar*b1r - ai*b1i - b2r + c[j]
		bi := ar*b1i + ai*b1r - b2i
		b2r, b2i, b1r, b1i = b1r, b1i, br, bi
	}
	sr, si := sin*cosh, cos*sinh // sin 2ζ
	return sr*b1r - si*b1i, sr*b1i + si*b1r
}
