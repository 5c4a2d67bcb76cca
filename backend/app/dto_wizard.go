package app

import "estateatlas/backend/domain"

// Shapes of the import wizard. Conventions as in dto.go. A wizard session holds one file in memory; nothing is written before
// WizardWrite. Rows are numbered as in the sheet, from 1; columns from 0, and by letter for people.

// WizardFile is a file that the wizard holds.
type WizardFile struct {
	ID   string `json:"id"`
	Name string `json:"name"` // base name, for display only
	Size int64  `json:"size"` // bytes
	Kind string `json:"kind"` // table (XLSX, CSV, TXT), shapes (GeoJSON, Shapefile, ZIP, GeoPackage, KML, KMZ), settings (JSON)
}

// WizardChoice is what the user said so far, over what was detected. The empty value is "as detected" throughout.
type WizardChoice struct {
	Encoding  string `json:"encoding"`  // of a text: one of WizardView.Encodings
	Separator string `json:"separator"` // of a text: comma, tab, semicolon
	Sheet     string `json:"sheet"`     // its name
	HeaderRow int    `json:"headerRow"` // the last row of the heading; 0: as detected
	// Table is what the file is read as: one of WizardView.Tables.
	Table string `json:"table"`
	// Columns says what columns are read as; those that are not named are as detected.
	Columns []WizardMapping `json:"columns"`
	Rounds  []WizardRound   `json:"rounds"`  // by key of WizardView.Rounds
	Answers []WizardAnswer  `json:"answers"` // to questions
	Cells   []WizardEdit    `json:"cells"`   // corrections, in place of what the cell holds
	Skipped []int           `json:"skipped"` // rows to be left
	// Taken are rows to be read that would be left by themselves: hidden ones, totals.
	Taken   []int    `json:"taken"`
	Revoked []string `json:"revoked"` // keys of repairs that are not wanted: the cell is then a fault
	// SkipBad leaves every row that has a fault or an open question instead of waiting for it.
	SkipBad bool              `json:"skipBad"`
	Shapes  WizardShapeChoice `json:"shapes"`
	// Correction is the reason that is put down where a closed round changes; without it such an import is refused.
	Correction string `json:"correction"`
}

// WizardMapping reads a column as a field.
type WizardMapping struct {
	Column int    `json:"column"`
	Field  string `json:"field"` // key of WizardView.Fields; empty: the column is left
	// Round is the key of the round that a column of scores or ranks of a wide sheet belongs to, or the code of the item of a column of
	// deductions. A second column that is read as scores without one becomes a round of its own, by its heading.
	Round string `json:"round"`
}

// WizardRound says which round a sheet's scores belong to. Key is empty for the whole sheet, else the words of a wide sheet's
// heading that name the round.
type WizardRound struct {
	Key    string `json:"key"`
	ID     string `json:"id"`   // an existing round; empty: a new one with what follows
	Name   string `json:"name"` // of a new one
	Kind   string `json:"kind"` // district_sanitary, city_evaluation, joint_check, routine
	HeldOn string `json:"heldOn"`
	// Skip leaves the columns of this round.
	Skip bool `json:"skip"`
}

// WizardAnswer answers a question with one of its options.
type WizardAnswer struct {
	Key   string `json:"key"`   // of the question
	Value string `json:"value"` // of the option: an id, a name; "new" for a new one; "skip" to leave the rows
}

// WizardEdit is what a cell is read as instead of what it holds. Empty text is an empty cell: a score is then "not scored".
type WizardEdit struct {
	Row    int    `json:"row"`
	Column int    `json:"column"`
	Text   string `json:"text"`
}

// WizardShapeChoice says how a file of shapes is read.
type WizardShapeChoice struct {
	Encoding string `json:"encoding"`
	Layer    string `json:"layer"`
	System   string `json:"system"` // EPSG:4548
	Datum    string `json:"datum"`  // gcj02, bd09; empty: none
	// Columns says which column a field is read as; Column empty leaves the field.
	Columns []WizardShapeColumn `json:"columns"`
}

// WizardShapeColumn reads a field of a file of shapes as a column.
type WizardShapeColumn struct {
	Field  string `json:"field"`
	Column string `json:"column"`
}

// WizardView is a file as it would be read, and everything that is to be said about it.
type WizardView struct {
	File WizardFile `json:"file"`
	// Refused is why nothing of the file can be read so; empty if it can. Another encoding, sheet or heading may help.
	Refused domain.Text `json:"refused"`

	Encoding  string        `json:"encoding"`  // UTF-8, GB18030, …, empty of a workbook
	Encodings []string      `json:"encodings"` // that may be chosen
	Separator string        `json:"separator"` // comma, tab, semicolon; empty of a workbook
	Sheet     string        `json:"sheet"`
	Sheets    []WizardSheet `json:"sheets"`
	Title     string        `json:"title"`     // the words above the heading
	HeaderRow int           `json:"headerRow"` // last row of the heading
	HeaderTop int           `json:"headerTop"` // its first row: another one where the heading has several
	Headers   []int         `json:"headers"`   // rows that may be the heading

	Table  string        `json:"table"`  // key of Tables; empty: it cannot be told
	Tables []WizardTable `json:"tables"` // what a file may be
	// Wide is true where several columns of a row belong to different rounds, or to different items.
	Wide    bool           `json:"wide"`
	Fields  []WizardField  `json:"fields"` // what a column of the table may be read as
	Columns []WizardColumn `json:"columns"`
	// Remembered is true where the columns are read as the user said for a file with the same headings before.
	Remembered bool `json:"remembered"`

	Rounds       []WizardRoundView   `json:"rounds"`       // that the user may choose for; empty where each row names its own
	RoundOptions []WizardRoundOption `json:"roundOptions"` // the project's, newest first

	Lines []WizardLine `json:"lines"` // as WizardRows without a range gives them
	// Total is the number of the last row of the sheet.
	Total int `json:"total"`

	Faults    []WizardFault    `json:"faults"`    // at most 500, by row
	Questions []WizardQuestion `json:"questions"` // at most 500, by row
	Repairs   []WizardRepair   `json:"repairs"`   // at most 500, by row
	Notes     []domain.Text    `json:"notes"`     // about the file as a whole
	Counts    WizardCounts     `json:"counts"`

	// Ready is true where WizardWrite would write; else Blocked says why not.
	Ready   bool          `json:"ready"`
	Blocked domain.Text   `json:"blocked"`
	Closed  []string      `json:"closed"` // names of closed rounds that the import would change
	Shapes  *WizardShapes `json:"shapes"` // of a file of shapes; then all that concerns a grid is empty
}

// WizardSheet is a sheet of a workbook.
type WizardSheet struct {
	Name   string `json:"name"`
	Hidden bool   `json:"hidden"`
	Rows   int    `json:"rows"`  // that hold anything
	Table  string `json:"table"` // what it looks like; empty: nothing known
}

// WizardTable is something that a file may be.
type WizardTable struct {
	Key  string      `json:"key"` // scores, deductions, estates, companies, agreements, subsidies, findings, rounds, enrolments, items, …
	Name domain.Text `json:"name"`
}

// WizardField is something that a column may be read as.
type WizardField struct {
	Key  string      `json:"key"`
	Name domain.Text `json:"name"`
	// Needed fields must be read from some column, or come from elsewhere (the round).
	Needed bool `json:"needed"`
	// Many columns may be read as this field (scores of several rounds).
	Many bool `json:"many"`
}

// WizardColumn is a column and what it is read as.
type WizardColumn struct {
	Column  int    `json:"column"`
	Letter  string `json:"letter"`
	Heading string `json:"heading"` // words of all rows of the heading, joined
	Field   string `json:"field"`   // empty: left
	Round   string `json:"round"`   // key of Rounds in a wide sheet
	// How it was matched: name (of the contract), alias, remembered, values (guessed by what the cells hold), chosen; empty: not.
	How    string   `json:"how"`
	Others []string `json:"others"` // further fields that would fit, likeliest first
}

// WizardRoundView is a round that scores of the file belong to.
type WizardRoundView struct {
	Key    string `json:"key"`
	ID     string `json:"id"` // empty: a new one with what follows
	Name   string `json:"name"`
	Kind   string `json:"kind"`
	HeldOn string `json:"heldOn"`
	Skip   bool   `json:"skip"`
	// Basis says where the proposal is from: the title, the file's name, a column.
	Basis domain.Text `json:"basis"`
	// Open is true where the user has to say: no round fits, or several do.
	Open bool `json:"open"`
}

// WizardRoundOption is a round of the project.
type WizardRoundOption struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Kind   string `json:"kind"`
	HeldOn string `json:"heldOn"`
	Closed bool   `json:"closed"`
}

// WizardLine is a row of the sheet, or a run of rows that are not shown.
type WizardLine struct {
	Row int `json:"row"`
	// To is the last row of a run that is not shown, 0 for one row.
	To int `json:"to"`
	// Kind: title, heading, data, hidden (left), total (left), skipped (on the user's word), bad (left by SkipBad), blank; of a run:
	// hidden, fine (nothing to say).
	Kind  string       `json:"kind"`
	Cells []WizardCell `json:"cells"`
}

// WizardCell is a cell: as it is shown by the program that made it, as it is stored, as it will be read.
type WizardCell struct {
	Shown  string `json:"shown"`
	Stored string `json:"stored"` // empty where it is as shown
	Read   string `json:"read"`   // empty where it is read as shown; of an edited cell: where it is read as an empty one
	// State: empty (fine), repaired, asked, fault, edited, formula (fine, a stored result), left (the column is not read).
	State string `json:"state"`
	// Number is true where the cell is a number: to be set flush right.
	Number bool `json:"number"`
	Span   int  `json:"span"` // columns of a merged cell that begins here, else 0
}

// WizardFault is something that keeps a row from being read.
type WizardFault struct {
	Key    string      `json:"key"`
	Rows   []int       `json:"rows"`
	Column int         `json:"column"` // −1: the row as a whole
	Letter string      `json:"letter"`
	Title  domain.Text `json:"title"` // 得分不是数
	Text   domain.Text `json:"text"`  // 海山南里：“缺考”
	// Remedies are safe: they do what they say and nothing else.
	Remedies []WizardRemedy `json:"remedies"`
}

// WizardRemedy is one thing that can be done about a fault. The screen adds what it says to the choice.
type WizardRemedy struct {
	Label domain.Text `json:"label"` // 按未参评
	// Cells are put to WizardChoice.Cells, Skip to Skipped, Columns to Columns (in place of what is there for the same column).
	Cells   []WizardEdit    `json:"cells"`
	Skip    []int           `json:"skip"`
	Columns []WizardMapping `json:"columns"`
	// Enter is true where the user types the value of the cell Row, Column.
	Enter  bool `json:"enter"`
	Row    int  `json:"row"`
	Column int  `json:"column"`
}

// WizardQuestion is something that the program does not guess.
type WizardQuestion struct {
	Key    string      `json:"key"`
	Kind   string      `json:"kind"` // estate, subdistrict, item, company, round
	Rows   []int       `json:"rows"`
	Column int         `json:"column"`
	Letter string      `json:"letter"`
	Title  domain.Text `json:"title"` // 昆仑里2 是哪个小区
	// Options: candidates, likeliest first, then new and skip where they make sense.
	Options []WizardOption `json:"options"`
	// Answer is the value that was chosen; empty: open.
	Answer string `json:"answer"`
}

// WizardOption is a possible answer.
type WizardOption struct {
	Value string      `json:"value"`
	Label domain.Text `json:"label"`
	Why   domain.Text `json:"why"` // 街道、读音相同
	// Query is true where the user may look for another one by name: the value is then its id.
	Query bool `json:"query"`
}

// WizardRepair is something that was read otherwise than it was written, or left, without asking.
type WizardRepair struct {
	Key    string      `json:"key"` // for WizardChoice.Revoked; empty where it cannot be taken back so
	Rows   []int       `json:"rows"`
	Column int         `json:"column"`
	Letter string      `json:"letter"`
	Text   domain.Text `json:"text"` // 全角数字 ９６．５ 读作 96.5
	// Take are rows that were left and can be read after all, through WizardChoice.Taken.
	Take []int `json:"take"`
	// Revoked is true where the user took it back.
	Revoked bool `json:"revoked"`
}

// WizardCounts says what an import would do.
type WizardCounts struct {
	Tables    []WizardTableCount `json:"tables"`
	Left      int                `json:"left"`      // rows that are not taken: hidden, totals, skipped, bad
	Faults    int                `json:"faults"`    // open
	Questions int                `json:"questions"` // open
	Repairs   int                `json:"repairs"`
}

// WizardTableCount counts the records of a table.
type WizardTableCount struct {
	Table   string      `json:"table"`
	Name    domain.Text `json:"name"`
	Added   int         `json:"added"`
	Changed int         `json:"changed"`
	Same    int         `json:"same"` // in the project already, as they are
}

// WizardShapes is a file of shapes as it would be read.
type WizardShapes struct {
	Layers []WizardLayer `json:"layers"`
	// Chosen is the place of the layer that is read, −1 if the user has to say.
	Chosen  int               `json:"chosen"`
	Systems []WizardSystem    `json:"systems"` // that may be chosen
	Datum   string            `json:"datum"`
	Fields  []WizardField     `json:"fields"`
	Faults  []WizardShapeLine `json:"faults"` // at most 500
	Notes   []WizardShapeLine `json:"notes"`
}

// WizardShapeLine is something said about a record.
type WizardShapeLine struct {
	Row    int         `json:"row"`
	Column string      `json:"column"`
	Text   domain.Text `json:"text"`
}

// WizardLayer is a layer of a file of shapes.
type WizardLayer struct {
	Name     string              `json:"name"`
	Records  int                 `json:"records"`
	Kind     string              `json:"kind"` // as GeoJSON calls the first shape
	Areas    bool                `json:"areas"`
	Fields   []WizardShapeColumn `json:"fields"` // with the column that each is read as
	Sure     []bool              `json:"sure"`   // beside Fields: by name or the user's word
	Rows     [][]string          `json:"rows"`   // the first records, beside Fields
	Encoding string              `json:"encoding"`
	Evidence domain.Text         `json:"evidence"`
	// System is the coordinate system; Refused is why coordinates cannot be turned into degrees.
	System     string         `json:"system"` // EPSG:4548, empty without
	SystemName domain.Text    `json:"systemName"`
	Basis      domain.Text    `json:"basis"`
	Swapped    bool           `json:"swapped"`
	Refused    domain.Text    `json:"refused"`
	Candidates []WizardSystem `json:"candidates"`
	Degrees    []float64      `json:"degrees"` // west, south, east, north; empty: not known
	Notes      []domain.Text  `json:"notes"`
}

// WizardSystem is a coordinate system; Middle is where it would put the middle of the layer.
type WizardSystem struct {
	Code   string      `json:"code"` // EPSG:4548
	Name   domain.Text `json:"name"`
	Middle []float64   `json:"middle"` // lon, lat; may be empty
}

// WizardDone is how an import by the wizard ended.
type WizardDone struct {
	Decided Decided      `json:"decided"`
	Counts  WizardCounts `json:"counts"`
}

// WizardPart is a part of a file that a browser sends. The first one has no id and says how large the file is. What lies beside a .shp
// (.dbf, .prj, .cpg) comes after it, with its id.
type WizardPart struct {
	ID   string `json:"id"`
	Name string `json:"name"` // of this file
	Size int64  `json:"size"` // bytes of the whole file
	At   int64  `json:"at"`   // bytes before this part
	File string `json:"file"` // base64, at most 2 MiB of bytes
}

// WizardReceived says how much of a file has come; it is whole when Received is its size.
type WizardReceived struct {
	File     WizardFile `json:"file"`
	Received int64      `json:"received"`
}
