package demo

import (
	"cmp"
	"fmt"
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
			} else if x.byCompany() {
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
			case x.estate == d.cast.confirmed && i.number == november2026:
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
