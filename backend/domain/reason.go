package domain

// Document is a policy document by its short name in RULES.md.
type Document string

const (
	DocHB Document = "HB" // 河北民字〔2019〕19号
	DocTJ Document = "TJ" // 津政办规〔2020〕15号
	DocHD Document = "HD" // 河东区旧楼区长效管理问答
	DocXX Document = "XX" // XX区旧楼区长效管理方案
	DocDL Document = "DL" // 东丽政发〔2013〕26号附件5
)

// Clause is a place in a document, e.g. {DocHB, "五(二)"}.
type Clause struct {
	Document Document `json:"document"`
	Place    string   `json:"place"`
}

// Reason is why a figure is what it is: the clause it rests on, a sentence, and the records behind it.
// Screens, exports and disputes read the same Reasons; nobody derives them again.
type Reason struct {
	Clause Clause `json:"clause"`
	Text   Text   `json:"text"`
	// Expired says that the document's period of force had ended on the date judged (依据文件有效期已满).
	Expired bool `json:"expired,omitempty"`
	// RoundIDs and EstateIDs name the evidence, in order of date and id.
	RoundIDs  []string `json:"roundIds,omitempty"`
	EstateIDs []string `json:"estateIds,omitempty"`
}
