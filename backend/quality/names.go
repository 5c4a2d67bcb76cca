package quality

import (
	"strings"
	"unicode"

	"estateatlas/backend/domain"

	"golang.org/x/text/unicode/norm"
)

// fold is a text as one reads it aloud: in one width and case, without spaces and marks.
func fold(text string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case unicode.IsSpace(c), unicode.IsPunct(c), unicode.IsSymbol(c), unicode.Is(unicode.Cf, c), c == '\uFEFF':
			return -1
		}
		return unicode.ToLower(c)
	}, norm.NFKC.String(text))
}

// names looks for estates that may be one, and for missing subdistricts.
func (r *Report) names(s *steps) error {
	estates := r.land.estates
	type placeName struct{ subdistrict, name string }
	byID, byName := make(map[string][]int), make(map[placeName][]int)
	for e := range estates {
		if err := s.step(1); err != nil {
			return err
		}
		es := &estates[e]
		if id := fold(es.ID); id != "" {
			byID[id] = append(byID[id], e)
		}
		if name := fold(es.Name); name != "" {
			at := placeName{es.Subdistrict, name}
			byName[at] = append(byName[at], e)
		}
		if es.Subdistrict == "" {
			r.add(Fault{
				Kind: NoSubdistrict, Key: key(NoSubdistrict, es.ID), Estates: []int{e}, Clause: clauseBottom,
				Text: domain.Say("%[1]s没有街道", "%[1]s has no subdistrict", r.label(e)),
			})
		}
	}
	for e := range estates {
		es := &estates[e]
		if alike := byID[fold(es.ID)]; len(alike) > 1 && alike[0] == e {
			f := r.alike(SimilarID, alike)
			f.Text = domain.Say("编号近似：%[1]s", "Ids alike: %[1]s", r.labels(alike))
			r.add(f)
		}
		if alike := byName[placeName{es.Subdistrict, fold(es.Name)}]; len(alike) > 1 && alike[0] == e {
			f := r.alike(SameName, alike)
			where := es.Subdistrict
			if where == "" {
				where = "—"
			}
			f.Text = domain.Say("%[1]s内有 %[2]d 个小区名为“%[3]s”：%[4]s", "%[1]s has %[2]d estates named “%[3]s”: %[4]s", where, len(alike), es.Name, strings.Join(r.ids(alike), "、"))
			r.add(f)
		}
	}
	return nil
}

// alike is a fault of estates that may be one.
func (r *Report) alike(kind Kind, estates []int) Fault {
	f := Fault{Kind: kind, Key: key(kind, r.ids(estates)...), Estates: estates}
	for _, e := range estates {
		f.Facts = append(f.Facts, Fact{plain(r.label(e)), r.holdings(e)})
	}
	if len(estates) == 2 {
		f.Repairs = r.dropTwin(estates[0], estates[1])
	}
	return f
}

func (r *Report) ids(estates []int) []string {
	out := make([]string, len(estates))
	for i, e := range estates {
		out[i] = r.land.estates[e].ID
	}
	return out
}

// labels lists estates for a sentence; many are counted.
func (r *Report) labels(estates []int) string {
	const most = 6
	var names []string
	for _, e := range estates[:min(len(estates), most)] {
		names = append(names, r.label(e))
	}
	if len(estates) > most {
		names = append(names, "…")
	}
	return strings.Join(names, "、")
}

// records are how many rows of each table speak of an estate.
type records struct{ agreements, enrolments, subsidies, scores, others int }

func (n records) none() bool { return n == records{} }

// recordsOf counts the rows of all estates, once.
func (r *Report) recordsOf(e int) records {
	if r.land.records == nil {
		t := r.ev.Tables()
		counts := make([]records, len(r.land.estates))
		count := func(id string, of func(*records) *int) {
			if at, ok := r.ev.Estate(id); ok {
				*of(&counts[at])++
			}
		}
		other := func(n *records) *int { return &n.others }
		for i := range t.Agreements {
			count(t.Agreements[i].EstateID, func(n *records) *int { return &n.agreements })
		}
		for i := range t.Enrolments {
			count(t.Enrolments[i].EstateID, func(n *records) *int { return &n.enrolments })
		}
		for i := range t.Subsidies {
			count(t.Subsidies[i].EstateID, func(n *records) *int { return &n.subsidies })
		}
		for i := range t.Scores {
			count(t.Scores[i].EstateID, func(n *records) *int { return &n.scores })
		}
		for i := range t.Deductions {
			count(t.Deductions[i].EstateID, other)
		}
		for i := range t.Determinations {
			count(t.Determinations[i].EstateID, other)
		}
		for i := range t.Findings {
			count(t.Findings[i].EstateID, other)
		}
		for i := range t.Overrides {
			count(t.Overrides[i].EstateID, other)
			count(t.Overrides[i].HostID, other)
		}
		for i := range t.FundUses {
			count(t.FundUses[i].EstateID, other)
		}
		for i := range t.ExitSteps {
			count(t.ExitSteps[i].EstateID, other)
		}
		for i := range t.Interviews {
			count(t.Interviews[i].EstateID, other)
		}
		for i := range t.Reinspections {
			count(t.Reinspections[i].EstateID, other)
		}
		for i := range t.RectifySteps {
			count(t.RectifySteps[i].EstateID, other)
		}
		r.land.records = counts
	}
	return r.land.records[e]
}

// holdings says in a sentence what an estate has.
func (r *Report) holdings(e int) domain.Text {
	n, es := r.recordsOf(e), &r.land.estates[e]
	boundary := domain.Say("有边界", "boundary")
	if len(es.Boundary) == 0 {
		boundary = domain.Say("无边界", "no boundary")
	}
	return domain.Say("%[1]s，协议 %[3]d，纳入 %[4]d，补贴变动 %[5]d，得分 %[6]d，其他记录 %[7]d", "%[2]s, agreements %[3]d, enrolments %[4]d, amounts %[5]d, scores %[6]d, other records %[7]d",
		boundary.ZH, boundary.EN, n.agreements, n.enrolments, n.subsidies, n.scores, n.others)
}

// dropTwin offers to take out the one of two estates that no record speaks of; nothing where both have records, or neither has.
func (r *Report) dropTwin(e, o int) []Repair {
	first, second := r.unrecorded(e), r.unrecorded(o)
	if first == second {
		return nil
	}
	gone := o
	if first {
		gone = e
	}
	return []Repair{{repairDrop + r.land.estates[gone].ID, domain.Say("删去没有任何记录的%s", "Take out %s, which has no record", r.label(gone))}}
}

// unrecorded reports that nothing but its own row speaks of an estate, and that row holds neither enrolment nor money.
func (r *Report) unrecorded(e int) bool {
	es := &r.land.estates[e]
	return r.recordsOf(e).none() && es.EnrolledOn == 0 && es.ApprovedOn == 0 && es.AcceptedOn == 0 && !es.DistrictSubsidy.Known && !es.CitySubsidy.Known
}
