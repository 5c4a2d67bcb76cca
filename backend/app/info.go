package app

import (
	"context"
	"fmt"
	"io"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
	"estateatlas/backend/spatial"
)

// Inspection is what `info` says of a project.
type Inspection struct {
	File   domain.ProjectInfo
	Issues []domain.Text // what is inconsistent in the records, as of today
	// Sound is false where the file itself is damaged; inconsistent records are for people to mend.
	Sound bool
}

// Inspect looks at a project file and what is in it.
func Inspect(ctx context.Context, projects Projects, path string) (*Inspection, error) {
	info, err := projects.Info(ctx, path)
	if err != nil {
		return nil, err
	}
	tables, err := LoadTables(ctx, projects, path)
	if err != nil {
		return nil, err
	}
	r := &Inspection{File: info, Sound: len(info.Problems) == 0}
	ev := policy.Evaluate(tables, latestDay(tables))
	for _, issue := range ev.Issues() {
		r.Issues = append(r.Issues, issue.Text)
	}
	for _, fault := range ev.CheckClosings() {
		r.Issues = append(r.Issues, fault.Text)
	}
	box, _ := domain.Extent(ev.Estates)
	frame := spatial.FrameOf(box)
	sides := ev.ProxySides(func(e int) float64 { return spatial.Area(frame.Project(ev.Estates[e].Boundary)) })
	for _, issue := range ev.OverrideIssues(&sides) {
		r.Issues = append(r.Issues, issue.Text)
	}
	return r, nil
}

// latestDay is the day of the latest round, of today where there is none: inconsistencies are judged on it, so that the same
// file always gives the same report.
func latestDay(t *domain.Tables) domain.Date {
	var latest domain.Date
	for _, r := range t.Rounds {
		latest = max(latest, r.HeldOn)
	}
	if latest == 0 {
		return today()
	}
	return latest
}

// Write prints the inspection.
func (r *Inspection) Write(w io.Writer, lang domain.Lang) {
	say := func(zh, en string, args ...any) { fmt.Fprintln(w, domain.Say(zh, en, args...).In(lang)) }
	say("项目：%s", "Project: %s", r.File.Path)
	say("文件：%[1]s，数据版本 %[2]d，%[3]d 字节", "File: %[1]s, schema version %[2]d, %[3]d bytes", r.File.Format, r.File.SchemaVersion, r.File.Bytes)
	if e := r.File.Extent; e.Known {
		say("范围：%.6f, %.6f 至 %.6f, %.6f", "Extent: %.6f, %.6f to %.6f, %.6f", e.Value.Min[0], e.Value.Min[1], e.Value.Max[0], e.Value.Max[1])
	} else {
		say("范围：没有边界", "Extent: no boundaries")
	}
	if len(r.File.Problems) == 0 {
		say("完整性检查：通过", "Integrity check: passed")
	} else {
		say("完整性检查：%d 处损坏；用最近的备份", "Integrity check: %d faults; use the latest backup", len(r.File.Problems))
		for _, problem := range r.File.Problems {
			fmt.Fprintln(w, "  "+problem)
		}
	}
	for _, t := range r.File.Tables {
		fmt.Fprintf(w, "  %-16s %8d  %s\n", t.Name, t.Rows, t.Title.In(lang))
	}
	if len(r.Issues) == 0 {
		say("没有发现不一致", "No inconsistencies")
		return
	}
	say("不一致之处：%d", "Inconsistencies: %d", len(r.Issues))
	for _, issue := range r.Issues {
		fmt.Fprintln(w, "  "+issue.In(lang))
	}
}
