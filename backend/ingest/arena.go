package ingest

// arena hands out slices of shared blocks, so that a file's many small rings cost few allocations.
type arena[T any] struct{ block []T }

const arenaBlock = 8192

// add appends v to the slice under way, which begins at start, and returns where it begins now.
func (a *arena[T]) add(start int, v T) int {
	if len(a.block) == cap(a.block) {
		grown := make([]T, len(a.block)-start, max(arenaBlock, 2*(len(a.block)-start)))
		copy(grown, a.block[start:])
		a.block, start = grown, 0
	}
	a.block = append(a.block, v)
	return start
}

// take returns the slice that begins at start; nothing can be appended to it in place.
func (a *arena[T]) take(start int) []T { return a.block[start:len(a.block):len(a.block)] }
