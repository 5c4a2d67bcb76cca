package basemap

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"estateatlas/backend/domain"
)

// Keeper keeps the list of base maps between two starts of the program.
type Keeper interface {
	// Load returns the list, nil if there is none yet.
	Load() ([]byte, error)
	// Save keeps a list in place of the last one, whole or not at all.
	Save([]byte) error
	// SetAside puts away a list that cannot be read, so that Save does not overwrite it.
	SetAside() error
}

// Library is the list of base maps and their tiles. The zero value is empty and forgets at the end. Safe for several goroutines.
type Library struct {
	// Keeper may be nil: the list ends with the program.
	Keeper Keeper

	mu     sync.Mutex
	loaded bool
	shelf  []*book
}

// Entry is a base map of the list.
type Entry struct {
	ID   string
	Info Info
	// Problem says why it cannot be shown, both texts empty if it can.
	Problem domain.Text
}

// record is a line of the list as it is kept.
type record struct {
	Name    string `json:"name,omitempty"`
	Path    string `json:"path,omitempty"`
	Address string `json:"address,omitempty"`
	Key     string `json:"key,omitempty"`
}

// id depends on the place alone, so that a choice holds when the file is replaced or the key changes.
func (r record) id() string {
	sum := sha256.Sum256([]byte("path " + r.Path + "\naddress " + r.Address))
	return hex.EncodeToString(sum[:6])
}

// book is a record with what is open of it.
type book struct {
	record
	source  Source // nil: not open
	problem domain.Text
	size    int64
	changed time.Time
}

const longestList = 256

// load reads the list once. The caller holds the lock.
func (l *Library) load() error {
	if l.loaded || l.Keeper == nil {
		return nil
	}
	records, err := l.kept()
	if err != nil {
		return err
	}
	for _, r := range records {
		l.place(r)
	}
	l.loaded = true
	return nil
}

// kept reads the list as it is kept. Errors: CodeCorrupt.
func (l *Library) kept() ([]record, error) {
	text, err := l.Keeper.Load()
	if err != nil || text == nil {
		return nil, err
	}
	var list struct {
		BaseMaps []record `json:"basemaps"`
	}
	if err := json.Unmarshal(bytes.TrimPrefix(text, []byte("\ufeff")), &list); err != nil || len(list.BaseMaps) > longestList {
		return nil, domain.Fail(domain.CodeCorrupt, domain.Say("底图清单已损坏；重新添加底图后，原清单会另存保留", "The list of base maps is damaged; when a base map is added, the old list is put aside and kept"), err)
	}
	// Lines edited by hand into nonsense are left out, not the whole list.
	return slices.DeleteFunc(list.BaseMaps, func(r record) bool { return (r.Path == "") == (r.Address == "") }), nil
}

// place puts a record on the shelf, over one of the same place, and returns its book, closed.
func (l *Library) place(r record) *book {
	at := slices.IndexFunc(l.shelf, func(b *book) bool { return b.id() == r.id() })
	if at < 0 {
		l.shelf = append(l.shelf, &book{record: r})
		return l.shelf[len(l.shelf)-1]
	}
	b := l.shelf[at]
	_ = b.close() // read only
	b.record = r
	return b
}

// List says what there is. Errors: CodeCorrupt where the list cannot be read.
func (l *Library) List() ([]Entry, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.load(); err != nil {
		return nil, err
	}
	entries := make([]Entry, len(l.shelf))
	for i, b := range l.shelf {
		entries[i] = b.entry()
	}
	return entries, nil
}

// AddFile adds a file. Errors: those of OpenFile.
func (l *Library) AddFile(path string) (Entry, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return Entry{}, damaged(err)
	}
	source, err := OpenFile(path) // first, so that nothing is listed that cannot be read
	if err != nil {
		return Entry{}, err
	}
	if err := source.Close(); err != nil {
		return Entry{}, damaged(err)
	}
	return l.add(record{Path: path})
}

// AddAddress adds a server of tiles; nothing is fetched yet. Errors: CodeInvalid.
func (l *Library) AddAddress(name string, a Address) (Entry, error) {
	a = Address{trim(a.Template), trim(a.Key)}
	if err := a.Check(); err != nil {
		return Entry{}, err
	}
	return l.add(record{Name: plain(name), Address: a.Template, Key: a.Key})
}

func (l *Library) add(r record) (Entry, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	err := l.change(func(records []record) []record {
		if at := slices.IndexFunc(records, func(o record) bool { return o.id() == r.id() }); at >= 0 {
			records[at] = r
			return records
		}
		return append(records, r)
	})
	if err != nil {
		return Entry{}, err
	}
	return l.place(r).entry(), nil
}

// Remove forgets a base map. Errors: CodeNotFound.
func (l *Library) Remove(id string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.load(); err != nil {
		return err
	}
	at := slices.IndexFunc(l.shelf, func(b *book) bool { return b.id() == id })
	if at < 0 {
		return domain.Fail(domain.CodeNotFound, domain.Say("底图不在清单中", "The base map is not on the list"), nil)
	}
	err := l.change(func(records []record) []record {
		return slices.DeleteFunc(records, func(o record) bool { return o.id() == id })
	})
	if err != nil {
		return err
	}
	_ = l.shelf[at].close() // read only
	l.shelf = slices.Delete(l.shelf, at, at+1)
	return nil
}

// change changes the list as it is kept: another window may have changed it since it was loaded.
func (l *Library) change(f func([]record) []record) error {
	if l.Keeper == nil {
		return nil
	}
	err := l.load()
	var records []record
	if err == nil {
		records, err = l.kept()
	}
	var e *domain.Error
	if errors.As(err, &e) && e.Code == domain.CodeCorrupt {
		if err = l.Keeper.SetAside(); err == nil {
			l.loaded = true
		}
	}
	if err != nil {
		return err
	}
	text, err := json.MarshalIndent(map[string]any{"basemaps": f(records)}, "", "  ")
	if err != nil {
		return err
	}
	return l.Keeper.Save(append(text, '\n'))
}

// Close closes all files.
func (l *Library) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	var errs []error
	for _, b := range l.shelf {
		errs = append(errs, b.close())
	}
	l.shelf, l.loaded = nil, false
	return errors.Join(errs...)
}

// open returns the source of an id, opening it where needed; nil if there is none.
func (l *Library) open(id string) Source {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.load() != nil {
		return nil
	}
	for _, b := range l.shelf {
		if b.id() == id {
			if b.source == nil {
				b.open()
			}
			return b.source
		}
	}
	return nil
}

// note keeps what went wrong with a tile.
func (l *Library) note(id string, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, b := range l.shelf {
		if b.id() == id {
			_, b.problem = domain.Explain(err)
		}
	}
}

// entry opens the base map where that is needed and says what it is.
func (b *book) entry() Entry {
	if b.Path != "" {
		b.look()
	}
	if b.source == nil {
		b.open()
	}
	e := Entry{ID: b.id(), Problem: b.problem}
	if b.source == nil {
		e.Info = Info{Name: filepath.Base(b.Path), Kind: Raster, Source: FromPMTiles, TileSize: rasterSize}
		if filepath.Ext(b.Path) == ".mbtiles" {
			e.Info.Source = FromMBTiles
		}
		return e
	}
	e.Info = b.source.Info()
	if r, ok := b.source.(*remote); ok {
		e.Problem = r.Problem()
	}
	return e
}

// look closes a file that was replaced or taken away since it was opened.
func (b *book) look() {
	stat, err := os.Stat(b.Path)
	if b.source != nil && (err != nil || stat.Size() != b.size || !stat.ModTime().Equal(b.changed)) {
		_ = b.close() // it was only read
	}
	if err == nil {
		b.size, b.changed = stat.Size(), stat.ModTime()
	}
}

// open opens the base map; what goes wrong is its problem. The caller holds the lock of the library.
func (b *book) open() {
	if b.Address != "" {
		a := Address{b.Address, b.Key}
		if err := a.Check(); err != nil {
			_, b.problem = domain.Explain(err)
			return
		}
		name := b.Name
		if name == "" {
			name = a.host()
		}
		b.source, b.problem = openAddress(name, a), domain.Text{}
		return
	}
	source, err := OpenFile(b.Path)
	if err != nil {
		_, b.problem = domain.Explain(err)
		return
	}
	b.source, b.problem = source, domain.Text{}
}

func (b *book) close() error {
	if b.source == nil {
		return nil
	}
	err := b.source.Close()
	b.source = nil
	return err
}
