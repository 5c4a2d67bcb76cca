package app

import "estateatlas/backend/domain"

// Shapes of official notices and their templates. Conventions as in dto.go. Files are base64 (RFC 4648, with padding).

// LetterAsk says which notices an export writes; ExportAsk.FIDs, if any, leaves only the notices that are about one of them.
type LetterAsk struct {
	Kind string `json:"kind"` // interview, withholding, ending, proxy, rectification
	// Companies leaves only the notices about one of them, by index into District.Companies; empty: all.
	Companies []int `json:"companies"`
}

// LetterKind is a kind of notice with its template.
type LetterKind struct {
	Kind  string      `json:"kind"`
	Title domain.Text `json:"title"`
	// Own is true where the district's own template is in force; then Name is that of its file.
	Own       bool          `json:"own"`
	Name      string        `json:"name"`
	ChangedOn string        `json:"changedOn"`
	ChangedBy string        `json:"changedBy"`
	Fields    []LetterField `json:"fields"`
}

// LetterField is a placeholder that a template may hold.
type LetterField struct {
	Name  string      `json:"name"` // as it is typed, with its brackets: 【小区】
	Means domain.Text `json:"means"`
	Row   bool        `json:"row"` // stands in a row of a table, which is written for each row of the notice
}

// LetterFile is a template.
type LetterFile struct {
	Name string `json:"name"` // proposed name, safe on every system
	File string `json:"file"` // base64
}

// LetterTemplateAsk sets the template of a kind.
type LetterTemplateAsk struct {
	Kind string `json:"kind"`
	Name string `json:"name"` // of the file
	File string `json:"file"` // base64; "" takes the program's own again
}

// LetterReport says what there is to say of a template.
type LetterReport struct {
	// Refusal says why the file cannot be read at all; both texts empty if it can.
	Refusal   domain.Text `json:"refusal"`
	Usable    bool        `json:"usable"`
	Used      []LetterUse `json:"used"`
	Unknown   []LetterUse `json:"unknown"`
	Misplaced []LetterUse `json:"misplaced"`
	Broken    []LetterUse `json:"broken"`
	// Missing are placeholders of the program's template that this one leaves out, which is allowed.
	Missing []string      `json:"missing"`
	Faults  []domain.Text `json:"faults"` // a sentence for each unknown, misplaced and broken one
}

// LetterUse is a placeholder where it stands.
type LetterUse struct {
	Name  string      `json:"name"`
	Place domain.Text `json:"place"`
}

// LetterList is the notices of a kind that a round calls for.
type LetterList struct {
	RoundID string       `json:"roundId"`
	AsOf    string       `json:"asOf"`
	Lines   []LetterLine `json:"lines"`
	// Note says what was left out and why, both texts empty if nothing was.
	Note domain.Text `json:"note"`
}

// LetterLine is a notice that can be written.
type LetterLine struct {
	To      string  `json:"to"`
	Issuer  string  `json:"issuer"`
	About   string  `json:"about"`   // estates
	FIDs    []int64 `json:"fids"`    // of them
	Company int     `json:"company"` // −1 none
	Level   int     `json:"level"`   // 0 none
	Fen     int64   `json:"fen"`     // withheld by it
	Rows    int     `json:"rows"`
}
