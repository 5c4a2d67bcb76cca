package messy

import (
	"slices"
	"strings"

	"estateatlas/backend/domain"
)

// street is a subdistrict as a table writes it, found in the project.
type street struct {
	name  string
	known bool
	asked bool
}

// mostAsked is for how many questions candidates are sought: a table of strangers needs none.
const mostAsked = 200

// estate finds the estate that an id and a name mean, or asks.
func (s *subject) estate(field string, id, name *value) outcome {
	k := s.known
	var idText, nameText string
	if id != nil && !id.empty && id.fault == nil {
		idText = id.text
	}
	if name != nil && !name.empty && name.fault == nil {
		nameText = name.text
	}
	byID := -1
	if idText != "" {
		if at := k.byID[idText]; len(at) == 1 {
			byID = at[0]
			if nameText == "" || trim(k.Estates[byID].Name) == nameText || foldName(k.Estates[byID].Name) == foldName(nameText) {
				s.ids[field] = idText
				return resolved
			}
		}
	}
	column := -1
	switch {
	case name != nil && nameText != "":
		column = name.column
	case id != nil:
		column = id.column
	}
	look := nameText
	if look == "" {
		look = idText
	}
	var where street
	if v := s.of(FieldSubdistrict); v != nil && !v.empty && v.fault == nil && field == FieldEstate {
		if where = s.findStreet(v.text); where.asked {
			s.askStreet(v, true) // stays listed with its answer
			s.answered(v.column, where.name)
		}
	}
	found := slices.Clone(k.byName[look])
	if byID >= 0 {
		found = nil // id and name contradict each other
	}
	all := found
	if where.known {
		found = slices.DeleteFunc(found, func(at int) bool { return k.Estates[at].Subdistrict != "" && k.Estates[at].Subdistrict != where.name })
	}
	if len(found) == 1 && (where.known || where.name == "") {
		s.ids[field] = k.Estates[found[0]].ID
		return resolved
	}
	if len(found) == 1 && !where.known {
		// The estate is certain once the subdistrict is.
		v := s.of(FieldSubdistrict)
		answer, got := s.askStreet(v, true)
		if got != resolved {
			return got
		}
		if answer == AnswerIgnore || k.Estates[found[0]].Subdistrict == answer || k.Estates[found[0]].Subdistrict == "" {
			s.ids[field] = k.Estates[found[0]].ID
			return resolved
		}
	}
	said := look
	if where.name != "" {
		said = where.name + " " + look
	}
	if byID >= 0 {
		said = idText + " " + nameText
	}
	answer, got := s.ask("estate:"+said, AskEstate, column, domain.Say("%s 是哪个小区", "Which estate is %s?", shownText(said)), func() []Option {
		var out []Option
		put := func(e *Estate, why domain.Text) {
			if !slices.ContainsFunc(out, func(o Option) bool { return o.Value == e.ID }) {
				out = append(out, Option{Value: e.ID, Label: domain.Text{ZH: e.Name, EN: e.Name}, Why: why})
			}
		}
		if byID >= 0 {
			put(&k.Estates[byID], domain.Say("编号是 %s", "its id is %s", idText))
		}
		for _, at := range all {
			put(&k.Estates[at], domain.Text{ZH: k.Estates[at].Subdistrict + " " + k.Estates[at].ID, EN: k.Estates[at].Subdistrict + " " + k.Estates[at].ID})
		}
		if len(s.Questions) < mostAsked {
			for _, c := range k.candidates(look, where.name) {
				why := domain.Text{ZH: c.Subdistrict, EN: c.Subdistrict}
				if c.Sounds {
					why.ZH, why.EN = strings.TrimSpace(why.ZH+" 读音相同"), strings.TrimSpace(why.EN+" sounds the same")
				}
				put(&c.Estate, why)
			}
		}
		return append(out, Option{Label: domain.Say("查找其他小区…", "look for another …"), Query: true},
			Option{Value: AnswerNew, Label: domain.Say("新小区", "a new estate")}, Option{Value: AnswerSkip, Label: domain.Say("跳过这些行", "leave the rows")})
	})
	if got != resolved {
		return got
	}
	switch {
	case answer == AnswerNew:
		answer = s.newEstate(look, where.name)
	case len(k.byID[answer]) == 0: // of no estate: it is as good as none
		s.Questions[s.questions["estate:"+said]].Answer = ""
		s.Marks[Place{s.row.Number, column}] = Mark{State: CellAsked}
		s.bad[s.row.Number] = true
		return open
	default:
		s.answered(column, k.Estates[k.byID[answer][0]].Name)
	}
	s.ids[field] = answer
	return resolved
}

// newEstate makes an id for an estate that the project does not have: its name, with the subdistrict where that is taken.
func (r *reader) newEstate(name, where string) string {
	key := "estate:" + where + ":" + name
	if id, ok := r.newOnes[key]; ok {
		return id
	}
	id := name
	taken := func() bool {
		if len(r.known.byID[id]) > 0 {
			return true
		}
		for _, other := range r.newOnes {
			if other == id {
				return true
			}
		}
		return false
	}
	for n := 0; taken(); n++ {
		if id = where + name; n > 0 {
			id += strings.Repeat("'", n)
		}
	}
	r.newOnes[key] = id
	if r.Table.Key != "estates" { // else its own row puts it down
		r.table("estates.geojson", []string{"id", "name", FieldSubdistrict}).add(r.HeaderRow, []string{id, name, where}, nil)
	}
	return id
}

// findStreet finds a subdistrict of the project by what a table calls it.
func (r *reader) findStreet(text string) street {
	if known, ok := r.streets[text]; ok {
		return known
	}
	out := street{name: text}
	if name, ok := r.known.subdistricts[foldStreet(text)]; ok {
		out = street{name: name, known: true}
	} else if answer := r.choice.Answers["subdistrict:"+text]; answer != "" && answer != AnswerNew && answer != AnswerSkip && answer != AnswerIgnore {
		out = street{name: answer, known: true, asked: true}
	}
	r.streets[text] = out
	return out
}

// askStreet asks for a subdistrict. ignore offers to leave it out of account.
func (s *subject) askStreet(v *value, ignore bool) (string, outcome) {
	text := v.text
	return s.ask("subdistrict:"+text, AskSubdistrict, v.column, domain.Say("%s 是哪个街道", "Which subdistrict is %s?", shownText(text)), func() []Option {
		var out []Option
		for _, name := range s.known.likely(text, s.known.districts) {
			out = append(out, Option{Value: name, Label: domain.Text{ZH: name, EN: name}})
		}
		if len(out) == 0 && len(s.known.districts) <= 30 {
			for _, name := range s.known.districts {
				out = append(out, Option{Value: name, Label: domain.Text{ZH: name, EN: name}})
			}
		}
		if ignore {
			out = append(out, Option{Value: AnswerIgnore, Label: domain.Say("不看街道，只按小区名称", "by the estate's name alone")})
		} else {
			out = append(out, Option{Value: AnswerNew, Label: domain.Say("新街道", "a new subdistrict")})
		}
		return append(out, Option{Value: AnswerSkip, Label: domain.Say("跳过这些行", "leave the rows")})
	})
}

// streetHere reads a subdistrict that is written into the project: as the project spells it, or as a new one after asking.
func (s *subject) streetHere(v *value) outcome {
	text := v.text
	found := s.findStreet(text)
	switch {
	case found.known && found.name != text && !found.asked:
		if !s.revoked(v.column)("street") {
			s.Marks[Place{s.row.Number, v.column}] = Mark{CellRepaired, found.name}
			s.repair(repairKey("street", v.column), s.row.Number, v.column, domain.Say("街道 %[1]s 读作 %[2]s", "the subdistrict %[1]s read as %[2]s", text, found.name))
			v.text = found.name
		}
	case found.asked:
		v.text = found.name
		s.askStreet(v, false) // stays listed with its answer
		s.answered(v.column, found.name)
	case !found.known && len(s.known.districts) > 0:
		answer, got := s.askStreet(v, false)
		if got != resolved {
			return got
		}
		if answer != AnswerNew {
			v.text = answer
		}
	}
	return resolved
}

// ownEstate finds the id of the estate that a row of the list of estates is about.
func (s *subject) ownEstate() outcome {
	if id := s.text("id"); id != "" {
		s.ids["id"] = id
		return resolved
	}
	name := s.of("name")
	if name == nil || name.empty {
		s.fault(s.row.Number, s.values[0].column, fault{kind: "no_estate", title: domain.Say("没有小区", "There is no estate")}, Cell{}, s.name())
		return open
	}
	return s.estate("id", nil, name)
}

// ownCompany finds the id of a company: its own, that of the project's company of this name, else its name.
func (s *subject) ownCompany() {
	if id := s.text("id"); id != "" {
		s.ids["id"] = id
		return
	}
	name := s.text("name")
	if at := s.known.companies[name]; len(at) == 1 {
		s.ids["id"] = s.known.Companies[at[0]].ID
	} else if name != "" {
		s.ids["id"] = name
		s.repair("named", s.row.Number, s.of("name").column, domain.Say("表中没有编号，新企业以名称为编号", "there are no ids: new companies have their name as id"))
	}
}
