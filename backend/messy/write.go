package messy

import (
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/ingest"
)

// records are rows on their way into a table of CONTRACT.md.
type records struct {
	file     string
	columns  []string
	columnOf map[string]int // English heading to the column of the grid
	rows     []ingest.PreparedRow
	keys     []string // beside rows; empty: none
}

// table finds the records of a file with these columns, or makes them.
func (r *reader) table(file string, columns []string) *records {
	for i := range r.records {
		if t := &r.records[i]; t.file == file && slices.Equal(t.columns, columns) {
			return t
		}
	}
	r.records = append(r.records, records{file: file, columns: columns, columnOf: map[string]int{}})
	return &r.records[len(r.records)-1]
}

// add puts a row down. key is what only one row may have; none without a key.
func (t *records) add(row int, cells []string, key []string) {
	t.rows = append(t.rows, ingest.PreparedRow{Row: row, Cells: cells})
	t.keys = append(t.keys, strings.Join(key, "\x00"))
}

// findRounds says which rounds the scores of the sheet belong to.
func (r *reader) findRounds() {
	if r.Table.Key != "scores" && r.Table.Key != "deductions" && r.Table.Key != "determinations" {
		return
	}
	whole := true
	var groups []string
	for c := range r.Columns {
		switch col := &r.Columns[c]; {
		case col.Field == FieldRound:
			return
		case col.Field == FieldScore && col.Group != "" && !slices.Contains(groups, col.Group):
			groups = append(groups, col.Group)
			whole = false
		}
	}
	around := r.Title + " " + r.grid.Name + " " + r.grid.File
	put := func(round Round) {
		if c, ok := r.choice.Rounds[round.Key]; ok {
			round = r.chosen(round, c)
		}
		if round.ID == "" && round.HeldOn == "" {
			round.Open = true
		}
		r.rounds[round.Key] = len(r.Rounds)
		r.Rounds = append(r.Rounds, round)
	}
	if whole {
		put(r.known.propose("", around, "", r.days()))
		return
	}
	for _, g := range groups {
		put(r.known.propose(g, g, around, nil))
	}
}

// chosen is a round as the user says.
func (r *reader) chosen(was Round, c RoundChoice) Round {
	out := Round{Key: was.Key, ID: c.ID, Name: c.Name, Kind: domain.RoundKind(c.Kind), HeldOn: c.HeldOn, Basis: basisUser, Skip: c.Skip}
	if c.Skip {
		return out
	}
	if c.ID != "" {
		for i := range r.known.Rounds {
			if r.known.Rounds[i].ID == c.ID {
				return r.known.existing(Round{Key: was.Key}, i, basisUser, false)
			}
		}
		was.Open = true
		return was
	}
	_, isDay := domain.ParseDate(c.HeldOn)
	_, isKind := KindNames[out.Kind]
	out.Open = !isDay || !isKind
	return out
}

// days are the days of the column of days, ascending, each once.
func (r *reader) days() []string {
	column := -1
	for c := range r.Columns {
		if r.Columns[c].Field == FieldHeldOn {
			column = c
		}
	}
	if column < 0 {
		return nil
	}
	f := r.Table.field(FieldHeldOn)
	seen := map[string]bool{}
	for i := r.first; i < len(r.grid.Rows); i++ {
		if c, _ := r.cell(&r.grid.Rows[i], column); trim(c.Text) != "" {
			if v := r.grid.date(&c, f, r.year, r.revoked(column)); v.fault == nil {
				seen[v.text] = true
			}
		}
	}
	var out []string
	for day := range seen {
		out = append(out, day)
	}
	slices.Sort(out)
	return out
}

// begin puts new rounds down.
func (r *reader) begin() {
	taken := map[string]bool{}
	for i := range r.known.Rounds {
		taken[r.known.Rounds[i].ID] = true
	}
	for i := range r.Rounds {
		round := &r.Rounds[i]
		if round.ID != "" || round.Skip || round.HeldOn == "" {
			continue
		}
		day := strings.ReplaceAll(round.HeldOn, "-", "")
		id := day
		for n := 2; taken[id]; n++ {
			id = day + "-" + strconv.Itoa(n)
		}
		taken[id] = true
		r.newOnes["round:"+round.Key] = id
		r.table("rounds.csv", []string{"id", "name", "kind", "held_on"}).add(r.HeaderRow, []string{id, round.Name, string(round.Kind), round.HeldOn}, nil)
	}
}

// roundID is the round of a group of columns, or of the sheet; ok is false where its columns are left or it is not known yet.
func (s *subject) roundID(group string) (string, bool) {
	if id := s.ids[FieldRound]; id != "" {
		return id, true
	}
	at, ok := s.rounds[group]
	if !ok {
		return "", false
	}
	round := &s.Rounds[at]
	if round.ID != "" {
		return round.ID, !round.Skip
	}
	id := s.newOnes["round:"+group]
	return id, id != "" && !round.Skip
}

// write puts the records of a row down.
func (s *subject) write() {
	switch s.Table.Key {
	case "scores":
		s.writeScores()
		return
	case "deductions":
		s.writeDeductions()
		return
	}
	var columns, cells []string
	put := func(key, text string) { columns, cells = append(columns, key), append(cells, text) }
	at := map[string]int{}
	for i := range s.values {
		v := &s.values[i]
		c := &s.Columns[v.column]
		f := s.Table.field(c.Field)
		if !f.own || slices.Contains(columns, f.Key) {
			continue
		}
		text := v.text
		if id, ok := s.ids[f.Key]; ok {
			text = id
		}
		at[f.Key] = v.column
		put(f.Key, text)
	}
	for _, key := range []string{"id", FieldEstate, FieldRound} {
		if f := s.Table.field(key); f == nil || !f.own || slices.Contains(columns, key) {
			continue
		}
		id, ok := s.ids[key]
		if key == FieldRound && !ok {
			id, ok = s.roundID("")
		}
		if key == "id" && s.Table.Key == "findings" {
			id, ok = s.findingID(), true
		}
		if ok {
			put(key, id)
		}
	}
	t := s.table(s.Table.File, columns)
	for key, column := range at {
		t.columnOf[key] = column
	}
	t.add(s.row.Number, cells, s.key(columns, cells))
}

// keyColumns are those that only one row may have together, by table.
var keyColumns = map[string][]string{
	"estates": {"id"}, "companies": {"id"}, "agreements": {"estate_id", "starts_on"}, "subsidies": {"estate_id", "from_month"},
	"enrolments": {"estate_id", "enrolled_on"}, "items": {"code"}, "rounds": {"id"}, "findings": {"id"}, "overrides": {"estate_id", "decided_on"}, "fund_uses": {"id"},
}

func (s *subject) key(columns, cells []string) []string {
	var out []string
	for _, key := range keyColumns[s.Table.Key] {
		at := slices.Index(columns, key)
		if at < 0 || cells[at] == "" {
			return nil
		}
		out = append(out, cells[at])
	}
	return out
}

// findingID makes an id of what a finding says: the same one read twice stays one, another of the same day and estate is another.
func (s *subject) findingID() string {
	h := fnv.New32a()
	for _, key := range []string{FieldItem, "due_on", "description", "lon", "lat"} {
		_, _ = h.Write([]byte(s.text(key) + "\x00")) // a hash takes everything
	}
	return strings.ReplaceAll(s.text("found_on"), "-", "") + "-" + s.ids[FieldEstate] + "-" + strconv.FormatUint(uint64(h.Sum32()), 36)
}

func (s *subject) writeScores() {
	estate := s.ids[FieldEstate]
	lone, loneKnown := s.roundID("")
	var groups []string
	for i := range s.values {
		c := &s.Columns[s.values[i].column]
		if (c.Field == FieldScore || c.Field == FieldRank) && !slices.Contains(groups, c.Group) {
			groups = append(groups, c.Group)
		}
	}
	for _, g := range groups {
		round, ok := s.roundID(g)
		if !ok {
			continue
		}
		score, rank := s.inGroup(FieldScore, g), s.inGroup(FieldRank, g)
		if score == nil || g != "" && score.empty {
			continue // an empty cell of a wide sheet says nothing of that round
		}
		columns, cells := []string{FieldRound, FieldEstate, FieldScore}, []string{round, estate, score.text}
		if rank != nil {
			columns, cells = append(columns, FieldRank), append(cells, rank.text)
		}
		if score.empty {
			s.repair("", s.row.Number, score.column, domain.Say("空白得分按未参评", "an empty score: not scored"))
		}
		t := s.tableOf(g, "scores.csv", columns)
		t.columnOf[FieldScore] = score.column
		if rank != nil {
			t.columnOf[FieldRank] = rank.column
		}
		s.placeEstate(t)
		t.add(s.row.Number, cells, []string{round, estate})
	}
	if loneKnown {
		s.writeLost(lone, estate)
	}
}

// tableOf are the records of a group of columns.
func (r *reader) tableOf(group, file string, columns []string) *records {
	for i := range r.records {
		if t := &r.records[i]; t.file == file && slices.Equal(t.columns, columns) && t.columnOf["group:"+group] == -1 {
			return t
		}
	}
	r.records = append(r.records, records{file: file, columns: columns, columnOf: map[string]int{"group:" + group: -1}})
	return &r.records[len(r.records)-1]
}

func (s *subject) placeEstate(t *records) {
	for _, key := range []string{FieldEstateName, FieldEstate} {
		if v := s.of(key); v != nil && !v.empty {
			t.columnOf[FieldEstate] = v.column
		}
	}
	if v := s.of(FieldRound); v != nil {
		t.columnOf[FieldRound] = v.column
	}
}

func (s *subject) inGroup(field, group string) *value {
	for i := range s.values {
		if c := &s.Columns[s.values[i].column]; c.Field == field && c.Group == group {
			return &s.values[i]
		}
	}
	return nil
}

var lostColumns = []string{FieldRound, FieldEstate, FieldItem, FieldPoints}

// writeLost puts the deductions of a row down: those in one cell, and those of columns of items.
func (s *subject) writeLost(round, estate string) {
	for i := range s.values {
		v := &s.values[i]
		if v.empty || v.fault != nil {
			continue
		}
		var lost []Lost
		switch c := &s.Columns[v.column]; {
		case c.Field == FieldLost:
			lost, _ = s.known.lost(v.text)
		case c.Field == FieldPoints && c.Group != "":
			if strings.Trim(v.text, "0.") != "" {
				lost = []Lost{{c.Group, v.text}}
			}
		}
		if len(lost) == 0 {
			continue
		}
		t := s.table("deductions.csv", lostColumns)
		t.columnOf[FieldPoints] = v.column
		s.placeEstate(t)
		for _, l := range lost {
			t.add(s.row.Number, []string{round, estate, l.Item, l.Points}, nil)
		}
	}
}

func (s *subject) writeDeductions() {
	round, ok := s.roundID("")
	if !ok {
		return
	}
	estate := s.ids[FieldEstate]
	if points := s.inGroup(FieldPoints, ""); points != nil {
		if item := s.of(FieldItem); item != nil {
			t := s.table("deductions.csv", lostColumns)
			t.columnOf[FieldPoints], t.columnOf[FieldItem] = points.column, item.column
			s.placeEstate(t)
			t.add(s.row.Number, []string{round, estate, s.ids[FieldItem], points.text}, nil)
		}
	}
	s.writeLost(round, estate)
}
