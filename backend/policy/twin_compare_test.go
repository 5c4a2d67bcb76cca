package policy_test

import (
	"testing"

	"pgregory.net/rapid"

	"estateatlas/backend/policy"
)

// TestTwin compares the rule book with its slow twin, file by file, on random small districts with all settings varied.
func TestTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := nastyDistrict(t)
		book := policy.NewBook(d)
		for range 3 {
			on := someDay(t, "as of")
			w := &twin{d, d.Settings.Policy(), on}
			got, want := machineFiles(book.Evaluate(on)), w.files()
			if got.String() != want.String() {
				t.Fatalf("as of %s\ngot\n%s\nwant\n%s", on, got, want)
			}
		}
	})
}
