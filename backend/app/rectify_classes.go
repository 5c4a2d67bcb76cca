package app

import (
	"estateatlas/backend/domain"
	"estateatlas/backend/hotspot"
)

// Keys of what nothing can be said of.
const (
	clusterUnknown = "unknown"
	lisaUnknown    = "unknown"
	lisaNone       = "none"
	courseUnscored = "unscored"
)

// classKey is a class that estates are counted in.
type classKey struct {
	key         string
	text, means domain.Text
}

var (
	clusterKeys = []classKey{
		hotOrCold(hotspot.Hot99), hotOrCold(hotspot.Hot95), hotOrCold(hotspot.Hot90),
		{string(hotspot.ClusterNone), domain.Say("不显著", "Not significant"), domain.Say("周围负担与全区无显著差别", "The burden around it does not differ from the district's")},
		hotOrCold(hotspot.Cold90), hotOrCold(hotspot.Cold95), hotOrCold(hotspot.Cold99),
		{clusterUnknown, domain.Say("无结论", "No verdict"), domain.Say("邻域内没有别的小区，或未参评、未上图", "No estate within the band, not scored or not on the map")},
	}
	lisaKeys = []classKey{
		{string(hotspot.HighHigh), domain.Say("高值集聚", "High among high"), domain.Say("负担重，周围也重", "A heavy burden among heavy ones")},
		{string(hotspot.HighLow), domain.Say("高值异常", "High among low"), domain.Say("负担重，周围轻", "A heavy burden among light ones")},
		{string(hotspot.LowHigh), domain.Say("低值异常", "Low among high"), domain.Say("负担轻，周围重", "A light burden among heavy ones")},
		{string(hotspot.LowLow), domain.Say("低值集聚", "Low among low"), domain.Say("负担轻，周围也轻", "A light burden among light ones")},
		{lisaNone, domain.Say("不显著", "Not significant"), domain.Say("校正后 q 大于 0.05", "q is above 0.05 after the correction")},
		{lisaUnknown, domain.Say("无结论", "No verdict"), domain.Say("邻域内没有别的小区，或未参评、未上图", "No estate within the band, not scored or not on the map")},
	}
	courseKeys = []classKey{
		courseClass(hotspot.CourseNew, "参评至少三轮，只在最近一轮发生", "Scored at least three times, occurred in the last scored round only"),
		courseClass(hotspot.Intensifying, "每轮扣分显著上升（Mann–Kendall，p < 0.1，至少四轮）", "Points per round rise (Mann–Kendall, p < 0.1, at least four rounds)"),
		courseClass(hotspot.Persistent, "没有明显升降，发生的轮次不少于参评的一半", "No trend, occurred in at least half of the scored rounds"),
		courseClass(hotspot.Diminishing, "每轮扣分显著下降", "Points per round fall"),
		courseClass(hotspot.Sporadic, "发生过，不属于以上各类", "Occurred, none of the above"),
		courseClass(hotspot.CourseNone, "窗口内没有发生", "Nothing occurred in the window"),
		{courseUnscored, domain.Say("未参评", "Not scored"), domain.Say("窗口内没有参评，也没有点位", "Neither a score nor a finding in the window")},
	}
)

func hotOrCold(class hotspot.Class) classKey {
	level := string(class)[len(class)-2:]
	if class[0] == 'h' {
		return classKey{
			string(class),
			domain.Text{ZH: "热点 " + level + "%", EN: "Hot " + level + "%"},
			domain.Say("周围负担显著偏重，校正后可信度 %s%%", "The burden around it is heavier, at %s%% after the correction", level),
		}
	}
	return classKey{
		string(class),
		domain.Text{ZH: "冷点 " + level + "%", EN: "Cold " + level + "%"},
		domain.Say("周围负担显著偏轻，校正后可信度 %s%%", "The burden around it is lighter, at %s%% after the correction", level),
	}
}

func courseClass(c hotspot.Course, zh, en string) classKey {
	return classKey{string(c), courseWords(c), domain.Text{ZH: zh, EN: en}}
}

func clusterKey(v *hotspot.Verdict) string {
	if !v.Known {
		return clusterUnknown
	}
	return string(v.Class)
}

func lisaKey(l *hotspot.Local) string {
	switch {
	case !l.Known:
		return lisaUnknown
	case l.Significant():
		return string(l.Quadrant)
	}
	return lisaNone
}

func courseKey(a *hotspot.Analysis, place int) string {
	if a.Estates[place].ScoredRounds == 0 && a.Estates[place].Occurrences == 0 {
		return courseUnscored
	}
	return string(a.Courses[place])
}

// classes count all estates of the district by the three classes.
func (d *rectified) classes() (clusters, lisa, courses []RectifyClass) {
	a := d.a
	of := func(keys []classKey, key func(place int) string) []RectifyClass {
		out, at := make([]RectifyClass, len(keys)), map[string]int{}
		for i, k := range keys {
			out[i], at[k.key] = RectifyClass{Key: k.key, Text: k.text, Means: k.means}, i
		}
		for place := range a.Estates {
			out[at[key(place)]].Count++
		}
		return out
	}
	return of(clusterKeys, func(place int) string { return clusterKey(&a.Clusters[place]) }),
		of(lisaKeys, func(place int) string {
			if a.Lisa == nil {
				return lisaUnknown
			}
			return lisaKey(&a.Lisa[place])
		}),
		of(courseKeys, func(place int) string { return courseKey(a, place) })
}
