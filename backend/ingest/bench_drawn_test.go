package ingest

import (
	"fmt"
	"testing"

	"estateatlas/backend/crs"

	"github.com/paulmach/orb"
)

// BenchmarkDrawing reads and checks 50,000 areas of seven corners in metres, with four columns in GBK.
func BenchmarkDrawing(b *testing.B) {
	const n = 50_000
	system, _ := crs.ByEPSG(4548)
	d := drawing{fields: []string{"编号", "小区名称", "街道", "户数"}, gbk: true, cpg: "GBK"}
	for i := range n {
		at := orb.Point{117 + float64(i%250)*0.0012, 39 + float64(i/250)*0.0012}
		var ring orb.Ring
		for _, c := range [][2]float64{{0, 3}, {1, 5}, {3, 6}, {5, 5}, {6, 3}, {4, 0}, {2, 0}, {0, 3}} {
			p, _ := system.FromLonLat(orb.Point{at[0] + c[0]*0.0001, at[1] + c[1]*0.0001})
			ring = append(ring, p)
		}
		d.rings = append(d.rings, ring)
		d.cells = append(d.cells, []string{fmt.Sprintf("e%05d", i), fmt.Sprintf("月牙河东里%d", i), fmt.Sprintf("万新街道%d", i%12), fmt.Sprint(100 + i%900)})
	}
	path := d.write(b, "块")
	options := Options{Shapes: ShapeOptions{System: "EPSG:4548"}}
	b.ResetTimer()
	for b.Loop() {
		if r := readPaths(b, nil, options, path); len(r.Put.Estates) != n {
			b.Fatal(len(r.Faults))
		}
	}
}
