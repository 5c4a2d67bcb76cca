package domain

import (
	"cmp"
	"slices"
)

type idDate struct {
	id   string
	date int32
}

type idPair struct{ a, b string }

func compareKeys[K comparable](a, b K) int {
	switch a := any(a).(type) {
	case string:
		return cmp.Compare(a, any(b).(string))
	case idDate:
		b := any(b).(idDate)
		return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.date, b.date))
	case idPair:
		b := any(b).(idPair)
		return cmp.Or(cmp.Compare(a.a, b.a), cmp.Compare(a.b, b.b))
	}
	panic("domain: no order for this key")
}

// mergeRows puts the rows of put over those of base with the same key and sorts by key. An estate keeps the FID of the row
// it replaces.
func mergeRows[T any, K comparable](base, put []T, key func(T) K) []T {
	if len(put) == 0 {
		return base
	}
	at := make(map[K]int, len(base)+len(put))
	out := make([]T, 0, len(base)+len(put))
	for _, rows := range [][]T{base, put} {
		for _, r := range rows {
			k := key(r)
			if i, ok := at[k]; ok {
				if e, isEstate := any(&r).(*Estate); isEstate {
					e.FID = any(&out[i]).(*Estate).FID
				}
				out[i] = r
				continue
			}
			at[k] = len(out)
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b T) int { return compareKeys(key(a), key(b)) })
	return out
}

// mergeSets replaces the rows of base whose key occurs in put by those of put, in their order, and sorts by key.
func mergeSets[T any, K comparable](base, put []T, key func(T) K) []T {
	if len(put) == 0 {
		return base
	}
	replaced := make(map[K]bool)
	for _, r := range put {
		replaced[key(r)] = true
	}
	out := make([]T, 0, len(base)+len(put))
	for _, r := range base {
		if !replaced[key(r)] {
			out = append(out, r)
		}
	}
	out = append(out, put...)
	slices.SortStableFunc(out, func(a, b T) int { return compareKeys(key(a), key(b)) })
	return out
}
