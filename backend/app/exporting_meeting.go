package app

import (
	"context"
	"io"
)

// writeMeeting writes the walk through a meeting as PDF or PPTX.
func writeMeeting(_ context.Context, _ *project, _ ExportAsk, _ io.Writer, _ func(done, total int)) error {
	return errNotYet
}
