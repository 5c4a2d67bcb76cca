package policy

import (
	"cmp"
	"slices"
	"sort"

	"estateatlas/backend/domain"
)

// Index finds records by place instead of by id, and answers what holds for an estate on a day or in a month: agreement,
// enrolment, amounts. It does not depend on rounds. Read-only after NewIndex.
type Index struct {
	Estates      []domain.Estate  // by id
	Companies    []domain.Company // by id; a company that only an agreement names has nothing but its id
	Subdistricts []string         // by bytes; "" is one of them if an estate has none

	estateIDs     []string
	estateAt      map[string]int32
	companyAt     map[string]int32
	subdistrictOf []int32 // by estate

	agreements list[Agreement]
	amounts    list[monthly]
	enrolments list[domain.Enrolment] // with an enrolment day, by day; whether or not the three conditions are met
	stays      list[stay]             // what counts for money: disjoint, ascending, none without the three conditions

	// groups are the pairs of company and subdistrict that meet in an agreement, by company, then subdistrict.
	groups  []group
	members list[int32] // estates by group, ascending
}

// Agreement is a service agreement of an estate, with its company's place.
type Agreement struct {
	Company  int32
	Proxy    bool
	StartsOn domain.Date
	EndsOn   domain.Date // the end day is included; zero: open
	group    int32
}

// Covers reports whether the agreement is in force on d.
func (a *Agreement) Covers(d domain.Date) bool {
	return a.StartsOn <= d && (a.EndsOn == 0 || d <= a.EndsOn)
}

// Kind returns direct or proxy.
func (a *Agreement) Kind() domain.AgreementKind {
	if a.Proxy {
		return domain.AgreementProxy
	}
	return domain.AgreementDirect
}

// group is a company in a subdistrict, the scope of a withholding (HB 五(二): 本街域内所有管理项目).
type group struct{ company, subdistrict int32 }

// monthly is what an estate gets a month from a month on; an unknown amount is no money.
type monthly struct {
	from  domain.Month
	fen   [2]domain.Fen // by Subsidy
	known [2]bool
}

// stay is a time under long-term management: from is paid, until is not.
type stay struct{ from, until domain.Date }

// farFuture is after every date that can be written.
const farFuture = domain.Date(1 << 30)

// list holds the rows of each owner one after another: those of owner i are rows[from[i]:from[i+1]].
type list[T any] struct {
	from []int32
	rows []T
}

func (l *list[T]) of(i int) []T { return l.rows[l.from[i]:l.from[i+1]] }

// newList deals rows out to n owners; owner says whose a row is, None leaves it out. The order within an owner stays.
func newList[T any](n int, rows []T, owner []int32) list[T] {
	l := list[T]{from: make([]int32, n+1)}
	for _, o := range owner {
		if o != None {
			l.from[o+1]++
		}
	}
	for i := range n {
		l.from[i+1] += l.from[i]
	}
	l.rows = make([]T, l.from[n])
	next := slices.Clone(l.from)
	for i, o := range owner {
		if o != None {
			l.rows[next[o]] = rows[i]
			next[o]++
		}
	}
	return l
}

// NewIndex sorts what is not sorted and resolves ids. t is not changed and must not be changed afterwards.
func NewIndex(t *domain.Tables) *Index {
	x := &Index{Estates: sortedBy(t.Estates, func(e *domain.Estate) string { return e.ID })}
	x.estateIDs = make([]string, len(x.Estates))
	x.estateAt = make(map[string]int32, len(x.Estates))
	for i := range x.Estates {
		x.estateIDs[i] = x.Estates[i].ID
		x.estateAt[x.estateIDs[i]] = int32(i)
	}
	x.addCompanies(t)
	x.addSubdistricts()
	x.addAgreements(t.Agreements)
	x.addGroups()
	x.addAmounts(t.Subsidies)
	x.addEnrolments(t.Enrolments)
	return x
}

// sortedBy returns rows in order of their key: rows itself where it is so already.
func sortedBy[T any](rows []T, key func(*T) string) []T {
	for i := 1; i < len(rows); i++ {
		if key(&rows[i]) < key(&rows[i-1]) {
			rows = slices.Clone(rows)
			slices.SortStableFunc(rows, func(a, b T) int { return cmp.Compare(key(&a), key(&b)) })
			break
		}
	}
	return rows
}

func (x *Index) addCompanies(t *domain.Tables) {
	known := make(map[string]bool, len(t.Companies))
	for i := range t.Companies {
		known[t.Companies[i].ID] = true
	}
	all := t.Companies
	for i := range t.Agreements {
		if id := t.Agreements[i].CompanyID; !known[id] {
			known[id] = true
			all = append(all[:len(all):len(all)], domain.Company{ID: id})
		}
	}
	x.Companies = sortedBy(all, func(c *domain.Company) string { return c.ID })
	x.companyAt = make(map[string]int32, len(x.Companies))
	for i := range x.Companies {
		x.companyAt[x.Companies[i].ID] = int32(i)
	}
}

func (x *Index) addSubdistricts() {
	at := make(map[string]int32)
	for i := range x.Estates {
		if s := x.Estates[i].Subdistrict; at[s] == 0 {
			at[s] = 1
			x.Subdistricts = append(x.Subdistricts, s)
		}
	}
	slices.Sort(x.Subdistricts)
	for i, s := range x.Subdistricts {
		at[s] = int32(i)
	}
	x.subdistrictOf = make([]int32, len(x.Estates))
	for i := range x.Estates {
		x.subdistrictOf[i] = at[x.Estates[i].Subdistrict]
	}
}

func (x *Index) addAgreements(all []domain.Agreement) {
	rows := make([]Agreement, len(all))
	owner := make([]int32, len(all))
	for i := range all {
		a := &all[i]
		owner[i] = x.place(a.EstateID)
		rows[i] = Agreement{
			Company: x.companyAt[a.CompanyID], Proxy: a.Kind == domain.AgreementProxy,
			StartsOn: a.StartsOn, EndsOn: a.EndsOn, group: None,
		}
	}
	x.agreements = newList(len(x.Estates), rows, owner)
	for e := range x.Estates {
		slices.SortStableFunc(x.agreements.of(e), func(a, b Agreement) int { return cmp.Compare(a.StartsOn, b.StartsOn) })
	}
}

func (x *Index) addGroups() {
	at := make(map[group]int32)
	for e := range x.Estates {
		for _, a := range x.agreements.of(e) {
			at[group{a.Company, x.subdistrictOf[e]}] = 0
		}
	}
	x.groups = make([]group, 0, len(at))
	for g := range at {
		x.groups = append(x.groups, g)
	}
	slices.SortFunc(x.groups, func(a, b group) int {
		return cmp.Or(cmp.Compare(a.company, b.company), cmp.Compare(a.subdistrict, b.subdistrict))
	})
	for i, g := range x.groups {
		at[g] = int32(i)
	}
	var estates, owner []int32
	for e := range x.Estates {
		first := len(owner)
		own := x.agreements.of(e)
		for i := range own {
			own[i].group = at[group{own[i].Company, x.subdistrictOf[e]}]
			if !slices.Contains(owner[first:], own[i].group) {
				estates = append(estates, int32(e))
				owner = append(owner, own[i].group)
			}
		}
	}
	x.members = newList(len(x.groups), estates, owner)
}

// place returns the place of an estate or None.
func (x *Index) place(id string) int32 {
	if i, ok := x.estateAt[id]; ok {
		return i
	}
	return None
}

// Estate returns the place of the estate with this id.
func (x *Index) Estate(id string) (int, bool) { i, ok := x.estateAt[id]; return int(i), ok }

// Company returns the place of the company with this id.
func (x *Index) Company(id string) (int, bool) { i, ok := x.companyAt[id]; return int(i), ok }

// Subdistrict returns the place of a subdistrict by name.
func (x *Index) Subdistrict(name string) (int, bool) {
	i := sort.SearchStrings(x.Subdistricts, name)
	return i, i < len(x.Subdistricts) && x.Subdistricts[i] == name
}

// SubdistrictOf returns the place of an estate's subdistrict.
func (x *Index) SubdistrictOf(estate int) int { return int(x.subdistrictOf[estate]) }

// Agreements returns all agreements of an estate, by first day.
func (x *Index) Agreements(estate int) []Agreement { return x.agreements.of(estate) }

// AgreementOn returns the agreement of an estate in force on a day, nil if there is none. Agreements of one estate do not
// overlap; in a project where they do all the same, the one that started last holds.
func (x *Index) AgreementOn(estate int, d domain.Date) *Agreement {
	own := x.agreements.of(estate)
	for i := len(own) - 1; i >= 0; i-- {
		if own[i].Covers(d) {
			return &own[i]
		}
	}
	return nil
}

// finder finds places of ids that come in runs and mostly in order, as in tables sorted by key; any order is right.
type finder struct {
	ids  []string
	at   map[string]int32
	last int32
}

// find returns the place of id or None.
func (f *finder) find(id string) int32 {
	end := min(int(f.last)+4, len(f.ids))
	for i := int(f.last); i < end; i++ {
		if f.ids[i] == id {
			f.last = int32(i)
			return f.last
		}
	}
	i, ok := f.at[id]
	if !ok {
		return None
	}
	f.last = i
	return i
}
