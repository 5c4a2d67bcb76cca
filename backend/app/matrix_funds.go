package app

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// Funds returns the circulating funds as of the day of a round with what went in and out.
func (a *Atlas) Funds(roundID string) (FundsView, error) {
	p, j, err := a.judged(roundID)
	if err != nil {
		return FundsView{}, err
	}
	return p.fundsView(j), nil
}

func (p *project) fundsView(j *judged) FundsView {
	v := FundsView{RoundID: j.view.RoundID, AsOf: j.view.AsOf, Funds: []FundDetail{}}
	at := map[string]int{}
	add := func(name string, index int) {
		if _, known := at[name]; !known {
			at[name] = len(v.Funds)
			v.Funds = append(v.Funds, FundDetail{
				Subdistrict: name, Index: index, Income: []FundIncome{}, Uses: []FundUseRow{}, Top: []TopResult{}, Reasons: []domain.Reason{},
			})
		}
	}
	for i, s := range p.book.Subdistricts {
		add(s, i)
	}
	for i := range p.tables.FundUses {
		add(p.tables.FundUses[i].Subdistrict, policy.None)
	}
	for i := range j.ev.Funds {
		f := &j.ev.Funds[i]
		d := &v.Funds[at[f.Subdistrict]]
		d.ConfirmedFen, d.ProposedFen, d.UsedFen, d.BalanceFen = int64(f.ConfirmedIn), int64(f.ProposedIn), int64(f.Used), int64(f.Balance)
		d.Reasons = j.ev.FundReasons(f)
		v.ConfirmedFen += d.ConfirmedFen
		v.ProposedFen += d.ProposedFen
		v.UsedFen += d.UsedFen
		v.BalanceFen += d.BalanceFen
	}
	for i := range j.ev.Withholdings {
		w := &j.ev.Withholdings[i]
		if w.Month > j.ev.AsOf.Month() {
			continue
		}
		d := &v.Funds[w.Subdistrict]
		d.Income = append(d.Income, FundIncome{
			Month: w.Month.String(), Company: w.Company, Fen: int64(w.Amount), Status: string(w.Status), Timing: string(w.Timing),
			RoundID: j.ev.Rounds[w.Round].Round.ID,
		})
	}
	for i := range p.tables.FundUses {
		u := &p.tables.FundUses[i]
		d := &v.Funds[at[u.Subdistrict]]
		d.Uses = append(d.Uses, p.fundUse(u, j.ev.AsOf))
	}
	for i := range v.Funds {
		d := &v.Funds[i]
		slices.SortStableFunc(d.Income, func(a, b FundIncome) int {
			return cmp.Or(cmp.Compare(a.Month, b.Month), cmp.Compare(a.Company, b.Company))
		})
		slices.SortStableFunc(d.Uses, func(a, b FundUseRow) int { return cmp.Or(cmp.Compare(b.On, a.On), cmp.Compare(a.ID, b.ID)) })
	}
	p.addTop(j, &v)
	return v
}

func (p *project) fundUse(u *domain.FundUse, asOf domain.Date) FundUseRow {
	row := FundUseRow{ID: u.ID, On: u.UsedOn.String(), Kind: string(u.Kind), RoundID: u.RoundID, Fen: int64(u.Amount), Later: u.UsedOn > asOf, Name: u.EstateID}
	if place, ok := p.book.Estate(u.EstateID); ok {
		row.FID, row.Name = p.book.Estates[place].FID, p.district.Estates.Name[place]
	}
	if u.RoundID != "" {
		row.RoundName = p.roundName(u.RoundID)
	}
	return row
}

// addTop lists who may be rewarded, the latest round first.
func (p *project) addTop(j *judged, v *FundsView) {
	for i := len(j.ev.Rounds) - 1; i >= 0; i-- {
		r := &j.ev.Rounds[i]
		if !r.Sanitary() {
			continue
		}
		for k := range r.Results {
			e := &r.Results[k]
			if e.Band() != domain.BandTop {
				continue
			}
			place := int(e.Estate)
			d := &v.Funds[p.book.SubdistrictOf(place)]
			d.Top = append(d.Top, TopResult{
				RoundID: r.Round.ID, RoundName: roundName(&r.Round), FID: p.book.Estates[place].FID, Name: p.district.Estates.Name[place], Rank: int(e.Rank),
			})
		}
	}
}

// PreviewFundUse says whether a fund bears a use, and where not.
func (a *Atlas) PreviewFundUse(ask FundUseAsk) (FundUsePreview, error) {
	p, err := a.project()
	if err != nil {
		return FundUsePreview{}, err
	}
	use, faults := p.planFundUse(&ask)
	v := FundUsePreview{Refusals: append([]FieldFault{}, faults...)}
	if use.UsedOn != 0 {
		for _, f := range p.book.Evaluate(use.UsedOn).Funds {
			if f.Subdistrict == use.Subdistrict {
				v.BalanceBefore = int64(f.Balance)
			}
		}
		v.BalanceAfter = v.BalanceBefore - int64(use.Amount)
	}
	return v, nil
}

// AddFundUse records a use of a circulating fund (HB 五(四)). Errors: CodeInvalid where the fund does not bear it on its day or on a
// later one, and for a reward that does not go to an estate of the subdistrict that was top.
func (a *Atlas) AddFundUse(ask FundUseAsk) (Decided, error) {
	return a.decide(func(p *project) (domain.Change, error) {
		use, faults := p.planFundUse(&ask)
		if len(faults) > 0 {
			return domain.Change{}, domain.Fail(domain.CodeInvalid, faults[0].Text, nil)
		}
		what := fmt.Sprintf("登记流转资金使用 %s %s 元", use.Subdistrict, use.Amount)
		if reason := strings.TrimSpace(ask.Reason); reason != "" {
			if err := checkText("理由", "reason", reason); err != nil {
				return domain.Change{}, err
			}
			what += "：" + reason
		}
		return domain.Change{Put: domain.Tables{FundUses: []domain.FundUse{use}}, What: what}, nil
	})
}

// planFundUse reads a use and lets the rule book judge it.
func (p *project) planFundUse(ask *FundUseAsk) (domain.FundUse, []FieldFault) {
	var faults []FieldFault
	fault := func(column string, t domain.Text) { faults = append(faults, FieldFault{column, t}) }
	use := domain.FundUse{ID: p.freeUseID(), Subdistrict: ask.Subdistrict, Kind: domain.FundUseKind(ask.Kind)}
	if _, ok := p.book.Subdistrict(ask.Subdistrict); !ok || ask.Subdistrict == "" {
		fault("subdistrict", domain.Say("没有街道“%s”", "There is no subdistrict %q", ask.Subdistrict))
	}
	var ok bool
	if use.UsedOn, ok = domain.ParseDate(ask.On); !ok {
		fault("on", domain.Say("日期应写作 YYYY-MM-DD", "Write the date as YYYY-MM-DD"))
	}
	if use.Amount, ok = parseYuan(ask.Amount); !ok || use.Amount == 0 {
		fault("amount", domain.Say("金额应为大于 0 的元数，最多两位小数", "The amount is yuan above 0 with at most two decimals"))
	}
	switch use.Kind {
	case domain.UseCleaningDrive:
		if ask.FID != 0 || ask.RoundID != "" {
			fault("fid", domain.Say("集中清理不写小区和轮次", "A cleaning drive names no estate and no round"))
		}
	case domain.UseRewardTop:
		if place, known := p.place[ask.FID]; known {
			use.EstateID = p.book.Estates[place].ID
		}
		use.RoundID = ask.RoundID
	default:
		fault("kind", domain.Say("用途应为集中清理或奖励前列", "The use is a cleaning drive or a reward of the top"))
	}
	if len(faults) > 0 {
		return use, faults
	}
	merged := domain.Apply(p.tables, domain.Change{Put: domain.Tables{FundUses: []domain.FundUse{use}}})
	fields := map[string]string{"estate_id": "fid", "round_id": "roundId", "used_on": "on"}
	for _, f := range policy.CheckFundUses(merged, p.tables.FundUses, map[string]bool{use.ID: true}) {
		column := f.Column
		if own, ok := fields[column]; ok {
			column = own
		}
		fault(column, f.Text)
	}
	return use, faults
}

// freeUseID is the id of the next use: one that no use has.
func (p *project) freeUseID() string {
	taken := make(map[string]bool, len(p.tables.FundUses))
	for i := range p.tables.FundUses {
		taken[p.tables.FundUses[i].ID] = true
	}
	for n := len(taken) + 1; ; n++ {
		if id := fmt.Sprintf("use-%04d", n); !taken[id] {
			return id
		}
	}
}

// parseYuan reads yuan with at most two decimals, as typed: thousands marks and blanks around it are taken off.
func parseYuan(text string) (domain.Fen, bool) {
	text = strings.NewReplacer(",", "", "，", "").Replace(strings.TrimSpace(text))
	whole, cents, point := strings.Cut(text, ".")
	if _, ok := domain.ParseDecimal(text); !ok || point && len(cents) > 2 || len(whole) > 12 {
		return 0, false
	}
	var fen domain.Fen
	for _, digit := range whole + (cents + "00")[:2] {
		fen = 10*fen + domain.Fen(digit-'0')
	}
	return fen, fen <= domain.MaxFen
}
