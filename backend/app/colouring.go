package app

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"estateatlas/backend/classify"
	"estateatlas/backend/domain"
	"estateatlas/backend/hotspot"
	"estateatlas/backend/policy"
)

// number is a number of the estates that the map can be coloured by.
type number struct {
	key    string
	name   domain.Text
	unit   string
	signed bool
	// of fills the values by place; NaN where an estate has none.
	of func(p *project, j *judged, values []float64)
}

var numbers = []number{
	{key: "score", name: domain.Say("得分", "Score"), unit: "points", of: func(_ *project, j *judged, values []float64) {
		for i, s := range j.view.Score {
			if v, err := strconv.ParseFloat(s, 64); err == nil {
				values[i] = v
			}
		}
	}},
	{key: "change", name: domain.Say("名次变化（进步）", "Change of rank"), unit: "places", signed: true, of: func(p *project, j *judged, values []float64) {
		before := p.roundBefore(j)
		if before == policy.None {
			return
		}
		last := &j.ev.Rounds[before]
		for i := range last.Results {
			if place := int(last.Results[i].Estate); j.view.Rank[place] > 0 {
				values[place] = float64(j.view.Change[place])
			}
		}
	}},
	{key: "subsidy", name: domain.Say("区级奖励补贴（当月）", "District subsidy of the month"), unit: "yuan", of: func(_ *project, j *judged, values []float64) {
		for i, fen := range j.view.PayableFen {
			if fen > 0 {
				values[i] = float64(fen) / 100
			}
		}
	}},
	{key: "withheld", name: domain.Say("本年扣减（已扣）", "Withheld in the year (confirmed)"), unit: "yuan", of: func(p *project, j *judged, values []float64) {
		for i, fen := range p.withheldOfYear(j) {
			if fen > 0 {
				values[i] = float64(fen) / 100
			}
		}
	}},
	{key: "burden", name: domain.Say("反复扣分负担", "Burden of repeated deductions"), unit: "points", of: func(p *project, j *judged, values []float64) {
		w := hotspot.NewWindow(p.book, p.windowDay(j), 0)
		for i := range w.Estates {
			if w.Estates[i].ScoredRounds > 0 {
				values[i] = w.Estates[i].Burden
			}
		}
	}},
}

// roundBefore is the place of the district_sanitary round before that of j, None without one.
func (p *project) roundBefore(j *judged) int {
	if at := slices.Index(p.rounds, j.round); at > 0 {
		return p.rounds[at-1]
	}
	return policy.None
}

// withheldOfYear adds up, by estate, what is withheld as confirmed of the months of the year up to the day.
func (p *project) withheldOfYear(j *judged) []domain.Fen {
	out := make([]domain.Fen, len(p.book.Estates))
	now := j.ev.AsOf.Month()
	for i := range j.ev.Withholdings {
		w := &j.ev.Withholdings[i]
		if w.Status != policy.Confirmed || w.Month.Year() != now.Year() || w.Month > now {
			continue
		}
		for _, e := range j.ev.WithheldEstates(w) {
			out[e.Estate] += e.Amount
		}
	}
	return out
}

// values returns a number of all estates, NaN where there is none, and how many have it. It is worked out once a round.
func (p *project) values(j *judged, n *number) (values []float64, known int) {
	j.numbers.Lock()
	defer j.numbers.Unlock()
	values, done := j.numbers.of[n.key]
	if !done {
		values = make([]float64, len(p.book.Estates))
		for i := range values {
			values[i] = math.NaN()
		}
		n.of(p, j, values)
		if j.numbers.of == nil {
			j.numbers.of = make(map[string][]float64)
		}
		j.numbers.of[n.key] = values
	}
	for _, v := range values {
		if !math.IsNaN(v) {
			known++
		}
	}
	return values, known
}

// Numbers lists the numbers that the map can be coloured by in a round; "" is the latest. A number that no estate has is left out.
func (a *Atlas) Numbers(roundID string) ([]NumberInfo, error) {
	p, j, err := a.judged(roundID)
	if err != nil {
		return nil, err
	}
	out := []NumberInfo{}
	for i := range numbers {
		n := &numbers[i]
		if _, known := p.values(j, n); known > 0 {
			out = append(out, NumberInfo{Key: n.key, Unit: n.unit, Signed: n.signed, Known: known})
		}
	}
	return out, nil
}

// judged returns the open project and the district as of the day of one of its rounds.
func (a *Atlas) judged(roundID string) (*project, *judged, error) {
	p, err := a.project()
	if err != nil {
		return nil, nil, err
	}
	j, err := p.judge(roundID)
	return p, j, err
}

// Colour classes the estates of a round by a number or a group. Errors: CodeNotFound of the round, CodeInvalid of an ask that
// cannot be carried out.
func (a *Atlas) Colour(roundID string, ask ColouringAsk) (Colouring, error) {
	p, j, err := a.judged(roundID)
	if err != nil {
		return Colouring{}, err
	}
	c, err := p.colour(j, ask)
	if err != nil {
		return Colouring{}, err
	}
	return *c, nil
}

// colour is Colour of a judged round.
func (p *project) colour(j *judged, ask ColouringAsk) (*Colouring, error) {
	c := &Colouring{Ask: ask, RoundID: j.view.RoundID, AsOf: j.view.AsOf, Class: make([]int, len(p.book.Estates)), Value: make([]float64, len(p.book.Estates))}
	switch ask.By {
	case "company":
		p.colourGroups(c, j.view.Company, p.companyNames(), domain.Say("按服务企业", "By service company"))
		return c, nil
	case "subdistrict":
		p.colourGroups(c, p.district.Estates.Subdistrict, p.district.Subdistricts, domain.Say("按街道", "By subdistrict"))
		return c, nil
	}
	if t := testColourings[ask.By]; t != nil {
		return c, p.colourTests(c, j, t)
	}
	at := slices.IndexFunc(numbers, func(n number) bool { return n.key == ask.By })
	if at < 0 {
		return nil, domain.Fail(domain.CodeInvalid, domain.Say("不能按 %[1]q 填色；可用的有：%[2]s", "The map cannot be coloured by %[1]q; it can be by %[2]s", ask.By, colourings()), nil)
	}
	n := &numbers[at]
	values, known := p.values(j, n)
	classes, err := divide(values, n, ask)
	if err != nil {
		return nil, err
	}
	c.Unit, c.Signed, c.Missing = n.unit, n.signed, len(values)-known
	for i, v := range values {
		if c.Class[i] = classes.Of(v); c.Class[i] >= 0 {
			c.Value[i] = v
		}
	}
	c.Classes = make([]ColourClass, len(classes.Counts))
	for i, count := range classes.Counts {
		from, to := classes.Limits[i], classes.Limits[i+1]
		c.Classes[i] = ColourClass{From: from, To: to, Label: rangeLabel(from, to, i == len(classes.Counts)-1, n.unit), Index: -1, Count: count}
	}
	steps(c.Classes, n.signed)
	c.Ask.Classes = len(c.Classes)
	c.Text = methodText(c, n, known)
	return c, nil
}

// divide carries out the method. A signed number has limits at 0 and just above it, so that no class holds gains and losses, and
// estates that stayed where they were are a class of their own.
func divide(values []float64, n *number, ask ColouringAsk) (classify.Classes, error) {
	invalid := func(zh, en string, args ...any) (classify.Classes, error) {
		return classify.Classes{}, domain.Fail(domain.CodeInvalid, domain.Say(zh, en, args...), nil)
	}
	method := classify.Method(ask.Method)
	switch method {
	case classify.Given:
		if len(ask.Breaks) == 0 || len(ask.Breaks) >= classify.Most || slices.ContainsFunc(ask.Breaks, func(b float64) bool { return math.IsNaN(b) || math.IsInf(b, 0) }) {
			return invalid("自定分级要给 1 到 %d 个界值", "Given classes need 1 to %d limits", classify.Most-1)
		}
		for i := 1; i < len(ask.Breaks); i++ {
			if ask.Breaks[i] <= ask.Breaks[i-1] {
				return invalid("界值应从小到大，各不相同", "The limits have to ascend")
			}
		}
		return classify.Within(values, ask.Breaks), nil
	case classify.Quantile, classify.Natural, classify.Equal:
	default:
		return invalid("没有分级方法 %q；可用 quantile、natural、equal、given", "There is no method %q; there are quantile, natural, equal and given", ask.Method)
	}
	if ask.Classes < 2 || ask.Classes > classify.Most {
		return invalid("级数应为 2 到 %d", "The number of classes is 2 to %d", classify.Most)
	}
	if !n.signed {
		return classify.Divide(values, method, ask.Classes), nil
	}
	var losses, gains []float64
	for _, v := range values {
		if v < 0 {
			losses = append(losses, v)
		} else if v > 0 {
			gains = append(gains, v)
		}
	}
	half := max(1, (ask.Classes-1)/2)
	var inner []float64
	if l := classify.Divide(losses, method, half).Limits; len(l) > 2 {
		inner = append(inner, l[1:len(l)-1]...)
	}
	inner = append(inner, 0, leastGain)
	if g := classify.Divide(gains, method, half).Limits; len(g) > 2 {
		inner = append(inner, g[1:len(g)-1]...)
	}
	return classify.Within(values, inner), nil
}

// leastGain is the limit above those that stayed where they were.
const leastGain = math.SmallestNonzeroFloat64

// steps places the classes on their ramp: 0 to 1, of a signed number −1 for the greatest loss, 0 for none, 1 for the greatest gain.
func steps(classes []ColourClass, signed bool) {
	if !signed {
		for i := range classes {
			if classes[i].Step = 1; len(classes) > 1 {
				classes[i].Step = float64(i) / float64(len(classes)-1)
			}
		}
		return
	}
	losses, gains := 0, 0
	stayed := func(c *ColourClass) bool { return c.From == 0 && c.To <= leastGain }
	for i := range classes {
		switch {
		case classes[i].From < 0:
			losses++
		case !stayed(&classes[i]):
			gains++
		}
	}
	for i := range classes {
		switch {
		case classes[i].From < 0:
			classes[i].Step = -float64(losses-i) / float64(losses)
		case !stayed(&classes[i]):
			classes[i].Step = float64(gains-(len(classes)-1-i)) / float64(gains)
		}
	}
}

func (p *project) companyNames() []string {
	names := make([]string, len(p.district.Companies))
	for i := range names {
		names[i] = p.district.Companies[i].Name
	}
	return names
}

// colourGroups makes a class of every group that has an estate, those with most estates first.
func (p *project) colourGroups(c *Colouring, groupOf []int, names []string, text domain.Text) {
	counts := make([]int, len(names))
	for _, g := range groupOf {
		if g >= 0 {
			counts[g]++
		} else {
			c.Missing++
		}
	}
	var groups []int
	for g, n := range counts {
		if n > 0 {
			groups = append(groups, g)
		}
	}
	slices.SortStableFunc(groups, func(a, b int) int { return cmp.Compare(counts[b], counts[a]) })
	classOf := make([]int, len(names))
	c.Classes = make([]ColourClass, len(groups))
	for i, g := range groups {
		classOf[g] = i
		c.Classes[i] = ColourClass{Label: record(names[g]), Index: g, Count: counts[g]}
	}
	for i, g := range groupOf {
		if c.Class[i] = -1; g >= 0 {
			c.Class[i] = classOf[g]
		}
	}
	c.Ask.Method, c.Ask.Classes, c.Ask.Breaks = "", len(groups), nil
	count := domain.Say("，%d 类", ", %d classes", len(groups))
	c.Text = domain.Text{ZH: text.ZH + count.ZH, EN: text.EN + count.EN}
}

// colourings lists what the map can be coloured by.
func colourings() string {
	keys := []string{"company", "subdistrict", "gi", "lisa", "trend"}
	for _, n := range numbers {
		keys = append(keys, n.key)
	}
	return strings.Join(keys, ", ")
}
