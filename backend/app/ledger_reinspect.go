package app

import (
	"slices"
	"strings"

	"estateatlas/backend/domain"
)

// Reinspect records a request for a re-inspection (复验) or its outcome; the rank of the round stands. Errors: CodeInvalid for an estate
// that was not scored in the round, days out of order, and a score outside 0 to 100.
func (a *Atlas) Reinspect(ask ReinspectionAsk) (Decided, error) {
	return a.decide(func(p *project) (domain.Change, error) { return p.planReinspection(&ask) })
}

func (p *project) planReinspection(ask *ReinspectionAsk) (domain.Change, error) {
	at, ok := p.book.Round(ask.RoundID)
	if !ok {
		return domain.Change{}, domain.Fail(domain.CodeNotFound, domain.Say("没有轮次 %s", "There is no round %s", ask.RoundID), nil)
	}
	place, ok := p.place[ask.FID]
	if !ok {
		return domain.Change{}, errNoEstate()
	}
	r := &p.book.Rounds()[at]
	name := p.district.Estates.Name[place]
	row := domain.Reinspection{
		RoundID: ask.RoundID, EstateID: p.book.Estates[place].ID, RequestedBy: strings.TrimSpace(ask.RequestedBy), Text: strings.TrimSpace(ask.Text),
	}
	if row.RequestedOn, ok = domain.ParseDate(ask.RequestedOn); !ok {
		return domain.Change{}, errNotDay(ask.RequestedOn)
	}
	if ask.Remove {
		if !slices.ContainsFunc(p.tables.Reinspections, func(o domain.Reinspection) bool {
			return o.RoundID == row.RoundID && o.EstateID == row.EstateID && o.RequestedOn == row.RequestedOn
		}) {
			return domain.Change{}, domain.Fail(domain.CodeNotFound, domain.Say("没有登记这次复验", "The re-inspection is not recorded"), nil)
		}
		return domain.Change{Remove: domain.Tables{Reinspections: []domain.Reinspection{row}}, What: "撤销复验 " + name}, nil
	}
	if r.Of(place) == nil {
		return domain.Change{}, invalid("%[1]s 未参加%[2]s，不能申请复验", "%[1]s was not scored in %[2]s; there is nothing to inspect again", name, roundName(&r.Round))
	}
	if err := p.heldBounds(domain.Say("申请日期", "The request on"), row.RequestedOn, r.Round.HeldOn); err != nil {
		return domain.Change{}, err
	}
	if ask.HeldOn != "" {
		if row.HeldOn, ok = domain.ParseDate(ask.HeldOn); !ok {
			return domain.Change{}, errNotDay(ask.HeldOn)
		}
		if err := p.heldBounds(domain.Say("复验日期", "The re-inspection on"), row.HeldOn, row.RequestedOn); err != nil {
			return domain.Change{}, err
		}
	}
	if text := strings.TrimSpace(ask.Score); text != "" {
		score, ok := domain.ParseDecimal(text)
		if !ok || domain.WholeDecimal(100).Less(score) {
			return domain.Change{}, invalid("复验得分应为 0 到 100 的数，不是 %q", "The new score is a number from 0 to 100, not %q", text)
		}
		if row.HeldOn == 0 {
			return domain.Change{}, invalid("有复验得分须写明复验日期", "A new score needs the day of the re-inspection")
		}
		row.Score = domain.Some(score)
	}
	if err := checkText("说明", "text", row.Text+row.RequestedBy); err != nil {
		return domain.Change{}, err
	}
	return domain.Change{Put: domain.Tables{Reinspections: []domain.Reinspection{row}}, What: "复验 " + name}, nil
}
