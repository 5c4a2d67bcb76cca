// Package app holds the use cases: one exported method of Atlas for each thing that a user does, and the functions behind the
// commands. It joins the rules, the geometry and the store, and makes the shapes that the screens show. It knows no window, no
// HTTP and no SQL.
package app

import (
	"context"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"estateatlas/backend/basemap"
	"estateatlas/backend/domain"
)

// Atlas is one open program: at most one project at a time. Its exported methods are the whole language between the
// frontend and Go, the same in the window (Wails bindings) and in the browser (package server). Safe for several goroutines.
type Atlas struct {
	projects Projects
	version  string
	desktop  bool

	mu   sync.RWMutex
	open *project // nil: none
	// clerk is the name of who is at the desk.
	clerk string

	deciding sync.Mutex // held by the decision that is being made

	// starting is closed when the program knows what is open; nil: at once. failure is why the project of the start did not open,
	// until it was told.
	starting chan struct{}
	failure  error

	jobs      jobs
	runs      proxyRuns
	analysing latest // of the rectification desk
	checks    qualityRuns
	wizards   wizards
	baseMaps  basemap.Library
}

// New returns a program without a project. desktop says that there is a window, which can ask for files and remembers its base maps.
func New(projects Projects, version string, desktop bool) *Atlas {
	a := &Atlas{projects: projects, version: version, desktop: desktop}
	if desktop {
		a.baseMaps.Keeper = baseMapList{}
		a.clerk = rememberedClerk()
		a.wizards.mappings = rememberedMappings()
	}
	return a
}

// WillStart announces a Start: until it is done, whoever asks what is open waits. A page is faster than a large project.
func WillStart(a *Atlas) { a.starting = make(chan struct{}) }

// Start opens what a window shows first: the project at path, else the one that was open last, else nothing. Why it did not open
// is told to the first who asks what is open.
func Start(a *Atlas, path string) error {
	if a.starting != nil {
		defer close(a.starting)
	}
	if path == "" {
		if path = lastProject(); path == "" {
			return nil // the welcome screen says what can be opened
		}
	}
	_, err := a.openAt(path)
	a.mu.Lock()
	defer a.mu.Unlock()
	a.failure = err
	return err
}

// started waits for Start, if one was announced.
func (a *Atlas) started() {
	if a.starting != nil {
		<-a.starting
	}
}

// Close ends the jobs and closes the open project, if there is one. The program is used no more.
func Close(a *Atlas) error {
	err := errors.Join(a.jobs.close(), a.wizards.close(), a.baseMaps.Close())
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.open == nil {
		return err
	}
	err = errors.Join(err, a.open.close())
	a.open = nil
	return err
}

// Tiles serves /tiles/{version}/{z}/{x}/{y}.mvt of the open project.
func Tiles(a *Atlas) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p, err := a.project()
		if err != nil {
			http.NotFound(w, r)
			return
		}
		p.tiles.ServeHTTP(w, r)
	})
}

func (a *Atlas) project() (*project, error) {
	a.started()
	a.mu.RLock()
	defer a.mu.RUnlock()
	if a.open == nil {
		return nil, domain.Fail(domain.CodeNotFound, domain.Say("没有打开项目", "No project is open"), nil)
	}
	return a.open, nil
}

// Session says what is open. The first time it fails if the project that the program was started on did not open.
func (a *Atlas) Session() (Session, error) {
	a.started()
	a.mu.Lock()
	err := a.failure
	a.failure = nil
	a.mu.Unlock()
	if err != nil {
		return Session{}, err
	}
	return a.session(), nil
}

func (a *Atlas) session() Session {
	a.mu.RLock()
	defer a.mu.RUnlock()
	s := Session{Version: a.version, Desktop: a.desktop}
	if a.open != nil {
		info := a.open.info
		s.Project = &info
	}
	return s
}

// District returns what does not change with the round.
func (a *Atlas) District() (District, error) {
	p, err := a.project()
	if err != nil {
		return District{}, err
	}
	log, err := p.auditLog()
	if err != nil {
		return District{}, err
	}
	d := p.district
	slices.Reverse(log)
	d.Shifted = shifted(log)
	return d, nil
}

// Open opens a project file in place of the one that is open.
func (a *Atlas) Open(path string) (Session, error) {
	a.started()
	return a.openAt(path)
}

func (a *Atlas) openAt(path string) (Session, error) {
	ctx := context.Background()
	path, err := filepath.Abs(path)
	if err != nil {
		return Session{}, err
	}
	// A project is let go before it is opened again, or the second opening would find it in use.
	a.mu.Lock()
	if a.open != nil && a.open.info.Path == path {
		err = a.open.close()
		a.open = nil
	}
	a.mu.Unlock()
	if err != nil {
		return Session{}, err
	}
	store, err := a.projects.Open(ctx, path, false)
	if err != nil {
		return Session{}, err
	}
	next, err := openProject(ctx, store, path)
	if err != nil {
		return Session{}, errors.Join(err, store.Close())
	}
	a.mu.Lock()
	last := a.open
	a.open = next
	a.mu.Unlock()
	if last != nil {
		if err := last.close(); err != nil {
			return Session{}, err
		}
	}
	if a.desktop {
		rememberProject(path)
	}
	return a.session(), nil
}

// OpenDemo makes the demo district where it is missing and opens it.
func (a *Atlas) OpenDemo() (Session, error) {
	path, err := DemoProject(context.Background(), a.projects)
	if err != nil {
		return Session{}, err
	}
	return a.Open(path)
}

// Import reads folders and files into the open project, or into a new one at target if none is open. All or nothing. Errors:
// CodeConflict where closed rounds would change.
func (a *Atlas) Import(target string, sources []string) (ImportResult, error) {
	return a.ImportCorrection(target, sources, "")
}

// ImportCorrection is Import of what may change closed rounds: correction is the reason that is put down with them.
func (a *Atlas) ImportCorrection(target string, sources []string, correction string) (ImportResult, error) {
	// What is imported is checked against the project as it is: no decision comes between.
	a.deciding.Lock()
	defer a.deciding.Unlock()
	ctx := context.Background()
	a.mu.RLock()
	p := a.open
	a.mu.RUnlock()
	var out *Imported
	var err error
	if p == nil {
		if out, err = ImportInto(ctx, a.projects, target, sources, ImportOptions{}); err != nil {
			return ImportResult{}, err
		}
	} else {
		target = p.info.Path
		if p.store.ReadOnly() {
			return ImportResult{}, domain.Fail(domain.CodeReadOnly, domain.Say("项目正被另一个窗口或程序使用，或不可写；关闭后再导入",
				"The project is in use by another window or program, or cannot be written; close it and import again"), nil)
		}
		out, err = importInto(ctx, target, p.tables, sources, ImportOptions{}, func(c domain.Change) error {
			c, err := p.corrected(c, correction, a.name())
			if err != nil {
				return err
			}
			return p.store.Apply(ctx, c)
		})
		if err != nil {
			return ImportResult{}, err
		}
	}
	result := ImportResult{Done: out.Written, Faults: []ImportLine{}, Notes: []ImportLine{}, Counts: out.Counts}
	for _, f := range out.Report.Faults {
		result.Faults = append(result.Faults, ImportLine{f.File, f.Row, f.Column, f.Text()})
	}
	for _, n := range out.Report.Notes {
		result.Notes = append(result.Notes, ImportLine{n.File, n.Row, n.Column, n.Text()})
	}
	if result.Counts == nil {
		result.Counts = []TableCount{}
	}
	if !out.Written {
		return result, nil
	}
	session, err := a.Open(target)
	if err != nil {
		return ImportResult{}, err
	}
	result.Project = *session.Project
	return result, nil
}

// lastProject returns the project that the window showed last, "" if it is not known or not there any more.
func lastProject() string {
	folder, err := configFolder()
	if err != nil {
		return ""
	}
	text, err := os.ReadFile(filepath.Join(folder, lastFile))
	if err != nil {
		return ""
	}
	path := strings.TrimSpace(string(text))
	if _, err := os.Stat(path); err != nil {
		return ""
	}
	return path
}

// rememberProject keeps the path for the next start. It is a convenience: a full disk must not keep a project from opening.
func rememberProject(path string) {
	if folder, err := configFolder(); err == nil {
		_ = os.WriteFile(filepath.Join(folder, lastFile), []byte(path+"\n"), 0o644)
	}
}

const lastFile = "last-project"
