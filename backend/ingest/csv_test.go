package ingest

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// all reads every record as line|field|field, with what is wrong behind it.
func allRecords(text string, comma byte) []string {
	var all []string
	r := newRecords(text, comma)
	for r.read() {
		s := fmt.Sprintf("%d", r.line)
		for _, f := range r.fields {
			s += "|" + f
		}
		if r.problem != nil {
			s += fmt.Sprintf(" !%d", r.problemAt)
		}
		all = append(all, s)
	}
	return all
}

func TestRecords(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"两种换行", "a,b\nc,d\r\ne,f", []string{"1|a|b", "2|c|d", "3|e|f"}},
		{"空行跳过", "a\n\n \r\n\u3000\nb\n", []string{"1|a", "5|b"}},
		{"空格子不是空行", ",\n\"\"\n", []string{"1||", "2|"}},
		{"末尾的空格子", "a,\nb,", []string{"1|a|", "2|b|"}},
		{"双引号内有换行、逗号和双引号", "x,\"1\r\n2,\"\"3\"\"\",y\nz,,\n", []string{"1|x|1\r\n2,\"3\"|y", "3|z||"}},
		{"双引号到文件末尾", "\"a\"", []string{"1|a"}},
		{"双引号后回车", "\"a\"\r\nb", []string{"1|a", "2|b"}},
		{"未加双引号的格中有双引号", "a\"b,c\nd,e", []string{"1|a\"b|c !0", "2|d|e"}},
		{"双引号前有空格", "a, \"b\"\nc,d", []string{"1|a| \"b\" !1", "2|c|d"}},
		{"结束的双引号后有内容", "\"a\"x,b\nc,d", []string{"1|a|b !0", "2|c|d"}},
		{"双引号没有结束", "a,b\nc,\"d\ne,f\n", []string{"1|a|b", "2|c|d\ne,f\n !1"}},
		{"只有双引号", "\"", []string{"1| !0"}},
	} {
		if got := allRecords(c.text, ','); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	if got := allRecords("a;b,c\td", ';'); !slices.Equal(got, []string{"1|a|b,c\td"}) {
		t.Errorf("semicolon: %q", got)
	}
}

// What encoding/csv writes comes back field for field, each record at the line where it starts.
func TestRecordsReadWhatWasWritten(t *testing.T) {
	field := rapid.StringOf(rapid.SampledFrom([]rune("ab,;\"\n\t 里\u3000")))
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(2, 4).Draw(t, "width")
		want := rapid.SliceOf(rapid.SliceOfN(field, width, width)).Draw(t, "records")
		crlf := rapid.Bool().Draw(t, "crlf")
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.UseCRLF = crlf
		var lines []int
		for _, rec := range want {
			lines = append(lines, bytes.Count(b.Bytes(), newline)+1)
			w.Write(rec)
			w.Flush()
		}
		r := newRecords(b.String(), ',')
		for i, rec := range want {
			if !r.read() || r.problem != nil {
				t.Fatalf("record %d of %q was not read", i, b.String())
			}
			for j := range rec {
				if got := strings.ReplaceAll(r.fields[j], "\r\n", "\n"); got != rec[j] {
					t.Fatalf("record %d, field %d: got %q, want %q", i, j, got, rec[j])
				}
			}
			if r.line != lines[i] || len(r.fields) != width {
				t.Fatalf("record %d: %d fields at line %d, want line %d", i, len(r.fields), r.line, lines[i])
			}
		}
		if r.read() {
			t.Fatalf("one record too many: %q", r.fields)
		}
	})
}

func FuzzRecords(f *testing.F) {
	for _, seed := range []string{"a,b\n1,2\n", "\"a\"\"b\",\r\n\"", "a;b\tc", "\"x\"y,z", "\n\n,,\n", "\uFEFFid,name\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r := newRecords(text, ',')
		for last := 0; r.read(); last = r.last {
			if r.line <= last || r.last < r.line || r.count < 1 || r.problemAt < 0 || r.problem != nil && r.problemAt >= r.count {
				t.Fatalf("lines %d to %d after %d, %d fields, problem at %d", r.line, r.last, last, r.count, r.problemAt)
			}
		}
		if r.at != len(text) {
			t.Fatalf("stopped at %d of %d", r.at, len(text))
		}
	})
}
