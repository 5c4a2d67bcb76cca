package app

import (
	"slices"
	"strconv"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// Agenda returns the walk of a meeting through a round; "" is the latest. Nobody's name or telephone number occurs in it.
func (a *Atlas) Agenda(roundID string) (Agenda, error) {
	p, j, err := a.judged(roundID)
	if err != nil {
		return Agenda{}, err
	}
	return p.agenda(j), nil
}

func (p *project) agenda(j *judged) Agenda {
	a := Agenda{
		District: p.info.Name, MadeUp: p.info.MadeUp, RoundID: j.view.RoundID, HeldOn: j.view.AsOf, Scored: j.view.Scored, BandSize: j.view.BandSize,
	}
	if j.round != policy.None {
		a.RoundName = roundName(&j.ev.Rounds[j.round].Round)
	}
	before := p.roundBefore(j)
	bottom, _, _, top := p.bandMoves(j, before)
	a.Steps = []AgendaStep{
		{Key: "figures", Title: domain.Say("主要数据", "Key figures"), Figures: p.labelled(j), FIDs: []int64{}},
		p.topStep(j, top),
	}
	for i, place := range bottom {
		title := bandWords(domain.BandBottom, j.view.BandSize)
		of := domain.Say("（%[1]d/%[2]d）%[3]s", " (%[1]d of %[2]d) %[3]s", i+1, len(bottom), p.district.Estates.Name[place])
		a.Steps = append(a.Steps, AgendaStep{
			Key: "bottom", Title: domain.Text{ZH: title.ZH + of.ZH, EN: title.EN + of.EN}, FID: p.book.Estates[place].FID,
			FIDs: []int64{p.book.Estates[place].FID},
		})
	}
	if len(bottom) == 0 {
		a.Steps = append(a.Steps, AgendaStep{
			Key: "bottom", Title: bandWords(domain.BandBottom, j.view.BandSize), FIDs: []int64{},
			Note: domain.Say("本轮没有列入后段的小区", "No estate is in the bottom band of this round"),
		})
	}
	a.Steps = append(a.Steps, p.level3Step(j), p.withheldStep(j), p.fundsStep(j), p.proxyStep(j, before), p.hotspotStep(j))
	for i := range a.Steps {
		if a.Steps[i].Figures == nil {
			a.Steps[i].Figures = []Figure{}
		}
		a.Steps[i].Colouring.Breaks = []float64{}
	}
	return a
}

// labelled are the figures of the strip with their names.
func (p *project) labelled(j *judged) []Figure {
	figures := slices.Clone(j.view.Figures)
	for i := range figures {
		figures[i].Label, figures[i].Unit = figureLabel(figures[i].Key, j), figureUnit(&figures[i])
	}
	return figures
}

func wholeText(n int) domain.Text { return record(strconv.Itoa(n)) }

// fenText is an amount in yuan with two decimals.
func fenText(fen int64) domain.Text { return record(thousandsOf(domain.Fen(fen).String())) }

// thousandsOf puts commas between the thousands of a decimal number.
func thousandsOf(digits string) string {
	end := len(digits)
	for i := range digits {
		if digits[i] == '.' {
			end = i
		}
	}
	first := 0
	if end > 0 && digits[0] == '-' {
		first = 1
	}
	for i := end - 3; i > first; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

func orDash(t domain.Text) domain.Text {
	if t.ZH == "" {
		return record("—")
	}
	return t
}

// changeText is ↑3, ↓4, — or, without a rank in the round before, 新.
func (p *project) changeText(j *judged, place int) domain.Text {
	before := p.roundBefore(j)
	if before == policy.None || j.ev.Rounds[before].Of(place) == nil {
		return domain.Say("首次", "new")
	}
	switch c := j.view.Change[place]; {
	case c > 0:
		return record("↑" + strconv.Itoa(c))
	case c < 0:
		return record("↓" + strconv.Itoa(-c))
	}
	return record("—")
}

func (p *project) topStep(j *judged, top []int) AgendaStep {
	s := AgendaStep{Key: "top", Title: bandWords(domain.BandTop, j.view.BandSize), FIDs: p.fids(top)}
	if len(top) == 0 {
		s.Note = domain.Say("本轮没有列入前段的小区", "No estate is in the top band of this round")
		return s
	}
	s.Table = &AgendaTable{
		Head: []domain.Text{
			domain.Say("名次", "Rank"), domain.Say("小区", "Estate"), domain.Say("街道", "Subdistrict"), domain.Say("企业", "Company"),
			domain.Say("得分", "Score"), domain.Say("比上轮", "Change"),
		},
		Right: []bool{true, false, false, false, true, true},
	}
	for _, place := range top {
		s.Table.Rows = append(s.Table.Rows, AgendaRow{FID: p.book.Estates[place].FID, Cells: []domain.Text{
			wholeText(j.view.Rank[place]), record(p.district.Estates.Name[place]), orDash(record(p.book.Estates[place].Subdistrict)),
			orDash(p.companyWords(j.view.Company[place])), record(j.view.Score[place]), p.changeText(j, place),
		}})
	}
	return s
}

// level3Step lists the confirmed level 3 cases of the year, the latest first.
func (p *project) level3Step(j *judged) AgendaStep {
	s := AgendaStep{Key: "level3", Title: domain.Say("三级：启动退出程序", "Level 3: exit procedure"), FIDs: []int64{}}
	table := &AgendaTable{
		Head: []domain.Text{
			domain.Say("轮次", "Round"), domain.Say("小区", "Estate"), domain.Say("街道", "Subdistrict"), domain.Say("企业", "Company"),
			domain.Say("名次", "Rank"), domain.Say("处理", "What follows"),
		},
		Right: []bool{false, false, false, false, true, false},
	}
	for i := len(j.ev.Results) - 1; i >= 0; i-- {
		r := &j.ev.Results[i]
		round := &j.ev.Rounds[r.Round]
		if r.Confirmed.Level != 3 || round.Round.HeldOn.Year() != j.ev.AsOf.Year() {
			continue
		}
		fid := p.book.Estates[r.Estate].FID
		s.FIDs = append(s.FIDs, fid)
		table.Rows = append(table.Rows, AgendaRow{FID: fid, Cells: []domain.Text{
			record(roundName(&round.Round)), record(p.district.Estates.Name[r.Estate]), orDash(record(p.book.Estates[r.Estate].Subdistrict)),
			orDash(p.companyWords(r.Company)), wholeText(int(round.Of(r.Estate).Rank)),
			domain.Say("扣全年；建议解除服务协议，启动退出程序", "Year withheld; ending the agreement is recommended, exit procedure opened"),
		}})
	}
	if len(table.Rows) == 0 {
		s.Note = domain.Say("今年到本轮为止没有三级情形", "There is no level 3 case this year up to this round")
		return s
	}
	s.Table = table
	return s
}

// withheldStep lists what companies lose in the year, by company and subdistrict; confirmed and proposed are never added up.
func (p *project) withheldStep(j *judged) AgendaStep {
	s := AgendaStep{Key: "money", Title: domain.Say("扣减区级奖励补贴", "District subsidy withheld"), FIDs: []int64{}}
	type scope struct{ company, subdistrict int }
	type sums struct{ month, year, clawback, proposed domain.Fen }
	of := map[scope]*sums{}
	var order []scope
	hit := map[int]bool{}
	for i := range j.ev.Withholdings {
		w := &j.ev.Withholdings[i]
		if w.Month.Year() != j.ev.AsOf.Year() {
			continue
		}
		key := scope{w.Company, w.Subdistrict}
		if of[key] == nil {
			of[key] = &sums{}
			order = append(order, key)
		}
		if sum := of[key]; w.Status == policy.Proposed {
			sum.proposed += w.Amount
		} else {
			sum.year += w.Amount
			if w.Month == j.ev.AsOf.Month() {
				sum.month += w.Amount
			}
			if w.Timing == policy.Clawback {
				sum.clawback += w.Amount
			}
		}
		for _, e := range j.ev.WithheldEstates(w) {
			hit[e.Estate] = true
		}
	}
	if len(order) == 0 {
		s.Note = domain.Say("今年到本轮为止没有扣减", "Nothing is withheld this year up to this round")
		return s
	}
	slices.SortStableFunc(order, func(a, b scope) int { return int(of[b].year - of[a].year) })
	s.FIDs = p.fids(places(len(p.book.Estates), func(i int) bool { return hit[i] }))
	s.Table = &AgendaTable{
		Head: []domain.Text{
			domain.Say("企业", "Company"), domain.Say("街道", "Subdistrict"), domain.Say("当月（元）", "Month (¥)"), domain.Say("全年（元）", "Year (¥)"),
			domain.Say("其中追回（元）", "of it clawback (¥)"), domain.Say("拟扣（元）", "Proposed (¥)"),
		},
		Right: []bool{false, false, true, true, true, true},
	}
	for _, key := range order {
		sum := of[key]
		s.Table.Rows = append(s.Table.Rows, AgendaRow{Cells: []domain.Text{
			p.companyWords(key.company), record(p.district.Subdistricts[key.subdistrict]),
			fenText(int64(sum.month)), fenText(int64(sum.year)), fenText(int64(sum.clawback)), fenText(int64(sum.proposed)),
		}})
	}
	s.Note = domain.Say("拟扣待责任认定，不计入全年", "Proposed amounts wait for the determination of the cause and are not part of the year")
	return s
}

func (p *project) fundsStep(j *judged) AgendaStep {
	s := AgendaStep{Key: "money", Title: domain.Say("考核流转资金", "Circulating funds"), FIDs: []int64{}}
	if len(j.ev.Funds) == 0 {
		s.Note = domain.Say("各街道流转资金均无收支", "No subdistrict has income or use of its fund")
		return s
	}
	s.Table = &AgendaTable{
		Head: []domain.Text{
			domain.Say("街道", "Subdistrict"), domain.Say("收入（元）", "Income (¥)"), domain.Say("支出（元）", "Used (¥)"),
			domain.Say("余额（元）", "Balance (¥)"), domain.Say("拟入（元）", "Proposed (¥)"),
		},
		Right: []bool{false, true, true, true, true},
	}
	overdrawn := 0
	for _, f := range j.ev.Funds {
		if f.Balance < 0 {
			overdrawn++
		}
		s.Table.Rows = append(s.Table.Rows, AgendaRow{Cells: []domain.Text{
			orDash(record(f.Subdistrict)), fenText(int64(f.ConfirmedIn)), fenText(int64(f.Used)), fenText(int64(f.Balance)), fenText(int64(f.ProposedIn)),
		}})
	}
	if overdrawn > 0 {
		s.Note = domain.Say("%d 个街道透支", "%d funds are overdrawn", overdrawn)
	}
	return s
}

// proxyStep lists the scattered estates whose proxy company is another than on the day of the round before.
func (p *project) proxyStep(j *judged, before int) AgendaStep {
	s := AgendaStep{Key: "proxies", Title: domain.Say("代管变化", "Proxy changes"), FIDs: []int64{}}
	if before == policy.None {
		s.Note = domain.Say("这是第一轮，没有上轮可比", "This is the first round; there is none to compare with")
		return s
	}
	day := j.ev.Rounds[before].Round.HeldOn
	proxyOn := func(place int, day domain.Date) int {
		if g := p.book.AgreementOn(place, day); g != nil && g.Proxy && !p.book.HasLeft(place, day) {
			return int(g.Company)
		}
		return policy.None
	}
	table := &AgendaTable{
		Head: []domain.Text{
			domain.Say("小区", "Estate"), domain.Say("街道", "Subdistrict"), domain.Say("上轮代管企业", "Company then"), domain.Say("现代管企业", "Company now"),
		},
		Right: []bool{false, false, false, false},
	}
	for place := range p.book.Estates {
		then, now := proxyOn(place, day), proxyOn(place, j.ev.AsOf)
		if then == now {
			continue
		}
		fid := p.book.Estates[place].FID
		s.FIDs = append(s.FIDs, fid)
		name := func(company int) domain.Text {
			if company == policy.None {
				return domain.Say("无代管", "none")
			}
			return p.companyWords(company)
		}
		table.Rows = append(table.Rows, AgendaRow{FID: fid, Cells: []domain.Text{
			record(p.district.Estates.Name[place]), orDash(record(p.book.Estates[place].Subdistrict)), name(then), name(now),
		}})
	}
	unserved := len(p.unserved(j))
	s.Note = domain.Say("现有 %d 个散片小区无人代管", "%d scattered estates are served by nobody", unserved)
	if len(table.Rows) == 0 {
		s.Note = domain.Say("自上轮以来代管没有变化；现有 %d 个散片小区无人代管", "No change since the round before; %d scattered estates are served by nobody", unserved)
		return s
	}
	s.Table = table
	return s
}
