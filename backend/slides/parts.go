package slides

import (
	"archive/zip"
	"fmt"
	"io"
	"time"
)

// Namespaces and types of ECMA-376, transitional.
const (
	nsMain    = "http://schemas.openxmlformats.org/presentationml/2006/main"
	nsDrawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
	nsRel     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsTable   = "http://schemas.openxmlformats.org/drawingml/2006/table"
	nsPackage = "http://schemas.openxmlformats.org/package/2006/"

	mainType = "application/vnd.openxmlformats-officedocument.presentationml."

	// noTableStyle is the built-in style "no style, no grid".
	noTableStyle = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
	// tableStyle is what PowerPoint gives to tables that are added later.
	tableStyle = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"

	// Ids of slides begin at 256, those of masters and layouts at 2³¹ (ECMA-376 part 1, 19.7).
	firstSlideID  = 256
	firstMasterID = 2147483648
)

// part is one file of the package.
type part struct {
	name string // without the leading slash
	kind string // content type; "" has a default by its ending
	body []byte
}

// relation of a part to another.
type relation struct{ kind, target string }

func relations(name string, all ...relation) part {
	root := el("Relationships", "xmlns", nsPackage+"relationships")
	for i, r := range all {
		kind := nsRel + "/" + r.kind
		if r.kind == "metadata/core-properties" {
			kind = nsPackage + "relationships/" + r.kind
		}
		root = root.with(el("Relationship", "Id", relationID(i), "Type", kind, "Target", r.target))
	}
	return part{name: name, body: root.document()}
}

// root is the outermost element of a part of the presentation.
func root(name string) node {
	return el(name, "xmlns:a", nsDrawing, "xmlns:r", nsRel, "xmlns:p", nsMain)
}

func (d *Deck) parts() []part {
	parts := []part{
		relations("_rels/.rels", relation{"officeDocument", "ppt/presentation.xml"},
			relation{"metadata/core-properties", "docProps/core.xml"}, relation{"extended-properties", "docProps/app.xml"}),
		{"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", d.core().document()},
		{"docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", d.app().document()},
		{"ppt/presentation.xml", mainType + "presentation.main+xml", d.presentation().document()},
		d.presentationRelations(),
		{"ppt/presProps.xml", mainType + "presProps+xml", root("p:presentationPr").document()},
		{"ppt/viewProps.xml", mainType + "viewProps+xml", root("p:viewPr").document()},
		{"ppt/tableStyles.xml", mainType + "tableStyles+xml", el("a:tblStyleLst", "xmlns:a", nsDrawing, "def", tableStyle).document()},
		{"ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", theme().document()},
		{"ppt/slideMasters/slideMaster1.xml", mainType + "slideMaster+xml", d.master().document()},
		relations("ppt/slideMasters/_rels/slideMaster1.xml.rels", relation{"slideLayout", "../slideLayouts/slideLayout1.xml"},
			relation{"slideLayout", "../slideLayouts/slideLayout2.xml"}, relation{"theme", "../theme/theme1.xml"}),
	}
	for i, layout := range []node{d.cover(), d.page()} {
		parts = append(parts,
			part{fmt.Sprintf("ppt/slideLayouts/slideLayout%d.xml", i+1), mainType + "slideLayout+xml", layout.document()},
			relations(fmt.Sprintf("ppt/slideLayouts/_rels/slideLayout%d.xml.rels", i+1), relation{"slideMaster", "../slideMasters/slideMaster1.xml"}))
	}
	for i, s := range d.slides {
		rels := []relation{{"slideLayout", fmt.Sprintf("../slideLayouts/slideLayout%d.xml", int(s.layout)+1)}}
		for _, m := range s.media {
			rels = append(rels, relation{"image", fmt.Sprintf("../media/image%d.png", m+1)})
		}
		parts = append(parts,
			part{fmt.Sprintf("ppt/slides/slide%d.xml", i+1), mainType + "slide+xml", s.document()},
			relations(fmt.Sprintf("ppt/slides/_rels/slide%d.xml.rels", i+1), rels...))
	}
	for i, m := range d.media {
		parts = append(parts, part{fmt.Sprintf("ppt/media/image%d.png", i+1), "", m})
	}
	return parts
}

func (s *Slide) document() []byte {
	return root("p:sld").with(
		el("p:cSld").with(tree(s.shapes...)),
		el("p:clrMapOvr").with(el("a:masterClrMapping")),
	).document()
}

// tree is the group of all shapes of a slide, layout or master.
func tree(shapes ...node) node {
	return el("p:spTree").with(
		el("p:nvGrpSpPr").with(el("p:cNvPr", "id", "1", "name", ""), el("p:cNvGrpSpPr"), el("p:nvPr")),
		el("p:grpSpPr").with(el("a:xfrm").with(el("a:off", "x", "0", "y", "0"), el("a:ext", "cx", "0", "cy", "0"),
			el("a:chOff", "x", "0", "y", "0"), el("a:chExt", "cx", "0", "cy", "0"))),
	).with(shapes...)
}

func (d *Deck) presentation() node {
	ids := el("p:sldIdLst")
	for i := range d.slides {
		ids = ids.with(el("p:sldId", "id", count(firstSlideID+i), "r:id", relationID(i+1)))
	}
	p := root("p:presentation").attr("saveSubsetFonts", "1").with(
		el("p:sldMasterIdLst").with(el("p:sldMasterId", "id", count(firstMasterID), "r:id", relationID(0))))
	if len(d.slides) > 0 {
		p = p.with(ids)
	}
	return p.with(
		el("p:sldSz", "cx", emu(Width), "cy", emu(Height)),
		el("p:notesSz", "cx", emu(Height), "cy", emu(Width)),
		el("p:defaultTextStyle").with(levelLook("a:defPPr", 0, false), levelLook("a:lvl1pPr", 18, false)),
	)
}

func (d *Deck) presentationRelations() part {
	rels := []relation{{"slideMaster", "slideMasters/slideMaster1.xml"}}
	for i := range d.slides {
		rels = append(rels, relation{"slide", fmt.Sprintf("slides/slide%d.xml", i+1)})
	}
	rels = append(rels, relation{"presProps", "presProps.xml"}, relation{"viewProps", "viewProps.xml"},
		relation{"theme", "theme/theme1.xml"}, relation{"tableStyles", "tableStyles.xml"})
	return relations("ppt/_rels/presentation.xml.rels", rels...)
}

func (d *Deck) core() node {
	n := el("cp:coreProperties", "xmlns:cp", nsPackage+"metadata/core-properties", "xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"xmlns:dcterms", "http://purl.org/dc/terms/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance").with(
		said("dc:title", d.about.Title), said("dc:subject", d.about.Subject), said("dc:creator", d.about.Creator))
	if !d.about.Created.IsZero() {
		at := said("dcterms:created", d.about.Created.UTC().Format(time.RFC3339))
		n = n.with(at.attr("xsi:type", "dcterms:W3CDTF"))
	}
	return n
}

func (d *Deck) app() node {
	return el("Properties", "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties").with(
		said("Application", d.about.Creator), said("PresentationFormat", "16:9"), said("Slides", count(len(d.slides))))
}

// contentTypes says what each part is; parts without a kind go by their ending.
func contentTypes(parts []part) part {
	types := el("Types", "xmlns", nsPackage+"content-types").with(
		el("Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml"),
		el("Default", "Extension", "xml", "ContentType", "application/xml"),
		el("Default", "Extension", "png", "ContentType", "image/png"))
	for _, p := range parts {
		if p.kind != "" {
			types = types.with(el("Override", "PartName", "/"+p.name, "ContentType", p.kind))
		}
	}
	return part{name: "[Content_Types].xml", body: types.document()}
}

// Write writes the presentation.
func (d *Deck) Write(w io.Writer) error {
	z := zip.NewWriter(w)
	parts := d.parts()
	for _, p := range append([]part{contentTypes(parts)}, parts...) {
		h := zip.FileHeader{Name: p.name, Method: zip.Deflate}
		if len(p.name) > 4 && p.name[len(p.name)-4:] == ".png" {
			h.Method = zip.Store // packed already
		}
		// The earliest date that a ZIP can name: the bytes must not depend on the clock.
		h.Modified = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
		f, err := z.CreateHeader(&h)
		if err != nil {
			return fmt.Errorf("slides: %s: %w", p.name, err)
		}
		if _, err := f.Write(p.body); err != nil {
			return fmt.Errorf("slides: %s: %w", p.name, err)
		}
	}
	return z.Close()
}
