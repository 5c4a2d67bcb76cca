package app

import (
	"context"
	"encoding/base64"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/export"
	"estateatlas/backend/letter"
)

// exportLetter is the export of official notices.
const exportLetter = "letter"

// exportTemplate is the export of the template of a kind of notice, to be edited and put in again.
const exportTemplate = "template"

func writeTemplate(_ context.Context, p *project, ask ExportAsk, w io.Writer, progress func(done, total int)) error {
	k, err := letterKind(ask.Letter.Kind)
	if err != nil {
		return err
	}
	progress(1, 1)
	_, err = w.Write(p.template(k))
	return err
}

// mostTemplate is how many bytes a template of a project may have: it is kept in the file, and every change of it in the undo log.
const mostTemplate = 2 << 20

func letterKind(kind string) (letter.Kind, error) {
	k := letter.Kind(kind)
	if !slices.Contains(letter.Kinds, k) {
		var names []string
		for _, k := range letter.Kinds {
			names = append(names, string(k))
		}
		return "", invalid("没有名为 %[1]q 的通知；可用：%[2]s", "There is no notice of the kind %[1]q; there are %[2]s", kind, strings.Join(names, ", "))
	}
	return k, nil
}

// LetterKinds returns the kinds of notices, their templates in force and what a template may hold.
func (a *Atlas) LetterKinds() ([]LetterKind, error) {
	p, err := a.project()
	if err != nil {
		return nil, err
	}
	out := make([]LetterKind, len(letter.Kinds))
	for i, k := range letter.Kinds {
		v := LetterKind{Kind: string(k), Title: k.Title(), Fields: []LetterField{}}
		if own := p.ownTemplate(k); own != nil {
			v.Own, v.Name, v.ChangedOn, v.ChangedBy = true, own.Name, own.ChangedOn.String(), own.ChangedBy
		}
		for _, f := range letter.Fields(k) {
			v.Fields = append(v.Fields, LetterField{"【" + f.Name + "】", f.Means, f.Row})
		}
		out[i] = v
	}
	return out, nil
}

// ownTemplate is the district's own template of a kind, nil without one.
func (p *project) ownTemplate(k letter.Kind) *domain.LetterTemplate {
	i := slices.IndexFunc(p.tables.LetterTemplates, func(t domain.LetterTemplate) bool { return t.Kind == string(k) })
	if i < 0 {
		return nil
	}
	return &p.tables.LetterTemplates[i]
}

// template is the template of a kind in force.
func (p *project) template(k letter.Kind) []byte {
	if own := p.ownTemplate(k); own != nil {
		return own.File
	}
	return letter.Default(k)
}

// LetterTemplate returns the template in force of a kind, to be edited with a word processor.
func (a *Atlas) LetterTemplate(kind string) (LetterFile, error) {
	p, err := a.project()
	if err != nil {
		return LetterFile{}, err
	}
	k, err := letterKind(kind)
	if err != nil {
		return LetterFile{}, err
	}
	name := export.FileName(k.Title().ZH+"模板", ".docx")
	if own := p.ownTemplate(k); own != nil && own.Name != "" {
		name = own.Name
	}
	return LetterFile{name, base64.StdEncoding.EncodeToString(p.template(k))}, nil
}

// templateFile reads a template as it comes from a screen.
func templateFile(text string) ([]byte, error) {
	if base64.StdEncoding.DecodedLen(len(text)) > mostTemplate+3 {
		return nil, invalid("模板最多 %d MB；请压缩或去掉图片", "A template has at most %d MB; make its pictures smaller or leave them out", mostTemplate>>20)
	}
	file, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil, invalid("模板文件没有完整传到；请重试", "The template did not arrive whole; try again")
	}
	return file, nil
}

// CheckLetterTemplate says what placeholders a template holds and what is wrong with it; without a file, of the one in force.
func (a *Atlas) CheckLetterTemplate(kind, file string) (LetterReport, error) {
	r := LetterReport{Used: []LetterUse{}, Unknown: []LetterUse{}, Misplaced: []LetterUse{}, Broken: []LetterUse{}, Missing: []string{}, Faults: []domain.Text{}}
	p, err := a.project()
	if err != nil {
		return r, err
	}
	k, err := letterKind(kind)
	if err != nil {
		return r, err
	}
	bytes, err := templateFile(file)
	if err != nil {
		return r, err
	}
	if len(bytes) == 0 {
		bytes = p.template(k)
	}
	t, err := letter.Open(bytes)
	if err != nil {
		_, r.Refusal = domain.Explain(err)
		return r, nil
	}
	found := t.Check(k)
	for _, list := range []struct {
		to   *[]LetterUse
		from []letter.Use
	}{{&r.Used, found.Used}, {&r.Unknown, found.Unknown}, {&r.Misplaced, found.Misplaced}, {&r.Broken, found.Broken}} {
		for _, u := range list.from {
			*list.to = append(*list.to, LetterUse{u.Name, u.Place})
		}
	}
	r.Missing = append(r.Missing, found.Missing...)
	r.Faults = append(r.Faults, found.Faults()...)
	r.Usable = len(r.Faults) == 0
	return r, nil
}

// SetLetterTemplate makes a file the district's template of a kind, or takes the program's own again. Errors: CodeInvalid for a file
// that cannot be read or filled, with every fault and its place.
func (a *Atlas) SetLetterTemplate(ask LetterTemplateAsk) (Decided, error) {
	return a.decide(func(p *project) (domain.Change, error) {
		k, err := letterKind(ask.Kind)
		if err != nil {
			return domain.Change{}, err
		}
		row := domain.LetterTemplate{Kind: ask.Kind}
		if ask.File == "" {
			if p.ownTemplate(k) == nil {
				return domain.Change{}, invalid("%s已是默认模板", "The template of the kind %s is the program's own already", k.Title().ZH)
			}
			return domain.Change{Remove: domain.Tables{LetterTemplates: []domain.LetterTemplate{row}}, What: "恢复默认模板：" + k.Title().ZH}, nil
		}
		if row.File, err = templateFile(ask.File); err != nil {
			return domain.Change{}, err
		}
		t, err := letter.Open(row.File)
		if err != nil {
			return domain.Change{}, err
		}
		if err := t.Usable(k); err != nil {
			return domain.Change{}, err
		}
		base := strings.TrimSuffix(filepath.Base(strings.ReplaceAll(ask.Name, `\`, "/")), filepath.Ext(ask.Name))
		row.Name, row.ChangedOn, row.ChangedBy = export.FileName(base, ".docx"), today(), a.name()
		return domain.Change{Put: domain.Tables{LetterTemplates: []domain.LetterTemplate{row}}, What: "更换模板：" + k.Title().ZH}, nil
	})
}

// Letters returns the notices of a kind that a round calls for; "" is the latest. Notices rest on confirmed measures only.
func (a *Atlas) Letters(kind, roundID string) (LetterList, error) {
	out := LetterList{Lines: []LetterLine{}}
	p, err := a.project()
	if err != nil {
		return out, err
	}
	ask := ExportAsk{What: exportLetter, Format: "docx", RoundID: roundID, Letter: LetterAsk{Kind: kind}}
	j, err := p.judgeAsked(&ask)
	if err != nil {
		return out, err
	}
	letters, note, err := p.letters(context.Background(), j, &ask)
	if err != nil {
		return out, err
	}
	out.RoundID, out.AsOf, out.Note = j.view.RoundID, j.view.AsOf, note
	for i := range letters {
		l := &letters[i]
		line := LetterLine{To: l.To, Issuer: l.Issuer, FIDs: p.fids(l.estates), Company: l.company, Level: l.Level, Fen: int64(l.Amount), Rows: len(l.Rows)}
		var names []string
		for _, place := range l.estates {
			names = append(names, p.district.Estates.Name[place])
		}
		line.About = strings.Join(names, "、")
		out.Lines = append(out.Lines, line)
	}
	return out, nil
}

// notice is a letter with the places that it is about.
type notice struct {
	letter.Letter
	estates []int
	company int
}

// letters makes the notices that are asked for, and says what was left out.
func (p *project) letters(ctx context.Context, j *judged, ask *ExportAsk) ([]notice, domain.Text, error) {
	k, err := letterKind(ask.Letter.Kind)
	if err != nil {
		return nil, domain.Text{}, err
	}
	var all []notice
	var note domain.Text
	switch k {
	case letter.Interview:
		all = p.interviewLetters(j)
	case letter.Withholding:
		all, note = p.withholdingLetters(j)
	case letter.Ending:
		all = p.endingLetters(j)
	case letter.Proxy:
		all, err = p.proxyLetters(j, ask.FIDs)
	case letter.Rectification:
		all, err = p.rectificationLetters(ctx, j, ask)
	}
	if err != nil {
		return nil, note, err
	}
	wanted := map[int]bool{}
	for _, fid := range ask.FIDs {
		if place, ok := p.place[fid]; ok {
			wanted[place] = true
		}
	}
	all = slices.DeleteFunc(all, func(n notice) bool {
		return len(ask.FIDs) > 0 && !slices.ContainsFunc(n.estates, func(place int) bool { return wanted[place] }) ||
			len(ask.Letter.Companies) > 0 && !slices.Contains(ask.Letter.Companies, n.company)
	})
	for i := range all {
		l := &all[i].Letter
		l.District, l.IssuedOn, l.Mark = p.info.Name, today(), "内部使用"
		if p.info.MadeUp {
			l.Mark += "　虚构数据"
		}
		if l.Round == "" && j.round >= 0 {
			l.Round = roundName(&j.ev.Rounds[j.round].Round)
		}
		l.HeldOn = j.ev.AsOf
		if j.round >= 0 && k != letter.Rectification {
			l.HeldOn = j.ev.Rounds[j.round].Round.HeldOn
		}
	}
	return all, note, nil
}

// writeLetters writes the notices of a kind into one document. progress is not told: a thousand take less than a second.
func writeLetters(ctx context.Context, p *project, ask ExportAsk, w io.Writer, _ func(done, total int)) error {
	j, err := p.judgeAsked(&ask)
	if err != nil {
		return err
	}
	notices, note, err := p.letters(ctx, j, &ask)
	if err != nil {
		return err
	}
	k := letter.Kind(ask.Letter.Kind)
	if len(notices) == 0 {
		none := domain.Say("%[1]s：没有需要出具的通知。", "%[2]s: there is none to write. ", k.Title().ZH, k.Title().EN)
		return domain.Fail(domain.CodeInvalid, domain.Text{ZH: none.ZH + note.ZH, EN: none.EN + note.EN}, nil)
	}
	letters := make([]letter.Letter, len(notices))
	for i := range notices {
		letters[i] = notices[i].Letter
	}
	t, err := letter.Open(p.template(k))
	if err != nil {
		return err
	}
	return t.Fill(w, k, letters)
}
