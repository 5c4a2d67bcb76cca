package ingest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/internal/corpus"
)

func TestDump(t *testing.T) {
	dir := corpus.Dir(t, "tables")
	base := readPaths(t, nil, Options{}, filepath.Join(dir, "base"))
	fmt.Println("base", base.Refused(), base.Tables, lines(base))
	for _, row := range manifest(t, dir) {
		if strings.HasSuffix(row["file"], ".xlsx") {
			continue
		}
		r := readPaths(t, &base.Put, Options{}, filepath.Join(dir, row["case"], row["file"]))
		s := readPaths(t, &base.Put, Options{SkipBad: true}, filepath.Join(dir, row["case"], row["file"]))
		fmt.Println("==", row["case"], "|", row["expected"], "| refused", r.Refused(), r.Tables, "skip", s.Refused(), s.Tables)
		for i, f := range r.Faults {
			if i > 8 {
				fmt.Println("  ...", len(r.Faults))
				break
			}
			fmt.Println("  ", f.String(domain.ZH))
		}
		for _, f := range r.Notes {
			fmt.Println("   note", f.String(domain.ZH))
		}
	}
}

func TestDumpGeo(t *testing.T) {
	dir := os.Getenv("GEODIR")
	files, _ := filepath.Glob(dir + "/*")
	for _, f := range files {
		r := readPaths(t, nil, Options{}, f)
		fmt.Println("==", filepath.Base(f), r.Refused(), r.Tables)
		for i, f := range r.Faults {
			if i > 8 {
				fmt.Println("  ...", len(r.Faults))
				break
			}
			fmt.Println("  ", f.String(domain.EN))
		}
		for _, f := range r.Notes {
			fmt.Println("   note", f.String(domain.EN))
		}
	}
}
