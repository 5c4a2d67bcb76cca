package hotspot

// Course is how an estate's trouble goes, in one word.
type Course string

const (
	CourseNone   Course = "none" // nothing occurred in the window
	CourseNew    Course = "new"  // it occurred in the last scored round only, after at least two without
	Intensifying Course = "intensifying"
	Diminishing  Course = "diminishing"
	Persistent   Course = "persistent" // in at least half of the scored rounds, without a trend
	Sporadic     Course = "sporadic"   // anything else
)

// Course classes the estate's window: a trend of the points comes first, then how often something occurred.
func (h *History) Course() Course {
	if h.Occurrences == 0 {
		return CourseNone
	}
	switch TestTrend(h.Series()).Trend {
	case Rising:
		return Intensifying
	case Falling:
		return Diminishing
	case TrendNone:
	}
	var occurred []bool // by scored round
	count := 0
	for at, scored := range h.Scored {
		if !scored {
			continue
		}
		in := false
		for i := range h.Items {
			in = in || h.Items[i].In[at]
		}
		occurred = append(occurred, in)
		if in {
			count++
		}
	}
	switch n := len(occurred); {
	case n >= 3 && count == 1 && occurred[n-1]:
		return CourseNew
	case n >= proneLeast && 2*count >= n:
		return Persistent
	}
	return Sporadic
}
