package ingest

import (
	"bytes"
	"fmt"
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
		b.Skip("ESTATE_ATLAS_BENCH names no file")
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
