package sheet

import "estateatlas/backend/paper"

// Palette is the light theme of the screen on paper. A test compares it with the style sheet.
type Palette struct {
	Text1, Text2, Text3                               paper.Color
	Border1, Border2                                  paper.Color
	Surface1, Surface2, Surface3                      paper.Color
	Accent, Danger                                    paper.Color
	Land, Block, Park, Water, WaterText, Rail         paper.Color
	Boundary, Outside, Label, Halo                    paper.Color
	Fills                                             [bandCount]paper.Color
	OnTop, OnBottom                                   paper.Color
	Inks                                              [stateCount]paper.Color
	Edge, HatchOnBand, Dots                           paper.Color
	Companies                                         [12]paper.Color
	Sequence                                          [5]paper.Color
	Signed                                            [7]paper.Color
	Tests                                             map[string]paper.Color // by the name of the screen's token
	NoValue                                           paper.Color
	ChartGrid, ChartAxis, ChartLine, TopWash, LowWash paper.Color
}

// Light is the palette of all sheets.
var Light = Palette{
	Text1: paper.Hex("#151a20"), Text2: paper.Hex("#454e58"), Text3: paper.Hex("#606a75"),
	Border1: paper.Hex("#e3e6e9"), Border2: paper.Hex("#d0d6dc"),
	Surface1: paper.Hex("#ffffff"), Surface2: paper.Hex("#f7f8f9"), Surface3: paper.Hex("#eceff1"),
	Accent: paper.Hex("#1b4db3"), Danger: paper.Hex("#ab300f"),
	Land: paper.Hex("#fcfcfa"), Block: paper.Hex("#f1f1ed"), Park: paper.Hex("#e4ecdd"), Water: paper.Hex("#cfdfe8"),
	WaterText: paper.Hex("#4b7085"), Rail: paper.Hex("#b9bdc1"),
	Boundary: paper.Hex("#7b838c"), Outside: paper.Hex("#e9ebec"), Label: paper.Hex("#23292f"), Halo: paper.Hex("#ffffff"),
	Fills: [bandCount]paper.Color{
		Unranked: paper.Hex("#fbfbfa"), Top: paper.Hex("#0a7a80"),
		Middle1: paper.Hex("#84b4b4"), Middle2: paper.Hex("#bad5d4"), Middle3: paper.Hex("#cfd7cb"),
		Middle4: paper.Hex("#ecd4b9"), Middle5: paper.Hex("#e6b88e"), Bottom: paper.Hex("#d63d17"),
	},
	OnTop: paper.Hex("#ffffff"), OnBottom: paper.Hex("#ffffff"),
	Inks: [stateCount]paper.Color{
		Paid: paper.Hex("#5e6b70"), Proposed: paper.Hex("#2a1a66"),
		WithheldMonth: paper.Hex("#2a1a66"), WithheldQuarter: paper.Hex("#2a1a66"), WithheldYear: paper.Hex("#2a1a66"),
		Unfunded: paper.Hex("#6b5a00"), NotEnrolled: paper.Hex("#6b737b"), Exited: paper.Hex("#6b737b"),
	},
	Edge: paper.Hex("#5e6b70"), HatchOnBand: paper.Hex("#ffffff"), Dots: paper.Hex("#6b737b"),
	Companies: [12]paper.Color{
		paper.Hex("#0031ab"), paper.Hex("#a75200"), paper.Hex("#765f8d"), paper.Hex("#577453"), paper.Hex("#8d1959"), paper.Hex("#1d80a0"),
		paper.Hex("#624a00"), paper.Hex("#4a5058"), paper.Hex("#3d6fd6"), paper.Hex("#c26d7f"), paper.Hex("#5b7f1c"), paper.Hex("#6c3428"),
	},
	Sequence: [5]paper.Color{paper.Hex("#f5efde"), paper.Hex("#b1cbd4"), paper.Hex("#70a0c8"), paper.Hex("#2b73b3"), paper.Hex("#00427f")},
	Signed: [7]paper.Color{
		paper.Hex("#724086"), paper.Hex("#a67cb6"), paper.Hex("#d4c0da"), paper.Hex("#f2f1ed"), paper.Hex("#b4d5b2"), paper.Hex("#66a166"), paper.Hex("#236633"),
	},
	Tests: map[string]paper.Color{
		"hot-99": paper.Hex("#a3260d"), "hot-95": paper.Hex("#dc6a45"), "hot-90": paper.Hex("#f3b79a"), "hot-none": paper.Hex("#eceeee"),
		"cold-90": paper.Hex("#b9cee8"), "cold-95": paper.Hex("#7298cf"), "cold-99": paper.Hex("#2a539c"),
	},
	NoValue:   paper.Hex("#fbfbfa"),
	ChartGrid: paper.Hex("#e3e6e9"), ChartAxis: paper.Hex("#606a75"), ChartLine: paper.Hex("#23292f"),
	TopWash: paper.Hex("#e2f1f0"), LowWash: paper.Hex("#fceae4"),
}
