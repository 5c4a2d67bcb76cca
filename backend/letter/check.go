package letter

import (
	"errors"
	"path"
	"slices"
	"strings"

	"estateatlas/backend/domain"
)

// Template is a document with placeholders.
type Template struct {
	parts  pack
	main   string // name of the part that holds the text
	root   *node
	body   *node
	prefix string // of WordprocessingML's elements, with the colon
}

// mainType is the content type of the text of a .docx.
const mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

// Open reads a template. Errors: CodeInvalid, which say what is wrong with the file and what to do.
func Open(file []byte) (*Template, error) {
	parts, err := unpack(file)
	if err != nil {
		return nil, err
	}
	t := &Template{parts: parts}
	if err := t.refuseWhatActs(); err != nil {
		return nil, err
	}
	if t.main, err = t.mainPart(); err != nil {
		return nil, err
	}
	if t.root, err = parse(t.parts.part(t.main).body); err != nil {
		return nil, err
	}
	doc := t.root.kid("document")
	if doc == nil || doc.kid("body") == nil {
		return nil, refuse("模板没有正文；请重新另存为 .docx", "The template has no text; save it as .docx again")
	}
	t.body = doc.kid("body")
	prefix, _, found := strings.Cut(t.body.tag(), ":")
	if !found {
		return nil, errDamaged(errors.New("elements without a prefix"))
	}
	t.prefix = prefix + ":"
	return t, nil
}

// mainPart finds the part with the text.
func (t *Template) mainPart() (string, error) {
	types := t.parts.part("[Content_Types].xml")
	if types == nil {
		return "", errNotDocument
	}
	tree, err := parse(types.body)
	if err != nil {
		return "", err
	}
	name, kind := "", ""
	walk(tree, func(n *node) {
		if n.other == "Override" && strings.HasSuffix(n.attr("ContentType"), ".main+xml") {
			name, kind = strings.TrimPrefix(n.attr("PartName"), "/"), n.attr("ContentType")
		}
	})
	switch {
	case name == "":
		return "", errNotDocument
	case strings.Contains(strings.ToLower(kind), "macroenabled"):
		return "", errMacros
	case strings.Contains(kind, "wordprocessingml.template"):
		return "", refuse("模板是 .dotx；请另存为 .docx", "The template is a .dotx; save it as .docx")
	case kind != mainType:
		return "", errNotDocument
	}
	p := t.parts.part(name)
	if p == nil {
		return "", refuse("模板缺少正文部分 %s；请重新另存为 .docx", "The template lacks its text, the part %s; save it as .docx again", name)
	}
	return p.name, nil
}

var errMacros = refuse("模板含有宏；请另存为不含宏的 .docx", "The template has macros; save it as .docx without them")

// refuseWhatActs refuses macros, programs and links that a word processor follows by itself. The link to the template that a
// document was made from is taken out: Word writes it, and it may name somebody's computer.
func (t *Template) refuseWhatActs() error {
	for i := range t.parts {
		p := &t.parts[i]
		name := strings.ToLower(p.name)
		switch {
		case strings.HasSuffix(name, "vbaproject.bin"), strings.Contains(name, "/activex/"):
			return errMacros
		case !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels"):
			continue
		}
		if hasDocumentType(p.body) {
			return refuse("模板含有文档类型声明（DTD），不能使用；请重新另存为 .docx", "The template has a document type (DTD) and is refused; save it as .docx again")
		}
		if !strings.HasSuffix(name, ".rels") {
			continue
		}
		tree, err := parse(p.body)
		if err != nil {
			return err
		}
		if err := t.refuseLinks(p, tree); err != nil {
			return err
		}
	}
	return nil
}

func hasDocumentType(body []byte) bool {
	s := string(body)
	return strings.Contains(s, "<!DOCTYPE") || strings.Contains(s, "<!ENTITY") || strings.HasPrefix(s, "\xff\xfe") || strings.HasPrefix(s, "\xfe\xff")
}

func (t *Template) refuseLinks(rels *part, tree *node) error {
	var fault error
	attached := false
	walk(tree, func(n *node) {
		if n.other != "Relationship" || !strings.EqualFold(n.attr("TargetMode"), "External") {
			return
		}
		switch kind := path.Base(n.attr("Type")); kind {
		case "hyperlink":
		case "attachedTemplate":
			attached = true
			n.open, n.end, n.kids = nil, nil, nil
		default:
			fault = refuse("模板引用了外部文件（%s）；请把它放入文档或删除", "The template refers to a file outside of it (%s); put it into the document or take it out", kind)
		}
	})
	if fault != nil || !attached {
		return fault
	}
	rels.body = written(tree)
	dir, base := path.Split(rels.name)
	owner := t.parts.part(path.Join(path.Dir(path.Clean(dir)), strings.TrimSuffix(base, ".rels")))
	if owner == nil {
		return nil
	}
	settings, err := parse(owner.body)
	if err != nil {
		return err
	}
	walk(settings, func(n *node) {
		if n.name == "attachedTemplate" {
			n.open, n.end, n.kids = nil, nil, nil
		}
	})
	owner.body = written(settings)
	return nil
}

// walk visits every piece below n.
func walk(n *node, visit func(*node)) {
	for _, k := range n.kids {
		visit(k)
		walk(k, visit)
	}
}

// Use is a placeholder where it stands.
type Use struct {
	Name  string
	Place domain.Text // 正文第 3 段, 第 1 个表格第 2 行, 页眉
}

// Report is what there is to say of a template for a kind of notice.
type Report struct {
	Used    []Use // those that are filled, in the order of the text
	Unknown []Use // names that the kind does not have
	// Misplaced are known and cannot be filled where they stand: rows outside of a table, anything in a header or footer.
	Misplaced []Use
	Broken    []Use    // 【 without its 】, or nothing between them; the name is how it begins
	Missing   []string // what the default template has and this one has not: nothing wrong, but to be known
}

// Check looks through a template.
func (t *Template) Check(kind Kind) Report {
	var r Report
	c := checking{kind: kind, report: &r}
	c.look(t.body, nil)
	for i := range t.parts {
		p := &t.parts[i]
		place := edgeOf(p.name)
		if place == (domain.Text{}) {
			continue
		}
		if tree, err := parse(p.body); err == nil {
			walk(tree, func(n *node) {
				if n.name == "p" {
					for _, h := range holesOf(n).holes {
						r.Misplaced = append(r.Misplaced, Use{h.name, place})
					}
				}
			})
		}
	}
	for _, name := range defaultNames(kind) {
		if !slices.ContainsFunc(r.Used, func(u Use) bool { return u.Name == name }) {
			r.Missing = append(r.Missing, name)
		}
	}
	return r
}

// edgeOf names the parts beside the text in which nothing is filled.
func edgeOf(name string) domain.Text {
	base := strings.ToLower(path.Base(name))
	switch {
	case !strings.HasSuffix(base, ".xml"):
	case strings.HasPrefix(base, "header"):
		return domain.Say("页眉", "header")
	case strings.HasPrefix(base, "footer"):
		return domain.Say("页脚", "footer")
	case strings.HasPrefix(base, "footnotes"), strings.HasPrefix(base, "endnotes"):
		return domain.Say("脚注或尾注", "notes")
	}
	return domain.Text{}
}

type checking struct {
	kind       Kind
	report     *Report
	paragraphs int
	tables     int
}

// tableRow is where a paragraph in a table stands.
type tableRow struct{ table, row int }

func (c *checking) look(n *node, in *tableRow) {
	rows := 0
	for _, k := range n.kids {
		inside := in
		switch k.name {
		case "p":
			c.paragraph(k, in)
		case "tbl":
			c.tables++
			inside = &tableRow{table: c.tables}
		case "tr":
			rows++
			inside = &tableRow{table: c.tables, row: rows}
			if in != nil {
				inside.table = in.table
			}
		}
		c.look(k, inside)
	}
}

func (c *checking) paragraph(p *node, in *tableRow) {
	found := holesOf(p)
	if in == nil && len(found.pieces) > 0 {
		c.paragraphs++
	}
	place := domain.Say("正文第 %d 段", "paragraph %d of the text", c.paragraphs)
	if in != nil {
		place = domain.Say("第 %d 个表格第 %d 行", "table %d, row %d", in.table, in.row)
	}
	for _, h := range found.holes {
		use := Use{h.name, place}
		switch field := fieldOf(c.kind, h.name); {
		case field == nil:
			c.report.Unknown = append(c.report.Unknown, use)
		case field.Row && in == nil:
			c.report.Misplaced = append(c.report.Misplaced, use)
		default:
			c.report.Used = append(c.report.Used, use)
		}
	}
	for _, b := range found.broken {
		c.report.Broken = append(c.report.Broken, Use{b, place})
	}
}

// Faults says in a sentence each why the template cannot be filled, none if it can.
func (r *Report) Faults() []domain.Text {
	var out []domain.Text
	for _, u := range r.Unknown {
		out = append(out, domain.Say("%[2]s：没有名为【%[1]s】的占位符；请改正或删去", "%[3]s: there is no placeholder 【%[1]s】; correct it or take it out", u.Name, u.Place.ZH, u.Place.EN))
	}
	for _, u := range r.Misplaced {
		if strings.HasPrefix(u.Name, rowPrefix) {
			out = append(out, domain.Say("%[2]s：【%[1]s】只能放在表格的一行中", "%[3]s: 【%[1]s】 can only stand in a row of a table", u.Name, u.Place.ZH, u.Place.EN))
			continue
		}
		out = append(out, domain.Say("%[2]s：此处不能填写【%[1]s】，请移到正文", "%[3]s: 【%[1]s】 is not filled here; move it into the text", u.Name, u.Place.ZH, u.Place.EN))
	}
	for _, u := range r.Broken {
		out = append(out, domain.Say("%[2]s：“%[1]s”的括号不完整；占位符写作【名称】", "%[3]s: the brackets of “%[1]s” are not complete; a placeholder is 【name】", u.Name, u.Place.ZH, u.Place.EN))
	}
	return out
}

// mostFaults are said at once.
const mostFaults = 8

// fault is the faults as an error, nil without any.
func (r Report) fault() error {
	faults := r.Faults()
	if len(faults) == 0 {
		return nil
	}
	var zh, en []string
	for i, f := range faults {
		if i == mostFaults {
			more := domain.Say("另有 %d 处", "and %d more", len(faults)-i)
			zh, en = append(zh, more.ZH), append(en, more.EN)
			break
		}
		zh, en = append(zh, f.ZH), append(en, f.EN)
	}
	return domain.Fail(domain.CodeInvalid, domain.Text{ZH: "模板不能使用。" + strings.Join(zh, "；"), EN: "The template cannot be used. " + strings.Join(en, "; ")}, nil)
}

// Usable returns the faults of a template as an error of CodeInvalid, nil if it can be filled.
func (t *Template) Usable(kind Kind) error { return t.Check(kind).fault() }
