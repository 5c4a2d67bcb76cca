package ingest

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"estateatlas/backend/internal/corpus"

	"pgregory.net/rapid"
)

// isJSON reports whether text is one JSON value to the scanner, read through a window of the given size.
func isJSON(text string, window int) bool {
	s := newScannerWindow(strings.NewReader(text), window)
	return s.skip() && s.atEnd() && s.badUTF8 < 0
}

// TestJSONSuite compares with the JSON test suite: what must be accepted is, what must be refused is.
func TestJSONSuite(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(corpus.Dir(t, "geojson"), "jsontestsuite", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, window := range []int{4, firstWindow} {
			got := isJSON(string(data), window)
			switch name := filepath.Base(f); {
			case name[0] == 'y' && !got:
				t.Errorf("%s was refused", name)
			case name[0] == 'n' && got:
				t.Errorf("%s was accepted", name)
			}
		}
	}
	t.Logf("%d files", len(files))
}

// depth returns how deep the brackets of a text are nested, strings left aside.
func depth(text string) int {
	most, now, quoted := 0, 0, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[' || c == '{':
			now++
			most = max(most, now)
		case c == ']' || c == '}':
			now--
		}
	}
	return most
}

// FuzzJSON compares the scanner with encoding/json, through windows of several sizes. Ours is stricter in two points only:
// strings must be UTF-8, and nesting has a limit.
func FuzzJSON(f *testing.F) {
	for _, seed := range []string{
		`{"a":[1,-0.5e+3,true,null,"é\u00e9\ud83d\ude00"]}`, `[]`, `"\x"`, `01`, `1.`, `[1,]`, `{"a" 1}`, " \t\r\n1 ", `-`, `"\ud800"`, "\"\x01\"", "\"\xff\"",
		`{"":{"":[[[]]]}}`, `nul`, `1e`, `"a`, strings.Repeat("[", 70) + strings.Repeat("]", 70),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		want := json.Valid([]byte(text)) && utf8.ValidString(text)
		if depth(text) > maxDepth || strings.HasPrefix(text, bomUTF8) {
			return
		}
		for _, window := range []int{4, 7, firstWindow} {
			if got := isJSON(text, window); got != want {
				t.Fatalf("%q through %d: got %v, want %v", text, window, got, want)
			}
		}
	})
}

// A number is the float64 that strconv makes of it, bit for bit.
func TestFloats(t *testing.T) {
	check := func(t interface{ Fatalf(string, ...any) }, text string) {
		want, err := strconv.ParseFloat(text, 64)
		if err != nil {
			want = math.Inf(1)
			if text[0] == '-' {
				want = math.Inf(-1)
			}
		}
		for _, window := range []int{4, 100} {
			s := newScannerWindow(iotest.OneByteReader(strings.NewReader(text+",")), window)
			got, ok := s.float()
			if !ok || math.Float64bits(got) != math.Float64bits(want) || s.b[s.pos] != ',' {
				t.Fatalf("%s: got %v, want %v", text, got, want)
			}
		}
	}
	for _, text := range []string{
		"0", "-0", "0.0", "117.24", "39.1105", "-180", "1e400", "-1e400", "1e-400", "9007199254740991", "9007199254740993", "0.1", "1e22", "1e23",
		"123456789012345678901234567890", "0.0000000000000000000000001", "117.20000000000002", "5e-324", "2.2250738585072011e-308", "1E5", "1.5e+3",
	} {
		check(t, text)
	}
	rapid.Check(t, func(t *rapid.T) {
		check(t, rapid.StringMatching(`-?(0|[1-9][0-9]{0,20})(\.[0-9]{1,25})?([eE][+-]?[0-9]{1,3})?`).Draw(t, "number"))
		check(t, strconv.FormatFloat(rapid.Float64().Draw(t, "float"), 'g', -1, 64))
	})
}

// Escapes resolve as encoding/json resolves them.
func TestEscapes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := `"` + rapid.StringMatching(`([a-z里]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4}|\\ud83[d-e]\\ude[0-9]{2})*`).Draw(t, "raw") + `"`
		s := newScanner(strings.NewReader(raw))
		token, ok := s.stringToken()
		if !ok {
			t.Fatalf("%s was refused", raw)
		}
		var want string
		if err := json.Unmarshal([]byte(raw), &want); err != nil {
			t.Fatal(err)
		}
		got, paired := token.resolve()
		if got != want || paired == (strings.ContainsRune(want, utf8.RuneError) && !strings.Contains(strings.ToLower(raw), `\ufffd`)) {
			t.Fatalf("%s: got %q (paired %v), want %q", raw, got, paired, want)
		}
	})
}

// The window does not change what is read: features longer than it, tokens across its end, lines.
func TestWindow(t *testing.T) {
	text := strings.Repeat("\n", 50) + `[` + strings.Repeat(`{"a":"`+strings.Repeat("b", 300)+`"},`+"\n", 2000) + `1]x`
	s := newScannerWindow(iotest.HalfReader(strings.NewReader(text)), 1000)
	s.peek()
	s.pos++
	n := 0
	for first := true; s.next(']', first); first = false {
		s.slide()
		n++
		if !s.skip() {
			t.Fatal(*s.fault)
		}
	}
	if s.atEnd() || n != 2001 || s.lineAt(s.faultAt) != 2051 || len(s.b) > 1<<18 {
		t.Fatalf("%d values, fault at line %d, window of %d bytes", n, s.lineAt(s.faultAt), len(s.b))
	}
}

func TestDepthLimit(t *testing.T) {
	for _, open := range []string{"[", `{"a":`} {
		closing := map[string]string{"[": "]", `{"a":`: "}"}[open]
		deep := func(n int) string { return strings.Repeat(open, n) + "1" + strings.Repeat(closing, n) }
		if !isJSON(deep(maxDepth), firstWindow) || isJSON(deep(maxDepth+1), firstWindow) {
			t.Errorf("%s: the limit is not %d", open, maxDepth)
		}
	}
}

func TestLinesWith(t *testing.T) {
	if got := linesOfBad("a\nb\uFFFDc\uFFFD\n\n\uFFFD"); !slices.Equal(got, []int{2, 4}) {
		t.Error(got)
	}
}
