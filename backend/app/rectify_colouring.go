package app

import (
	"context"

	"estateatlas/backend/domain"
	"estateatlas/backend/hotspot"
)

// testColouring is a colouring of the map by the classes of an analysis.
type testColouring struct {
	name    domain.Text
	keys    []classKey
	hues    []string // along keys: tokens of the screen; "" is no class
	of      func(a *hotspot.Analysis, place int) string
	text    func(a *hotspot.Analysis) domain.Text
	noValue domain.Text
}

// testColourings by the key of ColouringAsk.By.
var testColourings = map[string]*testColouring{
	"gi": {
		name: domain.Say("问题集聚", "Hot spots"), keys: clusterKeys,
		hues: []string{"hot-99", "hot-95", "hot-90", "hot-none", "cold-90", "cold-95", "cold-99", ""},
		of:   func(a *hotspot.Analysis, place int) string { return clusterKey(&a.Clusters[place]) },
		text: func(a *hotspot.Analysis) domain.Text {
			return domain.Say("Gi*，邻域 %.0f 米，FDR 校正", "Gi*, band %.0f m, FDR correction", a.BandM)
		},
		noValue: domain.Say("无结论", "No verdict"),
	},
	"lisa": {
		name: domain.Say("局部集聚与异常", "Clusters and outliers"), keys: lisaKeys,
		hues: []string{"hot-99", "hot-90", "cold-90", "cold-99", "hot-none", ""},
		of:   func(a *hotspot.Analysis, place int) string { return lisaKey(&a.Lisa[place]) },
		text: func(a *hotspot.Analysis) domain.Text {
			return domain.Say("局部莫兰指数，邻域 %.0f 米，%d 次置换，FDR 校正", "Local Moran, band %.0f m, %d permutations, FDR correction", a.BandM, hotspot.Permutations)
		},
		noValue: domain.Say("无结论", "No verdict"),
	},
	"trend": {
		name: domain.Say("问题走势", "Course"), keys: courseKeys,
		hues: []string{"hot-95", "hot-99", "hot-90", "cold-90", "hot-none", "cold-99", ""},
		of:   courseKey,
		text: func(a *hotspot.Analysis) domain.Text {
			return domain.Say("近 %d 轮，Mann–Kendall 检验", "Last %d rounds, Mann–Kendall test", len(a.Rounds))
		},
		noValue: domain.Say("未参评", "Not scored"),
	},
}

// colourTests classes the estates by an analysis up to the day of the round.
func (p *project) colourTests(c *Colouring, j *judged, t *testColouring) error {
	var by RectifyAsk
	if c.Ask.Rectify != nil {
		by = RectifyAsk{Window: c.Ask.Rectify.Window, Kinds: c.Ask.Rectify.Kinds, BandM: c.Ask.Rectify.BandM}
	}
	by.AsOf = p.windowDay(j).String()
	opts, asOf, _, err := p.rectifyOptions(&by)
	if err != nil {
		return err
	}
	a, err := p.analyses.get(context.Background(), p, asOf, opts)
	if err != nil {
		return err
	}
	classOf := map[string]int{}
	for i, k := range t.keys {
		if t.hues[i] == "" {
			classOf[k.key] = -1
			continue
		}
		classOf[k.key] = len(c.Classes)
		c.Classes = append(c.Classes, ColourClass{Label: k.text, Index: -1, Key: k.key, Hue: t.hues[i]})
	}
	for place := range c.Class {
		if c.Class[place] = classOf[t.of(a, place)]; c.Class[place] < 0 {
			c.Missing++
			continue
		}
		c.Classes[c.Class[place]].Count++
	}
	c.Ask.Method, c.Ask.Classes, c.Ask.Breaks = "", len(c.Classes), nil
	c.Text = t.text(a)
	return nil
}
