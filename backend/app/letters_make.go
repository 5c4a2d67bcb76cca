package app

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/letter"
	"estateatlas/backend/policy"
)

// The notices that measures of a round call for (HB 五(二)). Only confirmed measures are told to anybody.

// confirmedMeasures are those of the round of j, by estate.
func (p *project) confirmedMeasures(j *judged) []policy.Measure {
	var out []policy.Measure
	for _, m := range j.ev.Measures() {
		if m.Round == j.round && m.Status == policy.Confirmed {
			out = append(out, m)
		}
	}
	return out
}

// measureLetter is what all notices on a measure say.
func (p *project) measureLetter(j *judged, m *policy.Measure) notice {
	e, r := &p.book.Estates[m.Estate], &j.ev.Results[m.Result]
	round := &j.ev.Rounds[m.Round]
	result := round.Of(m.Estate)
	n := notice{estates: []int{m.Estate}, company: m.Company}
	n.Letter = letter.Letter{
		Issuer: j.ev.Acts(m).Issuer, Basis: p.basis(j, policy.ClauseMeasures), Subdistrict: e.Subdistrict, Community: e.Community,
		Estate: p.district.Estates.Name[m.Estate], Company: p.companyWords(m.Company).ZH,
		Scored: round.Scored, Rank: int(result.Rank), RankFromBottom: int(result.RankFromBottom), Score: result.Score.String(),
		Cause: "按扣分项推定", Level: m.Level, InYear: r.Confirmed.InYear, Run: r.Confirmed.Run,
	}
	if r.Determined() {
		n.Cause = "经责任认定"
	}
	if r.Under != nil {
		n.Since = r.Under.StartsOn
	}
	return n
}

// basis names clauses as notices do, with what is to be known of their force.
func (p *project) basis(j *judged, clauses ...domain.Clause) string {
	names := map[domain.Document]string{domain.DocHB: "河北民字〔2019〕19号", domain.DocTJ: "津政办规〔2020〕15号"}
	parts := make([]string, len(clauses))
	for i, c := range clauses {
		parts[i] = names[c.Document] + "文件" + strings.NewReplacer("(", "（", ")", "）").Replace(c.Place)
		if last := p.book.Policy.InForce[c.Document].Last; last != 0 && j.ev.AsOf > last {
			parts[i] += "（依据文件有效期已满）"
		}
	}
	return strings.Join(parts, "、")
}

func (p *project) interviewLetters(j *judged) []notice {
	var out []notice
	for _, m := range p.confirmedMeasures(j) {
		talk := j.ev.Acts(&m).Interview
		if talk == nil {
			continue
		}
		n := p.measureLetter(j, &m)
		n.To, n.Person, n.Office = n.Company, talk.Person, "负责人"
		if talk.Legal {
			n.Office = "法定代表人"
		}
		for _, d := range p.cardDeductions(j, m.Estate).Items {
			n.Rows = append(n.Rows, letter.Row{Item: strings.TrimSpace(d.Item + " " + d.Name), Points: d.Points, Function: functionWords(p.items[d.Item])})
		}
		out = append(out, n)
	}
	return out
}

// functionWords names the property function of an item; what has none is another duty of the company, or a territorial one.
func functionWords(it domain.Item) string {
	switch it.Function {
	case domain.FunctionGateDuty:
		return "门岗执勤"
	case domain.FunctionPatrol:
		return "巡视管理"
	case domain.FunctionCleaning:
		return "楼内外清扫保洁"
	case domain.FunctionParking:
		return "车辆停放秩序"
	}
	if it.Responsible == domain.CauseCompany {
		return "其他"
	}
	return "属地"
}

// withholdingLetters are one for each company in each subdistrict whose months the round decides. A month that an earlier round
// decided was told then: it is named and not counted again.
func (p *project) withholdingLetters(j *judged) ([]notice, domain.Text) {
	type scope struct{ company, subdistrict int }
	by := map[scope]*notice{}
	months := map[scope]map[domain.Month]bool{}
	var order []scope
	for _, m := range p.confirmedMeasures(j) {
		key := scope{m.Company, m.Subdistrict}
		n := by[key]
		if n == nil {
			first := p.measureLetter(j, &m)
			n = &first
			n.To, n.Cause = n.Company, ""
			by[key], months[key] = n, map[domain.Month]bool{}
			order = append(order, key)
		} else {
			n.estates = append(n.estates, m.Estate)
			n.Estate += "、" + p.district.Estates.Name[m.Estate]
			n.Level = max(n.Level, m.Level)
		}
		for _, month := range m.Months {
			months[key][month] = true
		}
	}
	rows := map[scope]map[int]*letter.Row{}
	for i := range j.ev.Withholdings {
		w := &j.ev.Withholdings[i]
		key := scope{w.Company, w.Subdistrict}
		n := by[key]
		if n == nil || w.Status != policy.Confirmed || !months[key][w.Month] {
			continue
		}
		if w.Round != j.round {
			n.Noticed = append(n.Noticed, w.Month)
			continue
		}
		n.Months = append(n.Months, w.Month)
		n.Amount += w.Amount
		if w.Timing == policy.Clawback {
			n.Clawback = append(n.Clawback, w.Month)
			n.Returned += w.Amount
		}
		if rows[key] == nil {
			rows[key] = map[int]*letter.Row{}
		}
		for _, e := range j.ev.WithheldEstates(w) {
			row := rows[key][e.Estate]
			if row == nil {
				row = &letter.Row{Estate: p.district.Estates.Name[e.Estate]}
				rows[key][e.Estate] = row
			}
			row.Months = append(row.Months, w.Month)
			row.Amount += e.Amount
			if w.Timing == policy.Clawback {
				row.Returned += e.Amount
			}
		}
	}
	var out []notice
	told := 0
	for _, key := range order {
		n := by[key]
		if len(n.Months) == 0 {
			told++
			continue
		}
		var places []int
		for place := range rows[key] {
			places = append(places, place)
		}
		slices.Sort(places)
		for _, place := range places {
			n.Rows = append(n.Rows, *rows[key][place])
		}
		out = append(out, *n)
	}
	if told > 0 {
		return out, domain.Say("另有 %d 家企业的扣减月份已由此前轮次扣减，不再通知。", "The months of %d more companies were withheld by earlier rounds, so there is nothing new to tell them.", told)
	}
	return out, domain.Text{}
}

func (p *project) endingLetters(j *judged) []notice {
	var out []notice
	for _, m := range p.confirmedMeasures(j) {
		if !j.ev.Acts(&m).RecommendEnd {
			continue
		}
		n := p.measureLetter(j, &m)
		n.To = n.Estate + "业主委员会（未成立的，" + committeeOf(n.Community) + "）"
		strikes := p.runOf(j, &m)
		for _, r := range strikes {
			round := &j.ev.Rounds[r.Round]
			result := round.Of(m.Estate)
			n.Rows = append(n.Rows, letter.Row{
				Round: roundName(&round.Round), HeldOn: round.Round.HeldOn, Rank: strconv.FormatInt(result.Rank, 10), Score: result.Score.String(),
				Cause: causeWords(r.Cause).ZH,
			})
		}
		out = append(out, n)
	}
	return out
}

// committeeOf names the residents' committee of a community.
func committeeOf(community string) string {
	return cmp.Or(community, "所在社区") + "居民委员会"
}

// runOf are the strikes of the unbroken run that ends with a measure, oldest first.
func (p *project) runOf(j *judged, m *policy.Measure) []*policy.BottomResult {
	var out []*policy.BottomResult
	want := j.ev.Results[m.Result].Confirmed.Run
	for i := m.Result; i >= 0 && len(out) < want; i-- {
		if r := &j.ev.Results[i]; r.Estate == m.Estate && r.Company == m.Company && r.Confirmed.Strike {
			out = append(out, r)
		}
	}
	slices.Reverse(out)
	return out
}
