package letter

import (
	"bytes"
	"strconv"
	"strings"
)

// What a default template is made of: a small part of WordprocessingML, in the look of official documents (GB/T 9704-2012): A4,
// margins 37, 26, 35 and 28 mm, text in 仿宋 of size 3 (16 pt) on 22 lines of 28.95 pt to the page, 28 characters to the line, title
// in 小标宋 of size 2 (22 pt), page numbers of size 4 (14 pt) between dashes at the outer edge (here: centred, for single pages).
const (
	nsWord    = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsRel     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsPackage = "http://schemas.openxmlformats.org/package/2006/"
	xmlHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	typeOf    = "application/vnd.openxmlformats-officedocument.wordprocessingml."

	// Twentieths of a point.
	lineHeight = 579
	charWidth  = 320
	textWidth  = 8844 // 156 mm
)

// Names of fonts. They are asked for by name, not embedded; the font table says what else will do.
const (
	fontText  = "仿宋"
	fontTitle = "方正小标宋简体"
	fontHead  = "黑体"
	fontTable = "宋体"
	fontLatin = "Times New Roman"
)

var fontFallbacks = [][3]string{ // name, what else will do, family
	{fontText, "仿宋_GB2312,FangSong,FangSong_GB2312,STFangsong,华文仿宋,FZFangSong-Z02,Noto Serif CJK SC,Source Han Serif SC", "roman"},
	{fontTitle, "方正小标宋_GBK,小标宋体,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC,Source Han Serif SC", "roman"},
	{fontHead, "SimHei,华文黑体,STHeiti,Noto Sans CJK SC,Source Han Sans SC,WenQuanYi Micro Hei", "swiss"},
	{fontTable, "SimSun,NSimSun,STSong,华文宋体,Noto Serif CJK SC,Source Han Serif SC", "roman"},
}

// doc gathers the text of a document.
type doc struct{ b strings.Builder }

// style of a paragraph: one of those of styles.xml.
type style string

const (
	styleMark    style = "Mark"    // 内部使用
	styleTitle   style = "Title"   // 约谈通知书
	styleNumber  style = "Number"  // 文号
	styleTo      style = "To"      // 主送, without indent
	styleText    style = "Normal"  // body, indented by two characters
	styleHead    style = "Heading" // 一、
	styleContact style = "Contact" // the last of the text: the issuer never stands alone on a page
	styleSign    style = "Sign"    // 发文机关, 发文日期
	styleCell    style = "Cell"
	styleCellNum style = "CellNumber"
	styleCellHd  style = "CellHead"
	styleNote    style = "Note"
)

func (d *doc) para(s style, text string) {
	d.b.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + string(s) + `"/></w:pPr>`)
	if text != "" {
		d.b.WriteString(`<w:r><w:t xml:space="preserve">` + escape(text) + `</w:t></w:r>`)
	}
	d.b.WriteString(`</w:p>`)
}

// col is a column of a table: its head, what stands in the repeated row, in the line of the sum, and its share of the width.
type col struct {
	head, cell, sum string
	share           int
	right           bool
}

// table writes a table with a head that is repeated on every page, one row to be repeated and, if any column has a sum, a last one.
func (d *doc) table(cols ...col) {
	whole, summed := 0, false
	for _, c := range cols {
		whole += c.share
		summed = summed || c.sum != ""
	}
	widths := make([]int, len(cols))
	d.b.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="` + strconv.Itoa(textWidth) + `" w:type="dxa"/><w:jc w:val="center"/>` +
		`<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for i, c := range cols {
		widths[i] = textWidth * c.share / whole
		d.b.WriteString(`<w:gridCol w:w="` + strconv.Itoa(widths[i]) + `"/>`)
	}
	d.b.WriteString(`</w:tblGrid>`)
	row := func(props string, cell func(col) (string, style)) {
		d.b.WriteString(`<w:tr><w:trPr><w:cantSplit/>` + props + `<w:jc w:val="center"/></w:trPr>`)
		for i, c := range cols {
			text, s := cell(c)
			d.b.WriteString(`<w:tc><w:tcPr><w:tcW w:w="` + strconv.Itoa(widths[i]) + `" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>`)
			d.para(s, text)
			d.b.WriteString(`</w:tc>`)
		}
		d.b.WriteString(`</w:tr>`)
	}
	value := func(c col) style {
		if c.right {
			return styleCellNum
		}
		return styleCell
	}
	row(`<w:tblHeader/>`, func(c col) (string, style) { return c.head, styleCellHd })
	row("", func(c col) (string, style) { return c.cell, value(c) })
	if summed {
		row("", func(c col) (string, style) { return c.sum, value(c) })
	}
	d.b.WriteString(`</w:tbl>`)
	d.para(styleNote, "")
}

// body is the main part.
func (d *doc) body() []byte {
	return []byte(xmlHead + `<w:document xmlns:w="` + nsWord + `" xmlns:r="` + nsRel + `"><w:body>` + d.b.String() +
		`<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>` +
		`<w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/>` +
		`<w:cols w:space="425"/></w:sectPr></w:body></w:document>`)
}

// encode makes the document: the same text is the same bytes.
func (d *doc) encode() ([]byte, error) {
	rel := func(id, kind, target string) string {
		return `<Relationship Id="` + id + `" Type="` + nsRel + "/" + kind + `" Target="` + target + `"/>`
	}
	rels := func(all ...string) []byte {
		return []byte(xmlHead + `<Relationships xmlns="` + nsPackage + `relationships">` + strings.Join(all, "") + `</Relationships>`)
	}
	types := xmlHead + `<Types xmlns="` + nsPackage + `content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
	for _, p := range [][2]string{{"document", "document.main"}, {"styles", "styles"}, {"settings", "settings"}, {"fontTable", "fontTable"}, {"footer1", "footer"}} {
		types += `<Override PartName="/word/` + p[0] + `.xml" ContentType="` + typeOf + p[1] + `+xml"/>`
	}
	parts := pack{
		{"[Content_Types].xml", []byte(types + `</Types>`)},
		{"_rels/.rels", rels(rel("rId1", "officeDocument", "word/document.xml"))},
		{"word/document.xml", d.body()},
		{"word/_rels/document.xml.rels", rels(rel("rId1", "styles", "styles.xml"), rel("rId2", "settings", "settings.xml"),
			rel("rId3", "fontTable", "fontTable.xml"), rel("rId4", "footer", "footer1.xml"))},
		{"word/styles.xml", stylesPart()},
		{"word/settings.xml", []byte(xmlHead + `<w:settings xmlns:w="` + nsWord + `"><w:zoom w:percent="100"/><w:defaultTabStop w:val="640"/>` +
			`<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" ` +
			`w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`)},
		{"word/fontTable.xml", fontsPart()},
		{"word/footer1.xml", []byte(xmlHead + `<w:ftr xmlns:w="` + nsWord + `"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>` +
			`<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`)},
	}
	var out bytes.Buffer
	if err := parts.encode(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func fontsPart() []byte {
	s := xmlHead + `<w:fonts xmlns:w="` + nsWord + `">`
	for _, f := range fontFallbacks {
		s += `<w:font w:name="` + f[0] + `"><w:altName w:val="` + f[1] + `"/><w:charset w:val="86"/><w:family w:val="` + f[2] + `"/><w:pitch w:val="variable"/></w:font>`
	}
	return []byte(s + `</w:fonts>`)
}

func stylesPart() []byte {
	fonts := func(east string) string {
		return `<w:rFonts w:ascii="` + fontLatin + `" w:hAnsi="` + fontLatin + `" w:eastAsia="` + east + `" w:cs="` + fontLatin + `"/>`
	}
	s := xmlHead + `<w:styles xmlns:w="` + nsWord + `"><w:docDefaults><w:rPrDefault><w:rPr>` + fonts(fontText) +
		`<w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:widowControl w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>`
	exact := `<w:spacing w:before="0" w:after="0" w:line="` + strconv.Itoa(lineHeight) + `" w:lineRule="exact"/>`
	tight := `<w:spacing w:before="40" w:after="40" w:line="340" w:lineRule="exact"/>`
	spaced := func(before, after int) string {
		return `<w:spacing w:before="` + strconv.Itoa(before) + `" w:after="` + strconv.Itoa(after) + `" w:line="` + strconv.Itoa(lineHeight) + `" w:lineRule="atLeast"/>`
	}
	indent := `<w:ind w:firstLineChars="200" w:firstLine="` + strconv.Itoa(2*charWidth) + `"/>`
	none := `<w:ind w:firstLineChars="0" w:firstLine="0"/>`
	size := func(half int) string {
		return `<w:sz w:val="` + strconv.Itoa(half) + `"/><w:szCs w:val="` + strconv.Itoa(half) + `"/>`
	}
	add := func(id style, name, p, r string) {
		first, based := "", `<w:basedOn w:val="Normal"/>`
		if id == styleText {
			first, based = ` w:default="1"`, ""
		}
		s += `<w:style w:type="paragraph"` + first + ` w:styleId="` + string(id) + `"><w:name w:val="` + name + `"/>` + based + `<w:qFormat/><w:pPr>` + p + `</w:pPr>`
		if r != "" {
			s += `<w:rPr>` + r + `</w:rPr>`
		}
		s += `</w:style>`
	}
	// Within pPr: keepNext, widowControl, spacing, ind, jc (ECMA-376 part 1, 17.3.1.26).
	// Amounts do not break, so justified lines before them would be torn apart.
	add(styleText, "Normal", exact+indent+`<w:jc w:val="left"/>`, "")
	add(styleMark, "标记", exact+none+`<w:jc w:val="left"/>`, fonts(fontHead))
	add(styleTitle, "Title", `<w:keepNext/>`+spaced(240, 120)+none+`<w:jc w:val="center"/>`, fonts(fontTitle)+size(44))
	add(styleNumber, "文号", spaced(0, 240)+none+`<w:jc w:val="center"/>`, "")
	add(styleTo, "主送", exact+none+`<w:jc w:val="left"/>`, "")
	add(styleHead, "一级标题", `<w:keepNext/>`+exact+indent+`<w:jc w:val="left"/>`, fonts(fontHead))
	add(styleContact, "联系人", `<w:keepNext/>`+exact+indent+`<w:jc w:val="left"/>`, "")
	add(styleSign, "落款", `<w:keepNext/>`+exact+`<w:ind w:rightChars="200" w:right="640" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>`, "")
	add(styleCell, "表格文字", tight+none+`<w:jc w:val="center"/>`, fonts(fontTable)+size(21))
	add(styleCellNum, "表格数字", tight+none+`<w:jc w:val="right"/>`, fonts(fontTable)+size(21))
	add(styleCellHd, "表格标题", tight+none+`<w:jc w:val="center"/>`, fonts(fontHead)+size(21))
	add(styleNote, "表后", `<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>`+none, size(12))
	add("Footer", "footer", `<w:spacing w:before="0" w:after="0"/>`+none+`<w:jc w:val="center"/>`, fonts(fontTable)+size(28))
	border := ""
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		border += `<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
	}
	s += `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>` +
		`<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`
	s += `<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>` + border + `</w:tblBorders></w:tblPr></w:style>`
	return []byte(s + `</w:styles>`)
}
