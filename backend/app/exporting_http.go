package app

import (
	"io"
	"mime"
	"net/http"
	"path"
	"strings"

	"estateatlas/backend/export"
)

// exportTypes are the content types of what exports make, by ending.
var exportTypes = map[string]string{
	".xlsx":    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".csv":     "text/csv; charset=utf-8",
	".geojson": "application/geo+json",
	".pdf":     "application/pdf",
	".png":     "image/png",
	".pptx":    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}

// Exports serves the files of finished jobs as downloads at /exports/{id}/{name}; the name has to be that of the file.
func Exports(a *Atlas) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			http.Error(w, "GET only", http.StatusMethodNotAllowed)
			return
		}
		id, name, ok := strings.Cut(strings.TrimPrefix(r.URL.Path, "/exports/"), "/")
		if !ok {
			http.NotFound(w, r)
			return
		}
		called, file, err := a.jobs.file(id)
		if err != nil {
			http.NotFound(w, r)
			return
		}
		defer func() { _ = file.Close() }() // it was only read
		info, err := file.Stat()
		if err != nil || name != called {
			http.NotFound(w, r)
			return
		}
		kind := exportTypes[path.Ext(called)]
		if kind == "" {
			kind = "application/octet-stream"
		}
		head := w.Header()
		head.Set("Content-Type", kind)
		head.Set("Content-Disposition", attachment(called))
		head.Set("X-Content-Type-Options", "nosniff")
		head.Set("Cache-Control", "private, no-store")
		http.ServeContent(w, r, "", info.ModTime(), file)
	})
}

// attachment is the header of a download with a name that may be Chinese (RFC 6266, RFC 5987): the plain parameter for old
// readers, the other for everybody else.
func attachment(name string) string {
	plain := strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' || strings.ContainsRune(`"\%`, r) {
			return '_'
		}
		return r
	}, name)
	full := mime.FormatMediaType("attachment", map[string]string{"filename": name})
	_, coded, ok := strings.Cut(full, "filename*=")
	if !ok {
		return `attachment; filename="` + plain + `"`
	}
	return `attachment; filename="` + plain + `"; filename*=` + strings.Replace(coded, "utf-8", "UTF-8", 1)
}

// JobFileName is the proposed name of a finished job's file. Errors: CodeNotFound.
func JobFileName(a *Atlas, id string) (string, error) {
	name, file, err := a.jobs.file(id)
	if err != nil {
		return "", err
	}
	return name, file.Close()
}

// SaveJob copies the file of a finished job to path, whole or not at all. Errors: CodeNotFound, CodeInvalid.
func SaveJob(a *Atlas, id, to string) error {
	_, file, err := a.jobs.file(id)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }() // it was only read
	return export.WriteFile(to, func(w io.Writer) error { _, err := io.Copy(w, file); return err })
}
