package app

import (
	"slices"
	"time"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

const (
	// demoBusyDays are the days before the end of the made-up year whose interviews are still to be held.
	demoBusyDays = 30
	demoOffice   = "王敏（区创卫办）"
)

// demoLedger is what the offices of the made-up district did on its measures: the interviews but the latest, and the exit
// procedures of agreements that have ended. It follows from the rules, so it is made of what the generator made.
func demoLedger(t *domain.Tables, asOf domain.Date) (interviews []domain.Interview, steps []domain.ExitStep) {
	ev := policy.Evaluate(t, asOf)
	said := [2]string{"说明后十名原因和扣分项，企业书面承诺限期整改", "法定代表人到场，签收通知书，承诺更换项目负责人并限期整改"}
	for k, m := range ev.Measures() {
		r := &ev.Rounds[m.Round].Round
		acts := ev.Acts(&m)
		if acts.Interview == nil || m.Status != policy.Confirmed || r.HeldOn+demoBusyDays > asOf {
			continue
		}
		i := domain.Interview{
			RoundID: r.ID, EstateID: ev.Estates[m.Estate].ID, Kind: interviewKind(m.Level), HeldOn: workday(r.HeldOn + domain.Date(6+k%9)),
			HeldBy: acts.Issuer, Person: acts.Interview.Person, Text: said[0],
		}
		if acts.Interview.Legal {
			i.Text = said[1]
		}
		interviews = append(interviews, i)
	}
	for i := range ev.Results {
		b := &ev.Results[i]
		if b.Confirmed.Level != 3 || b.Under == nil || b.Under.EndsOn == 0 || b.Under.EndsOn >= asOf {
			continue
		}
		r, id := &ev.Rounds[b.Round].Round, ev.Estates[b.Estate].ID
		if slices.ContainsFunc(steps, func(s domain.ExitStep) bool { return s.EstateID == id }) {
			continue
		}
		texts := [...]string{"达到三级，启动退出程序", "街道办事处发出解除协议建议书", "居民委员会书面同意解除协议", "物业资料、设施设备和人员移交完毕"}
		for k, stage := range domain.ExitStages {
			// From the day after the inspection to the last day of the agreement.
			on := min(workday(r.HeldOn+domain.Date(1+k*int(b.Under.EndsOn-r.HeldOn-1)/(len(domain.ExitStages)-1))), b.Under.EndsOn)
			steps = append(steps, domain.ExitStep{RoundID: r.ID, EstateID: id, Stage: stage, TakenOn: on, TakenBy: demoOffice, Text: texts[k]})
		}
	}
	return interviews, steps
}

// workday is the day or, on a weekend, the Monday after it.
func workday(d domain.Date) domain.Date {
	switch timeOf(d).Weekday() {
	case time.Saturday:
		return d + 2
	case time.Sunday:
		return d + 1
	default:
		return d
	}
}
