package app

import (
	"cmp"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"estateatlas/backend/assign"
	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

const (
	// mostScenarios is how many runs a project keeps by name.
	mostScenarios = 60
	// mostTitle and mostNote are how many letters their names and notes may have.
	mostTitle, mostNote = 40, 500
)

// Scenarios lists what is in force, with an empty id, and the kept runs, latest last. What is in force counts the proxy agreements on
// the day of the latest round. Errors: CodeCancelled when a run was asked for meanwhile.
func (a *Atlas) Scenarios() ([]ScenarioView, error) {
	p, err := a.project()
	if err != nil {
		return nil, err
	}
	force, err := a.inForce(p)
	if err != nil {
		return nil, err
	}
	out := []ScenarioView{{Name: "", Text: domain.Say("现行代管协议", "Proxy agreements in force"), Total: force.totals, MadeOn: p.latestDay().String(), Ask: ProxyAsk{Pins: []ProxyPin{}}}}
	kept := slices.Clone(p.tables.Scenarios)
	slices.SortStableFunc(kept, func(x, y domain.Scenario) int {
		return cmp.Or(cmp.Compare(x.MadeOn, y.MadeOn), cmp.Compare(x.ID, y.ID))
	})
	for _, s := range kept {
		v := ScenarioView{ID: s.ID, Name: s.Name, Note: s.Note, MadeBy: s.MadeBy, MadeOn: s.MadeOn.String()}
		if json.Unmarshal([]byte(s.Ask), &v.Ask) != nil || json.Unmarshal([]byte(s.Totals), &v.Total) != nil {
			continue // another program wrote it
		}
		v.Text = askText(v.Ask)
		if v.Ask.Pins == nil {
			v.Ask.Pins = []ProxyPin{}
		}
		hash, err := a.runHash(p, v.Ask)
		if code, _ := domain.Explain(err); err != nil && code == domain.CodeCancelled {
			return nil, err
		}
		// A run that cannot be carried out any more is stale too; opening it says why.
		v.Stale = err != nil || hash != s.Rows
		out = append(out, v)
	}
	return out, nil
}

// KeepScenario keeps a run by name. Errors: CodeInvalid for a name that is empty, too long or taken.
func (a *Atlas) KeepScenario(name, note string, ask ProxyAsk) (Decided, error) {
	name, note = strings.TrimSpace(name), strings.TrimSpace(note)
	return a.decide(func(p *project) (domain.Change, error) {
		refuse := func(zh, en string, args ...any) (domain.Change, error) {
			return domain.Change{}, domain.Fail(domain.CodeInvalid, domain.Say(zh, en, args...), nil)
		}
		switch {
		case name == "":
			return refuse("给方案起个名称", "Give the scenario a name")
		case len([]rune(name)) > mostTitle || len([]rune(note)) > mostNote:
			return refuse("名称最多 %d 个字，说明最多 %d 个字", "A name has at most %d letters, a note %d", mostTitle, mostNote)
		case len(p.tables.Scenarios) >= mostScenarios:
			return refuse("已保存 %d 个方案；删去不用的再保存", "%d scenarios are kept; delete some first", mostScenarios)
		case slices.ContainsFunc(p.tables.Scenarios, func(s domain.Scenario) bool { return s.Name == name }):
			return refuse("已有名为“%s”的方案；换一个名称", "There is a scenario named “%s”; choose another name", name)
		}
		run, full, err := a.run(p, ask)
		if err != nil {
			return domain.Change{}, err
		}
		askJSON, err := json.Marshal(full)
		if err != nil {
			return domain.Change{}, err
		}
		totals, err := json.Marshal(p.totals(run))
		if err != nil {
			return domain.Change{}, err
		}
		s := domain.Scenario{ID: nextScenario(p.tables.Scenarios), Name: name, Note: note, MadeBy: a.name(), MadeOn: today(), Ask: string(askJSON), Totals: string(totals), Rows: rowsHash(run)}
		return domain.Change{Put: domain.Tables{Scenarios: []domain.Scenario{s}}, What: "保存代管方案 " + name}, nil
	})
}

// nextScenario is an id after those of the scenarios that are kept: they are listed in the order in which they were kept.
func nextScenario(kept []domain.Scenario) string {
	last := 0
	for i := range kept {
		if n, err := strconv.Atoi(kept[i].ID[:min(len(kept[i].ID), 6)]); err == nil {
			last = max(last, n)
		}
	}
	return fmt.Sprintf("%06d-%s", last+1, rand.Text())
}

// DropScenario deletes a kept run. Errors: CodeNotFound.
func (a *Atlas) DropScenario(id string) (Decided, error) {
	return a.decide(func(p *project) (domain.Change, error) {
		s, err := p.scenario(id)
		if err != nil {
			return domain.Change{}, err
		}
		return domain.Change{Remove: domain.Tables{Scenarios: []domain.Scenario{*s}}, What: "删除代管方案 " + s.Name}, nil
	})
}

func (p *project) scenario(id string) (*domain.Scenario, error) {
	for i := range p.tables.Scenarios {
		if s := &p.tables.Scenarios[i]; s.ID == id {
			return s, nil
		}
	}
	return nil, domain.Fail(domain.CodeNotFound, domain.Say("方案已不存在", "The scenario is no longer there"), nil)
}

// side is one of two compared runs: who serves each estate, and how far.
type side struct {
	id      string
	name    domain.Text
	totals  ProxyTotals
	company map[int]int // by place of the estate
	metres  map[int]float64
	load    map[int]LoadView // by company
}

// inForce is the side of the proxy agreements on the day of the latest round. Distances are to the nearest valid host of the
// company.
func (a *Atlas) inForce(p *project) (side, error) {
	s := side{name: domain.Say("现行", "In force"), company: map[int]int{}, metres: map[int]float64{}, load: map[int]LoadView{}}
	// Everyone stays, however far: the run then says how far the present companies' hosts are.
	run, _, err := a.run(p, ProxyAsk{Within: domain.WithinDistrict, MaxDistanceM: 1e7, Keep: true, KeepM: 1e7, EachCapacity: -1})
	if err != nil {
		return side{}, err
	}
	for e := range p.book.Estates {
		company := run.Present(e)
		if company == policy.None || run.Evaluation().HasLeft(e, run.Evaluation().AsOf) {
			continue
		}
		s.company[e] = company
		s.totals.Served++
		load := assign.Load{Estates: s.load[company].Estates, Households: s.load[company].Households, AreaM2: s.load[company].AreaM2}
		load.Add(p.book.Estates[e].Households, p.areaM2[e])
		s.load[company] = LoadView(load)
		if row := run.Row(e); row != nil && row.Company == company && !math.IsNaN(row.DistanceM) {
			s.metres[e] = row.DistanceM
			s.totals.TotalM += row.DistanceM
			s.totals.WorstM = max(s.totals.WorstM, row.DistanceM)
			if p.book.SubdistrictOf(e) != p.book.SubdistrictOf(row.Host) {
				s.totals.Other++
			}
		}
	}
	for i := range run.Rows {
		if _, served := s.company[run.Rows[i].Estate]; !served {
			s.totals.Unserved++
		}
		if run.Rows[i].Status == assign.Overridden {
			s.totals.Overridden++
		}
	}
	s.totals.Estates = s.totals.Served + s.totals.Unserved
	if n := len(s.metres); n > 0 {
		s.totals.MeanM = s.totals.TotalM / float64(n)
	}
	for company, load := range s.load {
		if c := p.book.Companies[company].Capacity; c.Known && int64(load.Estates) > c.Value {
			s.totals.OverCapacity++
		}
	}
	return s, nil
}

// sideOf is a kept run; "" is what is in force.
func (a *Atlas) sideOf(p *project, id string) (side, error) {
	if id == "" {
		return a.inForce(p)
	}
	kept, err := p.scenario(id)
	if err != nil {
		return side{}, err
	}
	var ask ProxyAsk
	if err := json.Unmarshal([]byte(kept.Ask), &ask); err != nil {
		return side{}, domain.Fail(domain.CodeInvalid, domain.Say("方案“%s”已损坏；删去后重新保存", "The scenario “%s” is damaged; delete it and keep it anew", kept.Name), err)
	}
	run, _, err := a.run(p, ask)
	if err != nil {
		return side{}, err
	}
	s := side{id: id, name: domain.Text{ZH: kept.Name, EN: kept.Name}, totals: p.totals(run), company: map[int]int{}, metres: map[int]float64{}, load: map[int]LoadView{}}
	for i := range run.Rows {
		if r := &run.Rows[i]; r.Company != policy.None {
			s.company[r.Estate] = r.Company
			if !math.IsNaN(r.DistanceM) {
				s.metres[r.Estate] = r.DistanceM
			}
		}
	}
	for _, l := range run.Loads() {
		s.load[l.Company] = LoadView(l.After)
	}
	return s, nil
}

// CompareScenarios says what changes from a to b, each a kept run or "" for what is in force. Errors: CodeNotFound.
func (a *Atlas) CompareScenarios(idA, idB string) (ScenarioDiff, error) {
	p, err := a.project()
	if err != nil {
		return ScenarioDiff{}, err
	}
	x, err := a.sideOf(p, idA)
	if err != nil {
		return ScenarioDiff{}, err
	}
	y, err := a.sideOf(p, idB)
	if err != nil {
		return ScenarioDiff{}, err
	}
	d := ScenarioDiff{
		A: ScenarioSide{x.id, x.name, x.totals}, B: ScenarioSide{y.id, y.name, y.totals}, Changes: []ScenarioChange{}, Loads: []ScenarioLoad{},
	}
	who := func(s side, e int) int {
		if c, ok := s.company[e]; ok {
			return c
		}
		return policy.None
	}
	far := func(s side, e int) float64 {
		if m, ok := s.metres[e]; ok {
			return m
		}
		return -1
	}
	for e := range p.book.Estates {
		if who(x, e) != who(y, e) {
			d.Changes = append(d.Changes, ScenarioChange{FID: p.book.Estates[e].FID, ACompany: who(x, e), BCompany: who(y, e), AM: far(x, e), BM: far(y, e)})
		}
	}
	for c := range p.book.Companies {
		if l := (ScenarioLoad{Company: c, A: x.load[c], B: y.load[c]}); l.A.Estates > 0 || l.B.Estates > 0 {
			d.Loads = append(d.Loads, l)
		}
	}
	return d, nil
}
