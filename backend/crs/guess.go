package crs

import (
	"math"

	"github.com/paulmach/orb"
)

// Guess proposes systems for coordinates of which a file says nothing, the likeliest first, by what the numbers of a district in China
// can be. A guess is to be shown and confirmed, never taken silently: eastings without a zone's number fit every zone.
func Guess(box orb.Bound) []System {
	w, s, e, n := box.Min[0], box.Min[1], box.Max[0], box.Max[1]
	in := func(v, least, most float64) bool { return v >= least && v <= most }
	pair := func(a, b float64, least, most float64) bool { return in(a, least, most) && in(b, least, most) }
	const leastNorthing, mostNorthing = 300_000, 6_000_000
	var out []System
	swap := func(s System) System { s.Swapped = true; return s }
	switch {
	case pair(w, e, 73, 136) && pair(s, n, 3, 54):
		out = append(out, Geographic)
	case pair(s, n, 73, 136) && pair(w, e, 3, 54):
		out = append(out, swap(Geographic))
	case numbered(w, e) && pair(s, n, leastNorthing, mostNorthing):
		out = append(out, GaussKrueger(3*math.Floor(w/1e6), true))
	case numbered(s, n) && pair(w, e, leastNorthing, mostNorthing):
		out = append(out, swap(GaussKrueger(3*math.Floor(s/1e6), true)))
	case pair(w, e, 100_000, 900_000) && pair(s, n, 1_000_000, mostNorthing):
		out = append(out, anyZone(false)...)
	case pair(s, n, 100_000, 900_000) && pair(w, e, 1_000_000, mostNorthing):
		out = append(out, anyZone(true)...)
	case pair(w, e, 8_000_000, 15_200_000) && pair(s, n, 400_000, 7_200_000):
		out = append(out, System{Kind: WebMercator})
	}
	return out
}

// numbered reports whether eastings begin with the number of one zone.
func numbered(from, to float64) bool {
	zone := math.Floor(from / 1e6)
	return zone >= firstZone && zone < firstZone+zones && math.Floor(to/1e6) == zone && from-zone*1e6 > 100_000 && to-zone*1e6 < 900_000
}

func anyZone(swapped bool) []System {
	out := make([]System, zones)
	for i := range out {
		out[i] = GaussKrueger(firstMeridian+3*float64(i), false)
		out[i].Swapped = swapped
	}
	return out
}

// Swapped reports whether coordinates of a system only make sense with both numbers exchanged: northing first, as surveyors write.
func Swapped(s System, box orb.Bound) bool {
	fits := func(b orb.Bound) bool {
		for _, p := range []orb.Point{b.Min, b.Max} {
			at, ok := s.ToLonLat(p)
			if !ok || at[0] < 73 || at[0] > 136 || at[1] < 3 || at[1] > 54 {
				return false
			}
			if s.Kind == Zone && math.Abs(at[0]-s.Meridian) > 6 {
				return false
			}
		}
		return true
	}
	turned := orb.Bound{Min: orb.Point{box.Min[1], box.Min[0]}, Max: orb.Point{box.Max[1], box.Max[0]}}
	return !fits(box) && fits(turned)
}
