package app

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"estateatlas/backend/domain"
)

// auditLines is how many lines of the log are shown where nothing else is asked for, mostAuditLines how many at most.
const (
	auditLines     = 200
	mostAuditLines = 5000
)

// auditLog is the whole log, the latest entry first; empty for a store without one.
func (p *project) auditLog() ([]domain.AuditEntry, error) {
	s, ok := p.store.(domain.AuditStore)
	if !ok {
		return nil, nil
	}
	log, err := s.Audit(context.Background())
	slices.Reverse(log)
	return log, err
}

// Audit looks through the append-only log of the project, the latest entry first. Errors: CodeInvalid for a day that is none.
func (a *Atlas) Audit(ask AuditAsk) (AuditView, error) {
	p, err := a.project()
	if err != nil {
		return AuditView{}, err
	}
	fits, err := auditFilter(&ask)
	if err != nil {
		return AuditView{}, err
	}
	log, err := p.auditLog()
	if err != nil {
		return AuditView{}, err
	}
	v := AuditView{Lines: []AuditEntry{}, All: len(log), Names: []string{}}
	limit := ask.Limit
	if limit <= 0 {
		limit = auditLines
	}
	limit = min(limit, mostAuditLines)
	for i := range log {
		e := &log[i]
		v.Names = append(v.Names, e.Who)
		if !fits(e) {
			continue
		}
		if v.Total >= ask.Skip && len(v.Lines) < limit {
			v.Lines = append(v.Lines, AuditEntry{e.Seq, e.When.String(), e.Who, e.What, writtenWords(e.Tables), string(e.Kind)})
		}
		v.Total++
	}
	slices.Sort(v.Names)
	v.Names = slices.DeleteFunc(slices.Compact(v.Names), func(name string) bool { return name == "" })
	return v, nil
}

// auditFilter says which entries are asked for.
func auditFilter(ask *AuditAsk) (func(e *domain.AuditEntry) bool, error) {
	var days [2]domain.Date
	for i, text := range []string{ask.From, ask.Until} {
		if text == "" {
			continue
		}
		on, ok := domain.ParseDate(text)
		if !ok {
			return nil, errNotDay(text)
		}
		days[i] = on
	}
	words := strings.Fields(strings.ToLower(ask.Text))
	return func(e *domain.AuditEntry) bool {
		switch {
		case ask.Who != "" && e.Who != ask.Who,
			ask.Kind != "" && string(e.Kind) != ask.Kind,
			days[0] != 0 && e.When < days[0],
			days[1] != 0 && (e.When > days[1] || e.When == 0):
			return false
		}
		written := writtenWords(e.Tables)
		text := strings.ToLower(e.What + " " + e.Who + " " + written.ZH + " " + written.EN)
		return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
	}, nil
}

// writtenWords says how many rows of which tables an entry wrote.
func writtenWords(written []domain.TableCount) domain.Text {
	var zh, en []string
	for _, t := range written {
		rows := thousandsOf(strconv.FormatInt(t.Rows, 10))
		zh, en = append(zh, t.Title.ZH+" "+rows), append(en, t.Title.EN+" "+rows)
	}
	return domain.Text{ZH: strings.Join(zh, "，"), EN: strings.Join(en, ", ")}
}
