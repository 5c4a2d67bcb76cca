package demo

import (
	"fmt"

	"estateatlas/backend/domain"
)

// spots says what inspectors write down for an item.
var spots = map[string][]string{
	"C1": {"楼前散落垃圾，保洁未到位", "垃圾桶周边污水外溢", "甬道积存落叶和烟头"},
	"C2": {"垃圾容器满溢未清运", "桶盖破损，蚊蝇聚集", "大件垃圾堆放超过三天"},
	"C3": {"装修垃圾未袋装，无苫盖", "渣土堆放占用通道"},
	"C4": {"绿化带内私种蔬菜", "绿化带内有白色垃圾"},
	"C5": {"楼道堆放纸箱和旧家具", "楼道有小广告，墙面积尘", "一楼楼梯下存放电动车"},
	"C6": {"门岗无人值守", "门岗登记簿缺两天记录"},
	"C7": {"巡视记录缺失，对圈占行为未劝阻", "夜间巡视未落实"},
	"C8": {"机动车占压消防通道", "车辆占用绿地停放"},
	"C9": {"街道交办事项未按期完成"},
	"T1": {"散养家禽，气味明显", "犬只粪便未清理"},
	"T2": {"底商占路摆卖", "住宅内从事餐饮加工，油烟外排"},
	"T3": {"废旧物品沿墙堆放", "私搭棚屋一处", "空地倾倒渣土"},
	"T4": {"路面塌陷未设围挡", "架空线缆低垂"},
}

// find records spots inside estates from the last rounds: most done by now, some still within their time, a few overdue.
func (d *district) find(r *random) []domain.Finding {
	var out []domain.Finding
	const most = 96
	recent := d.inspections[max(0, len(d.inspections)-7):]
	for k, i := range recent {
		q := r.fork(k)
		n := 9
		if i.number == november2026 {
			n = 17
		}
		for _, x := range i.results[:min(n, len(i.results))] {
			items := x.lost.worst()
			for _, at := range items[:min(len(items), q.whole(1, 2))] {
				if len(out) >= most {
					break
				}
				item := domain.DefaultItems[at].Code
				f := domain.Finding{
					ID: fmt.Sprintf("D%04d", len(out)+1), EstateID: x.ID, RoundID: i.ID, Item: item, FoundOn: i.HeldOn,
					DueOn: i.HeldOn + domain.Date(pick(q, []int{3, 7, 7, 10, 15})), Description: pick(q, spots[item]),
				}
				if p, ok := x.shape.inside(q); ok {
					f.Point = domain.Some(lonLat(p))
				}
				if done := f.DueOn + domain.Date(q.whole(-5, 6)); q.chance(0.86) && done < today {
					f.ResolvedOn = max(done, i.HeldOn+1)
				}
				out = append(out, f)
			}
		}
	}
	return out
}

// inside returns a place in the estate, at least 4 m from its outline.
func (s *shape) inside(r *random) (point, bool) {
	p := s.parts[r.below(len(s.parts))]
	x0, x1 := p.shell.extent(point{1, 0})
	y0, y1 := p.shell.extent(point{0, 1})
	for range 200 {
		if a := (point{r.between(x0, x1), r.between(y0, y1)}); p.covers(a) && p.border(a) > 4 {
			return a, true
		}
	}
	return point{}, false
}

// border returns the distance from a to the outline of the part or of a hole.
func (p part) border(a point) float64 {
	best := p.shell.border(a)
	for _, h := range p.holes {
		best = min(best, h.border(a))
	}
	return best
}
