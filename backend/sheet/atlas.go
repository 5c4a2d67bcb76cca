package sheet

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"estateatlas/backend/paper"
)

// Atlas is a map sheet of a district, an index, and a page for each of some estates.
type Atlas struct {
	Map Map
	// Heads of the columns of Leaf.Index.
	Heads  []string
	Leaves []Leaf
}

// Leaf is the page of an estate: its map and what is said of it.
type Leaf struct {
	Estate   int // position in Map.Estates
	Subtitle string
	// Index is what the index says beside rank and name: subdistrict, state.
	Index    []string
	History  History
	Sections []Section
}

// Section is a part of the facts of an estate.
type Section struct {
	Title, Note string
	Rows        []Row
}

// Row is a fact. Without a label the value takes the whole line.
type Row struct {
	Label, Value string
	Strong       bool
}

// History is a course of ranks, oldest first.
type History struct {
	Title, Note string
	BandSize    int
	Points      []Result
}

// Result is an estate in one round; Rank 0 is not scored.
type Result struct {
	Label          string
	Rank, Of, Band int
}

// outlined is a document with an outline and links between its pages.
type outlined interface {
	Bookmark(title string)
	Link(x, y, width, height float64, page int)
}

// DrawAtlas draws an atlas. progress counts its pages. It stops with the error of ctx when that is done.
func DrawAtlas(ctx context.Context, c paper.Canvas, a *Atlas, progress func(done, total int)) error {
	d := &atlasDrawing{c: c, a: a, world: newWorld(&a.Map), size: a.Map.Size, t: typeOf(a.Map.Size)}
	d.perIndex = d.indexRows() * d.indexColumns()
	index := (len(a.Leaves) + d.perIndex - 1) / d.perIndex
	d.first = 1 + index
	total := d.first + len(a.Leaves)
	for done := range total {
		if err := ctx.Err(); err != nil {
			return err
		}
		progress(done, total)
		switch {
		case done == 0:
			d.world.drawSheet(c, false)
			d.bookmark(a.Map.Lang.pick("全区", "District"))
		case done <= index:
			d.drawIndex(done-1, index)
		default:
			d.drawLeaf(done-d.first, done+1, total)
		}
	}
	progress(total, total)
	return nil
}

type atlasDrawing struct {
	c        paper.Canvas
	a        *Atlas
	world    *world
	size     Size
	t        typeScale
	perIndex int
	first    int // pages before the leaves
}

func (d *atlasDrawing) bookmark(title string) {
	if o, ok := d.c.(outlined); ok {
		o.Bookmark(title)
	}
}

// body is the page between header and foot.
func (d *atlasDrawing) body() paper.Box {
	l := layoutOf(d.size)
	return paper.Box{X: l.header.X, Y: l.header.Bottom(), W: l.header.W, H: l.foot.Y - l.header.Bottom()}
}

const (
	indexLine = 6.0
	indexHead = 7.0
)

func (d *atlasDrawing) indexRows() int {
	return max(1, int((d.body().H-indexHead*d.t.by)/(indexLine*d.t.by)))
}

func (d *atlasDrawing) indexColumns() int {
	if d.size.Width > d.size.Height {
		return 2
	}
	return 1
}

func (d *atlasDrawing) drawIndex(at, of int) {
	m, t := &d.a.Map, d.t
	d.c.AddPage(d.size.Width, d.size.Height)
	l := layoutOf(d.size)
	title := m.Lang.pick("小区索引", "Index of estates")
	if at == 0 {
		d.bookmark(title)
	}
	if of > 1 {
		title += fmt.Sprintf(" %d/%d", at+1, of)
	}
	drawHeader(d.c, l.header, title, m.Title+" · "+fmt.Sprintf(m.Lang.pick("%d 个小区", "%d estates"), len(d.a.Leaves)), m.marks(), t)
	d.drawFoot(l.foot, at+2)
	body := d.body()
	gap := 10 * t.by
	n := d.indexColumns()
	w := (body.W - gap*float64(n-1)) / float64(n)
	rows := d.indexRows()
	leaves := d.a.Leaves[at*d.perIndex : min(len(d.a.Leaves), (at+1)*d.perIndex)]
	if of == 1 && len(leaves) <= rows && n > 1 {
		d.drawChoice(paper.Box{X: body.X + w + gap, Y: body.Y, W: w, H: body.H})
	}
	for i := 0; i*rows < len(leaves); i++ {
		box := paper.Box{X: body.X + float64(i)*(w+gap), Y: body.Y, W: w, H: body.H}
		d.drawIndexColumn(box, leaves[i*rows:min(len(leaves), (i+1)*rows)], at*d.perIndex+i*rows)
	}
}

// drawChoice shows where the estates of the atlas are.
func (d *atlasDrawing) drawChoice(b paper.Box) {
	b.H = min(b.H, b.W*0.9)
	p := &page{canvas: d.c, world: d.world, view: fit(d.world.extent, b, d.size.unit), chosen: none, lit: map[int]bool{}, cornered: true}
	for i := range d.a.Leaves {
		p.lit[d.a.Leaves[i].Estate] = true
	}
	p.drawMap()
}

func (d *atlasDrawing) drawIndexColumn(b paper.Box, leaves []Leaf, from int) {
	t, m := d.t, &d.a.Map
	by := t.by
	// Rank, name, what the index says, page.
	x := []float64{b.X, b.X + 14*by, b.X + b.W*0.45, b.X + b.W*0.7}
	write := func(x, y float64, text string, size float64, bold bool, c paper.Color, room float64) {
		d.c.Text(paper.Text{Text: paper.Shorten(text, size, room), X: x, Y: y, Middle: true, Size: size, Bold: bold, Color: c})
	}
	y := b.Y + indexHead*by/2
	write(x[0], y, m.Lang.pick("名次", "Rank"), t.note, false, Light.Text3, 14*by)
	write(x[1], y, m.Lang.pick("小区", "Estate"), t.note, false, Light.Text3, 40*by)
	for k, head := range d.a.Heads[:min(2, len(d.a.Heads))] {
		write(x[2+k], y, head, t.note, false, Light.Text3, x[3]-x[2]-t.gap)
	}
	d.c.Text(paper.Text{Text: m.Lang.pick("页", "Page"), X: b.Right(), Y: y, Anchor: paper.Right, Middle: true, Size: t.note, Color: Light.Text3})
	y = b.Y + indexHead*by
	for i := range leaves {
		leaf := &leaves[i]
		e := &m.Estates[leaf.Estate]
		d.c.Stroke(paper.Segment(b.X, y, b.Right(), y), paper.Pen{Width: 0.15 * by, Color: Light.Border1})
		middle := y + indexLine*by/2
		if e.Rank > 0 {
			h := 4.2 * by
			w := max(h, paper.Width(rankText(e), t.row)+2.4*by)
			drawBadge(d.c, paper.Box{X: x[0], Y: middle - h/2, W: w, H: h}, rankText(e), e.Band, t.row, 0.2*by)
		} else {
			write(x[0], middle, "—", t.row, false, Light.Text3, 10*by)
		}
		write(x[1], middle, e.Name, t.row, true, Light.Text1, x[2]-x[1]-t.gap)
		for k, text := range leaf.Index[:min(2, len(leaf.Index))] {
			room := b.Right() - 10*by - x[3]
			if k == 0 {
				room = x[3] - x[2] - t.gap
			}
			write(x[2+k], middle, text, t.row, false, Light.Text2, room)
		}
		page := d.first + from + i + 1
		d.c.Text(paper.Text{Text: strconv.Itoa(page), X: b.Right(), Y: middle, Anchor: paper.Right, Middle: true, Size: t.row, Color: Light.Text1})
		if o, ok := d.c.(outlined); ok {
			o.Link(b.X, y, b.W, indexLine*by, page)
		}
		y += indexLine * by
	}
}

func (d *atlasDrawing) drawFoot(b paper.Box, page int) {
	t := d.t
	number := strconv.Itoa(page)
	d.c.Text(paper.Text{Text: number, X: b.Right(), Y: b.Y + 4*t.by, Anchor: paper.Right, Size: t.note, Color: Light.Text2})
	b.W -= paper.Width(number, t.note) + 2*t.gap
	drawFoot(d.c, b, d.a.Map.Facts, t)
}

// factsWidth is the panel beside the map on A4, factsHeight the one under it.
const (
	factsWidth  = 92.0
	factsHeight = 118.0
)

// drawLeaf draws the page of an estate.
func (d *atlasDrawing) drawLeaf(at, number, _ int) {
	m, t := &d.a.Map, d.t
	leaf := &d.a.Leaves[at]
	e := &m.Estates[leaf.Estate]
	d.c.AddPage(d.size.Width, d.size.Height)
	d.bookmark(strings.TrimSpace(rankText(e) + " " + e.Name))
	l := layoutOf(d.size)
	header := l.header
	if e.Rank > 0 {
		h := 7 * t.by
		w := max(h, paper.Width(rankText(e), t.title*0.8)+4*t.by)
		drawBadge(d.c, paper.Box{X: header.X, Y: header.Y + 0.2*t.by, W: w, H: h}, rankText(e), e.Band, t.title*0.8, 0.3*t.by)
		header.X, header.W = header.X+w+2*t.gap, header.W-w-2*t.gap
	}
	drawHeader(d.c, header, e.Name, "", m.marks(), t)
	d.c.Text(paper.Text{
		Text: paper.Shorten(leaf.Subtitle, t.subtitle, l.header.W), X: l.header.X, Y: l.header.Y + 11*t.by, Size: t.subtitle, Color: Light.Text2,
	})
	body := d.body()
	gap := 6 * t.by
	mapBox, facts := body, body
	if d.size.Width > d.size.Height {
		mapBox.W = body.W - factsWidth*t.by - gap
		facts.X, facts.W = mapBox.Right()+gap, factsWidth*t.by
	} else {
		mapBox.H = body.H - factsHeight*t.by - gap
		facts.Y, facts.H = mapBox.Bottom()+gap, factsHeight*t.by
	}
	if s := &d.world.estates[leaf.Estate]; len(s.rings) == 0 {
		d.drawOffMap(mapBox)
	} else {
		p := &page{canvas: d.c, world: d.world, view: fit(d.world.around(leaf.Estate), mapBox, d.size.unit), chosen: leaf.Estate, cornered: true}
		p.drawMap()
	}
	d.drawFacts(leaf, facts)
	d.drawFoot(l.foot, number)
}

// drawOffMap says why there is no map.
func (d *atlasDrawing) drawOffMap(b paper.Box) {
	d.c.Fill(b.Path(), Light.Surface2)
	d.c.Stroke(b.Path(), paper.Pen{Width: 0.2 * d.t.by, Color: Light.Border2})
	d.c.Text(paper.Text{
		Text: d.a.Map.Lang.pick("未上图：没有边界", "Not on the map: no boundary"), X: b.X + b.W/2, Y: b.Y + b.H/2, Anchor: paper.Center, Middle: true,
		Size: d.t.head, Color: Light.Text3,
	})
}
