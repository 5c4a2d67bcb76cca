package export

import (
	"context"
	"fmt"
	_ "image/png" // for the pictures
	"io"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// Sheet is a list in a workbook of several.
type Sheet struct {
	*List
	// Tones colour cells by what they say, also after somebody changed them.
	Tones []Tone
	// Scales are columns of numbers whose cells are coloured by how large they are.
	Scales []int
	// Sums is true where the last row holds the sums of the others: it is coloured by neither.
	Sums bool
	// Picture stands below the rows; nil: none.
	Picture *Picture
}

// Tone is a rule for the cells of a column.
type Tone struct {
	Column int
	Word   string // cells with this text; "": cells with a number below 0
	Fill   string // hexadecimal, without #
	Font   string
}

// Picture is a PNG.
type Picture struct {
	PNG     []byte
	WidthPx int    // as it is shown
	OwnPx   int    // as it is stored
	Text    string // what it shows, for those who do not see it
}

// scaleFull is the colour of the largest number of a scale; the least is white.
const scaleFull = "F3B79A"

// WriteBook writes lists as the sheets of a workbook, each as WriteXLSX does. The first one gives the properties of the file; names of
// sheets that are alike get a number. Errors: CodeCancelled, and those of w.
func WriteBook(ctx context.Context, w io.Writer, sheets []Sheet, progress Progress) (err error) {
	f := excelize.NewFile()
	defer func() {
		if closing := f.Close(); err == nil {
			err = closing
		}
	}()
	styles, err := newStyles(f, sheets[0].Lang)
	if err != nil {
		return err
	}
	names := sheetNames(sheets)
	total, before := 0, 0
	for i := range sheets {
		total += sheets[i].Rows
		if i > 0 {
			if _, err := f.NewSheet(names[i]); err != nil {
				return err
			}
			continue
		}
		if err := f.SetSheetName(f.GetSheetName(0), names[0]); err != nil {
			return err
		}
	}
	for i := range sheets {
		told := func(done, _ int) {
			if progress != nil {
				progress(before+done, total)
			}
		}
		if err := writeSheet(ctx, f, names[i], &sheets[i], styles, told); err != nil {
			return err
		}
		before += sheets[i].Rows
	}
	if err := described(f, sheets[0].List); err != nil {
		return err
	}
	return f.Write(w)
}

func writeSheet(ctx context.Context, f *excelize.File, name string, s *Sheet, styles styles, progress Progress) error {
	// A range of the whole table; Excel takes one that is a single row too.
	last, err := excelize.CoordinatesToCellName(max(1, len(s.Columns)), s.Rows+1)
	if err != nil {
		return err
	}
	if err := f.AutoFilter(name, "A1:"+last, nil); err != nil {
		return err
	}
	// After the filter, which forgets what was set of the sheet before.
	wide := widths(s.List)
	if err := printed(f, name, s.List, wide); err != nil {
		return err
	}
	if err := s.colour(f, name); err != nil {
		return err
	}
	if s.Picture != nil {
		scale := float64(s.Picture.WidthPx) / float64(s.Picture.OwnPx)
		if err := f.AddPictureFromBytes(name, "A"+strconv.Itoa(s.Rows+3), &excelize.Picture{
			Extension: ".png", File: s.Picture.PNG,
			Format: &excelize.GraphicOptions{ScaleX: scale, ScaleY: scale, AltText: s.Picture.Text, Positioning: "oneCell"},
		}); err != nil {
			return err
		}
	}
	return writeRows(ctx, f, name, s.List, wide, styles, progress)
}

// colour sets the rules of a sheet that has rows.
func (s *Sheet) colour(f *excelize.File, name string) error {
	last := s.Rows + 1
	if s.Sums {
		last--
	}
	if last < 2 {
		return nil
	}
	area := func(column int) (string, error) {
		letter, err := excelize.ColumnNumberToName(column + 1)
		return fmt.Sprintf("%[1]s2:%[1]s%[2]d", letter, last), err
	}
	rules := map[int][]excelize.ConditionalFormatOptions{}
	for _, t := range s.Tones {
		style, err := f.NewConditionalStyle(&excelize.Style{
			Font: &excelize.Font{Color: t.Font}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{t.Fill}},
		})
		if err != nil {
			return err
		}
		rule := excelize.ConditionalFormatOptions{Type: "cell", Criteria: "==", Format: &style, Value: strconv.Quote(t.Word)}
		if t.Word == "" {
			rule.Criteria, rule.Value = "<", "0"
		}
		rules[t.Column] = append(rules[t.Column], rule)
	}
	for _, column := range s.Scales {
		rules[column] = append(rules[column], excelize.ConditionalFormatOptions{
			Type: "2_color_scale", Criteria: "=", MinType: "min", MaxType: "max", MinColor: "#FFFFFF", MaxColor: "#" + scaleFull,
		})
	}
	for column := range s.Columns {
		if len(rules[column]) == 0 {
			continue
		}
		cells, err := area(column)
		if err != nil {
			return err
		}
		if err := f.SetConditionalFormat(name, cells, rules[column]); err != nil {
			return err
		}
	}
	return nil
}

// sheetNames are the names of the sheets, none of which is like another to Excel, which does not tell capitals apart.
func sheetNames(sheets []Sheet) []string {
	names, taken := make([]string, len(sheets)), map[string]bool{}
	for i := range sheets {
		name := sheetName(sheets[i].Sheet)
		for n := 2; taken[strings.ToLower(name)]; n++ {
			number := " " + strconv.Itoa(n)
			stem := []rune(sheetName(sheets[i].Sheet))
			for len(utf16.Encode(stem))+len(number) > longestSheet {
				stem = stem[:len(stem)-1]
			}
			name = string(stem) + number
		}
		names[i], taken[strings.ToLower(name)] = name, true
	}
	return names
}
