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
	key  string
	text domain.Text
}

var (
	clusterKeys = []classKey{
		{string(hotspot.Hot99), domain.Text{ZH: "热点 99%", EN: "Hot spot, 99%"}},
		{string(hotspot.Hot95), domain.Text{ZH: "热点 95%", EN: "Hot spot, 95%"}},
		{string(hotspot.Hot90), domain.Text{ZH: "热点 90%", EN: "Hot spot, 90%"}},
		{string(hotspot.ClusterNone), domain.Say("不显著", "Not significant")},
		{string(hotspot.Cold90), domain.Text{ZH: "冷点 90%", EN: "Cold spot, 90%"}},
		{string(hotspot.Cold95), domain.Text{ZH: "冷点 95%", EN: "Cold spot, 95%"}},
		{string(hotspot.Cold99), domain.Text{ZH: "冷点 99%", EN: "Cold spot, 99%"}},
		{clusterUnknown, domain.Say("无结论", "No verdict")},
	}
	lisaKeys = []classKey{
		{string(hotspot.HighHigh), domain.Say("高值聚集", "High among high")},
		{string(hotspot.HighLow), domain.Say("高值异常", "High among low")},
		{string(hotspot.LowHigh), domain.Say("低值异常", "Low among high")},
		{string(hotspot.LowLow), domain.Say("低值聚集", "Low among low")},
		{lisaNone, domain.Say("不显著", "Not significant")},
		{lisaUnknown, domain.Say("无结论", "No verdict")},
	}
	courseKeys = []classKey{
		{string(hotspot.CourseNew), domain.Say("新出现", "New")},
		{string(hotspot.Intensifying), domain.Say("加重", "Intensifying")},
		{string(hotspot.Persistent), domain.Say("持续", "Persistent")},
		{string(hotspot.Diminishing), domain.Say("减轻", "Diminishing")},
		{string(hotspot.Sporadic), domain.Say("偶发", "Sporadic")},
		{string(hotspot.CourseNone), domain.Say("无问题", "None")},
		{courseUnscored, domain.Say("未参评", "Not scored")},
	}
)

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
			out[i], at[k.key] = RectifyClass{Key: k.key, Text: k.text}, i
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
