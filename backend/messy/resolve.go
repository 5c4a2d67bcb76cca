package messy

import (
	"slices"
	"strings"

	"estateatlas/backend/domain"
)

// subject is a row and what it is about.
type subject struct {
	*reader
	row    *Row
	values []value

	// What the row refers to, by field: ids of the project or of new ones.
	ids map[string]string
	// round is where there is a column of rounds.
	round string
}

// outcome is how the search for what a row refers to ended.
type outcome uint8

const (
	resolved outcome = iota
	open             // a question waits
	dropped          // the user leaves the rows of an answer
)

// street is a subdistrict as a table writes it, found in the project.
type street struct {
	name  string
	known bool
	asked bool
}

// of returns the value of a field.
func (s *subject) of(key string) *value {
	for i := range s.values {
		if c := &s.Columns[s.values[i].column]; c.Field == key {
			return &s.values[i]
		}
	}
	return nil
}

// text is the text of a field, empty without one.
func (s *subject) text(key string) string {
	if v := s.of(key); v != nil && v.fault == nil {
		return v.verdict.text
	}
	return ""
}

// name is what a row is called in a message.
func (s *subject) name() domain.Text {
	for _, key := range []string{FieldEstateName, "name", FieldEstate, "id", "code"} {
		if t := s.text(key); t != "" {
			return domain.Text{ZH: shownText(t), EN: shownText(t)}
		}
	}
	return domain.Say("第 %d 行", "row %d", s.row.Number)
}

// resolve finds the ids of what a row refers to.
func (s *subject) resolve() outcome {
	s.ids = map[string]string{}
	worst := resolved
	for i := range s.values {
		v := &s.values[i]
		c := &s.Columns[v.column]
		f := s.Table.field(c.Field)
		if v.empty || v.fault != nil {
			continue
		}
		got := resolved
		switch f.use {
		case useEstate:
			if f.Key == FieldEstate {
				continue // with its name and subdistrict, below
			}
			got = s.estate(f.Key, v, nil)
		case useItem:
			got = s.item(v)
		case useCompany:
			got = s.company(f.Key, v)
		case useRound:
			got = s.roundOf(v)
		case useSubdistrict:
			if s.Table.Key == "estates" || f.own {
				got = s.streetHere(v)
			}
		}
		worst = max(worst, got)
	}
	switch {
	case s.Table.refersToEstates():
		id, name := s.of(FieldEstate), s.of(FieldEstateName)
		if (id == nil || id.empty) && (name == nil || name.empty) {
			if s.Table.Key == "fund_uses" {
				return worst
			}
			column := s.values[0].column
			if name != nil {
				column = name.column
			} else if id != nil {
				column = id.column
			}
			s.fault(s.row.Number, column, fault{kind: "no_estate", title: domain.Say("没有小区", "There is no estate")}, Cell{}, s.name())
			return max(worst, open)
		}
		worst = max(worst, s.estate(FieldEstate, id, name))
	case s.Table.Key == "estates":
		worst = max(worst, s.ownEstate())
	case s.Table.Key == "companies":
		s.ownCompany()
	}
	return worst
}

// ask puts a question for a row, or finds its answer.
func (s *subject) ask(key, kind string, column int, title domain.Text, options func() []Option) (answer string, got outcome) {
	at, ok := s.questions[key]
	if !ok {
		at = len(s.Questions)
		s.questions[key] = at
		s.Questions = append(s.Questions, Question{Key: key, Kind: kind, Column: column, Title: title, Options: options(), Answer: s.choice.Answers[key]})
	}
	q := &s.Questions[at]
	q.Rows = append(q.Rows, s.row.Number)
	place := Place{s.row.Number, column}
	switch q.Answer {
	case "":
		s.Marks[place] = Mark{State: CellAsked}
		s.bad[s.row.Number] = true
		return "", open
	case AnswerSkip:
		return "", dropped
	}
	return q.Answer, resolved
}

// answered marks a cell as read as the user answered.
func (s *subject) answered(column int, as string) {
	s.Marks[Place{s.row.Number, column}] = Mark{CellEdited, as}
}

// mostAsked is for how many questions candidates are sought: a table of strangers needs none.
const mostAsked = 200

// estate finds the estate that an id and a name mean, or asks.
func (s *subject) estate(field string, id, name *value) outcome {
	k := s.known
	var idText, nameText string
	if id != nil && !id.empty && id.fault == nil {
		idText = id.verdict.text
	}
	if name != nil && !name.empty && name.fault == nil {
		nameText = name.verdict.text
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
		if where = s.findStreet(v.verdict.text); where.asked {
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
	if answer == AnswerNew {
		answer = s.newEstate(look, where.name)
	} else if len(k.byID[answer]) == 0 {
		s.Questions[s.questions["estate:"+said]].Answer = ""
		s.Marks[Place{s.row.Number, column}] = Mark{State: CellAsked}
		s.bad[s.row.Number] = true
		return open
	} else {
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
	text := v.verdict.text
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
	text := v.verdict.text
	found := s.findStreet(text)
	switch {
	case found.known && found.name != text && !found.asked:
		if !s.revoked(v.column)("street") {
			s.Marks[Place{s.row.Number, v.column}] = Mark{CellRepaired, found.name}
			s.repair(repairKey("street", v.column), s.row.Number, v.column, domain.Say("街道 %[1]s 读作 %[2]s", "the subdistrict %[1]s read as %[2]s", text, found.name))
			v.verdict.text = found.name
		}
	case found.asked:
		v.verdict.text = found.name
		s.askStreet(v, false) // stays listed with its answer
		s.answered(v.column, found.name)
	case !found.known && len(s.known.districts) > 0:
		answer, got := s.askStreet(v, false)
		if got != resolved {
			return got
		}
		if answer != AnswerNew {
			v.verdict.text = answer
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

func (s *subject) item(v *value) outcome {
	text := v.verdict.text
	if code, ok := s.known.items[text]; ok {
		if s.ids[FieldItem] = code; code != text {
			s.Marks[Place{s.row.Number, v.column}] = Mark{CellRepaired, code}
			s.repair("", s.row.Number, v.column, domain.Say("扣分项名称换成代码：%[1]s 是 %[2]s", "names of items are turned into codes: %[1]s is %[2]s", text, code))
		}
		return resolved
	}
	if code := s.known.itemIn(text); code != "" && !s.revoked(v.column)("item") {
		s.ids[FieldItem] = code
		s.Marks[Place{s.row.Number, v.column}] = Mark{CellRepaired, code}
		s.repair(repairKey("item", v.column), s.row.Number, v.column, domain.Say("扣分项 %[1]s 读作 %[2]s", "the item %[1]s read as %[2]s", text, code))
		return resolved
	}
	answer, got := s.ask("item:"+text, AskItem, v.column, domain.Say("%s 是哪个扣分项", "Which item is %s?", shownText(text)), func() []Option {
		var names []string
		for _, it := range s.known.Items {
			names = append(names, it.Name)
		}
		var out []Option
		for _, name := range s.known.likely(text, names) {
			if code := s.known.items[name]; code != "" {
				out = append(out, Option{Value: code, Label: domain.Text{ZH: code + " " + name, EN: code + " " + name}})
			}
		}
		return append(out, Option{Label: domain.Say("选择其他扣分项…", "choose another …"), Query: true}, Option{Value: AnswerSkip, Label: domain.Say("跳过这些行", "leave the rows")})
	})
	if got == resolved {
		s.ids[FieldItem] = answer
		s.answered(v.column, answer)
	}
	return got
}

func (s *subject) company(field string, v *value) outcome {
	text := v.verdict.text
	if at := s.known.companies[text]; len(at) == 1 {
		s.ids[field] = s.known.Companies[at[0]].ID
		return resolved
	}
	answer, got := s.ask("company:"+text, AskCompany, v.column, domain.Say("%s 是哪家企业", "Which company is %s?", shownText(text)), func() []Option {
		var names []string
		for _, c := range s.known.Companies {
			names = append(names, c.Name)
		}
		var out []Option
		for _, name := range s.known.likely(text, names) {
			for _, at := range s.known.companies[name] {
				c := &s.known.Companies[at]
				out = append(out, Option{Value: c.ID, Label: domain.Text{ZH: c.Name, EN: c.Name}, Why: domain.Text{ZH: c.ID, EN: c.ID}})
			}
		}
		return append(out, Option{Label: domain.Say("查找其他企业…", "look for another …"), Query: true},
			Option{Value: AnswerNew, Label: domain.Say("新企业", "a new company")}, Option{Value: AnswerSkip, Label: domain.Say("跳过这些行", "leave the rows")})
	})
	if got != resolved {
		return got
	}
	if answer == AnswerNew {
		key := "company:" + text
		if _, ok := s.newOnes[key]; !ok {
			s.newOnes[key] = text
			s.table("companies.csv", []string{"id", "name"}).add(s.HeaderRow, []string{text, text}, nil)
		}
		answer = text
	}
	s.ids[field] = answer
	s.answered(v.column, answer)
	return resolved
}

// roundOf finds the round that a cell names.
func (s *subject) roundOf(v *value) outcome {
	text, k := v.verdict.text, s.known
	if s.Table.Key == "findings" && text == "" {
		return resolved
	}
	if at := k.roundNames[text]; len(at) == 1 {
		s.ids[FieldRound] = k.Rounds[at[0]].ID
		return resolved
	}
	if near := k.propose(text, text, s.Title, nil); near.ID != "" && !near.Open && !s.revoked(v.column)("round") {
		s.ids[FieldRound] = near.ID
		s.Marks[Place{s.row.Number, v.column}] = Mark{CellRepaired, near.ID}
		s.repair(repairKey("round", v.column), s.row.Number, v.column, domain.Say("轮次 %[1]s 读作 %[2]s", "the round %[1]s read as %[2]s", text, near.Name))
		return resolved
	}
	answer, got := s.ask("round:"+text, AskRound, v.column, domain.Say("%s 是哪一轮考核", "Which round is %s?", shownText(text)), func() []Option {
		var names []string
		for _, r := range k.Rounds {
			names = append(names, r.Name)
		}
		var out []Option
		for _, name := range k.likely(text, names) {
			for _, at := range k.roundNames[trim(name)] {
				r := &k.Rounds[at]
				out = append(out, Option{Value: r.ID, Label: domain.Text{ZH: r.Name, EN: r.Name}, Why: domain.Text{ZH: r.HeldOn.String(), EN: r.HeldOn.String()}})
			}
		}
		return append(out, Option{Label: domain.Say("选择其他轮次…", "choose another …"), Query: true}, Option{Value: AnswerSkip, Label: domain.Say("跳过这些行", "leave the rows")})
	})
	if got == resolved {
		s.ids[FieldRound] = answer
		s.answered(v.column, answer)
	}
	return got
}
