package export

import (
	"context"
	"errors"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"estateatlas/backend/domain"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/width"
)

// WriteXLSX writes a list as a workbook of one sheet: the heading bold, frozen and with a filter, numbers as numbers, dates as
// dates, text never as a formula; printed on A4 across, as wide as the page where that can be read, with the heading on each. The rows go through a
// temporary file where they are many. Errors: CodeCancelled, and those of w.
func WriteXLSX(ctx context.Context, w io.Writer, l *List, progress Progress) error {
	return WriteBook(ctx, w, []Sheet{{List: l}}, progress)
}

func writeRows(ctx context.Context, f *excelize.File, sheet string, l *List, wide []float64, styles styles, progress Progress) error {
	s, err := f.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	// Each width goes before those that are there; Excel wants them from left to right.
	for i, chars := range slices.Backward(wide) {
		if err := s.SetColWidth(i+1, i+1, chars); err != nil {
			return err
		}
	}
	if err := s.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	values := make([]any, len(l.Columns))
	for i, c := range l.Columns {
		style := styles.head
		if c.Number {
			style = styles.numberHead
		}
		values[i] = excelize.Cell{StyleID: style, Value: c.Head}
	}
	if err := s.SetRow("A1", values, excelize.RowOpts{Height: 20}); err != nil {
		return err
	}
	if err := l.each(ctx, progress, func(i int, cells []Cell) error {
		lines := 1
		for at := range cells {
			values[at] = styles.value(&cells[at])
			lines = max(lines, cells[at].lines())
		}
		if lines == 1 {
			return s.SetRow("A"+strconv.Itoa(i+2), values)
		}
		return s.SetRow("A"+strconv.Itoa(i+2), values, excelize.RowOpts{Height: min(float64(lines)*lineHeight, highest)})
	}); err != nil {
		return err
	}
	return s.Flush()
}

// styles are the numbers of the formats of a workbook.
type styles struct{ head, numberHead, text, long, quoted, whole, exact, money, share, day int }

func newStyles(f *excelize.File, lang domain.Lang) (s styles, err error) {
	font := excelize.Font{Family: "Microsoft YaHei", Size: 10}
	if lang == domain.EN {
		font.Family = "Arial"
	}
	add := func(format string, own func(*excelize.Style)) int {
		style := &excelize.Style{Font: &font, CustomNumFmt: &format, Alignment: &excelize.Alignment{Vertical: "center"}}
		own(style)
		id, made := f.NewStyle(style)
		err = errors.Join(err, made)
		return id
	}
	left := func(style *excelize.Style) { style.Alignment.Horizontal, style.Alignment.Indent = "left", 1 }
	right := func(style *excelize.Style) { style.Alignment.Horizontal = "right" }
	head := func(style *excelize.Style) {
		bold := font
		bold.Bold = true
		style.Font = &bold
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E8ECEE"}}
		style.Border = []excelize.Border{{Type: "bottom", Color: "8A949A", Style: 1}}
	}
	s.head = add("@", func(style *excelize.Style) { left(style); head(style) })
	s.numberHead = add("@", func(style *excelize.Style) { right(style); head(style) })
	s.text = add("@", left)
	s.long = add("@", func(style *excelize.Style) { left(style); style.Alignment.WrapText = true })
	// A style of its own, told apart by what is so anyway.
	s.quoted = add("@", func(style *excelize.Style) { left(style); style.Protection = &excelize.Protection{Locked: true} })
	s.whole = add("0", right)
	s.exact = add("0.0########", right)
	s.money = add("#,##0.00", right)
	s.share = add("0.0%", right)
	s.day = add("yyyy-mm-dd", left)
	if err != nil {
		return s, err
	}
	// What looks like a formula keeps its text also when somebody edits the cell: the mark that Excel sets for an apostrophe.
	quote := true
	f.Styles.CellXfs.Xf[s.quoted].QuotePrefix = &quote
	return s, nil
}

// value is a cell as excelize takes it.
func (s *styles) value(c *Cell) any {
	switch c.kind {
	case cellText:
		if startsFormula(c.text) {
			return excelize.Cell{StyleID: s.quoted, Value: fitting(c.text)}
		}
		if c.lines() > 1 {
			return excelize.Cell{StyleID: s.long, Value: fitting(c.text)}
		}
		return excelize.Cell{StyleID: s.text, Value: fitting(c.text)}
	case cellWhole:
		// Beyond 2⁵³ a spreadsheet would show another number.
		if c.whole > 1<<53 || c.whole < -(1<<53) {
			return excelize.Cell{StyleID: s.text, Value: c.String()}
		}
		return excelize.Cell{StyleID: s.whole, Value: c.whole}
	case cellExact:
		if number, err := strconv.ParseFloat(c.text, 64); err == nil {
			return excelize.Cell{StyleID: s.exact, Value: number}
		}
		return excelize.Cell{StyleID: s.text, Value: c.text}
	case cellMoney:
		return excelize.Cell{StyleID: s.money, Value: float64(c.whole) / 100}
	case cellShare:
		return excelize.Cell{StyleID: s.share, Value: c.float}
	case cellDay:
		if serial := c.whole - int64(dayZero); serial >= firstSerial {
			return excelize.Cell{StyleID: s.day, Value: serial}
		}
		return excelize.Cell{StyleID: s.text, Value: c.String()}
	case cellBlank:
	}
	return nil
}

// dayZero is day 0 of a workbook's calendar. It has a day that never was, 1900-02-29, so only days from firstSerial on are
// counted right.
var dayZero = domain.MustDate("1899-12-30")

const firstSerial = 61 // 1900-03-01

// longestCell is how many UTF-16 units a cell holds.
const longestCell = 32767

// fitting cuts a text that no cell can hold.
func fitting(s string) string {
	if len(s) <= longestCell {
		return s
	}
	units := utf16.Encode([]rune(s))
	if len(units) <= longestCell {
		return s
	}
	return strings.TrimRight(string(utf16.Decode(units[:longestCell-1])), "\ufffd") + "…"
}

// pageChars is how many characters stand beside each other on a printed page that can still be read.
const pageChars = 230

// printed sets what is seen on paper.
func printed(f *excelize.File, sheet string, l *List, wide []float64) error {
	chars := 0.0
	for _, column := range wide {
		chars += column
	}
	landscape, a4, none := "landscape", 9, 0
	across := 1 + int(chars/pageChars)
	fit := true
	if err := f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &across, FitToHeight: &none}); err != nil {
		return err
	}
	if err := f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	page := "第 &P 页，共 &N 页"
	if l.Lang == domain.EN {
		page = "&P / &N"
	}
	if err := f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{
		OddHeader: headerText("&L", l.Title, 200) + headerText("&R", l.Mark, 40),
		OddFooter: headerText("&L", l.Note, 180) + "&R" + page,
	}); err != nil {
		return err
	}
	quoted := "'" + strings.ReplaceAll(sheet, "'", "''") + "'!"
	titles := quoted + "$1:$1"
	if across > 1 { // the first two columns say what a row is
		titles = quoted + "$A:$B," + titles
	}
	return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: sheet})
}

// described sets the file's properties.
func described(f *excelize.File, l *List) error {
	language := "zh-CN"
	if l.Lang == domain.EN {
		language = "en"
	}
	made := l.MadeOn.String() + "T00:00:00Z"
	if l.MadeOn == 0 {
		made = "1980-01-01T00:00:00Z"
	}
	return f.SetDocProps(&excelize.DocProperties{
		Title: l.Title, Subject: l.Note, Creator: "Estate Atlas", LastModifiedBy: "Estate Atlas", Language: language, Created: made, Modified: made,
	})
}

// headerText is a text of at most so many UTF-16 units at a place of a printed page (the whole takes 255). Its own & are doubled,
// or they would be commands.
func headerText(place, text string, most int) string {
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(text), " ") {
		sign := string(r)
		if r == '&' {
			sign = "&&"
		}
		if most -= len(utf16.Encode([]rune(sign))); most < 0 {
			break
		}
		b.WriteString(sign)
	}
	if b.Len() == 0 {
		return ""
	}
	return place + b.String()
}

// longestSheet is how many UTF-16 units a sheet's name may have.
const longestSheet = 31

// sheetName makes a sheet's name of any text.
func sheetName(s string) string {
	var b strings.Builder
	units := 0
	for _, r := range strings.ToValidUTF8(s, "") {
		if strings.ContainsRune(`:\/?*[]`, r) {
			r = '_'
		}
		if r < ' ' || r == 0x7f {
			continue
		}
		if units += len(utf16.Encode([]rune{r})); units > longestSheet {
			break
		}
		b.WriteRune(r)
	}
	name := strings.Trim(b.String(), "' ")
	if name == "" || strings.EqualFold(name, "history") { // a name that Excel keeps for itself
		return "Sheet1"
	}
	return name
}

// The widest and the narrowest column, in characters, and how many rows are looked at for it.
const (
	narrowest = 6
	widest    = 46
	looked    = 2000
)

// widths finds how wide the columns have to be for what is in them, in characters; of long lists it looks at rows spread evenly.
func widths(l *List) []float64 {
	out := make([]float64, len(l.Columns))
	grow := func(i int, text string, more float64) {
		out[i] = min(widest, max(out[i], narrowest, displayed(text)+more))
	}
	for i, c := range l.Columns {
		grow(i, c.Head, 4.5) // the button of the filter
	}
	cells := make([]Cell, len(l.Columns))
	step := max(1, l.Rows/looked)
	for row := 0; row < l.Rows; row += step {
		clear(cells)
		l.Row(row, cells)
		for i := range cells {
			more := 2.0
			if cells[i].kind == cellMoney {
				more += 2 // thousands marks
			}
			grow(i, cells[i].String(), more)
		}
	}
	return out
}

// The height of a line of text in a cell and of the highest row, in points.
const (
	lineHeight = 14.5
	highest    = 409.0
)

// lines is how many lines a cell has in the widest column. Programs do not agree on whether they find that out themselves.
func (c Cell) lines() int {
	if c.kind != cellText || len(c.text) <= widest-4 && !strings.Contains(c.text, "\n") {
		return 1
	}
	n := 0
	for line := range strings.Lines(c.text) {
		n += max(1, int(math.Ceil(displayed(line)/(widest-4))))
	}
	return n
}

// displayed is how many columns of characters a text takes: Chinese takes two each.
func displayed(s string) float64 {
	n := 0.0
	for _, r := range s {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}
