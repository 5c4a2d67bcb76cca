package sheet

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/paulmach/orb"

	"estateatlas/backend/paper"
)

const pointsPerMM = 72 / 25.4

// points returns a size of the screen (px) as points on the page.
func (p *page) points(px float64) float64 { return px * p.view.unit * pointsPerMM }

// drawNames places and writes everything that is read on the map, in the order of right: badges of the bands, subdistricts,
// waters, estates by area.
func (p *page) drawNames() {
	f := newField(p.view.box.Inset(2 * p.view.unit))
	for _, plate := range p.corners() {
		f.take(plate, noOwner)
	}
	rings, named := p.placeRings(f)
	bands := p.bandsInSight()
	for i := range bands {
		b := &bands[i]
		f.take(paper.Box{X: b.x - b.rx, Y: b.y - b.ry, W: 2 * b.rx, H: 2 * b.ry}, b.at)
	}
	badges := make([]badge, len(bands))
	for i := range bands {
		badges[i] = placeBadge(&bands[i], f, p.view.unit)
		named[bands[i].at] = true
	}
	p.writeAreas(f)
	if p.world.m.Base == nil {
		p.writeWaters(f)
	}
	p.writeEstates(f, named)
	slices.Reverse(badges)
	for i := range badges {
		p.drawLeader(&badges[i])
	}
	for i := range badges {
		p.writeBadge(&badges[i])
	}
	p.drawRings(rings)
}

const (
	badgeType = 12.0
	nameType  = 13.0
	haloWidth = 1.5
)

// bandsInSight returns the estates of the bands whose middle is on the map, and the chosen one first.
func (p *page) bandsInSight() []bandEstate {
	v := &p.view
	order := p.world.bands
	if p.chosen != none {
		order = append([]int{p.chosen}, slices.DeleteFunc(slices.Clone(order), func(i int) bool { return i == p.chosen })...)
	}
	var out []bandEstate
	for _, i := range order {
		e := &p.world.m.Estates[i]
		at := v.place(p.world.at[i])
		if len(p.world.estates[i].rings) == 0 || !v.box.Holds(at) || (p.isPale(i) && i != p.chosen) {
			continue
		}
		b := bandEstate{at: i, x: at.X, y: at.Y, name: paper.Width(e.Name, p.points(nameType))}
		b.badge = max(badgeHeight*v.unit, paper.Width(rankText(e), p.points(badgeType))+9*v.unit)
		if e.Rank == 0 {
			b.badge = 0
		}
		if p.isSmall(i) {
			half := p.symbolSize(e)/2 + 2*v.unit
			b.rx, b.ry = half, half
		} else {
			s := p.world.estates[i].bound
			low, high := v.place(s.Min), v.place(s.Max)
			b.rx = max(high.X-at.X, at.X-low.X)
			b.ry = max(low.Y-at.Y, at.Y-high.Y)
		}
		out = append(out, b)
	}
	return out
}

func rankText(e *Estate) string {
	if e.Rank == 0 {
		return ""
	}
	return strconv.Itoa(e.Rank)
}

func (p *page) drawLeader(b *badge) {
	if !b.leader {
		return
	}
	line := paper.Segment(b.x, b.y, b.box.X+b.box.W/2, b.box.Y+b.box.H/2)
	p.canvas.Stroke(line, paper.Pen{Width: 3 * p.view.unit, Color: Light.Halo})
	p.canvas.Stroke(line, paper.Pen{Width: p.view.unit, Color: Light.Text2})
}

func (p *page) writeBadge(b *badge) {
	v, e := &p.view, &p.world.m.Estates[b.at]
	middle := b.box.Y + b.box.H/2
	if b.named {
		gap := nameGap * v.unit
		if e.Rank == 0 {
			gap = 0
		}
		p.canvas.Text(paper.Text{
			Text: e.Name, X: b.box.X + b.box.W + gap, Y: middle, Middle: true, Size: p.points(nameType), Bold: true,
			Color: Light.Label, Halo: haloWidth * v.unit, HaloColor: Light.Halo,
		})
	}
	if e.Rank > 0 {
		drawBadge(p.canvas, b.box, rankText(e), e.Band, p.points(badgeType), v.unit)
	}
}

// drawBadge draws a rank: bottom square, top round, the middle pale. Shape says it without colour.
func drawBadge(c paper.Canvas, box paper.Box, rank string, band int, size, unit float64) {
	radius, fill, ink := box.H/2, Light.Fills[Top], Light.OnTop
	switch band {
	case Bottom:
		radius, fill, ink = 4*unit, Light.Fills[Bottom], Light.OnBottom
	case Top:
	default:
		radius, fill, ink = 4*unit, Light.Surface3, Light.Text1
	}
	shape := paper.RoundRect(box.X, box.Y, box.W, box.H, radius)
	c.Stroke(shape, paper.Pen{Width: 3 * unit, Color: Light.Halo})
	c.Fill(shape, fill)
	c.Text(paper.Text{
		Text: rank, X: box.X + box.W/2, Y: box.Y + box.H/2, Anchor: paper.Center, Middle: true, Size: size, Bold: true, Color: ink,
	})
}

// areaName is a named area with the middle of what is in sight of it, on the page.
type areaName struct {
	name string
	at   paper.Point
	// reach is how far from there the name still stands in its area.
	reach float64
}

// writeAreas writes the names of subdistricts.
func (p *page) writeAreas(f *field) {
	v := &p.view
	px := 14.0
	if v.px < 0.2 {
		px = 13
	}
	size, spacing := p.points(px), 2*v.unit
	avoid := p.estatesToAvoid()
	for _, a := range p.areas() {
		name := paper.Clean(a.name)
		width := paper.Width(name, size) + spacing*float64(len([]rune(name))-1)
		at, ok := placeArea(a.at.X, a.at.Y, width, px*v.unit, a.reach, f, avoid, v.unit)
		if !ok {
			continue
		}
		p.canvas.Text(paper.Text{
			Text: name, X: at.X, Y: at.Y, Anchor: paper.Center, Middle: true, Size: size, Bold: true, Spacing: spacing,
			Color: Light.Text3, Halo: haloWidth * v.unit, HaloColor: Light.Halo,
		})
	}
}

// areas returns the subdistricts in sight: by their boundaries, else by their estates.
func (p *page) areas() []areaName {
	const least = 140 // mm² that must be in sight
	type sum struct{ x, y, a float64 }
	sums := map[string]*sum{}
	var order []string
	some := false
	for i := range p.world.ground {
		g := &p.world.ground[i]
		of := &p.world.m.Ground[g.of]
		if of.Layer != subdistricts || g.outline {
			continue
		}
		some = true
		if of.Name == "" || !p.view.sees(g.bound) {
			continue
		}
		m := massOf(paper.Clip(p.groundPath(i), p.view.box))
		if m.area == 0 {
			continue
		}
		s := sums[of.Name]
		if s == nil {
			s = &sum{}
			sums[of.Name], order = s, append(order, of.Name)
		}
		s.x, s.y, s.a = s.x+m.x*m.area, s.y+m.y*m.area, s.a+m.area
	}
	var out []areaName
	if some {
		for _, name := range order {
			if s := sums[name]; s.a >= least {
				out = append(out, areaName{name, paper.Point{X: s.x / s.a, Y: s.y / s.a}, math.Sqrt(s.a) * 0.45})
			}
		}
		return out
	}
	const few = 2
	middles := make([]sum, len(p.world.m.Subdistricts))
	for i := range p.world.m.Estates {
		d := p.world.m.Estates[i].Subdistrict
		at := p.view.place(p.world.at[i])
		if d < 0 || d >= len(middles) || len(p.world.estates[i].rings) == 0 || !p.view.box.Holds(at) {
			continue
		}
		middles[d].x, middles[d].y, middles[d].a = middles[d].x+at.X, middles[d].y+at.Y, middles[d].a+1
	}
	for d, s := range middles {
		if s.a > few {
			out = append(out, areaName{p.world.m.Subdistricts[d], paper.Point{X: s.x / s.a, Y: s.y / s.a}, 100 * p.view.unit})
		}
	}
	return out
}

// estatesToAvoid is what names of areas should rather not cover: the estates, and if that cannot be, at least their middles.
func (p *page) estatesToAvoid() []*field {
	v := &p.view
	var out []*field
	for _, how := range [...]struct{ part, most float64 }{{0.5, 120}, {0.32, 16}} {
		f := newField(v.box)
		for _, i := range p.inSight(func(int) bool { return true }) {
			at := v.place(p.world.at[i])
			half := 6.0
			if !p.isSmall(i) {
				half = min(how.most, math.Sqrt(p.world.m.Estates[i].AreaM2)*v.px*how.part)
			}
			half *= v.unit
			f.take(paper.Box{X: at.X - half, Y: at.Y - half, W: 2 * half, H: 2 * half}, noOwner)
		}
		out = append(out, f)
	}
	return out
}

// writeEstates writes names over estates where they have room, the largest first; only near enough.
func (p *page) writeEstates(f *field, named map[int]bool) {
	v := &p.view
	if v.zoom < 2 {
		return
	}
	px := 11.0
	if v.px > 0.6 {
		px = 12
	}
	size := p.points(px)
	shown := p.inSight(func(i int) bool { return !p.isSmall(i) && !named[i] && !p.isPale(i) })
	slices.SortStableFunc(shown, func(a, b int) int { return cmp.Compare(p.world.m.Estates[b].AreaM2, p.world.m.Estates[a].AreaM2) })
	for _, i := range shown {
		e := &p.world.m.Estates[i]
		at := v.place(p.world.at[i])
		width := paper.Width(e.Name, size)
		if width > e.Room*v.mm*1.02 {
			continue
		}
		h := px + 2
		room := paper.Box{X: at.X - width/2 - v.unit, Y: at.Y - (h/2+1)*v.unit, W: width + 2*v.unit, H: (h + 2) * v.unit}
		if !f.isFree(room, noOwner) {
			continue
		}
		f.take(room, noOwner)
		p.canvas.Text(paper.Text{
			Text: e.Name, X: at.X, Y: at.Y, Anchor: paper.Center, Middle: true, Size: size, Color: Light.Label,
			Halo: haloWidth * v.unit, HaloColor: Light.Halo,
		})
	}
}

// writeWaters writes the name of each water along the largest stretch in sight that has room: a river bends, a piece of it
// hardly does.
func (p *page) writeWaters(f *field) {
	const cell = 130
	v := &p.view
	step := cell * v.unit
	stretches := map[string][]mass{}
	var order []string
	for i := range p.world.ground {
		g := &p.world.ground[i]
		of := &p.world.m.Ground[g.of]
		if of.Layer != water || of.Class == park || g.outline || of.Name == "" || !v.sees(g.bound) {
			continue
		}
		if stretches[of.Name] == nil {
			order = append(order, of.Name)
		}
		whole := paper.Clip(p.groundPath(i), v.box)
		for y := v.box.Y; y < v.box.Bottom(); y += step / 2 {
			for x := v.box.X; x < v.box.Right(); x += step / 2 {
				if m := massOf(paper.Clip(whole, paper.Box{X: x, Y: y, W: step, H: step})); m.area > 0 {
					stretches[of.Name] = append(stretches[of.Name], m)
				}
			}
		}
	}
	for _, name := range order {
		masses := stretches[name]
		slices.SortStableFunc(masses, func(a, b mass) int { return cmp.Compare(b.area, a.area) })
		for _, m := range masses {
			if p.writeWater(name, m, f) {
				break
			}
		}
	}
}

// writeWater writes a name along a stretch if it has room.
func (p *page) writeWater(name string, m mass, f *field) bool {
	const px, spacing = 12.0, 6.0
	v := &p.view
	name = paper.Clean(name)
	size, height := p.points(px), px*v.unit
	width := paper.Width(name, size) + spacing*v.unit*float64(len([]rune(name))-1)
	if m.across < height*1.2 || m.along < width*1.2 {
		return false
	}
	angle := m.angle
	if m.across > m.along*0.6 {
		angle = 0
	}
	sin, cos := math.Abs(math.Sin(angle*math.Pi/180)), math.Abs(math.Cos(angle*math.Pi/180))
	w, h := width*cos+height*sin, width*sin+height*cos
	room := paper.Box{X: m.x - w/2, Y: m.y - h/2, W: w, H: h}
	if !f.isFree(room, noOwner) {
		return false
	}
	f.take(room, noOwner)
	p.canvas.Text(paper.Text{
		Text: name, X: m.x, Y: m.y, Anchor: paper.Center, Middle: true, Size: size, Spacing: spacing * v.unit, Slant: true,
		Angle: angle, Color: Light.WaterText, Halo: haloWidth * v.unit, HaloColor: Light.Water,
	})
	return true
}

// mass is a shape on the page as a bar of the same area, middle and spread.
type mass struct {
	area, x, y    float64
	along, across float64 // mm
	angle         float64 // of the long side, degrees counter-clockwise, −90 to 90
}

// massOf adds up the moments of the triangles that the edges make with a point near by; holes take away.
func massOf(path paper.Path) mass {
	var s, sx, sy, sxx, sxy, syy float64
	if len(path) == 0 || len(path[0].Points) == 0 {
		return mass{}
	}
	o := path[0].Points[0]
	for _, line := range path {
		last := line.Points[len(line.Points)-1]
		for _, q := range line.Points {
			ax, ay, bx, by := last.X-o.X, last.Y-o.Y, q.X-o.X, q.Y-o.Y
			c := ax*by - ay*bx
			s += c / 2
			sx += c * (ax + bx) / 6
			sy += c * (ay + by) / 6
			sxx += c * (ax*ax + ax*bx + bx*bx) / 12
			syy += c * (ay*ay + ay*by + by*by) / 12
			sxy += c * (2*ax*ay + ax*by + bx*ay + 2*bx*by) / 24
			last = q
		}
	}
	if s == 0 {
		return mass{}
	}
	x, y := sx/s, sy/s
	vx, vy, vxy := sxx/s-x*x, syy/s-y*y, sxy/s-x*y
	m := mass{area: math.Abs(s), x: o.X + x, y: o.Y + y}
	half := math.Hypot((vx-vy)/2, vxy)
	// A bar of length l spreads by l²/12.
	m.along = math.Sqrt(12 * max(0, (vx+vy)/2+half))
	m.across = math.Sqrt(12 * max(0, (vx+vy)/2-half))
	m.angle = -math.Atan2(2*vxy, vx-vy) / 2 * 180 / math.Pi
	return m
}

// linkShape returns a link on the page: nearest point to nearest point; one too short to be seen starts at the middle of the
// estate and ends a third of the way into the host.
func (p *page) linkShape(i int) (from, to paper.Point) {
	l := p.world.m.Links[i]
	from, to = p.view.place(p.world.links[i].from), p.view.place(p.world.links[i].to)
	if math.Hypot(to.X-from.X, to.Y-from.Y) >= 16*p.view.unit {
		return from, to
	}
	host := p.view.place(p.world.at[l.Host])
	return p.view.place(p.world.at[l.Estate]), paper.Point{X: (host.X + 2*to.X) / 3, Y: (host.Y + 2*to.Y) / 3}
}

// drawLinks draws who is looked after by whom, in the colours of the companies.
func (p *page) drawLinks() {
	v := &p.view
	for i := range p.world.links {
		l := &p.world.m.Links[i]
		if p.isPale(l.Estate) || !v.sees(orb.MultiPoint{p.world.links[i].from, p.world.links[i].to}.Bound()) {
			continue
		}
		from, to := p.linkShape(i)
		line := paper.Segment(from.X, from.Y, to.X, to.Y)
		p.stroke(line, paper.Pen{Width: 4 * v.unit, Color: Light.Halo, Cap: paper.RoundCap})
		p.stroke(line, companyPen(l.Company, v.unit))
		if r := 2.6 * v.unit; v.box.Inset(r).Holds(to) {
			p.canvas.Fill(paper.Circle(to.X, to.Y, r+0.6*v.unit), Light.Halo)
			p.canvas.Fill(paper.Circle(to.X, to.Y, r), companyColor(l.Company))
		}
	}
}

func companyColor(company int) paper.Color {
	n := len(Light.Companies)
	return Light.Companies[((company%n)+n)%n]
}

// companyPen tells companies apart by colour and, every second one, by dashes.
func companyPen(company int, unit float64) paper.Pen {
	pen := paper.Pen{Width: 1.5 * unit, Color: companyColor(company), Cap: paper.RoundCap}
	if company%2 != 0 {
		pen.Cap, pen.Dash = paper.ButtCap, scaled([]float64{7, 3}, unit)
	}
	return pen
}
