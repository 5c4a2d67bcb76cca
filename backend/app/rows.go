package app

import (
	"cmp"
	"slices"
)

// sortRows sorts by the bytes of the columns from left to right, as machine files are.
func sortRows(rows [][]string) {
	slices.SortFunc(rows, func(a, b []string) int {
		for i := range a {
			if c := cmp.Compare(a[i], b[i]); c != 0 {
				return c
			}
		}
		return 0
	})
}
