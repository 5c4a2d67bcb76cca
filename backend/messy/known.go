package messy

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"estateatlas/backend/domain"
)

// Named is something of the project that tables name: by its id or its name.
type Named struct{ ID, Name string }

// Estate is an estate of the project.
type Estate struct{ ID, Name, Subdistrict string }

// Known is what the project holds that tables may name.
type Known struct {
	Estates   []Estate
	Companies []Named
	Items     []Named // the catalogue: codes and names
	Rounds    []domain.Round
	// Spell is pinyin without tones, for candidates that sound alike; nil: none are sought so.
	Spell func(string) string

	once         sync.Once
	byID, byName map[string][]int // estates
	subdistricts map[string]string
	districts    []string
	items        map[string]string // folded code or name to code
	companies    map[string][]int
	roundNames   map[string][]int
	spelt        []string
	folded       []string
}

func (k *Known) index() {
	k.once.Do(func() {
		k.byID, k.byName = make(map[string][]int, len(k.Estates)), make(map[string][]int, len(k.Estates))
		k.subdistricts = map[string]string{}
		for i, e := range k.Estates {
			k.byID[e.ID] = append(k.byID[e.ID], i)
			name := trim(e.Name)
			k.byName[name] = append(k.byName[name], i)
			if e.Subdistrict != "" {
				if _, seen := k.subdistricts[foldStreet(e.Subdistrict)]; !seen {
					k.subdistricts[foldStreet(e.Subdistrict)] = e.Subdistrict
					k.districts = append(k.districts, e.Subdistrict)
				}
			}
		}
		slices.Sort(k.districts)
		k.items = map[string]string{}
		for _, it := range k.Items {
			k.items[it.ID] = it.ID
			if _, taken := k.items[it.Name]; it.Name != "" && !taken {
				k.items[it.Name] = it.ID
			}
		}
		k.companies = map[string][]int{}
		for i, c := range k.Companies {
			k.companies[c.ID] = append(k.companies[c.ID], i)
			if c.Name != c.ID {
				k.companies[trim(c.Name)] = append(k.companies[trim(c.Name)], i)
			}
		}
		k.roundNames = map[string][]int{}
		for i, r := range k.Rounds {
			k.roundNames[r.ID] = append(k.roundNames[r.ID], i)
			if r.Name != r.ID && r.Name != "" {
				k.roundNames[trim(r.Name)] = append(k.roundNames[trim(r.Name)], i)
			}
		}
	})
}

// foldStreet is a subdistrict's name without the word for what it is, which people shorten.
func foldStreet(s string) string {
	s = strings.ReplaceAll(narrow(trim(s)), " ", "")
	for _, end := range []string{"街道办事处", "街办事处", "街道办", "办事处", "街道", "街办", "街"} {
		if rest, ok := strings.CutSuffix(s, end); ok && rest != "" {
			return rest
		}
	}
	return s
}

// numerals are what people write in place of one another in names of estates.
var numerals = strings.NewReplacer("一", "1", "二", "2", "三", "3", "四", "4", "五", "5", "六", "6", "七", "7", "八", "8", "九", "9", "十", "10", "第", "",
	" ", "", "小区", "", "(", "", ")", "", "-", "", "·", "", "号院", "", "号", "")

// foldName is a name without what people write in different ways: to compare candidates, never to decide.
func foldName(s string) string { return numerals.Replace(strings.ToLower(narrow(trim(s)))) }

// likeness is how near two names are, 0 not at all, 1 the same when folded.
func (k *Known) likeness(folded, spelt, otherFolded, otherSpelt string) float64 {
	if folded == "" || otherFolded == "" {
		return 0
	}
	if folded == otherFolded {
		return 1
	}
	a, b := []rune(folded), []rune(otherFolded)
	best := 1 - float64(distance(a, b))/float64(max(len(a), len(b)))
	if strings.Contains(otherFolded, folded) || strings.Contains(folded, otherFolded) {
		best = max(best, 0.5+0.4*float64(min(len(a), len(b)))/float64(max(len(a), len(b))))
	}
	if spelt != "" && spelt == otherSpelt {
		best = max(best, 0.95)
	}
	return best
}

// distance is the edit distance of Levenshtein.
func distance(a, b []rune) int {
	var room [64]int
	row := room[:0]
	for j := range len(b) + 1 {
		row = append(row, j)
	}
	for i := range a {
		left := row[0]
		row[0] = i + 1
		for j := range b {
			cost := left
			if a[i] != b[j] {
				cost++
			}
			left = row[j+1]
			row[j+1] = min(cost, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(b)]
}

// mostCandidates is how many candidates a question lists.
const mostCandidates = 5

// Candidate is an estate that may be meant.
type Candidate struct {
	Estate
	Sounds bool // it is spelt alike
	like   float64
}

// candidates lists the estates that a name may mean, likeliest first; those of the subdistrict, if one is known, before equals.
func (k *Known) candidates(name, subdistrict string) []Candidate {
	k.index()
	if k.folded == nil {
		for _, e := range k.Estates {
			k.folded = append(k.folded, foldName(e.Name))
			spelt := ""
			if k.Spell != nil {
				spelt = k.Spell(e.Name)
			}
			k.spelt = append(k.spelt, spelt)
		}
	}
	folded, spelt, street := foldName(name), "", foldStreet(subdistrict)
	if k.Spell != nil {
		spelt = k.Spell(name)
	}
	var out []Candidate
	for i, e := range k.Estates {
		like := k.likeness(folded, spelt, k.folded[i], k.spelt[i])
		if strings.EqualFold(narrow(trim(name)), e.ID) {
			like = 1
		}
		if like < 0.5 {
			continue
		}
		if street != "" && foldStreet(e.Subdistrict) == street {
			like += 0.1
		}
		out = append(out, Candidate{e, spelt != "" && spelt == k.spelt[i], like})
	}
	slices.SortStableFunc(out, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.like, a.like), strings.Compare(a.ID, b.ID))
	})
	return out[:min(len(out), mostCandidates)]
}

// likely lists the names of a list that are nearest to a text.
func (k *Known) likely(text string, names []string) []string {
	type scored struct {
		name string
		like float64
	}
	folded, spelt := foldName(text), ""
	if k.Spell != nil {
		spelt = k.Spell(text)
	}
	var all []scored
	for _, n := range names {
		other := ""
		if k.Spell != nil {
			other = k.Spell(n)
		}
		if like := k.likeness(folded, spelt, foldName(n), other); like >= 0.4 {
			all = append(all, scored{n, like})
		}
	}
	slices.SortStableFunc(all, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.like, a.like), strings.Compare(a.name, b.name))
	})
	var out []string
	for _, s := range all[:min(len(all), mostCandidates)] {
		out = append(out, s.name)
	}
	return out
}
