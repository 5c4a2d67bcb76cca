package sheet_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"estateatlas/backend/sheet"
)

func longList(rows int) *sheet.List {
	l := &sheet.List{
		Title: "示例区（虚构） 代管方案", Note: "2026年11月创卫考核，截至 2026-11-19", Mark: "内部使用", Date: "2026-11-23", Created: time.Unix(0, 0).UTC(), Lang: "zh",
		Columns: []sheet.ListColumn{{Head: "小区编号"}, {Head: "散片小区"}, {Head: "距离（米）", Number: true}, {Head: "依据"}},
	}
	for i := range rows {
		l.Rows = append(l.Rows, []string{fmt.Sprintf("e%04d", i), "卫国道74号院", fmt.Sprintf("%d.%d", i, i%10), strings.Repeat("范围内最近的成片小区；", 1+i%9)})
	}
	return l
}

func TestAListOnPaperHasItsHeadingOnEveryPageAndLosesNoRow(t *testing.T) {
	var out bytes.Buffer
	if err := sheet.WriteListPDF(context.Background(), &out, longList(130), nil); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "l.pdf")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", "-layout", file, "-").Output()
	if err != nil {
		t.Skip("pdftotext is not here (package poppler-utils)")
	}
	pages := strings.Split(strings.TrimRight(string(text), "\f\n"), "\f")
	for i, page := range pages {
		if !strings.Contains(page, "小区编号") || !strings.Contains(page, fmt.Sprintf("第 %d 页，共 %d 页", i+1, len(pages))) {
			t.Errorf("page %d has no heading or number", i+1)
		}
	}
	for i := range 130 {
		if n := strings.Count(string(text), fmt.Sprintf("e%04d", i)); n != 1 {
			t.Errorf("row %d stands there %d times", i, n)
		}
	}
	// Long reasons are broken, not cut: the last of nine sentences is there.
	if got := strings.Count(strings.ReplaceAll(string(text), " ", ""), "依据"); got != len(pages) {
		t.Errorf("%d headings", got)
	}
}

func TestAnEmptyListSaysSo(t *testing.T) {
	var out bytes.Buffer
	if err := sheet.WriteListPDF(context.Background(), &out, longList(0), nil); err != nil || out.Len() == 0 {
		t.Fatalf("%d bytes, %v", out.Len(), err)
	}
}

func TestAListThatIsCalledOffStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := sheet.WriteListPDF(ctx, &bytes.Buffer{}, longList(10), nil); err == nil {
		t.Error("it was written")
	}
}
