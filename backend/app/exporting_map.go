package app

import (
	"context"
	"io"
)

// writeMap writes the map sheet that is asked for, as PDF or PNG. It is done in one step.
func writeMap(_ context.Context, _ *project, _ ExportAsk, _ io.Writer, _ func(done, total int)) error {
	return errNotYet
}

// writeAtlas writes a PDF with a page for each estate of ask.FIDs, after an index of them. progress counts the pages.
func writeAtlas(_ context.Context, _ *project, _ ExportAsk, _ io.Writer, _ func(done, total int)) error {
	return errNotYet
}
