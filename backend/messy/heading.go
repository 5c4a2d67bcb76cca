package messy

import (
	"slices"
	"strings"

	"estateatlas/backend/workbook"
)

// headingWithin is how many rows that hold anything may stand above the last row of the heading, itself included.
const headingWithin = 15

// heading is where the words of the columns stand.
type heading struct {
	top, last int // places in Grid.Rows
	words     []string
	candidate []int // numbers of the rows that may be the heading
}

// findHeading chooses the row under which most columns are known; a second row above it joins where it makes sense of more.
func (g *Grid) findHeading(asked int) heading {
	best, most := -1, -1
	var out heading
	for i := range min(headingWithin, len(g.Rows)) {
		r := &g.Rows[i]
		words, numbers := 0, 0
		for _, c := range r.Cells {
			switch text := trim(c.Text); {
			case isPlain(text):
				numbers++
			case c.Kind == workbook.Text && text != "":
				words++
			}
		}
		known := g.knownIn(g.wordsOf(i, i))
		if i > 0 {
			known = max(known, g.knownIn(g.wordsOf(i-1, i)))
		}
		score := 4*known + min(words, 3) - 3*numbers // numbers are seldom headings
		if words >= 2 || known > 0 {
			out.candidate = append(out.candidate, r.Number)
		}
		if r.Number == asked {
			best, most = i, 1<<30
		}
		if score > most && (known > 0 || words >= 2) {
			best, most = i, score
		}
	}
	if asked > 0 && most < 1<<30 {
		if at, ok := slices.BinarySearchFunc(g.Rows, asked, func(r Row, n int) int { return r.Number - n }); ok {
			best = at
		}
	}
	if best < 0 {
		best = 0
	}
	out.top, out.last = best, best
	out.words = g.wordsOf(best, best)
	if best > 0 && !g.isTitle(best-1) {
		joined := g.wordsOf(best-1, best)
		if g.knownIn(joined) > g.knownIn(out.words) {
			out.top, out.words = best-1, joined
		}
	}
	if !slices.Contains(out.candidate, g.Rows[best].Number) {
		out.candidate = append(out.candidate, g.Rows[best].Number)
		slices.Sort(out.candidate)
	}
	return out
}

// isTitle reports whether a row holds one text only.
func (g *Grid) isTitle(row int) bool {
	n := 0
	for _, c := range g.Rows[row].Cells {
		if trim(c.Text) != "" {
			n++
		}
	}
	return n < 2
}

// wordsOf are the words above each column, of rows top to last. A word of a merged range counts for all of its columns.
func (g *Grid) wordsOf(top, last int) []string {
	words := make([]string, g.Width)
	for i := top; i <= last; i++ {
		r := &g.Rows[i]
		for col := range g.Width {
			text := r.text(col)
			if text == "" {
				text = g.mergedText(r.Number, col)
			}
			if text != "" && (i == top || words[col] != text) {
				if words[col] != "" {
					words[col] += " "
				}
				words[col] += strings.Join(strings.Fields(text), "")
			}
		}
	}
	return words
}

// mergedText is the word of the merged range that covers a blank cell.
func (g *Grid) mergedText(row, col int) string {
	for _, m := range g.Merged {
		if m.FirstRow <= row && row <= m.LastRow && m.FirstColumn <= col && col <= m.LastColumn {
			if at, ok := slices.BinarySearchFunc(g.Rows, m.FirstRow, func(r Row, n int) int { return r.Number - n }); ok {
				return g.Rows[at].text(m.FirstColumn)
			}
		}
	}
	return ""
}

// knownIn counts the columns that some table knows by their words, as the best table does.
func (g *Grid) knownIn(words []string) int {
	best := 0
	for _, t := range tables {
		n := 0
		seen := map[string]bool{}
		for _, w := range words {
			if f, _, group := t.match(w, nil); f != nil && !seen[f.Key+group] {
				seen[f.Key+group] = true
				n++
			}
		}
		best = max(best, n)
	}
	return best
}

// title is the words of the rows above the heading.
func (g *Grid) title(h heading) string {
	var parts []string
	for i := range h.top {
		for _, c := range g.Rows[i].Cells {
			if t := trim(c.Text); t != "" && len(parts) < 6 {
				parts = append(parts, strings.Join(strings.Fields(t), " "))
			}
		}
	}
	s := strings.Join(parts, " ")
	if r := []rune(s); len(r) > 200 {
		s = string(r[:200])
	}
	return s
}

// How a column was matched.
const (
	HowName       = "name"
	HowAlias      = "alias"
	HowRemembered = "remembered"
	HowValues     = "values"
	HowChosen     = "chosen"
)

// match finds the field that a heading means; group is what it says of a round or an item besides.
func (t *Table) match(words string, known *Known) (f *Field, how, group string) {
	if words == "" {
		return nil, "", ""
	}
	parts := strings.Split(words, " ")
	// The rows of a heading together, then the lowest, then the one above it.
	for _, text := range []string{strings.Join(parts, ""), parts[len(parts)-1], parts[0]} {
		folded := foldHeading(text)
		for i := range t.Fields {
			if at := slices.Index(t.Fields[i].words, folded); at >= 0 {
				how = HowAlias
				if at < 2 {
					how = HowName
				}
				f = &t.Fields[i]
				if f.Many && len(parts) > 1 && text == parts[len(parts)-1] && namesRound(foldHeading(parts[0])) {
					group = parts[0]
				}
				return f, how, group
			}
		}
	}
	return t.matchWide(strings.Join(parts, ""), known)
}

// scoreWords and rankWords end the headings of wide sheets: 3月得分, 3月名次.
var (
	scoreWords = []string{"得分", "分数", "成绩", "总分", "考核分", "评分"}
	rankWords  = []string{"名次", "排名", "位次"}
)

// matchWide finds what a heading of a wide sheet means: a round and a score or a rank, a round alone, an item.
func (t *Table) matchWide(words string, known *Known) (*Field, string, string) {
	folded := foldHeading(words)
	if folded == "" {
		return nil, "", ""
	}
	if t.Key == "scores" {
		for _, w := range []struct {
			words []string
			key   string
		}{{scoreWords, FieldScore}, {rankWords, FieldRank}} {
			for _, end := range w.words {
				rest, is := strings.CutSuffix(folded, end)
				if !is {
					rest, is = strings.CutPrefix(folded, end)
				}
				if is && rest != "" && (namesRound(rest) || known.isRound(rest)) {
					return t.field(w.key), HowAlias, rest
				}
			}
		}
		if namesRound(folded) && !strings.HasSuffix(folded, "日期") && !strings.HasSuffix(folded, "月份") || known.isRound(words) {
			return t.field(FieldScore), HowAlias, words
		}
	}
	if f := t.field(FieldPoints); f != nil && known != nil {
		if code := known.itemIn(words); code != "" {
			return f, HowAlias, code
		}
	}
	return nil, "", ""
}

func (k *Known) isRound(words string) bool {
	if k == nil {
		return false
	}
	k.index()
	return len(k.roundNames[trim(words)]) == 1
}

// itemIn is the code of the item that a heading names: by code, by name, by both.
func (k *Known) itemIn(words string) string {
	k.index()
	words = trim(narrow(words))
	if code, ok := k.items[words]; ok {
		return code
	}
	if code, ok := k.items[strings.ToUpper(words)]; ok {
		return code
	}
	for _, it := range k.Items {
		if rest, ok := strings.CutPrefix(strings.ToUpper(words), strings.ToUpper(it.ID)); ok && rest != "" {
			rest = strings.Trim(rest, " :-_.")
			if it.Name != "" && (rest == it.Name || strings.HasPrefix(it.Name, rest)) {
				return it.ID
			}
		}
	}
	return ""
}

// Promise says how much a sheet looks like a table that is known: the number of its columns that are.
func (g *Grid) Promise() int { return g.knownIn(g.findHeading(0).words) }
