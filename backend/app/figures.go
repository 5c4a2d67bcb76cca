package app

import (
	"slices"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// figures are the eight figures of the strip, in order; their words are the frontend's, by key.
func (p *project) figures(j *judged, before int) []Figure {
	return []Figure{
		p.figureScored(j), p.figureBottom(j, before), p.figureLevel3(j), p.figureWithheldMonth(j), p.figureWithheldYear(j),
		p.figureFunds(j), p.figureUnserved(j), p.figureOverdue(j),
	}
}

func (p *project) figure(key string, places []int, notes ...Note) Figure {
	f := Figure{Key: key, Count: int64(len(places)), Notes: notes, FIDs: p.fids(places)}
	if notes == nil {
		f.Notes = []Note{}
	}
	return f
}

func (p *project) fids(places []int) []int64 {
	fids := make([]int64, len(places))
	for i, place := range places {
		fids[i] = p.book.Estates[place].FID
	}
	return fids
}

func places(n int, keep func(i int) bool) []int {
	var out []int
	for i := range n {
		if keep(i) {
			out = append(out, i)
		}
	}
	return out
}

func (p *project) figureScored(j *judged) Figure {
	scored := places(len(p.book.Estates), func(i int) bool { return j.view.Rank[i] > 0 })
	return p.figure("scored", scored, Note{Key: "unscored", Count: int64(len(p.book.Estates) - len(scored))})
}

func (p *project) figureBottom(j *judged, before int) Figure {
	bottom := places(len(p.book.Estates), func(i int) bool { return j.view.Band[i] == bandBottom })
	if before == policy.None {
		return p.figure("bottom", bottom)
	}
	var in, out int64
	last := &j.ev.Rounds[before]
	wasBottom := func(place int) bool { e := last.Of(place); return e != nil && e.Band() == domain.BandBottom }
	for _, place := range bottom {
		if !wasBottom(place) {
			in++
		}
	}
	for i := range last.Results {
		if last.Results[i].Band() == domain.BandBottom && j.view.Band[last.Results[i].Estate] != bandBottom {
			out++
		}
	}
	return p.figure("bottom", bottom, Note{Key: "bottomIn", Count: in}, Note{Key: "bottomOut", Count: out})
}

func (p *project) figureLevel3(j *judged) Figure {
	level3 := places(len(p.book.Estates), func(i int) bool { return j.view.Level[i] == 3 })
	f := p.figure("level3", level3)
	if len(level3) == 1 {
		f.Notes = append(f.Notes, Note{Key: "name", Text: p.district.Estates.Name[level3[0]]})
	} else if proposed := places(len(p.book.Estates), func(i int) bool { return j.view.ProposedLevel[i] == 3 && j.view.Level[i] < 3 }); len(proposed) > 0 {
		f.Notes = append(f.Notes, Note{Key: "proposed", Count: int64(len(proposed))})
	}
	return f
}

// figureWithheldMonth is what is withheld, as confirmed, of the month of the round, whichever way.
func (p *project) figureWithheldMonth(j *judged) Figure {
	var sum, proposed domain.Fen
	var hit []int
	for i := range j.ev.Withholdings {
		w := &j.ev.Withholdings[i]
		switch {
		case w.Month != j.ev.AsOf.Month():
		case w.Status == policy.Proposed:
			proposed += w.Amount
		default:
			sum += w.Amount
			for _, e := range j.ev.WithheldEstates(w) {
				hit = append(hit, e.Estate)
			}
		}
	}
	slices.Sort(hit)
	f := p.figure("withheldMonth", hit, Note{Key: "estates", Count: int64(len(hit))})
	if proposed > 0 {
		f.Notes = append(f.Notes, Note{Key: "proposedFen", Fen: int64(proposed)})
	}
	f.Money, f.Fen = true, int64(sum)
	return f
}

// figureWithheldYear is what is withheld, as confirmed, of all months of the year, those to come included; the note says how
// much of it was paid already and is to be claimed back.
func (p *project) figureWithheldYear(j *judged) Figure {
	var sum, clawback domain.Fen
	hit := map[int]bool{}
	for i := range j.ev.Withholdings {
		w := &j.ev.Withholdings[i]
		if w.Month.Year() != j.ev.AsOf.Year() || w.Status != policy.Confirmed {
			continue
		}
		sum += w.Amount
		if w.Timing == policy.Clawback {
			clawback += w.Amount
		}
		for _, e := range j.ev.WithheldEstates(w) {
			hit[e.Estate] = true
		}
	}
	f := p.figure("withheldYear", places(len(p.book.Estates), func(i int) bool { return hit[i] }), Note{Key: "clawback", Fen: int64(clawback)})
	f.Money, f.Fen = true, int64(sum)
	return f
}

// figureFunds is the balance of the circulating funds; behind it stand the estates of the subdistricts that have one.
func (p *project) figureFunds(j *judged) Figure {
	var sum domain.Fen
	has := map[string]bool{}
	overdrawn := int64(0)
	for _, f := range j.ev.Funds {
		sum += f.Balance
		has[f.Subdistrict] = true
		if f.Balance < 0 {
			overdrawn++
		}
	}
	f := p.figure("funds", places(len(p.book.Estates), func(i int) bool { return has[p.book.Estates[i].Subdistrict] }),
		Note{Key: "subdistricts", Count: int64(len(j.ev.Funds))})
	if overdrawn > 0 {
		f.Notes = append(f.Notes, Note{Key: "overdrawn", Count: overdrawn})
	}
	f.Money, f.Fen = true, int64(sum)
	return f
}

// figureUnserved counts the estates to be served by proxy (RULES 7) that no company serves on the day.
func (p *project) figureUnserved(j *judged) Figure {
	return p.figure("unserved", p.unserved(j), Note{Key: "of", Count: int64(len(p.toServe(j)))})
}

// toServe are the places of the estates to be served by proxy (RULES 7), those with a standing override included.
func (p *project) toServe(j *judged) []int {
	sides := j.ev.ProxySides(p.area)
	var all []int
	for _, c := range sides.Candidates {
		all = append(all, c.Estate)
	}
	for i := range sides.Overridden {
		if o := &sides.Overridden[i]; o.IsCandidate {
			all = append(all, o.Estate)
		}
	}
	slices.Sort(all)
	return all
}

// unserved are those of them that no company serves on the day, ascending.
func (p *project) unserved(j *judged) []int {
	return slices.DeleteFunc(p.toServe(j), func(place int) bool { return j.view.Company[place] >= 0 })
}

// figureOverdue counts findings whose deadline has passed and that are not resolved on the day.
func (p *project) figureOverdue(j *judged) Figure {
	asOf := j.ev.AsOf
	var overdue, open int64
	hit := map[int]bool{}
	for i := range p.tables.Findings {
		f := &p.tables.Findings[i]
		if f.FoundOn > asOf || f.ResolvedOn != 0 && f.ResolvedOn <= asOf {
			continue
		}
		open++
		if f.DueOn != 0 && f.DueOn < asOf {
			overdue++
			if place, ok := p.book.Estate(f.EstateID); ok {
				hit[place] = true
			}
		}
	}
	f := p.figure("overdue", places(len(p.book.Estates), func(i int) bool { return hit[i] }), Note{Key: "open", Count: open})
	f.Count = overdue
	return f
}
