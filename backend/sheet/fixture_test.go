package sheet

import (
	"fmt"
	"image"
	"io"
	"math"
	"math/rand/v2"

	"github.com/paulmach/orb"

	"estateatlas/backend/paper"
	"estateatlas/backend/spatial"
)

// madeUpMap is a district of n estates in blocks, with a river, streets and four subdistricts: the same for the same n.
func madeUpMap(n int) Map {
	r := rand.New(rand.NewPCG(7, uint64(n)))
	const west, south, step = 117.2, 39.08, 0.0012 // degrees, about 104 × 133 m
	side := int(math.Ceil(math.Sqrt(float64(n) * 1.6)))
	at := func(x, y float64) orb.Point { return orb.Point{west + x*step, south + y*step} }
	m := Map{
		Lang: Chinese, Size: SizeOf("A4", false), Title: "示例区（虚构） 2026年3月创卫考核", Subtitle: "填色为考核名次",
		Facts: []string{"轮次：2026年3月创卫考核", "数据截至2026年3月18日", "来源：示例区项目数据"}, Internal: true, MadeUp: true,
		Subdistricts: []string{"张贵庄街", "万新街", "丰年村街", "月牙河街"},
		Companies:    []Company{{"瑞丰"}, {"津城"}, {"恒泰"}},
	}
	bound := orb.Bound{Min: at(0, 0), Max: at(float64(side), float64(side))}
	m.Frame, m.Extent = spatial.FrameOf(bound), bound
	half := float64(side) / 2
	for i := range 4 {
		x, y := float64(i%2)*half, float64(i/2)*half
		m.Ground = append(m.Ground, Ground{Layer: subdistricts, Name: m.Subdistricts[i], Geometry: orb.Polygon{square(at, x, y, half, half)}})
	}
	var river orb.Ring
	for i := range 41 {
		river = append(river, at(float64(side)*float64(i)/40, half+math.Sin(float64(i)/6)*half/5))
	}
	for i := range 41 {
		p := river[40-i]
		river = append(river, orb.Point{p[0], p[1] + step})
	}
	m.Ground = append(m.Ground, Ground{Layer: water, Name: "澄河", Class: "river", Geometry: orb.Polygon{append(river, river[0])}})
	for i := range side {
		m.Ground = append(m.Ground, Ground{Layer: "roads", Class: "minor", Geometry: orb.LineString{at(float64(i), 0), at(float64(i), float64(side))}})
	}
	names := []string{"月牙河东里", "沙柳道78号院", "翠岭南里", "盘山路邮电宿舍", "松风北里", "春霞里"}
	for i := range n {
		cell := i * side * side / n
		x, y := float64(cell%side)+0.1, float64(cell/side)+0.1
		w, h := 0.3+0.5*r.Float64(), 0.3+0.5*r.Float64()
		if r.IntN(3) == 0 {
			w, h = 0.1, 0.1
		}
		ring := square(at, x, y, w, h)
		e := Estate{
			Boundary: orb.MultiPolygon{{ring}}, At: at(x+w/2, y+h/2), Name: fmt.Sprintf("%s%d", names[i%len(names)], i),
			Subdistrict: cell % side / (side/2 + 1), Rank: i + 1, FromBottom: n - i, State: r.IntN(stateCount), Class: -1, Band: Middle1 + i*5/n,
		}
		shape := m.Frame.Project(e.Boundary)
		e.AreaM2, e.Room = spatial.Area(shape), shape.Bound().Max[0]-shape.Bound().Min[0]
		switch {
		case i < 10:
			e.Band = Top
		case i >= n-10:
			e.Band = Bottom
		case i%31 == 0:
			e.Band, e.Rank = Unranked, 0
		}
		m.Estates = append(m.Estates, e)
	}
	// The order on the ground is not that of the ranks.
	for i := range m.Estates {
		j := r.IntN(i + 1)
		a, b := &m.Estates[i], &m.Estates[j]
		a.Rank, b.Rank = b.Rank, a.Rank
		a.FromBottom, b.FromBottom = b.FromBottom, a.FromBottom
		a.Band, b.Band = b.Band, a.Band
	}
	m.count()
	return m
}

// count fills in the legend.
func (m *Map) count() {
	l := &m.Legend
	l.BandSize, l.Missing, l.OffMap = 10, 0, 0
	l.Bands, l.States = [bandCount]int{}, [bandCount]int{}
	for i := range m.Estates {
		e := &m.Estates[i]
		if e.Faded {
			continue
		}
		l.Bands[e.Band]++
		l.States[e.State]++
		if len(e.Boundary) == 0 {
			l.OffMap++
		}
		if e.Rank > 0 && (l.First[e.Band] == 0 || e.Rank < l.First[e.Band]) {
			l.First[e.Band] = e.Rank
		}
		l.Last[e.Band] = max(l.Last[e.Band], e.Rank)
	}
}

// addLinks joins every fifth estate to the next one.
func (m *Map) addLinks() {
	for i := 0; i+1 < len(m.Estates); i += 5 {
		m.Links = append(m.Links, Link{Estate: i, Host: i + 1, Company: i % len(m.Companies), From: m.Estates[i].At, To: m.Estates[i+1].At})
	}
}

// addClasses colours the estates by a made-up number or group.
func (m *Map) addClasses(n int, group bool) {
	m.Legend.Title, m.Legend.Method = "填色：得分（分）", fmt.Sprintf("分位数分为 %d 档，共 %d 个小区", n, len(m.Estates))
	for i := range n {
		c := Class{Label: fmt.Sprintf("%d—%d", 10*i, 10*i+10), Swatch: NumberSwatch(float64(i)/float64(max(1, n-1)), false)}
		if group {
			c = Class{Label: fmt.Sprintf("天津市某某物业服务有限公司第%d分公司", i+1), Swatch: GroupSwatch(i)}
		}
		m.Legend.Classes = append(m.Legend.Classes, c)
	}
	for i := range m.Estates {
		if e := &m.Estates[i]; i%17 != 0 {
			e.Class = i % n
			m.Legend.Classes[e.Class].Count++
		} else {
			m.Legend.Missing++
		}
	}
}

func square(at func(x, y float64) orb.Point, x, y, w, h float64) orb.Ring {
	return orb.Ring{at(x, y), at(x+w, y), at(x+w, y+h), at(x, y+h), at(x, y)}
}

// recorder is a Canvas that keeps where its text stands.
type recorder struct {
	w, h  float64
	texts []written
	pages int
	fills int
}

type written struct {
	text string
	box  paper.Box
	page int
}

func (r *recorder) AddPage(w, h float64)                                  { r.w, r.h, r.pages = w, h, r.pages+1 }
func (r *recorder) PageSize() (float64, float64)                          { return r.w, r.h }
func (r *recorder) Fill(paper.Path, paper.Color)                          { r.fills++ }
func (r *recorder) Stroke(paper.Path, paper.Pen)                          {}
func (r *recorder) Within(_ paper.Box, draw func())                       { draw() }
func (r *recorder) Encode(io.Writer) error                                { return nil }
func (r *recorder) Image(image.Image, float64, float64, float64, float64) {}

// Text keeps the box of the letters; of turned text only the middle part, which is enough to see it collide.
func (r *recorder) Text(t paper.Text) {
	text := paper.Clean(t.Text)
	if text == "" {
		return
	}
	high := t.Size * 25.4 / 72
	w := paper.Width(text, t.Size) + t.Spacing*float64(len([]rune(text))-1)
	b := paper.Box{X: t.X, Y: t.Y - 0.8*high, W: w, H: high * 0.9}
	if t.Middle {
		b.Y = t.Y - high*0.45
	}
	switch t.Anchor {
	case paper.Center:
		b.X -= w / 2
	case paper.Right:
		b.X -= w
	case paper.Left:
	}
	if t.Angle != 0 {
		b = paper.Box{X: t.X - high/2, Y: t.Y - high/2, W: high, H: high}
	}
	r.texts = append(r.texts, written{text, b, r.pages})
}
