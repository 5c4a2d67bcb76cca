package slides

import "image/color"

// Frames are where the layouts have their placeholders; a slide that is added takes them over, and whoever edits the layout
// moves them on all slides.
type Frames struct {
	CoverTitle, CoverSubtitle Box
	PageTitle                 Box
	Date, Mark, Number        Box
	// CoverFoot holds mark and date of the cover, left and right.
	CoverFoot Box
	// Sizes of letters in points.
	CoverSize, SubtitleSize, PageSize, FootSize float64
}

// standard are the frames of a presentation that has none of its own.
var standard = Frames{
	CoverTitle: Box{72, 164, Width - 144, 96}, CoverSubtitle: Box{72, 276, Width - 144, 80},
	PageTitle: Box{24, 8, Width - 384, 28},
	Date:      Box{Width - 264, Height - 32, 180, 32}, Mark: Box{Width - 344, 12, 320, 20}, Number: Box{Width - 72, Height - 32, 48, 32},
	CoverFoot: Box{72, Height - 56, Width - 144, 24},
	CoverSize: 36, SubtitleSize: 16, PageSize: 18, FootSize: 10,
}

var (
	ink     = color.NRGBA{A: 255}
	inkSoft = color.NRGBA{0x45, 0x4e, 0x58, 255}
)

// levelLook is the look of a level of text; size 0 leaves it to the next.
func levelLook(name string, size float64, bold bool) node {
	if size == 0 {
		return el(name).with(el("a:defRPr", "lang", "zh-CN"))
	}
	b := "0"
	if bold {
		b = "1"
	}
	return el(name, "marL", "0", "indent", "0", "algn", "l", "defTabSz", "914400", "rtl", "0", "eaLnBrk", "1", "latinLnBrk", "0", "hangingPunct", "1").with(
		el("a:buNone"),
		el("a:defRPr", "sz", count(int(size*100)), "b", b, "kern", "1200").with(
			el("a:solidFill").with(el("a:schemeClr", "val", "tx1")),
			el("a:latin", "typeface", "+mn-lt"), el("a:ea", "typeface", "+mn-ea"), el("a:cs", "typeface", "+mn-cs")))
}

// holder is a placeholder of the master or a layout, with the text that stands there while it is empty.
func holder(id int, name string, at Box, anchor, align string, size float64, bold bool, c color.NRGBA, inner node, ph ...string) node {
	b := "0"
	if bold {
		b = "1"
	}
	// Titles shrink while they are edited; what stands in the foot stays as it is.
	fit := "a:normAutofit"
	if size < 12 {
		fit = "a:noAutofit"
	}
	return el("p:sp").with(
		el("p:nvSpPr").with(
			el("p:cNvPr", "id", count(id), "name", name),
			el("p:cNvSpPr").with(el("a:spLocks", "noGrp", "1")),
			el("p:nvPr").with(el("p:ph", ph...)),
		),
		el("p:spPr").with(frame("a:xfrm", at), el("a:prstGeom", "prst", "rect").with(el("a:avLst"))),
		el("p:txBody").with(
			el("a:bodyPr", "vert", "horz", "wrap", "square", "lIns", "0", "tIns", "0", "rIns", "0", "bIns", "0", "rtlCol", "0", "anchor", anchor).with(el(fit)),
			el("a:lstStyle").with(el("a:lvl1pPr", "algn", align).with(el("a:buNone"), el("a:defRPr", "sz", count(int(size*100)), "b", b).with(paint(c)))),
			el("a:p").with(inner),
		),
	)
}

func hint(text string) node {
	return el("a:r").with(el("a:rPr", "lang", "zh-CN"), said("a:t", text))
}

// feet are the placeholders of date, mark and number.
func (d *Deck) feet(first int, cover bool) []node {
	f := *d.about.Frames
	side := "r"
	if cover {
		f.Mark, f.Date, side = f.CoverFoot, f.CoverFoot, "l"
		f.Mark.W /= 2
		f.Date.X, f.Date.W = f.Date.X+f.Mark.W, f.Date.W-f.Mark.W
	}
	out := []node{
		holder(first, "Date", f.Date, "ctr", "r", f.FootSize, false, inkSoft, hint(d.about.Date), "type", "dt", "sz", "half", "idx", "10"),
		holder(first+1, "Mark", f.Mark, "ctr", side, f.FootSize, false, inkSoft, hint(d.about.Mark), "type", "ftr", "sz", "quarter", "idx", "11"),
	}
	if cover {
		return out // without a number
	}
	return append(out,
		holder(first+2, "Number", f.Number, "ctr", "r", f.FootSize, true, ink, numberField("‹#›"), "type", "sldNum", "sz", "quarter", "idx", "12"))
}

func (d *Deck) master() node {
	f := d.about.Frames
	ids := el("p:sldLayoutIdLst")
	for i := range 2 {
		ids = ids.with(el("p:sldLayoutId", "id", count(firstMasterID+1+i), "r:id", relationID(i)))
	}
	shapes := append([]node{
		holder(2, "Title", f.PageTitle, "ctr", "l", f.PageSize, true, ink, hint("标题"), "type", "title"),
		holder(3, "Body", Box{f.PageTitle.X, 72, Width - 2*f.PageTitle.X, Height - 144}, "t", "l", 14, false, ink, hint("正文"), "type", "body", "idx", "1"),
	}, d.feet(4, false)...)
	return root("p:sldMaster").with(
		el("p:cSld").with(el("p:bg").with(el("p:bgPr").with(el("a:solidFill").with(el("a:schemeClr", "val", "bg1")), el("a:effectLst"))), tree(shapes...)),
		el("p:clrMap", "bg1", "lt1", "tx1", "dk1", "bg2", "lt2", "tx2", "dk2", "accent1", "accent1", "accent2", "accent2", "accent3", "accent3",
			"accent4", "accent4", "accent5", "accent5", "accent6", "accent6", "hlink", "hlink", "folHlink", "folHlink"),
		ids,
		el("p:txStyles").with(
			el("p:titleStyle").with(levelLook("a:lvl1pPr", f.PageSize, true)),
			el("p:bodyStyle").with(levelLook("a:lvl1pPr", 14, false)),
			el("p:otherStyle").with(levelLook("a:lvl1pPr", 14, false))),
	)
}

func (d *Deck) cover() node {
	f := d.about.Frames
	shapes := append([]node{
		holder(2, "Title", f.CoverTitle, "b", "l", f.CoverSize, true, ink, hint("标题"), "type", "ctrTitle"),
		holder(3, "Subtitle", f.CoverSubtitle, "t", "l", f.SubtitleSize, false, inkSoft, hint("副标题"), "type", "subTitle", "idx", "1"),
	}, d.feet(4, true)...)
	return layout("title", "封面", shapes)
}

func (d *Deck) page() node {
	f := d.about.Frames
	return layout("titleOnly", "页", append([]node{
		holder(2, "Title", f.PageTitle, "ctr", "l", f.PageSize, true, ink, hint("标题"), "type", "title"),
	}, d.feet(3, false)...))
}

func layout(kind, name string, shapes []node) node {
	return root("p:sldLayout").attr("type", kind).attr("preserve", "1").with(
		el("p:cSld", "name", name).with(tree(shapes...)),
		el("p:clrMapOvr").with(el("a:masterClrMapping")),
	)
}

// theme holds the colours of the projector and the font. PowerPoint refuses a theme without three fills, lines, effects and
// grounds.
func theme() node {
	scheme := el("a:clrScheme", "name", "Estate Atlas")
	for _, c := range [][2]string{
		{"dk1", "000000"},
		{"lt1", "FFFFFF"},
		{"dk2", "23292F"},
		{"lt2", "F4F6F8"},
		{"accent1", "0A3590"},
		{"accent2", "D02A00"},
		{"accent3", "006D78"},
		{"accent4", "F0D2AE"},
		{"accent5", "6B7580"},
		{"accent6", "1C0F57"},
		{"hlink", "0A3590"},
		{"folHlink", "3C026E"},
	} {
		scheme = scheme.with(el("a:" + c[0]).with(el("a:srgbClr", "val", c[1])))
	}
	face := func(name string) node {
		return el(name).with(el("a:latin", "typeface", Face), el("a:ea", "typeface", Face), el("a:cs", "typeface", ""), el("a:font", "script", "Hans", "typeface", "微软雅黑"))
	}
	plain := el("a:solidFill").with(el("a:schemeClr", "val", "phClr"))
	stroke := func(w string) node { return el("a:ln", "w", w).with(plain, el("a:prstDash", "val", "solid")) }
	effect := el("a:effectStyle").with(el("a:effectLst"))
	return el("a:theme", "xmlns:a", nsDrawing, "name", "Estate Atlas").with(
		el("a:themeElements").with(
			scheme,
			el("a:fontScheme", "name", "Estate Atlas").with(face("a:majorFont"), face("a:minorFont")),
			el("a:fmtScheme", "name", "Estate Atlas").with(
				el("a:fillStyleLst").with(plain, plain, plain),
				el("a:lnStyleLst").with(stroke("6350"), stroke("12700"), stroke("19050")),
				el("a:effectStyleLst").with(effect, effect, effect),
				el("a:bgFillStyleLst").with(plain, plain, plain))),
		el("a:objectDefaults"), el("a:extraClrSchemeLst"),
	)
}
