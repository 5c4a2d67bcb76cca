package policy

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"sort"
	"strconv"

	"estateatlas/backend/domain"
)

// Frozen is what a round decided: its bottom results with their levels, and the months that it withholds, judged with the rounds up
// to it and no later ones. It is kept when the round is closed and must come out the same for ever.
type Frozen struct {
	Results      []FrozenResult `json:"results"`
	Withholdings []FrozenMonth  `json:"withholdings"`
}

// FrozenResult is a bottom result, by ids.
type FrozenResult struct {
	Estate    string       `json:"estate"`
	Company   string       `json:"company"` // "" none
	Cause     domain.Cause `json:"cause"`
	Confirmed int          `json:"confirmed"` // level
	Proposed  int          `json:"proposed"`
}

// FrozenMonth is a withheld month that the round decides.
type FrozenMonth struct {
	Company     string     `json:"company"`
	Subdistrict string     `json:"subdistrict"`
	Month       string     `json:"month"`
	Status      Status     `json:"status"`
	Timing      Timing     `json:"timing"`
	Level       int        `json:"level"`
	Fen         domain.Fen `json:"fen"`
}

// Sums adds up what the round decides.
func (f *Frozen) Sums() (confirmed, proposed domain.Fen) {
	for i := range f.Withholdings {
		if w := &f.Withholdings[i]; w.Status == Confirmed {
			confirmed += w.Fen
		} else {
			proposed += w.Fen
		}
	}
	return confirmed, proposed
}

// Equal reports whether two rounds decided the same.
func (f *Frozen) Equal(o *Frozen) bool {
	return slices.Equal(f.Results, o.Results) && slices.Equal(f.Withholdings, o.Withholdings)
}

// JSON writes f for a closing.
func (f *Frozen) JSON() string {
	text, err := json.Marshal(f)
	if err != nil {
		panic(err) // texts and numbers only
	}
	return string(text)
}

// upTo is the district with the rounds up to one and no later ones, without sums.
func (b *Book) upTo(round int) *Evaluation {
	results := int(b.rounds[round].bottoms[1])
	return &Evaluation{Book: b, AsOf: b.rounds[round].Round.HeldOn, Rounds: b.rounds[: round+1 : round+1], Results: b.results[:results:results]}
}

// decided returns the months that a round decides, judged with the rounds up to it, by company, subdistrict, month.
func (b *Book) decided(round int) []Withholding {
	ev, r := b.upTo(round), &b.rounds[round]
	var groups []int32
	for i := r.bottoms[0]; i < r.bottoms[1]; i++ {
		if own := &b.results[i]; own.Proposed.Level > 0 {
			groups = append(groups, own.Under.group)
		}
	}
	slices.Sort(groups)
	var out []Withholding
	var y yearOfGroup
	for _, g := range slices.Compact(groups) {
		full := b.rows.of(int(g))
		b.eachYear(int(g), len(ev.Results), &y, func(year int) {
			if year != r.year {
				return
			}
			for i := range y {
				c := &y[i]
				if c.round[proposedView] == None {
					continue
				}
				m := domain.NewMonth(year, i+1)
				at, _ := slices.BinarySearchFunc(full, m, func(f fullRow, m domain.Month) int { return cmp.Compare(f.month, m) })
				if w := ev.row(int(g), m, c, &full[at]); w.Round == round {
					out = append(out, w)
				}
			}
		})
	}
	return out
}

// Freeze returns what a round decides.
func (b *Book) Freeze(round int) Frozen {
	r := &b.rounds[round]
	f := Frozen{Results: []FrozenResult{}, Withholdings: []FrozenMonth{}}
	for i := r.bottoms[0]; i < r.bottoms[1]; i++ {
		own := &b.results[i]
		f.Results = append(f.Results, FrozenResult{
			b.estateIDs[own.Estate], b.companyID(own.Company), own.Cause, own.Confirmed.Level, own.Proposed.Level,
		})
	}
	for _, w := range b.decided(round) {
		f.Withholdings = append(f.Withholdings, FrozenMonth{
			b.Companies[w.Company].ID, b.Subdistricts[w.Subdistrict], w.Month.String(), w.Status, w.Timing, w.Level, w.Amount,
		})
	}
	return f
}

func (b *Book) companyID(at int) string {
	if at == None {
		return ""
	}
	return b.Companies[at].ID
}

// InputHash is the SHA-256 of what a round's results rest on, hexadecimal: its settings and catalogue, its scores, deductions and
// determinations, the agreement in force of every bottom estate, and what every estate pays of the months that it decides.
func (b *Book) InputHash(round int, settings, items string) string {
	h := sha256.New()
	r := &b.rounds[round]
	var buffer []byte
	line := func(cells ...string) {
		buffer = buffer[:0]
		for _, c := range cells {
			buffer = append(strconv.AppendQuote(buffer, c), '\t') // quoted, so that no text can look like two
		}
		_, _ = h.Write(append(buffer, '\n')) // a hash never fails
	}
	line("rules", settings, items)
	line("round", r.Round.ID, string(r.Round.Kind), r.Round.HeldOn.String())
	b.hashRecords(r.Round.ID, line)
	for _, bearing := range b.Bearings(round) {
		line(bearing.What, bearing.Company, bearing.Month, bearing.Estate, bearing.Value)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Bearing is a fact beside a round's own records on which its results rest.
type Bearing struct {
	What    string // agreement, month
	Company string
	Month   string
	Estate  string
	Value   string // kind of the agreement, or yuan
}

// Bearings returns the agreement in force of every bottom estate, and what every estate pays of the months that the round decides.
func (b *Book) Bearings(round int) []Bearing {
	r := &b.rounds[round]
	var out []Bearing
	for i := r.bottoms[0]; i < r.bottoms[1]; i++ {
		own := &b.results[i]
		kind := domain.AgreementKind("")
		if own.Under != nil {
			kind = own.Under.Kind()
		}
		out = append(out, Bearing{"agreement", b.companyID(own.Company), "", b.estateIDs[own.Estate], string(kind)})
	}
	ev := b.upTo(round)
	for _, w := range b.decided(round) {
		for _, e := range ev.WithheldEstates(&w) {
			out = append(out, Bearing{"month", b.Companies[w.Company].ID, w.Month.String(), b.estateIDs[e.Estate], e.Amount.String()})
		}
	}
	return out
}

// hashRecords writes the rows of a round in an order of their own, for that of the tables must not matter.
func (b *Book) hashRecords(id string, line func(cells ...string)) {
	var scores []domain.Score
	for _, s := range rowsOf(b.tables.Scores, b.scoresInOrder, id, func(s *domain.Score) string { return s.RoundID }) {
		if s.Score.Known {
			scores = append(scores, s)
		}
	}
	slices.SortFunc(scores, func(x, y domain.Score) int { return cmp.Compare(x.EstateID, y.EstateID) })
	for _, s := range scores {
		line("score", s.EstateID, s.Score.Value.String(), strconv.FormatInt(s.OfficialRank, 10))
	}
	deductions := slices.Clone(rowsOf(b.tables.Deductions, b.deductionsInOrder, id, func(d *domain.Deduction) string { return d.RoundID }))
	slices.SortStableFunc(deductions, func(x, y domain.Deduction) int {
		return cmp.Or(cmp.Compare(x.EstateID, y.EstateID), cmp.Compare(x.Item, y.Item), x.Points.Cmp(y.Points))
	})
	for _, d := range deductions {
		line("deduction", d.EstateID, d.Item, d.Points.String())
	}
	decided := rowsOf(b.tables.Determinations, false, id, func(d *domain.Determination) string { return d.RoundID })
	slices.SortStableFunc(decided, func(x, y domain.Determination) int { return cmp.Compare(x.EstateID, y.EstateID) })
	for _, d := range decided {
		line("determination", d.EstateID, string(d.Cause), d.Reason, d.DecidedBy, d.DecidedOn.String())
	}
}

// rowsOf returns the rows of a round; inOrder says that all rows are sorted by round. Not to be changed if they are.
func rowsOf[T any](rows []T, inOrder bool, id string, round func(*T) string) []T {
	if inOrder {
		from := sort.Search(len(rows), func(i int) bool { return round(&rows[i]) >= id })
		to := from + sort.Search(len(rows)-from, func(i int) bool { return round(&rows[from+i]) > id })
		return rows[from:to:to]
	}
	var own []T
	for i := range rows {
		if round(&rows[i]) == id {
			own = append(own, rows[i])
		}
	}
	return own
}

// Close makes the closing of an open round by the settings and the catalogue of the district.
func (b *Book) Close(round int, by string, on domain.Date) domain.Closing {
	c := domain.Closing{
		RoundID: b.rounds[round].Round.ID, ClosedOn: on, ClosedBy: by,
		Settings: domain.SettingsJSON(b.tables.Settings.Stated()), Items: domain.ItemsJSON(domain.Catalogue(b.tables.Items)),
	}
	f := b.Freeze(round)
	c.Inputs, c.Results = b.InputHash(round, c.Settings, c.Items), f.JSON()
	return c
}

// ClosingFault is a closed round that does not come out as it was closed.
type ClosingFault struct {
	RoundID string
	Text    domain.Text
}

// CheckClosings judges every closed round again and says what comes out otherwise than it was kept.
func (b *Book) CheckClosings() []ClosingFault {
	var faults []ClosingFault
	for i := range b.tables.Closings {
		c := &b.tables.Closings[i]
		for _, t := range b.checkClosing(c) {
			faults = append(faults, ClosingFault{c.RoundID, t})
		}
	}
	return faults
}

func (b *Book) checkClosing(c *domain.Closing) []domain.Text {
	round, ok := b.Round(c.RoundID)
	if !ok {
		return []domain.Text{domain.Say("已锁定的轮次 %s 不在项目中", "the closed round %s is not in the project", c.RoundID)}
	}
	name := roundLabel(&b.rounds[round].Round)
	_, known := domain.ParseSettingsJSON(c.Settings)
	_, listed := domain.ParseItemsJSON(c.Items)
	var kept Frozen
	if !known || !listed || json.Unmarshal([]byte(c.Results), &kept) != nil {
		return []domain.Text{domain.Say("%s已锁定，但锁定时的设置或结果已损坏；改用备份", "%s is closed, but the settings or results kept with it are damaged; use a backup", name)}
	}
	var out []domain.Text
	if b.InputHash(round, c.Settings, c.Items) != c.Inputs {
		out = append(out, domain.Say("%s已锁定，其依据（得分、扣分、认定、协议或金额）此后有改动，且没有更正记录", "%s is closed, and what it rests on (scores, deductions, determinations, agreements or amounts) was changed since without a correction", name))
	}
	now := b.Freeze(round)
	if t, same := kept.Difference(&now); !same {
		out = append(out, domain.Say("%[1]s已锁定，重算结果不同：%[2]s", "%[1]s is closed and comes out otherwise: %[3]s", name, t.ZH, t.EN))
	}
	return out
}

// Difference says how what a round decides has changed from f to now; true if it has not.
func (f *Frozen) Difference(now *Frozen) (domain.Text, bool) {
	if f.Equal(now) {
		return domain.Text{}, true
	}
	was := make(map[string]FrozenResult, len(f.Results))
	for _, r := range f.Results {
		was[r.Estate] = r
	}
	results := 0
	for _, r := range now.Results {
		if old, ok := was[r.Estate]; !ok || old != r {
			results++
		}
		delete(was, r.Estate)
	}
	results += len(was)
	c0, p0 := f.Sums()
	c1, p1 := now.Sums()
	return domain.Say("%[1]d 个末位结果不同，已确认 %[2]s 元变为 %[3]s 元，拟扣 %[4]s 元变为 %[5]s 元",
		"%[1]d bottom results differ, confirmed %[2]s yuan become %[3]s, proposed %[4]s become %[5]s", results, c0, c1, p0, p1), false
}
