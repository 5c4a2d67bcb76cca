package ingest

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"estateatlas/backend/domain"
)

// BenchmarkEstates reads and checks a district of 50,000 estates, or the file that ESTATE_ATLAS_BENCH names.
// Run with -cpu 1,2.
func BenchmarkEstates(b *testing.B) {
	path := os.Getenv("ESTATE_ATLAS_BENCH")
	if path == "" {
		path = filepath.Join(b.TempDir(), "estates.geojson")
		mustWrite(b, path, manyEstates(50_000))
	}
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(info.Size())
	b.ReportAllocs()
	for b.Loop() {
		r := readPaths(b, nil, Options{}, path)
		if r.Refused() {
			b.Fatal(said(r))
		}
	}
	b.ReportMetric(peakMB(), "peak-MB")
}

// manyEstates is a collection of n star-shaped estates of 5 to 20 vertices, some 550 bytes each.
func manyEstates(n int) string {
	random := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	b.WriteString(`{"type":"FeatureCollection","features":[`)
	for i := range n {
		if i > 0 {
			b.WriteString(",\n")
		}
		fmt.Fprintf(&b, `{"type":"Feature","properties":{"id":"E%07d","name":"幸福里%d号","subdistrict":"大直沽%d街道","form":"scattered","mode":"company",`+
			`"approved_on":"2019-01-01","accepted_on":"2019-06-01","city_grant":true,"enrolled_on":"2020-01-01","district_subsidy":1000},`+
			`"geometry":{"type":"Polygon","coordinates":[[`, i, i%500, i%70)
		x, y, k := 117+float64(i%250)*0.002, 39+float64(i/250)*0.002, 5+random.IntN(16)
		for j := range k {
			sin, cos := math.Sincos(2 * math.Pi * float64(j) / float64(k))
			fmt.Fprintf(&b, "[%.7f,%.7f],", x+0.0008*cos, y+0.0007*sin)
		}
		fmt.Fprintf(&b, "[%.7f,%.7f]]]}}", x+0.0008, y)
	}
	b.WriteString("]}\n")
	return b.String()
}

// BenchmarkDeductions reads and checks 500,000 deductions.
func BenchmarkDeductions(b *testing.B) {
	var csv bytes.Buffer
	csv.WriteString("round_id,estate_id,item,points\n")
	base := &domain.Tables{}
	for i := range 5000 {
		base.Estates = append(base.Estates, domain.Estate{ID: fmt.Sprintf("E%07d", i)})
	}
	for r := range 20 {
		base.Rounds = append(base.Rounds, domain.Round{ID: fmt.Sprintf("r%d", r), Kind: domain.RoundRoutine, HeldOn: domain.MustDate("2026-01-01")})
		for e := range 5000 {
			for k := range 5 {
				fmt.Fprintf(&csv, "r%d,E%07d,C%d,%d.5\n", r, e, k+1, k)
			}
		}
	}
	path := filepath.Join(b.TempDir(), "deductions.csv")
	if err := os.WriteFile(path, csv.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(csv.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if r := readPaths(b, base, Options{}, path); r.Taken() != 500_000 {
			b.Fatal(said(r))
		}
	}
	b.ReportMetric(peakMB(), "peak-MB")
}

// peakMB is the most memory that the process has held, or what Go has taken from the system where that is not known.
func peakMB() float64 {
	if status, err := os.ReadFile("/proc/self/status"); err == nil {
		for l := range strings.Lines(string(status)) {
			var kb float64
			if n, _ := fmt.Sscanf(l, "VmHWM: %f kB", &kb); n == 1 {
				return kb / 1024
			}
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.Sys) / (1 << 20)
}
