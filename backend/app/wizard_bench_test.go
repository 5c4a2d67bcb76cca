package app

import (
	"bytes"
	"fmt"
	"os"
	"testing"

	"github.com/xuri/excelize/v2"
)

// manyFindings is a workbook of rows of findings, estates by name.
func manyFindings(b *testing.B, a *Atlas, rows int) []byte {
	b.Helper()
	p, err := a.project()
	if err != nil {
		b.Fatal(err)
	}
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	put := func(row int, cells ...any) {
		if err := w.SetRow(fmt.Sprintf("A%d", row), cells); err != nil {
			b.Fatal(err)
		}
	}
	put(1, "点位问题台账")
	put(2, "序号", "街道", "小区名称", "扣分项", "发现日期", "整改期限", "问题描述")
	for i := range rows {
		e := &p.book.Estates[i%len(p.book.Estates)]
		put(i+3, i+1, e.Subdistrict, e.Name, "C1", fmt.Sprintf("2026.3.%d", 1+i%28), 46130, "楼道堆物 "+fmt.Sprint(i))
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

// BenchmarkWizard times a workbook of 20,000 rows in a district of 5,000 estates: the first look, a look after a choice, the writing.
func BenchmarkWizard(b *testing.B) {
	a := desk(b, 5000)
	data := manyFindings(b, a, 20_000)
	// Names that several estates have cannot be told apart: their rows wait for the user.
	choice := WizardChoice{SkipBad: true}
	b.Run("preview", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			id := opened(b, a, data)
			b.StartTimer()
			if v := previewed(b, a, id, choice); v.Table != "findings" || !v.Ready {
				b.Fatal(v.Table, v.Blocked.ZH, v.Counts)
			}
		}
	})
	b.Run("again", func(b *testing.B) {
		id := opened(b, a, data)
		for n := 0; b.Loop(); n++ {
			choice := choice
			choice.Skipped = []int{10 + n%1000}
			previewed(b, a, id, choice)
		}
	})
	b.Run("write", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			id := opened(b, a, data)
			b.StartTimer()
			if _, err := a.WizardWrite(id, choice); err != nil {
				b.Fatal(err)
			}
			b.StopTimer()
			if _, err := a.Undo(); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
	})
}

// opened opens a file in a wizard at once.
func opened(b *testing.B, a *Atlas, data []byte) string {
	b.Helper()
	path := b.TempDir() + "/点位.xlsx"
	if err := os.WriteFile(path, data, 0o600); err != nil {
		b.Fatal(err)
	}
	w, err := a.WizardOpen(path)
	if err != nil {
		b.Fatal(err)
	}
	return w.ID
}
