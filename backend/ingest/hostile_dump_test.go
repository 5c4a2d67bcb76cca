package ingest

import (
	"estateatlas/backend/domain"
	"fmt"
	"os"
	"testing"
	"time"
)

func TestHostileFile(t *testing.T) {
	p := os.Getenv("HOSTILE")
	if p == "" {
		t.Skip()
	}
	start := time.Now()
	r := readPaths(t, nil, Options{SkipBad: os.Getenv("SKIP") != ""}, p)
	fmt.Printf("%s refused=%v faults=%d taken=%d %.2fs peak %.0f MB\n", p, r.Refused(), len(r.Faults), r.Taken(), time.Since(start).Seconds(), peakMB())
	for i, f := range r.Faults {
		if i < 2 || i == len(r.Faults)-1 {
			fmt.Println("  ", f.String(domain.ZH))
		}
	}
}
