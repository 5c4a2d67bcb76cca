package messy

import (
	"estateatlas/backend/domain"
)

// subject is a row and what it is about.
type subject struct {
	*reader
	row    *Row
	values []value

	// What the row refers to, by field: ids of the project or of new ones.
	ids map[string]string
}

// outcome is how the search for what a row refers to ended.
type outcome uint8

const (
	resolved outcome = iota
	open             // a question waits
	dropped          // the user leaves the rows of an answer
)

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
		return v.text
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
		switch {
		case f.use == useEstate && f.Key != FieldEstate: // that one with its name and subdistrict, below
			worst = max(worst, s.estate(f.Key, v, nil))
		case f.use == useItem:
			worst = max(worst, s.item(v))
		case f.use == useCompany:
			worst = max(worst, s.company(f.Key, v))
		case f.use == useRound:
			worst = max(worst, s.roundOf(v))
		case f.use == useSubdistrict && f.own:
			worst = max(worst, s.streetHere(v))
		}
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

func (s *subject) item(v *value) outcome {
	text := v.text
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
	text := v.text
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
	text, k := v.text, s.known
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
