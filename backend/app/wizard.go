package app

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"estateatlas/backend/domain"
)

// Bounds of the wizard. A browser's files are kept in temporary files of the program until they are written or given up.
const (
	mostWizards    = 8
	mostUpload     = 64 << 20
	mostPart       = 2 << 20
	mostWizardFile = 512 << 20
)

// wizards are the files that wizards hold, oldest first.
type wizards struct {
	mu   sync.Mutex
	all  []*wizard
	room string // folder of the files that browsers sent; "" until the first one comes
	// mappings are how the columns of earlier files were read, the last one first.
	mappings []mapping
}

// wizard is one file on its way in.
type wizard struct {
	file WizardFile
	path string
	own  bool // the file is a temporary one of the program's

	mu       sync.Mutex // held while the file is read or received
	received int64
	beside   map[string]*besideFile // by ending, of a Shapefile that a browser sent
	table    tableWizard
	shapes   shapesRead
}

// besideFile is what has come of a file beside a .shp.
type besideFile struct{ size, received int64 }

// besideEndings are those of the files beside a .shp that are read.
var besideEndings = []string{".dbf", ".prj", ".cpg"}

// wizardKinds are the kinds of files by their endings.
var wizardKinds = map[string]string{
	".xlsx": "table", ".xlsm": "table", ".csv": "table", ".txt": "table", ".tsv": "table",
	".geojson": "shapes", ".json": "shapes", ".shp": "shapes", ".zip": "shapes", ".gpkg": "shapes", ".kml": "shapes", ".kmz": "shapes",
}

// ownNames are the names of files that say what is in them.
var ownNames = []string{"settings.json", "estates.geojson", "water.geojson", "roads.geojson", "subdistricts.geojson", "barriers.geojson"}

func wizardKind(name string) (string, error) {
	ending := strings.ToLower(filepath.Ext(name))
	kind, ok := wizardKinds[ending]
	switch {
	case ending == ".xls":
		return "", invalid("%s 是旧版 Excel 文件；用表格软件另存为 XLSX 后再导入", "%s is a workbook of old Excel; save it as XLSX", name)
	case slices.Contains(besideEndings, ending) || ending == ".shx":
		return "", invalid("%s 是 Shapefile 的一部分；和 .shp 一起选择，或打包成 ZIP", "%s is a part of a Shapefile; choose it together with the .shp, or in a ZIP", name)
	case !ok:
		return "", invalid("不能导入 %s；可导入 XLSX、CSV、TXT、GeoJSON、Shapefile（可打包成 ZIP）、GeoPackage、KML、KMZ",
			"%s cannot be imported; XLSX, CSV, TXT, GeoJSON, Shapefile (also in a ZIP), GeoPackage, KML and KMZ can", name)
	case strings.EqualFold(name, "settings.json"):
		return "settings", nil
	}
	return kind, nil
}

// WizardOpen takes a file of this machine for an import. Errors: CodeInvalid for what cannot be imported, CodeNotFound.
func (a *Atlas) WizardOpen(path string) (WizardFile, error) {
	info, err := os.Stat(path)
	name := displayName(path)
	switch {
	case err != nil:
		return WizardFile{}, domain.Fail(domain.CodeNotFound, domain.Say("找不到或不能读取 %s", "%s is not there or cannot be read", name), err)
	case info.IsDir():
		return WizardFile{}, invalid("%s 是文件夹；请选择文件", "%s is a folder; choose files", name)
	case info.Size() > mostWizardFile:
		return WizardFile{}, invalid("%[1]s 超过 %[2]d MB", "%[1]s is larger than %[2]d MB", name, mostWizardFile>>20)
	}
	kind, err := wizardKind(name)
	if err != nil {
		return WizardFile{}, err
	}
	w := &wizard{file: WizardFile{ID: rand.Text(), Name: name, Size: info.Size(), Kind: kind}, path: path, received: info.Size()}
	return w.file, a.wizards.keep(w)
}

// displayName is what is shown of a path or of a name that a browser gave.
func displayName(path string) string {
	name := filepath.Base(strings.ReplaceAll(path, `\`, "/"))
	if r := []rune(strings.ToValidUTF8(name, "�")); len(r) > 120 {
		name = string(r[:60]) + "…" + string(r[len(r)-59:])
	}
	return name
}

// WizardUpload takes a part of a browser's file for an import; parts come in order. The name is shown and tells the kind, it never
// becomes a path. Errors: CodeInvalid for what cannot be imported, is too large or did not arrive whole.
func (a *Atlas) WizardUpload(part WizardPart) (WizardReceived, error) {
	if base64.StdEncoding.DecodedLen(len(part.File)) > mostPart+3 {
		return WizardReceived{}, invalid("一次最多上传 %d MB", "At most %d MB are sent at once", mostPart>>20)
	}
	bytes, err := base64.StdEncoding.DecodeString(part.File)
	if err != nil {
		return WizardReceived{}, errBrokenUpload()
	}
	var w *wizard
	if part.ID == "" {
		if w, err = a.wizards.begin(&part); err != nil {
			return WizardReceived{}, err
		}
	} else if w, err = a.wizards.find(part.ID); err != nil {
		return WizardReceived{}, err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.own {
		return WizardReceived{}, errBrokenUpload()
	}
	if ending := strings.ToLower(filepath.Ext(part.Name)); part.ID != "" && slices.Contains(besideEndings, ending) {
		return w.receiveBeside(&part, ending, bytes)
	}
	return received(w, &w.received, w.file.Size, w.path, &part, bytes)
}

// received puts a part to the end of its file; have is how much of it has come.
func received(w *wizard, have *int64, size int64, path string, part *WizardPart, bytes []byte) (WizardReceived, error) {
	if part.At != *have || *have+int64(len(bytes)) > size {
		return WizardReceived{}, errBrokenUpload()
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return WizardReceived{}, err
	}
	_, err = f.Write(bytes)
	if err := errors.Join(err, f.Close()); err != nil {
		return WizardReceived{}, err
	}
	*have += int64(len(bytes))
	return WizardReceived{w.file, *have}, nil
}

// receiveBeside takes a part of a file beside a .shp; it lies under the name of that, as readers look for it.
func (w *wizard) receiveBeside(part *WizardPart, ending string, bytes []byte) (WizardReceived, error) {
	if !strings.EqualFold(filepath.Ext(w.file.Name), ".shp") {
		return WizardReceived{}, errBrokenUpload()
	}
	beside := w.beside[ending]
	if beside == nil {
		if err := uploadSize(part.Size); err != nil {
			return WizardReceived{}, err
		}
		if w.beside == nil {
			w.beside = make(map[string]*besideFile)
		}
		beside = &besideFile{size: part.Size}
		w.beside[ending] = beside
	}
	return received(w, &beside.received, beside.size, strings.TrimSuffix(w.path, filepath.Ext(w.path))+ending, part, bytes)
}

func uploadSize(size int64) error {
	if size < 0 || size > mostUpload {
		return invalid("浏览器中最多上传 %d MB；更大的文件用桌面程序或命令行导入", "A browser sends at most %d MB; import larger files with the window or the command", mostUpload>>20)
	}
	return nil
}

func errBrokenUpload() error {
	return invalid("文件没有完整传到；请重新选择文件", "The file did not arrive whole; choose it again")
}

// begin makes room for a browser's file.
func (ws *wizards) begin(part *WizardPart) (*wizard, error) {
	name := displayName(part.Name)
	kind, err := wizardKind(name)
	if err != nil {
		return nil, err
	}
	if err := uploadSize(part.Size); err != nil {
		return nil, err
	}
	if !utf8.ValidString(part.Name) {
		return nil, errBrokenUpload()
	}
	ws.mu.Lock()
	if ws.room == "" {
		ws.room, err = os.MkdirTemp("", "estate-atlas-import-")
	}
	room := ws.room
	ws.mu.Unlock()
	if err != nil {
		return nil, err
	}
	w := &wizard{file: WizardFile{ID: rand.Text(), Name: name, Size: part.Size, Kind: kind}, own: true}
	// A folder for each file: readers look at names. That of a table of the contract is kept, of any other one only the ending, which is
	// one of ours.
	folder := filepath.Join(room, w.file.ID)
	if err := os.Mkdir(folder, 0o700); err != nil {
		return nil, err
	}
	w.path = filepath.Join(folder, "file"+strings.ToLower(filepath.Ext(name)))
	if at := slices.Index(ownNames, strings.ToLower(name)); at >= 0 {
		w.path = filepath.Join(folder, ownNames[at])
	}
	f, err := os.OpenFile(w.path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	if err := f.Close(); err != nil {
		return nil, err
	}
	return w, ws.keep(w)
}

// keep remembers a wizard; beyond mostWizards the oldest goes.
func (ws *wizards) keep(w *wizard) error {
	ws.mu.Lock()
	ws.all = append(ws.all, w)
	var old *wizard
	if len(ws.all) > mostWizards {
		old, ws.all = ws.all[0], ws.all[1:]
	}
	ws.mu.Unlock()
	if old == nil {
		return nil
	}
	old.mu.Lock()
	defer old.mu.Unlock()
	return old.remove()
}

func (ws *wizards) find(id string) (*wizard, error) {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	for _, w := range ws.all {
		if w.file.ID == id {
			return w, nil
		}
	}
	return nil, domain.Fail(domain.CodeNotFound, domain.Say("这次导入已结束；重新选择文件", "This import has ended; choose the file again"), nil)
}

// drop forgets a wizard, which the caller holds, and removes its temporary file.
func (ws *wizards) drop(w *wizard) error {
	ws.mu.Lock()
	ws.all = slices.DeleteFunc(ws.all, func(other *wizard) bool { return other == w })
	ws.mu.Unlock()
	return w.remove()
}

// close forgets all of them.
func (ws *wizards) close() error {
	ws.mu.Lock()
	all, room := ws.all, ws.room
	ws.all, ws.room = nil, ""
	ws.mu.Unlock()
	var err error
	for _, w := range all {
		w.mu.Lock()
		err = errors.Join(err, w.remove())
		w.mu.Unlock()
	}
	if room == "" {
		return err
	}
	return errors.Join(err, os.RemoveAll(room))
}

// remove lets go of what a wizard holds; the caller holds it.
func (w *wizard) remove() error {
	err := w.table.close()
	if !w.own {
		return err
	}
	return errors.Join(err, os.RemoveAll(filepath.Dir(w.path)))
}

// WizardClose gives up an import. Nothing was written.
func (a *Atlas) WizardClose(id string) error {
	w, err := a.wizards.find(id)
	if err != nil {
		return nil // it has ended already
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	return a.wizards.drop(w)
}

// whole finds a wizard whose file has come whole, and locks it.
func (a *Atlas) whole(id string) (*wizard, error) {
	w, err := a.wizards.find(id)
	if err != nil {
		return nil, err
	}
	w.mu.Lock()
	whole := w.received == w.file.Size
	for _, beside := range w.beside {
		whole = whole && beside.received == beside.size
	}
	if !whole {
		w.mu.Unlock()
		return nil, errBrokenUpload()
	}
	return w, nil
}
