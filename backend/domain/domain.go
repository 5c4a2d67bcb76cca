// Package domain holds the nouns of the program: estates, companies, agreements, rounds, scores and
// what else a district hands over, with their units, codes and invariants, and the contract of the
// store that keeps them.
//
// It is the centre: every other package may import it, it imports nothing of ours. It holds no rules
// (package policy), no SQL (package gpkg) and no file formats (package ingest).
//
// Ids are text and are kept byte for byte; they are ordered by their UTF-8 bytes, which is what Go's
// < does on strings. Money is [Fen], dates are civil [Date]s, scores and points are exact [Decimal]s.
package domain
