package ingest

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/vector"
)

// Caps on what is read at all. A district has some 420 estates; a file beyond these is a mistake or hostile.
const (
	maxGeoJSONBytes  = 512 << 20
	maxCSVBytes      = 128 << 20
	maxSettingsBytes = 1 << 20
)

// file is one file to be read, or one that cannot be.
type file struct {
	path  string
	name  string // base name, as messages show it
	table *table // nil: nothing that can be imported
	sheet string // of a workbook, where the sheet names the table
	// drawn: a file of another program's shapes, which package vector reads. Its rows are records, counted from 1.
	drawn bool
	size  int64
	info  fs.FileInfo
	// refused, if not nil, is why the file is not even opened.
	refused *domain.Text
}

// sources is what the paths of an import lead to.
type sources struct {
	files []*file // by table as in CONTRACT.md, then base name, then path
	left  []*file // other files in a folder
	// folder says that one of the paths is a folder.
	folder bool
}

// requireEstates adds a fault if there is no file of estates.
func (s *sources) requireEstates() {
	if !slices.ContainsFunc(s.files, func(f *file) bool { return f.table == estatesTable }) {
		missing := &file{name: estatesTable.file, table: estatesTable, refused: &sayNoEstates}
		s.files = slices.Insert(s.files, 0, missing)
	}
}

// findFiles looks at the paths: a folder gives its files, not those of folders in it. project is the one that the import goes into.
func findFiles(paths []string, project string) *sources {
	s := &sources{}
	own, _ := os.Stat(project)
	paths = withoutParts(paths)
	for _, path := range paths {
		info, err := os.Stat(path)
		name := baseName(path)
		switch {
		case err != nil:
			s.files = append(s.files, &file{path: path, name: name, refused: whyUnreadable(err)})
		case info.IsDir():
			s.folder = true
			s.findInFolder(path, name)
		default:
			f := &file{path: path, name: name, info: info, size: info.Size(), table: tableOfSingle(name)}
			if f.table == nil && f.isWorkbook() && info.Mode().IsRegular() {
				s.files = append(s.files, f.sheets()...)
				continue
			}
			f.drawn = vector.Knows(name)
			switch {
			case own != nil && os.SameFile(own, info):
				f.refused = &sayOwnProject
			case f.table == nil && isPart(name):
				f.refused = &sayPartAlone
			case f.table == nil:
				f.refused = &sayUnknownFile
			default:
				f.judge()
			}
			s.files = append(s.files, f)
		}
	}
	slices.SortStableFunc(s.files, func(a, b *file) int {
		return cmp.Or(cmp.Compare(tableOrder(a.table), tableOrder(b.table)), cmp.Compare(a.name, b.name), cmp.Compare(a.path, b.path))
	})
	s.refuseTwice()
	return s
}

func (s *sources) findInFolder(path, name string) {
	entries, err := os.ReadDir(path)
	if err != nil {
		s.files = append(s.files, &file{path: path, name: name, refused: whyUnreadable(err)})
		return
	}
	known := false
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		f := &file{path: filepath.Join(path, e.Name()), name: e.Name(), table: tableOf(e.Name())}
		if f.table == nil {
			s.left = append(s.left, f)
			continue
		}
		known = true
		info, err := os.Stat(f.path)
		switch {
		case err != nil:
			f.refused = whyUnreadable(err)
		case info.IsDir():
			f.refused = &sayIsFolder
		default:
			f.info, f.size = info, info.Size()
			f.judge()
		}
		s.files = append(s.files, f)
	}
	if !known {
		s.files = append(s.files, &file{path: path, name: name, refused: &sayNothingInFolder})
	}
}

// judge refuses what must not be opened (a pipe would block) and what is beyond the cap of its kind.
func (f *file) judge() {
	switch {
	case !f.info.Mode().IsRegular():
		f.refused = &sayNotRegular
	case f.drawn:
	case f.table.geo() && f.size > maxGeoJSONBytes:
		f.refused = &sayOver512
	case f.table == settingsTable && f.size > maxSettingsBytes:
		f.refused = &sayOver1
	case !f.table.geo() && f.size > maxCSVBytes:
		f.refused = &sayOver128
	}
}

// refuseTwice refuses a file that was given more than once: its rows would all be there twice.
func (s *sources) refuseTwice() {
	for i, f := range s.files {
		for _, g := range s.files[:i] {
			if f.info != nil && g.info != nil && f.table == g.table && os.SameFile(f.info, g.info) {
				f.refused = &saySameFile
			}
		}
	}
}

// baseName returns the last element of path; of "." or "/" it names the folder that they lead to.
func baseName(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	return filepath.Base(path)
}

// tableOf returns the table that a file of this base name holds, nil for another file.
func tableOf(name string) *table {
	for _, t := range tables {
		if strings.EqualFold(t.file, name) {
			return t
		}
		if stem, ok := strings.CutSuffix(t.file, ".csv"); ok && (strings.EqualFold(stem+workbookEnding, name) || strings.EqualFold(stem+textEnding, name)) {
			return t
		}
	}
	return nil
}

const (
	workbookEnding = ".xlsx"
	textEnding     = ".txt"
)

func (f *file) isWorkbook() bool { return strings.EqualFold(filepath.Ext(f.name), workbookEnding) }

// tableOfSingle is tableOf for a file that is named itself: any file of shapes may hold estates, unless it has the name of a
// backdrop.
func tableOfSingle(name string) *table {
	if t := tableOf(name); t != nil {
		return t
	}
	if vector.Knows(name) {
		stem := strings.TrimSuffix(name, filepath.Ext(name))
		for _, t := range tables {
			if t.layer != "" && strings.EqualFold(string(t.layer), stem) {
				return t
			}
		}
		return estatesTable
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".geojson", ".json":
		return estatesTable
	}
	return nil
}

// partEndings are those of the files that belong to a Shapefile and are read with it.
var partEndings = []string{".dbf", ".shx", ".prj", ".cpg", ".qpj", ".qix", ".sbn", ".sbx", ".qmd", ".fix", ".shp.xml"}

// isPart reports whether a file is a part of a Shapefile beside its .shp.
func isPart(name string) bool { return stemOfPart(name) != "" }

// stemOfPart is the path of a part of a Shapefile without its ending, in lower case; empty for another file.
func stemOfPart(path string) string {
	path = strings.ToLower(path)
	for _, ending := range partEndings {
		if stem, ok := strings.CutSuffix(path, ending); ok {
			return stem
		}
	}
	return ""
}

// withoutParts leaves out the parts of Shapefiles whose .shp is among the paths: who drags a Shapefile drags all of it.
func withoutParts(paths []string) []string {
	whole := map[string]bool{}
	for _, path := range paths {
		if stem, ok := strings.CutSuffix(strings.ToLower(path), ".shp"); ok {
			whole[stem] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(paths), func(path string) bool { return whole[stemOfPart(path)] })
}

func whyUnreadable(err error) *domain.Text {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &sayNotFound
	case errors.Is(err, fs.ErrPermission):
		return &sayNotAllowed
	}
	t := domain.Say("无法读取：%[1]v；检查文件和磁盘后重试", "It cannot be read: %[1]v; check the file and the disk and try again", errors.Unwrap(err))
	return &t
}
