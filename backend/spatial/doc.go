// Package spatial measures shapes on the ground: the metric frame of a district, validity, areas, exact distances between
// polygons, and the search for the nearest of many. It knows numbers and geometry, not estates or policy, and is not a
// general geometry library: no overlay, no buffers, no other projections.
//
//	frame := spatial.FrameOf(bounds)                   // degrees → metres
//	shapes := spatial.Pack(frame, n, boundary)         // projected once
//	index := spatial.NewIndex(shapes, hosts)
//	matches := index.NearestAll(queries, 0)            // host and distance of each query
//	pair := shapes.Nearest(a, shapes, b)               // nearest points, for the one that somebody looks at
package spatial
