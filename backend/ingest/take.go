package ingest

import (
	"cmp"
	"context"
	"runtime"
	"sync"

	"estateatlas/backend/domain"
)

// readFiles reads all files. Files of boundaries and tables have rows of their own, so two goroutines share the work;
// what is said and taken does not depend on which is first.
func (imp *intake) readFiles(ctx context.Context, found *sources) error {
	var total int64
	var shapes, tables []*fileLog
	for _, f := range found.files {
		l := imp.addLog(f)
		switch {
		case f.refused != nil:
			l.refuse(1, wholeFile, 0, f.refused)
		case f.table.geo():
			shapes = append(shapes, l)
			total += f.size
		default:
			tables = append(tables, l)
			total += f.size
		}
	}
	p := &progress{total: total, tell: imp.opt.Progress}
	p.add(0)
	var shapesErr, tablesErr error
	var wg sync.WaitGroup
	readShapes := func() { shapesErr = imp.readAll(ctx, shapes, p) }
	if runtime.GOMAXPROCS(0) > 1 && len(shapes) > 0 && len(tables) > 0 {
		wg.Go(readShapes)
	} else {
		readShapes()
	}
	tablesErr = imp.readAll(ctx, tables, p)
	wg.Wait()
	for _, f := range found.left {
		imp.leftNotes = append(imp.leftNotes, Note{File: f.name, Row: 1, Column: wholeFile, Count: 1, what: newSentence(&sayLeft, nil)})
	}
	if shapesErr != nil {
		return shapesErr
	}
	return tablesErr
}

// readAll reads files one after the other. All together they may list maxFaults faults.
func (imp *intake) readAll(ctx context.Context, logs []*fileLog, p *progress) error {
	room := cmp.Or(imp.room, maxFaults)
	for _, l := range logs {
		if ctx.Err() != nil {
			return cancelled(ctx)
		}
		l.room = room
		var counted int64
		done := func(at int64) {
			at = min(at, l.file.size)
			p.add(max(at-counted, 0))
			counted = max(at, counted)
		}
		var err error
		switch {
		case room <= 0:
			l.broken = true
			continue
		case l.file.drawn:
			err = imp.readDrawn(ctx, l, done)
		case l.file.table.geo():
			err = imp.readGeoJSON(ctx, l, done)
		case l.file.table == settingsTable:
			imp.readSettings(l)
		case l.file.isWorkbook():
			err = imp.readSheet(ctx, l, done)
		default:
			err = imp.readTable(ctx, l, done)
		}
		if err != nil {
			return err
		}
		done(l.file.size)
		room = l.room
	}
	for _, l := range logs {
		l.room = room
	}
	return nil
}

// progress adds up what several goroutines have read.
type progress struct {
	mu          sync.Mutex
	done, total int64
	tell        func(done, total int64)
}

func (p *progress) add(n int64) {
	if p.tell == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done += n
	p.tell(p.done, p.total)
}

// addLog opens the log of a file.
func (imp *intake) addLog(f *file) *fileLog {
	l := &fileLog{file: f, room: maxFaults, at: uint16(len(imp.logs))}
	imp.logs = append(imp.logs, l)
	return l
}

// put collects the good rows.
func (imp *intake) put() domain.Tables {
	t := domain.Tables{
		Title:          imp.title,
		Estates:        imp.estates.good(),
		Companies:      imp.companies.good(),
		Agreements:     imp.agreements.good(),
		Subsidies:      imp.subsidies.good(),
		Enrolments:     imp.enrolments.good(),
		Items:          imp.items.good(),
		Rounds:         imp.rounds.good(),
		Scores:         imp.scores.good(),
		Deductions:     imp.deductions.good(),
		Determinations: imp.determinations.good(),
		Findings:       imp.findings.good(),
		Overrides:      imp.overrides.good(),
		FundUses:       imp.fundUses.good(),
		Backdrops:      imp.backdrops.good(),
	}
	for _, s := range imp.settings.good() {
		if t.Settings == nil {
			t.Settings = make(domain.Settings)
		}
		t.Settings[s.name] = s.value
	}
	return t
}

// report closes the import.
func (imp *intake) report() *Report {
	r := &Report{skipBad: imp.opt.SkipBad}
	n := 0
	for _, l := range imp.logs {
		l.sortFaults()
		n += len(l.faults)
	}
	r.Faults = make([]Fault, 0, n)
	for _, l := range imp.logs {
		r.Faults = append(r.Faults, l.faults...)
		r.Notes = append(r.Notes, l.notes...)
		l.faults = nil
	}
	r.Notes = append(r.Notes, imp.leftNotes...)
	imp.countAccepted(len(r.Faults) > 0 && !imp.opt.SkipBad)
	if len(r.Faults) == 0 || imp.opt.SkipBad {
		r.Put = imp.put()
	}
	for _, t := range tables {
		c := Count{Table: t.file}
		occurs := false
		for _, l := range imp.logs {
			if l.file.table == t {
				occurs = true
				c.Read += l.read
				c.Accepted += l.accepted
			}
		}
		if occurs {
			r.Tables = append(r.Tables, c)
		}
	}
	for _, l := range imp.logs {
		if l.file.table != nil {
			r.Files = append(r.Files, File{l.file.name, l.file.table.file, l.read, l.accepted, l.encoding})
		}
	}
	return r
}

// countAccepted counts the good rows of each file; of a refused import none is accepted.
func (imp *intake) countAccepted(none bool) {
	if none {
		return
	}
	for _, marks := range [][]mark{
		imp.estates.marks, imp.companies.marks, imp.agreements.marks, imp.subsidies.marks, imp.enrolments.marks, imp.items.marks,
		imp.rounds.marks, imp.scores.marks, imp.deductions.marks, imp.determinations.marks, imp.findings.marks, imp.overrides.marks,
		imp.fundUses.marks, imp.settings.marks, imp.backdrops.marks,
	} {
		for _, m := range marks {
			if !m.bad {
				imp.logs[m.log].accepted++
			}
		}
	}
}
