package app

import (
	"slices"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/ingest"
)

// shiftedMark is what an import of shifted coordinates leaves in the log, which travels with the file and follows undo.
func shiftedMark(d ingest.Datum) string {
	if d == ingest.DatumNone {
		return ""
	}
	return " (" + string(d) + ")"
}

// shifted lists the shifted systems, each once and in order, that coordinates of the project were turned back from: those of the
// imports in the log that are in force.
func shifted(log []domain.AuditEntry) []string {
	var done, undone []string
	for i := range log {
		switch log[i].Kind {
		case domain.AuditDo:
			done, undone = append(done, log[i].What), nil
		case domain.AuditUndo:
			if n := len(done); n > 0 {
				done, undone = done[:n-1], append(undone, done[n-1])
			}
		case domain.AuditRedo:
			if n := len(undone); n > 0 {
				done, undone = append(done, undone[n-1]), undone[:n-1]
			}
		}
	}
	found := []string{}
	for _, what := range done {
		for _, d := range []ingest.Datum{ingest.DatumGCJ02, ingest.DatumBD09} {
			imported := strings.HasPrefix(what, "import ") || strings.HasPrefix(what, "导入 ")
			if imported && strings.HasSuffix(what, shiftedMark(d)) {
				found = append(found, string(d))
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}
