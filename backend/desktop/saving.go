package desktop

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"estateatlas/backend/app"
	"estateatlas/backend/domain"

	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// SaveExport asks where the file of a finished export shall go and writes it, whole or not at all. It returns the path, "" if
// the user thought better of it.
func (w *Window) SaveExport(jobID string) (string, error) {
	name, err := app.JobFileName(w.atlas, jobID)
	if err != nil {
		return "", err
	}
	ending := filepath.Ext(name)
	path, err := runtime.SaveFileDialog(w.ctx, runtime.SaveDialogOptions{
		Title: "导出到", DefaultDirectory: w.lastPlace().folder(), DefaultFilename: name,
		Filters: []runtime.FileFilter{{DisplayName: strings.ToUpper(ending[1:]) + " (*" + ending + ")", Pattern: "*" + ending}},
	})
	if err != nil || path == "" {
		return "", err
	}
	if path, err = withEnding(path, ending); err != nil {
		return "", err
	}
	if err := app.SaveJob(w.atlas, jobID, path); err != nil {
		return "", err
	}
	p := w.lastPlace()
	p.Folder = filepath.Dir(path)
	w.remember(p)
	return path, nil
}

// withEnding puts the ending behind a name that was typed without it. The dialog asked whether a file may be replaced by the
// name as it was typed, so one by the longer name is not.
func withEnding(path, ending string) (string, error) {
	if strings.EqualFold(filepath.Ext(path), ending) {
		return path, nil
	}
	path += ending
	if _, err := os.Lstat(path); err == nil {
		return "", domain.Fail(domain.CodeInvalid, domain.Say("文件 %s 已经存在；换一个名称", "The file %s exists already; choose another name", path), nil)
	}
	return path, nil
}

// prefsFile keeps what the screens remember.
const prefsFile = "prefs.json"

// Prefs returns what SavePrefs kept, "" if there is nothing.
func (w *Window) Prefs() (string, error) {
	text := app.Remembered(prefsFile)
	if !json.Valid(text) {
		return "", nil
	}
	return string(text), nil
}

// SavePrefs keeps a JSON text of at most 64 kB for the next start, for all projects. Errors: CodeInvalid.
func (w *Window) SavePrefs(text string) error {
	if !json.Valid([]byte(text)) {
		return domain.Fail(domain.CodeInvalid, domain.Say("要记住的设置不是 JSON", "What is to be remembered is not JSON"), nil)
	}
	return app.Remember(prefsFile, []byte(text))
}
