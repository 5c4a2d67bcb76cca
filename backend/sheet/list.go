package sheet

import (
	"context"
	"fmt"
	"io"
	"time"

	"estateatlas/backend/domain"
	"estateatlas/backend/paper"
)

// List is a table on paper: A4 landscape, the heading on every page, long cells in two lines or more.
type List struct {
	Title   string
	Note    string // at the foot: round, date, source
	Mark    string // at the head, at the right
	Date    string // when it was made, at the foot
	Created time.Time
	Lang    Lang
	Columns []ListColumn
	Rows    [][]string
}

// ListColumn is a column of a List.
type ListColumn struct {
	Head   string
	Number bool // to the right
}

// Measures of a list, mm and points.
const (
	listWidth, listHeight = 297.0, 210.0
	listMargin            = 12.0
	listHead, listFoot    = 16.0, 10.0
	listSize              = 8.5
	listLine              = 4.2
	listPad               = 1.2
	listGutter            = 3.0
	// listMost is the widest that a column is before the others have what they need.
	listMost = 60.0
	// listLeast keeps a column readable.
	listLeast = 9.0
)

// WriteListPDF writes a list as vector PDF. It stops when ctx ends.
func WriteListPDF(ctx context.Context, w io.Writer, l *List, progress func(done, total int)) error {
	return WriteListsPDF(ctx, w, []*List{l}, progress)
}

// WriteListsPDF writes lists one after another, each from a page of its own on; the first one gives the properties of the file. It
// stops when ctx ends.
func WriteListsPDF(ctx context.Context, w io.Writer, lists []*List, progress func(done, total int)) error {
	first := lists[0]
	doc := paper.NewPDF(paper.Info{
		Title: first.Title, Subject: first.Note, Creator: creator, Lang: first.Lang.pick("zh-CN", "en"), Created: first.Created,
	})
	plans, pages := make([]listPlan, len(lists)), 0
	for i, l := range lists {
		plans[i] = l.plan()
		pages += len(plans[i].pages)
	}
	done := 0
	for i, l := range lists {
		for at := range plans[i].pages {
			if err := ctx.Err(); err != nil {
				return domain.Fail(domain.CodeCancelled, domain.Say("已取消", "Cancelled"), err)
			}
			if progress != nil {
				progress(done, pages)
			}
			done++
			doc.AddPage(listWidth, listHeight)
			l.frame(doc, done, pages)
			l.draw(doc, &plans[i], at)
		}
	}
	return doc.Encode(w)
}

// listPlan is how a list lies on its pages.
type listPlan struct {
	heads   []string
	widths  []float64
	head    float64   // height of the heading
	heights []float64 // of the rows
	pages   [][2]int  // from row, to row
}

func (l *List) plan() listPlan {
	p := listPlan{widths: l.widths(), heights: make([]float64, len(l.Rows)), heads: make([]string, len(l.Columns))}
	lines := func(cells []string) float64 {
		n := 1
		for c, text := range cells {
			n = max(n, len(paper.Wrap(text, listSize, p.widths[c])))
		}
		return float64(n)*listLine + 2*listPad
	}
	for c, column := range l.Columns {
		p.heads[c] = column.Head
	}
	p.head = lines(p.heads)
	room := listHeight - 2*listMargin - listHead - listFoot - p.head
	from, used := 0, 0.0
	for i, cells := range l.Rows {
		p.heights[i] = min(lines(cells), room)
		if used+p.heights[i] > room {
			p.pages = append(p.pages, [2]int{from, i})
			from, used = i, 0
		}
		used += p.heights[i]
	}
	p.pages = append(p.pages, [2]int{from, len(l.Rows)})
	return p
}

// draw draws the table of a page.
func (l *List) draw(doc *paper.PDF, p *listPlan, page int) {
	y := listMargin + listHead
	l.row(doc, p.heads, p.widths, y, p.head, Light.Text2, true)
	y += p.head
	doc.Stroke(paper.Segment(listMargin, y, listWidth-listMargin, y), paper.Pen{Width: 0.3, Color: Light.Text2})
	for i := p.pages[page][0]; i < p.pages[page][1]; i++ {
		l.row(doc, l.Rows[i], p.widths, y, p.heights[i], Light.Text1, false)
		y += p.heights[i]
		doc.Stroke(paper.Segment(listMargin, y, listWidth-listMargin, y), paper.Pen{Width: 0.1, Color: paper.Faded(Light.Text2, 0.4)})
	}
	if len(l.Rows) == 0 {
		doc.Text(paper.Text{Text: l.Lang.pick("没有可列的内容", "Nothing to list"), X: listMargin, Y: y + 6, Size: listSize, Color: Light.Text2})
	}
}

// frame draws what stands around the table.
func (l *List) frame(doc *paper.PDF, page, of int) {
	y := listMargin + 5
	markWidth := paper.Width(l.Mark, 9)
	doc.Text(paper.Text{Text: paper.Shorten(l.Title, 13, listWidth-2*listMargin-markWidth-6), X: listMargin, Y: y, Size: 13, Color: Light.Text1, Bold: true})
	doc.Text(paper.Text{Text: l.Mark, X: listWidth - listMargin, Y: y, Anchor: paper.Right, Size: 9, Color: Light.Text2})
	foot := listHeight - listMargin
	doc.Text(paper.Text{Text: paper.Shorten(l.Note, 8, 180), X: listMargin, Y: foot, Size: 8, Color: Light.Text2})
	number := fmt.Sprintf(l.Lang.pick("%s　第 %d 页，共 %d 页", "%s   %d / %d"), l.Date, page, of)
	doc.Text(paper.Text{Text: number, X: listWidth - listMargin, Y: foot, Anchor: paper.Right, Size: 8, Color: Light.Text2})
}

// row draws cells from y down.
func (l *List) row(doc *paper.PDF, cells []string, widths []float64, y, height float64, color paper.Color, bold bool) {
	x := listMargin
	most := max(1, int((height-2*listPad+0.01)/listLine))
	for c, text := range cells {
		lines := paper.Wrap(text, listSize, widths[c])
		if len(lines) > most {
			lines = append(lines[:most-1:most-1], paper.Shorten(lines[most-1]+"…", listSize, widths[c]))
		}
		for i, line := range lines {
			t := paper.Text{Text: line, X: x, Y: y + listPad + listLine*(float64(i)+0.5), Middle: true, Size: listSize, Color: color, Bold: bold}
			if l.Columns[c].Number {
				t.X, t.Anchor = x+widths[c], paper.Right
			}
			doc.Text(t)
		}
		x += widths[c] + listGutter
	}
}

// measured is how many rows the widths of columns are taken from.
const measured = 400

// widths shares out the page: every column gets what its longest cell needs up to listMost, then wide ones what is left; where the page
// is too narrow, all give way alike.
func (l *List) widths() []float64 {
	n := len(l.Columns)
	need := make([]float64, n)
	for c, column := range l.Columns {
		need[c] = max(listLeast, paper.Width(column.Head, listSize)+0.5)
	}
	for i, cells := range l.Rows {
		if i == measured {
			break
		}
		for c, text := range cells {
			need[c] = max(need[c], paper.Width(text, listSize)+0.5)
		}
	}
	room := listWidth - 2*listMargin - listGutter*float64(n-1)
	widths := make([]float64, n)
	sum := 0.0
	for c := range need {
		widths[c] = min(need[c], listMost)
		sum += widths[c]
	}
	if sum > room {
		// Short columns keep what they need; the wide ones share the rest.
		for limit := listMost; limit > listLeast && sum > room; limit -= 1 {
			sum = 0
			for c := range need {
				widths[c] = min(need[c], limit)
				sum += widths[c]
			}
		}
		return widths
	}
	for rest := room - sum; rest > 0.5; {
		var wanting []int
		for c := range need {
			if widths[c] < need[c] {
				wanting = append(wanting, c)
			}
		}
		if len(wanting) == 0 {
			break
		}
		share := rest / float64(len(wanting))
		for _, c := range wanting {
			more := min(share, need[c]-widths[c])
			widths[c] += more
			rest -= more
		}
	}
	return widths
}
