package export

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestName is how many bytes a file name has at most, its ending included: file systems end at 255, and a temporary
// neighbour and a browser's " (1)" need room.
const longestName = 180

// FileName makes a file name of a title that may hold anything, with an ending such as ".xlsx". It is one name, never a path, and
// taken by every system: no separators, no signs that Windows refuses, no control or direction signs, no dots or blanks at the
// ends, none of the names of devices.
func FileName(title, ending string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(title, "") {
		switch {
		case strings.ContainsRune(`<>:"/\|?*`, r):
			b.WriteByte('_')
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		case !unicode.IsGraphic(r):
			// Control, direction and zero-width signs, and code points without a meaning, change how a name looks or are refused.
		default:
			b.WriteRune(r)
		}
	}
	name := strings.Join(strings.Fields(b.String()), " ")
	name = clip(name, longestName-len(ending))
	name = strings.Trim(name, ". ")
	if name == "" {
		name = "一张图"
	}
	if isDevice(name) {
		name = "_" + name
	}
	return name + ending
}

// clip cuts a text to at most so many bytes, at a character.
func clip(s string, most int) string {
	if len(s) <= most {
		return s
	}
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return s[:most]
}

// isDevice reports whether Windows takes a name, up to its first dot, for a device.
func isDevice(name string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch stem = strings.TrimRight(stem, " "); stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	for _, port := range []string{"COM", "LPT"} {
		if number, ok := strings.CutPrefix(stem, port); ok && utf8.RuneCountInString(number) == 1 && strings.ContainsAny(number, "0123456789¹²³") {
			return true
		}
	}
	return false
}
