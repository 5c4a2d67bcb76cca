package app

import (
	"io"
	"os"
	"path/filepath"

	"estateatlas/backend/domain"
	"estateatlas/backend/export"
)

// keptMost is how large a text is that Remember keeps.
const keptMost = 64 << 10

// Remember keeps a small text for the next start, under a file name of the program's own in the user's configuration folder.
// Errors: CodeInvalid where it is too large or cannot be written.
func Remember(name string, text []byte) error {
	if len(text) > keptMost {
		return domain.Fail(domain.CodeInvalid, domain.Say("要记住的设置超过 %d kB", "What is to be remembered exceeds %d kB", keptMost>>10), nil)
	}
	folder, err := configFolder()
	if err != nil {
		return err
	}
	return export.WriteFile(filepath.Join(folder, name), func(w io.Writer) error { _, err := w.Write(text); return err })
}

// Remembered returns what Remember kept, nil where there is nothing that it could have kept.
func Remembered(name string) []byte {
	folder, err := configFolder()
	if err != nil {
		return nil
	}
	file, err := os.Open(filepath.Join(folder, name))
	if err != nil {
		return nil
	}
	defer func() { _ = file.Close() }() // it was only read
	text, err := io.ReadAll(io.LimitReader(file, keptMost+1))
	if err != nil || len(text) > keptMost {
		return nil
	}
	return text
}
