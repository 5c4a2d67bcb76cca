package app_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"estateatlas/backend/app"
	"estateatlas/backend/demo"
	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"
)

// meetingPages are the words on each page of a meeting as PDF.
func meetingPages(t *testing.T, pdf []byte) []string {
	t.Helper()
	pages := strings.Split(pdfText(t, pdf), "\f")
	return pages[:len(pages)-1]
}

// meetingSlides are the words on each slide; paragraphs are lines.
func meetingSlides(t *testing.T, pptx []byte) []string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(pptx), int64(len(pptx)))
	if err != nil {
		t.Fatal(err)
	}
	var slides []string
	for {
		f, err := z.Open(fmt.Sprintf("ppt/slides/slide%d.xml", len(slides)+1))
		if err != nil {
			return slides
		}
		var words strings.Builder
		d := xml.NewDecoder(f)
		in := false
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			switch e := token.(type) {
			case xml.StartElement:
				in = e.Name.Local == "t"
			case xml.EndElement:
				if in = false; e.Name.Local == "p" {
					words.WriteByte('\n')
				}
			case xml.CharData:
				if in {
					words.Write(e)
				}
			}
		}
		slides = append(slides, words.String())
	}
}

func TestTheMeetingDocumentsWalkThroughTheAgenda(t *testing.T) {
	a := openDemo(t)
	agenda, err := a.Agenda("")
	if err != nil {
		t.Fatal(err)
	}
	district, err := a.District()
	if err != nil {
		t.Fatal(err)
	}
	bare := strings.NewReplacer(" ", "", "\n", "", "　", "")
	for _, lang := range []string{"zh", "en"} {
		_, pdf := fetch(t, a, app.ExportAsk{What: "meeting", Format: "pdf", Lang: lang})
		_, pptx := fetch(t, a, app.ExportAsk{What: "meeting", Format: "pptx", Lang: lang})
		made, internal := "虚构数据", "内部使用"
		if lang == "en" {
			made, internal = "Made-up data", "Internal use"
		}
		for format, pages := range map[string][]string{"pdf": meetingPages(t, pdf), "pptx": meetingSlides(t, pptx)} {
			at := 0 // the cover
			for i := range agenda.Steps {
				step := &agenda.Steps[i]
				title := step.Title.In(domain.Lang(lang))
				for at++; at < len(pages) && !strings.Contains(bare.Replace(pages[at]), bare.Replace(title)); at++ {
					// The rest of a long table.
				}
				if at == len(pages) {
					t.Fatalf("%s %s: no page %q", lang, format, title)
				}
				if step.FID != 0 {
					c, err := a.Card(step.FID, "")
					if err != nil {
						t.Fatal(err)
					}
					wanted := []string{c.Name, c.Score, c.Subdistrict, c.Deductions.Total, c.Company.Name}
					if measure := c.Measures[len(c.Measures)-1].Text.In(domain.Lang(lang)); lang == "zh" || format == "pptx" {
						wanted = append(wanted, strings.Split(measure, ", ")[0]) // longer ones stand on two lines
					}
					for _, want := range wanted {
						if !strings.Contains(bare.Replace(pages[at]), bare.Replace(want)) {
							t.Errorf("%s %s page %d does not say %q", lang, format, at+1, want)
						}
					}
				}
			}
			all := bare.Replace(strings.Join(pages, ""))
			for i := range agenda.Steps {
				if agenda.Steps[i].Table == nil {
					continue
				}
				for _, row := range agenda.Steps[i].Table.Rows {
					for _, cell := range row.Cells {
						// On paper a cell of several lines is read line by line.
						if text := cell.In(domain.Lang(lang)); format == "pptx" && !strings.Contains(all, bare.Replace(text)) {
							t.Errorf("%s: the slides do not have %q", lang, text)
						}
					}
				}
			}
			for i, page := range pages {
				if !strings.Contains(page, made) || !strings.Contains(page, internal) {
					t.Errorf("%s %s: page %d is not marked", lang, format, i+1)
				}
			}
			mobile := regexp.MustCompile(`1[3-9]\d{9}`)
			if number := mobile.FindString(all); number != "" {
				t.Errorf("%s %s has the telephone number %s", lang, format, number)
			}
			known := 0
			for i := range district.Companies {
				g, err := a.Group("company", i, "")
				if err != nil {
					t.Fatal(err)
				}
				for _, private := range []string{g.Person, g.LegalRepresentative, g.Phone} {
					if private != "" {
						known++
					}
					if private != "" && strings.Contains(all, private) {
						t.Errorf("%s %s tells %q of %s", lang, format, private, g.Name)
					}
				}
			}
			if known == 0 {
				t.Error("the demo has no persons to be kept back")
			}
		}
	}
}

func TestAMeetingDocumentOfOneDayIsTheSameEachTime(t *testing.T) {
	a := openDemo(t)
	for _, format := range []string{"pdf", "pptx"} {
		_, one := fetch(t, a, app.ExportAsk{What: "meeting", Format: format})
		_, two := fetch(t, a, app.ExportAsk{What: "meeting", Format: format})
		if !bytes.Equal(one, two) {
			t.Errorf("two %s files of one round differ", format)
		}
	}
}

// impatient is a context that ends when it has been asked so many times.
type impatient struct {
	context.Context
	left int
}

func (i *impatient) Err() error {
	if i.left--; i.left < 0 {
		return context.Canceled
	}
	return nil
}

func TestAMeetingDocumentThatIsCalledOffIsNotWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "demo.gpkg")
	if err := app.MakeDemo(t.Context(), gpkg.Projects{}, path, demo.Options{}); err != nil {
		t.Fatal(err)
	}
	e, err := app.OpenForExport(t.Context(), gpkg.Projects{}, path)
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	for _, format := range []string{"pdf", "pptx"} {
		for _, after := range []int{0, 1, 2, 6} {
			var b bytes.Buffer
			err := e.Write(&impatient{t.Context(), after}, app.ExportAsk{What: "meeting", Format: format}, &b)
			var fail *domain.Error
			if !errors.As(err, &fail) || fail.Code != domain.CodeCancelled || b.Len() > 0 {
				t.Errorf("%s after %d: %v, %d bytes", format, after, err, b.Len())
			}
		}
	}
}

// TestHotspotsOfAMeetingAreShownByTheirClass: the map of the page shows what the page is about, and its legend says so.
func TestHotspotsOfAMeetingAreShownByTheirClass(t *testing.T) {
	a := openDemo(t)
	agenda, err := a.Agenda("")
	if err != nil {
		t.Fatal(err)
	}
	for i := range agenda.Steps {
		if step := &agenda.Steps[i]; (step.Colouring.By != "") != (step.Key == "hotspots") {
			t.Errorf("the map of %s is coloured by %q", step.Key, step.Colouring.By)
		}
	}
	step := &agenda.Steps[len(agenda.Steps)-1]
	shown, err := a.Colour(agenda.RoundID, step.Colouring)
	if err != nil {
		t.Fatal(err)
	}
	_, pdf := fetch(t, a, app.ExportAsk{What: "meeting", Format: "pdf", Lang: "zh"})
	pages := meetingPages(t, pdf)
	last := pages[len(pages)-1]
	hot := 0
	for _, class := range shown.Classes {
		if strings.HasPrefix(class.Key, "hot") {
			hot += class.Count
		}
		if label := class.Label.In(domain.ZH); !strings.Contains(last, label) && class.Count > 0 {
			t.Errorf("the legend lacks %s", label)
		}
	}
	if want := fmt.Sprintf("热点 %d 个", hot); hot == 0 || !strings.Contains(step.Note.In(domain.ZH), want) {
		t.Errorf("the page says %q, the map shows %s", step.Note.In(domain.ZH), want)
	}
	if strings.Contains(last, "中段") || !strings.Contains(last, "表中小区") {
		t.Errorf("the legend is that of the ranks:\n%s", last)
	}
}
