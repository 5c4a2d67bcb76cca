package letter

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"estateatlas/backend/domain"
)

func archive(t testing.TB, parts ...part) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(p.body); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// changed is the default template with one part put in place of another, or added.
func changed(t testing.TB, name, from, to string) []byte {
	t.Helper()
	parts, err := unpack(Default(Interview))
	if err != nil {
		t.Fatal(err)
	}
	p := parts.part(name)
	if p == nil {
		return archive(t, append(parts, part{name, []byte(to)})...)
	}
	if from == "" {
		p.body = []byte(to)
	} else {
		p.body = bytes.Replace(p.body, []byte(from), []byte(to), 1)
	}
	return archive(t, parts...)
}

func TestHostileTemplatesAreRefusedInPlainWords(t *testing.T) {
	t.Parallel()
	entities := `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>`
	rel := func(kind string) string {
		return `<Relationships xmlns="x"><Relationship Id="r9" Type="http://y/` + kind + `" Target="http://evil.example/t" TargetMode="External"/></Relationships>`
	}
	many := make([]part, maxParts+1)
	for i := range many {
		many[i] = part{strings.Repeat("a", i/200+1) + string(rune('A'+i%200)), nil}
	}
	for name, c := range map[string]struct {
		file []byte
		says string
	}{
		"nothing":            {nil, "不是 Word 文档"},
		"text":               {[]byte("hello"), "不是 Word 文档"},
		"another archive":    {archive(t, part{"a.txt", []byte("x")}), "不是 Word 文档"},
		"an old or locked":   {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1........"), "密码"},
		"too long":           {make([]byte, MostBytes+1), "过大"},
		"a bomb":             {changed(t, "word/big.xml", "", strings.Repeat("a", 8<<20)), "过大"},
		"too many parts":     {archive(t, many...), "过大"},
		"a way out":          {changed(t, "../../etc/x.xml", "", "x"), "名称不正常"},
		"a way to the root":  {changed(t, "/etc/x.xml", "", "x"), "名称不正常"},
		"a way of Windows":   {changed(t, `word\x.xml`, "", "x"), "名称不正常"},
		"a drive":            {changed(t, "C:x.xml", "", "x"), "名称不正常"},
		"a part twice":       {archive(t, part{"a.xml", nil}, part{"A.xml", nil}), "名称不正常"},
		"entities":           {changed(t, "word/document.xml", "<w:document", entities+"<w:document"), "DTD"},
		"entities elsewhere": {changed(t, "word/styles.xml", "<w:styles", entities+"<w:styles"), "DTD"},
		"an unknown entity":  {changed(t, "word/document.xml", "【文号】", "&x;"), "损坏"},
		"a torn text":        {changed(t, "word/document.xml", "</w:body>", ""), "损坏"},
		"tags crossed":       {changed(t, "word/document.xml", "</w:body></w:document>", "</w:document></w:body>"), "损坏"},
		"no body":            {changed(t, "word/document.xml", "", `<w:document xmlns:w="`+nsWord+`"/>`), "没有正文"},
		"another vocabulary": {changed(t, "word/document.xml", nsWord, "urn:x"), "没有正文"},
		"too deep":           {changed(t, "word/document.xml", "<w:body>", "<w:body>"+strings.Repeat("<w:p>", 300)), "过大"},
		"no main part":       {changed(t, "[Content_Types].xml", "/word/document.xml", "/word/other.xml"), "缺少正文部分"},
		"a macro type":       {changed(t, "[Content_Types].xml", mainType, "application/vnd.ms-word.document.macroEnabled.main+xml"), "宏"},
		"a macro":            {changed(t, "word/vbaProject.bin", "", "x"), "宏"},
		"a .dotx":            {changed(t, "[Content_Types].xml", "wordprocessingml.document", "wordprocessingml.template"), ".dotx"},
		"a picture far away": {changed(t, "word/_rels/x.xml.rels", "", rel("image")), "外部文件"},
		"a frame far away":   {changed(t, "word/_rels/x.xml.rels", "", rel("frame")), "外部文件"},
	} {
		_, err := Open(c.file)
		if code, text := domain.Explain(err); err == nil || code != domain.CodeInvalid || !strings.Contains(text.ZH, c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheLinkToSomebodysTemplateIsTakenOut(t *testing.T) {
	t.Parallel()
	parts, err := unpack(Default(Interview))
	if err != nil {
		t.Fatal(err)
	}
	settings := parts.part("word/settings.xml")
	settings.body = bytes.Replace(settings.body, []byte("<w:zoom"), []byte(`<w:attachedTemplate r:id="rId1" xmlns:r="r"/><w:zoom`), 1)
	parts = append(parts, part{"word/_rels/settings.xml.rels", []byte(`<Relationships xmlns="x"><Relationship Id="rId1" Type="http://y/attachedTemplate" Target="file:///C:/Users/wang/T.dotm" TargetMode="External"/></Relationships>`)})
	file := fill(t, packed(t, parts), Interview, aLetter(Interview))
	if got := partOf(t, file, "word/_rels/settings.xml.rels") + partOf(t, file, "word/settings.xml"); strings.Contains(got, "wang") || strings.Contains(got, "attachedTemplate") || !strings.Contains(got, "<w:zoom") {
		t.Errorf("%s", got)
	}
}

func TestTooManyNoticesAreRefused(t *testing.T) {
	t.Parallel()
	if err := open(t, Default(Interview)).Fill(io.Discard, Interview, make([]Letter, MostLetters+1)); err == nil {
		t.Error("filled")
	}
	l := Letter{Rows: make([]Row, 400_000)}
	if err := open(t, Default(Interview)).Fill(io.Discard, Interview, []Letter{l}); err == nil {
		t.Error("filled")
	}
	if err := open(t, Default(Interview)).Fill(io.Discard, Interview, nil); err == nil {
		t.Error("nothing was filled")
	}
}

func TestThousandsOfPlaceholdersInOneParagraph(t *testing.T) {
	t.Parallel()
	const many = 5000
	body := "<w:p>" + strings.Repeat("<w:r><w:t>【小</w:t></w:r><w:r><w:t>区】与</w:t></w:r>", many) + "<w:r><w:t>【街道】</w:t></w:r></w:p>"
	got := wordsOf(t, fill(t, with(t, body), Interview, Letter{Estate: "东", Subdistrict: "西"}))
	if want := strings.Repeat("东与", many) + "西"; strings.TrimSpace(got) != want {
		t.Errorf("%d characters", len([]rune(got)))
	}
}

// FuzzTemplate opens, checks and fills whatever it is given. What is filled can be opened again and has no placeholder left.
func FuzzTemplate(f *testing.F) {
	for _, kind := range Kinds {
		f.Add(Default(kind), uint8(1))
	}
	f.Add(changed(f, "word/document.xml", "【文号】", "】【【文</w:t></w:r><w:r><w:t>号】"), uint8(2))
	f.Add(changed(f, "word/document.xml", "<w:sectPr>", "<w:sectPr/><w:sectPr>"), uint8(3))
	f.Fuzz(func(t *testing.T, file []byte, letters uint8) {
		fillAnything(t, file, int(letters))
	})
}

// FuzzText is FuzzTemplate of the text alone, past the archive.
func FuzzText(f *testing.F) {
	f.Add("<w:p><w:r><w:t>【小区】</w:t></w:r></w:p>", uint8(1))
	f.Add("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>【明细小区】</w:t><w:br/><w:t/></w:r></w:p></w:tc></w:tr></w:tbl>", uint8(2))
	f.Add("<w:p/><w:p><w:pPr><w:sectPr/></w:pPr></w:p>", uint8(2))
	f.Fuzz(func(t *testing.T, body string, letters uint8) {
		fillAnything(t, changed(t, "word/document.xml", "<w:body>", "<w:body>"+body), int(letters))
	})
}

func fillAnything(t *testing.T, file []byte, letters int) {
	t.Helper()
	tpl, err := Open(file)
	if err != nil {
		if code, _ := domain.Explain(err); code != domain.CodeInvalid {
			t.Fatalf("refused without plain words: %v", err)
		}
		return
	}
	for _, kind := range Kinds {
		all := make([]Letter, letters%4+1)
		for i := range all {
			all[i] = aLetter(kind)
		}
		report := tpl.Check(kind)
		var out bytes.Buffer
		err := tpl.Fill(&out, kind, all)
		if (err != nil) != (len(report.Faults()) > 0) {
			t.Fatalf("Check and Fill do not agree: %v, %v", report.Faults(), err)
		}
		if err != nil {
			continue
		}
		again, err := Open(out.Bytes())
		if err != nil {
			t.Fatalf("what was filled cannot be opened: %v", err)
		}
		if left := again.Check(kind); len(left.Used) > 0 {
			t.Fatalf("placeholders are left: %v", left.Used)
		}
	}
}
