package paper

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"estateatlas/data/fonts"
)

const (
	mmPerPoint = 25.4 / 72
	// boldness is by how much of its size the letters of bold text grow to all sides: the font has one weight.
	boldness = 0.014
	// middleHeight is half the height of a Chinese character over the baseline, in parts of the size.
	middleHeight = 0.36
	// slant is the sideways part of a slanted letter's height.
	slant = 0.2
	// missing stands for letters that the font does not have.
	missing = '□'
	dots    = "…"
)

// face is the font with what is asked of it most, read once.
type face struct {
	font *sfnt.Font
	em   float64
	// index and advance run along the basic plane; an index of 0 is a letter that the font does not have.
	index   []sfnt.GlyphIndex
	advance []uint16
}

var theFace = sync.OnceValue(func() *face {
	f, err := sfnt.Parse(fonts.MicroHei)
	if err != nil {
		panic("the font inside the program cannot be read: " + err.Error())
	}
	const plane = 1 << 16
	t := &face{font: f, em: float64(f.UnitsPerEm()), index: make([]sfnt.GlyphIndex, plane), advance: make([]uint16, plane)}
	var buf sfnt.Buffer
	ppem := fixed.Int26_6(f.UnitsPerEm()) << 6
	for r := range rune(plane) {
		g, err := f.GlyphIndex(&buf, r)
		if err != nil || g == 0 {
			continue
		}
		a, err := f.GlyphAdvance(&buf, g, ppem, font.HintingNone)
		if err != nil {
			continue
		}
		t.index[r], t.advance[r] = g, uint16(a>>6)
	}
	return t
})

func (f *face) has(r rune) bool { return int(r) < len(f.index) && r >= 0 && f.index[r] != 0 }

// unseen are marks of control, direction, joining and variants.
var unseen = []*unicode.RangeTable{unicode.Cc, unicode.Cf, unicode.Variation_Selector}

// Clean makes text fit to be drawn: marks that are not seen (of direction, joining, control) are left out, line breaks and tabs
// become spaces, letters that the font does not have become □.
func Clean(s string) string {
	f := theFace()
	plain := true
	for _, r := range s {
		if r == utf8.RuneError || !f.has(r) || unicode.In(r, unseen...) || unicode.In(r, unicode.Zl, unicode.Zp) {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r' || unicode.In(r, unicode.Zl, unicode.Zp):
			return ' '
		case r == utf8.RuneError:
			return missing
		case unicode.In(r, unseen...):
			return -1
		case f.has(r):
			return r
		case unicode.Is(unicode.Zs, r):
			return ' '
		}
		return missing
	}, s)
}

// Width returns how wide a text of that size (points) is, in mm, whether bold or not.
func Width(text string, size float64) float64 {
	return widthOf(Clean(text)) * size * mmPerPoint
}

// widthOf returns the width of a clean text in parts of its size.
func widthOf(clean string) float64 {
	f := theFace()
	sum := 0
	for _, r := range clean {
		sum += f.advanceOf(r)
	}
	return float64(sum) / 1000
}

// advanceOf is in thousandths of the size, whole as PDF counts them.
func (f *face) advanceOf(r rune) int {
	return int(float64(f.advance[r])*1000/f.em + 0.5)
}

// Shorten cuts a text that is wider than width (mm) and ends it with ….
func Shorten(text string, size, width float64) string {
	text = Clean(text)
	if Width(text, size) <= width {
		return text
	}
	letters := []rune(text)
	for len(letters) > 0 && Width(string(letters)+dots, size) > width {
		letters = letters[:len(letters)-1]
	}
	if len(letters) == 0 {
		return ""
	}
	return strings.TrimRight(string(letters), " ") + dots
}

// Wrap breaks a text into lines of at most width (mm): between Chinese characters, at spaces elsewhere, inside a word only where
// it is wider than a line. A line break in text stays one. No line begins with a mark that closes or ends.
func Wrap(text string, size, width float64) []string {
	var lines []string
	for part := range strings.SplitSeq(text, "\n") {
		lines = append(lines, wrap(Clean(part), size, width)...)
	}
	return lines
}

func wrap(text string, size, width float64) []string {
	f := theFace()
	unit := size * mmPerPoint / 1000
	letters := []rune(text)
	var lines []string
	start, last, sum := 0, 0, 0.0 // last is where the line may end
	for i := 0; i < len(letters); i++ {
		if i > start && mayBreak(letters[i-1], letters[i]) {
			last = i
		}
		sum += float64(f.advanceOf(letters[i])) * unit
		if sum <= width || letters[i] == ' ' || i == start {
			continue
		}
		if last <= start {
			last = i
		}
		lines = append(lines, strings.TrimRight(string(letters[start:last]), " "))
		for last < len(letters) && letters[last] == ' ' {
			last++
		}
		start, sum = last, 0
		i = start - 1
	}
	return append(lines, strings.TrimRight(string(letters[start:]), " "))
}

const (
	neverFirst = "，。、；：？！）》」』】〕”’…—%·,.;:?!)]}"
	neverLast  = "（《「『【〔“‘([{第"
)

func mayBreak(before, after rune) bool {
	if strings.ContainsRune(neverFirst, after) || strings.ContainsRune(neverLast, before) {
		return false
	}
	return before == ' ' || wide(before) || wide(after)
}

// wide tells Chinese characters and their marks from letters.
func wide(r rune) bool { return r >= 0x2e80 }
