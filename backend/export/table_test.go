package export_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"estateatlas/backend/export"
)

func TestNoCellForPeopleStartsAFormula(t *testing.T) {
	for in, want := range map[string]string{
		"=1+1": "'=1+1", "+86 22": "'+86 22", "-里": "'-里", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "\r=1": "'\r=1",
		"-12.50": "-12.50", "-": "'-", "--1": "'--1", "幸福里": "幸福里", "": "", "88": "88", "-1.2.3": "'-1.2.3",
	} {
		if got := export.Harmless(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestTableForMachinesAndForPeople(t *testing.T) {
	columns := []export.Column{{"estate_id", "小区编号"}, {"name", "名称"}}
	rows := [][]string{{"e1", "=cmd|'/c calc'!A0"}, {"e2", `甲,"乙"`}}
	var machine, people bytes.Buffer
	if err := errors.Join(export.WriteTable(&machine, export.ForMachines, columns, rows), export.WriteTable(&people, export.ForPeople, columns, rows)); err != nil {
		t.Fatal(err)
	}
	if want := "estate_id,name\ne1,=cmd|'/c calc'!A0\ne2,\"甲,\"\"乙\"\"\"\n"; machine.String() != want {
		t.Errorf("%q, want %q", machine.String(), want)
	}
	if want := "\ufeff小区编号,名称\ne1,'=cmd|'/c calc'!A0\ne2,\"甲,\"\"乙\"\"\"\n"; people.String() != want {
		t.Errorf("%q, want %q", people.String(), want)
	}
}

func TestAFileIsThereWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.csv")
	if err := export.WriteFile(path, func(w io.Writer) error { _, err := io.WriteString(w, "old"); return err }); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	err := export.WriteFile(path, func(w io.Writer) error { _, _ = io.WriteString(w, "new"); return broken })
	if !errors.Is(err, broken) {
		t.Fatalf("got %v", err)
	}
	if data, _ := os.ReadFile(path); string(data) != "old" {
		t.Errorf("the old file is now %q", data)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("%d files were left", len(left))
	}
	if err := export.WriteFile(filepath.Join(dir, "none", "a.csv"), func(io.Writer) error { return nil }); err == nil {
		t.Error("a folder that does not exist was written to")
	}
}
