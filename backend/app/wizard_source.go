package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/ingest"
	"estateatlas/backend/messy"
	"estateatlas/backend/workbook"
)

// tableWizard is what is known of a file with a table. A file is read once: what was looked at is what is written.
type tableWizard struct {
	data   []byte         // of a text
	book   *workbook.Book // of a workbook
	file   *os.File       // beneath book
	grids  map[source]*messy.Grid
	wrong  map[source]error // why a sheet has no grid
	commas map[source]byte

	known *messy.Known
	of    *project // whose known it is
	last  *reading
}

// source is what a grid was made of.
type source struct {
	encoding string
	comma    byte
	sheet    int
}

// mostScanned is how many rows of a workbook are looked at to choose a sheet.
const mostScanned = 60_000

var separatorNames = map[string]byte{"comma": ',', "tab": '\t', "semicolon": ';'}

func separatorName(comma byte) string {
	for name, c := range separatorNames {
		if c == comma {
			return name
		}
	}
	return ""
}

func (w *wizard) isWorkbook() bool {
	ending := strings.ToLower(filepath.Ext(w.file.Name))
	return ending == ".xlsx" || ending == ".xlsm"
}

// open reads the file, the first time.
func (t *tableWizard) open(w *wizard) error {
	if t.data != nil || t.book != nil {
		return nil
	}
	t.grids, t.wrong, t.commas = map[source]*messy.Grid{}, map[source]error{}, map[source]byte{}
	f, err := os.Open(w.path)
	if err != nil {
		return domain.Fail(domain.CodeInvalid, domain.Say("不能读取 %s；检查文件是否还在", "%s cannot be read; see whether it is still there", w.file.Name), err)
	}
	if w.isWorkbook() {
		info, err := f.Stat()
		if err == nil {
			if t.book, err = workbook.Open(f, info.Size()); err == nil {
				t.file = f
				return nil
			}
		}
		// A text with the name of a workbook is read as a text.
		if !errors.Is(err, workbook.ErrNotWorkbook) {
			return errors.Join(noWorkbook(err), f.Close())
		}
	}
	defer func() { _ = f.Close() }() // it was only read
	data, err := os.ReadFile(w.path)
	if err != nil {
		return err
	}
	if t.data = data; t.data == nil {
		t.data = []byte{}
	}
	return nil
}

// close lets the file go.
func (t *tableWizard) close() error {
	if t.file == nil {
		return nil
	}
	err := t.file.Close()
	t.file, t.book = nil, nil
	return err
}

// noWorkbook says what is wrong with a workbook.
func noWorkbook(err error) error {
	if code, _ := domain.Explain(err); code == domain.CodeInvalid {
		return err
	}
	text := domain.Say("工作簿已损坏，读不出；用表格软件打开后另存为 XLSX", "The workbook is damaged; open it in a spreadsheet and save it as XLSX")
	switch {
	case errors.Is(err, workbook.ErrEncrypted):
		text = domain.Say("工作簿有密码，或是旧版 XLS；去掉密码，另存为 XLSX", "The workbook has a password or is an old XLS; save it as XLSX without a password")
	case errors.Is(err, workbook.ErrTooLarge):
		text = domain.Say("工作簿过大；分成几个文件", "The workbook is too large; split it")
	case errors.Is(err, workbook.ErrNotWorkbook):
		text = domain.Say("不是 XLSX 工作簿；用表格软件另存为 XLSX", "It is not an XLSX workbook; save it as XLSX")
	}
	return domain.Fail(domain.CodeInvalid, text, err)
}

// describeSource says what the file can be read as, and fixes what is read: encoding, separator, sheet.
func (w *wizard) describeSource(choice *WizardChoice, view *WizardView) error {
	t := &w.table
	if err := t.open(w); err != nil {
		return err
	}
	if t.book == nil {
		view.Encodings = ingest.TextEncodings()
		_, from, err := w.grid(choice)
		view.Encoding, view.Separator = from.encoding, separatorName(from.comma)
		return err
	}
	at, sheets, err := w.sheets(choice)
	view.Sheets = sheets
	if err == nil {
		view.Sheet = t.book.Sheets[at].Name
	}
	return err
}

// grid makes the grid of a choice, once.
func (w *wizard) grid(choice *WizardChoice) (*messy.Grid, source, error) {
	t := &w.table
	if err := t.open(w); err != nil {
		return nil, source{}, err
	}
	if t.book != nil {
		at, _, err := w.sheets(choice)
		if err != nil {
			return nil, source{}, err
		}
		from := source{sheet: at}
		g, err := w.sheet(at)
		return g, from, err
	}
	comma, ok := separatorNames[choice.Separator]
	if !ok && choice.Separator != "" {
		return nil, source{}, invalid("没有分隔符 %s", "There is no separator %s", choice.Separator)
	}
	asked := source{encoding: choice.Encoding, comma: comma}
	text := ingest.DecodeText(slices.Clone(t.data), choice.Encoding)
	from := source{encoding: text.Encoding, comma: comma}
	if g := t.grids[asked]; g != nil {
		from.comma = t.commas[asked]
		return g, from, nil
	}
	g, comma, err := messy.FromText(&text, comma)
	from.comma = comma
	if err != nil {
		return nil, from, err
	}
	g.File = w.file.Name
	t.grids[asked], t.commas[asked] = g, comma
	return g, from, nil
}

// sheet makes the grid of a sheet, once.
func (w *wizard) sheet(at int) (*messy.Grid, error) {
	t := &w.table
	key := source{sheet: at}
	if g, err := t.grids[key], t.wrong[key]; g != nil || err != nil {
		return g, err
	}
	g, err := messy.FromSheet(context.Background(), t.book, at)
	if err != nil {
		t.wrong[key] = noWorkbook(err)
		return nil, t.wrong[key]
	}
	g.File = w.file.Name
	t.grids[key] = g
	return g, nil
}

// sheets lists the sheets and chooses one: that of the choice, else the visible one with the most columns that are known.
func (w *wizard) sheets(choice *WizardChoice) (int, []WizardSheet, error) {
	out := []WizardSheet{}
	best, most, scanned := -1, -1, 0
	var wrong error
	for i, s := range w.table.book.Sheets {
		v := WizardSheet{Name: s.Name, Hidden: s.Hidden}
		if !s.Hidden && scanned < mostScanned || s.Name == choice.Sheet {
			g, err := w.sheet(i)
			switch {
			case err != nil && len(w.table.book.Sheets) == 1:
				wrong = err
			case err == nil:
				v.Rows = len(g.Rows)
				scanned += v.Rows
				n := g.Promise()
				if t := messy.Look(g, &messy.Known{}, &messy.Choice{}).Table; t != nil {
					v.Table = t.Key
				}
				if n > most && !s.Hidden && choice.Sheet == "" || s.Name == choice.Sheet {
					best, most = i, n
				}
			}
		}
		out = append(out, v)
	}
	switch {
	case best >= 0:
		return best, out, nil
	case wrong != nil:
		return 0, out, wrong
	case choice.Sheet != "":
		return 0, out, invalid("没有工作表 %s，或其中没有内容", "There is no sheet %s, or it is empty", choice.Sheet)
	}
	return 0, out, invalid("工作簿中没有可见的、有内容的工作表", "The workbook has no visible sheet that holds anything")
}
