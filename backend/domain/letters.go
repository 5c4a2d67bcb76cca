package domain

// LetterTemplate is a district's own template of an official notice, in place of the program's.
type LetterTemplate struct {
	Kind      string // one of the kinds of package letter
	Name      string // of the file it came from, without a path
	File      []byte // a .docx; never changed in place
	ChangedOn Date
	ChangedBy string
}
