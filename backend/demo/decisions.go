package demo

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"estateatlas/backend/domain"
)

// Who signs in the made-up district.
const (
	officer  = "王敏（区创卫办）"
	planner  = "李静怡（区住房建设委）"
	reviewer = "赵伟明（区创卫办）"
)

// determine records what the office found on the causes of bottom results: it confirms most of those of companies, sends some
// back to the street, and settles those without deductions, but for the latest.
func (d *district) determine(r *random) []domain.Determination {
	var out []domain.Determination
	for _, i := range d.inspections {
		if i.Kind != domain.RoundDistrictSanitary {
			continue
		}
		for _, x := range i.bottom() {
			q := r.fork(i.number, int(x.area))
			note := func(cause domain.Cause, by string, after int, reason string) {
				x.cause = cause
				out = append(out, domain.Determination{
					RoundID: i.ID, EstateID: x.ID, Cause: cause, Reason: reason, DecidedBy: by, DecidedOn: i.HeldOn + domain.Date(after),
				})
			}
			x.cause = domain.CauseTerritorial
			if x.unwritten {
				x.cause = domain.CauseUndetermined
			} else if x.strike() || x.company < 0 && 2*x.lost.functions() >= x.loss() {
				x.cause = domain.CauseCompany
			}
			var worst [2]string
			for k, item := range x.lost.worst() {
				if k < len(worst) {
					worst[k] = domain.DefaultItems[item].Name
				}
			}
			switch {
			case x.estate == d.cast.hero:
				note(domain.CauseCompany, officer, 2, fmt.Sprintf("现场复核：%s、%s未按协议落实，企业无异议", worst[0], worst[1]))
			case x.unwritten && i.number < october2026:
				switch {
				case q.chance(0.5):
					note(domain.CauseCompany, officer, 6, "补交扣分单并现场复核，主要为保洁和巡视不到位，认定为企业责任")
				case q.chance(0.6):
					note(domain.CauseTerritorial, officer, 6, "补交扣分单：乱堆乱倒和占路摆卖为主，属街道和社区职责")
				default:
					note(domain.CauseUndetermined, officer, 4, "扣分单未交齐，退回检查组补充")
				}
			case x.unwritten:
			case x.scripted && i.number == november2026 && x.loss() == 328:
				note(domain.CauseCompany, reviewer, 1, "居委会签字确认，保洁人员当日缺岗")
			case x.scripted && i.number < september2026:
				note(domain.CauseCompany, officer, q.whole(2, 5), "现场复核，四项职能履职不到位")
			case i.number == november2026:
			case x.cause == domain.CauseCompany && q.chance(0.45):
				note(domain.CauseCompany, pick(q, []string{officer, reviewer}), q.whole(2, 8),
					fmt.Sprintf("现场复核，%s问题属实，为企业责任", worst[0]))
			case x.cause == domain.CauseCompany && q.chance(0.12):
				note(domain.CauseTerritorial, reviewer, q.whole(3, 9), "企业申诉：检查当日辖区管网施工占用场地，街道确认情况属实，改为属地责任")
			case x.cause == domain.CauseTerritorial && q.chance(0.14):
				note(domain.CauseCompany, officer, q.whole(3, 9), "堆放物为企业保洁人员清出后未及时外运，认定为企业责任")
			}
		}
	}
	// One was taken back after a second look.
	for k := range out {
		if x := out[k]; x.Cause == domain.CauseTerritorial && x.DecidedBy == reviewer && x.DecidedOn < day(2026, 6, 1) {
			again := x
			again.Cause, again.DecidedBy, again.DecidedOn = domain.CauseCompany, officer, x.DecidedOn+7
			again.Reason = "二次复核：施工已于检查前一周结束，申诉理由不成立，恢复企业责任"
			out = slices.Insert(out, k+1, again)
			d.result(x.RoundID, x.EstateID).cause = domain.CauseCompany
			break
		}
	}
	slices.SortStableFunc(out, func(a, b domain.Determination) int {
		return cmp.Or(cmp.Compare(a.RoundID, b.RoundID), cmp.Compare(a.EstateID, b.EstateID))
	})
	return out
}

func (d *district) result(round, estate string) *result {
	for _, i := range d.inspections {
		if i.ID == round {
			for _, x := range i.results {
				if x.ID == estate {
					return x
				}
			}
		}
	}
	return nil
}

// override records what planners chose by hand: one that stands, one withdrawn, one whose host has left since.
func (d *district) override(r *random) []domain.Override {
	var out []domain.Override
	hosts := newNeighbours(d.estates, func(e *estate) bool { return !e.scattered() && len(e.stints) > 0 && e.ExitedOn == 0 })
	gone := newNeighbours(d.estates, func(e *estate) bool {
		return !e.scattered() && e.ExitedOn > day(2025, 8, 1) && e.ExitGround != domain.ExitOther
	})
	var candidates []*estate
	for _, e := range d.estates {
		if e.scattered() && e.host != nil && e.ExitedOn == 0 && !d.cast.plays(e) && len(e.stints) == 1 && e.stints[0].company != declining {
			candidates = append(candidates, e)
		}
	}
	shuffle(candidates, r)
	used := map[*estate]bool{}
	choose := func(among *neighbours, reason string, on, removed domain.Date) {
		for _, e := range candidates {
			if used[e] {
				continue
			}
			host, distance := among.nearestBut(e, e.host)
			if host == nil || distance > 1800 || host.ExitedOn != 0 && host.ExitedOn <= on {
				continue
			}
			used[e] = true
			out = append(out, domain.Override{
				EstateID: e.ID, HostID: host.ID, Reason: reason, DecidedBy: planner, DecidedOn: on, RemovedOn: removed,
			})
			return
		}
	}
	choose(hosts, "居民代表会议要求由同一社区的企业代管，与门卫共用值班室", day(2026, 4, 9), 0)
	choose(hosts, "相邻企业人手不足，临时改派", day(2025, 11, 3), day(2026, 5, 31))
	choose(gone, "两处共用一条消防通道，由同一企业巡视", day(2025, 3, 12), 0)
	slices.SortFunc(out, func(a, b domain.Override) int { return cmp.Compare(a.EstateID, b.EstateID) })
	return out
}

// spend records uses of the circulating funds, always well within what is certain to have been withheld by then.
func (d *district) spend(r *random) []domain.FundUse {
	type charge struct {
		company, sub int
		month        domain.Month
	}
	charged := map[charge]bool{}
	balance := make([]domain.Fen, len(d.subs))
	var out []domain.FundUse
	use := func(sub int, on domain.Date, kind domain.FundUseKind, estate, round string, amount domain.Fen) {
		balance[sub] -= amount
		out = append(out, domain.FundUse{
			ID: fmt.Sprintf("Z%05d", len(out)+1), Subdistrict: d.subs[sub].name, UsedOn: on, Kind: kind, EstateID: estate, RoundID: round, Amount: amount,
		})
	}
	bySub := make([][]*estate, len(d.subs))
	for _, e := range d.estates {
		bySub[e.sub] = append(bySub[e.sub], e)
	}
	for _, i := range d.inspections {
		if i.Kind != domain.RoundDistrictSanitary {
			continue
		}
		month := i.HeldOn.Month()
		for _, x := range i.bottom() {
			key := charge{x.company, x.sub, month}
			if x.company < 0 || x.cause != domain.CauseCompany || charged[key] {
				continue
			}
			charged[key] = true
			for _, e := range bySub[x.sub] {
				if e.companyOn(month.First()) == x.company && e.stayOn(month.First()) && e.stayOn(month.Last()) {
					balance[x.sub] += min(e.DistrictSubsidy.Value, e.later())
				}
			}
		}
		q := r.fork(i.number)
		tops := slices.Clone(i.top())
		slices.SortStableFunc(tops, func(a, b *result) int { return a.loss() - b.loss() })
		for _, x := range tops {
			if balance[x.sub] > 4000_00 && q.chance(0.35) && i.HeldOn+9 < today {
				use(x.sub, i.HeldOn+domain.Date(q.whole(5, 9)), domain.UseRewardTop, x.ID, i.ID, domain.Fen(q.whole(3, 8))*200_00)
			}
		}
		for sub := range balance {
			if balance[sub] > 9000_00 && q.chance(0.3) && i.HeldOn+20 < today {
				share := math.Round(float64(balance[sub])*q.between(0.15, 0.4)/100_00) * 100_00
				use(sub, i.HeldOn+domain.Date(q.whole(10, 18)), domain.UseCleaningDrive, "", "", domain.Fen(share))
			}
		}
	}
	return out
}

// today is the day on which the district is looked at first.
var today = day(2026, 11, 22)

// later is the smallest district subsidy that the estate gets after a change; its own where there is none.
func (e *estate) later() domain.Fen {
	if e.change != nil && e.change.DistrictSubsidy.Known {
		return e.change.DistrictSubsidy.Value
	}
	return e.DistrictSubsidy.Value
}

// adjust changes the monthly amounts of some estates: most go up with the year 2026, one or two lose theirs.
func (d *district) adjust(r *random) {
	for k, e := range d.estates {
		q := r.fork(k)
		if len(e.stays) == 0 || e.DistrictSubsidy.Value == 0 || d.cast.plays(e) || !q.chance(0.07) {
			continue
		}
		up := func(v domain.Fen, by float64) domain.Opt[domain.Fen] {
			return domain.Some(domain.Fen(math.Round(float64(v)*by/10_00)) * 10_00)
		}
		e.change = &domain.SubsidyChange{EstateID: e.ID, FromMonth: domain.NewMonth(2026, pick(q, []int{1, 1, 1, 4, 7}))}
		if q.chance(0.1) {
			e.change.DistrictSubsidy = domain.Some(domain.Fen(0))
		} else {
			e.change.DistrictSubsidy, e.change.CitySubsidy = up(e.DistrictSubsidy.Value, 1.06), up(e.CitySubsidy.Value, 1.05)
		}
	}
}
