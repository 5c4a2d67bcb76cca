package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func TestEveryKindOfNoticeIsWrittenAsAWordDocument(t *testing.T) {
	dir := t.TempDir()
	project := filepath.Join(dir, "p.gpkg")
	expect(t, 0, "demo", project)
	for _, kind := range []string{"interview", "withholding", "ending", "proxy", "rectification"} {
		out := filepath.Join(dir, kind+".docx")
		stdout, stderr := expect(t, 0, "export", project, "--what", "letter", "--letter", kind, "--out", out)
		if data, err := os.ReadFile(out); err != nil || !bytes.HasPrefix(data, []byte("PK\x03\x04")) || stdout+stderr != "" {
			t.Errorf("%s: %v, says %s%s", kind, err, stdout, stderr)
		}
	}
	// Wrong usage, and an estate that no notice is about.
	out := filepath.Join(dir, "x.docx")
	expect(t, 2, "export", project, "--what", "letter", "--out", out)
	expect(t, 2, "export", project, "--what", "letter", "--letter", "love", "--out", out)
	expect(t, 2, "export", project, "--what", "ranking", "--letter", "proxy", "--out", filepath.Join(dir, "x.csv"))
	if _, err := os.Stat(out); err == nil {
		t.Error("a file was begun")
	}
}
