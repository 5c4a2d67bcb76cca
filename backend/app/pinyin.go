package app

import (
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

var pinyinStyle = func() pinyin.Args {
	a := pinyin.NewArgs()
	a.Fallback = func(r rune, _ pinyin.Args) []string {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return []string{string(unicode.ToLower(r))}
		}
		return nil
	}
	return a
}()

// spell returns the name in pinyin without tones and its initials, both lower case: 月牙河东里 → yueyahedongli, yyhdl.
// Letters and digits stand for themselves, other signs are left out. A character with several readings takes the commonest.
func spell(name string) (full, initials string) {
	var f, i strings.Builder
	for _, r := range name {
		syllables := pinyin.SinglePinyin(r, pinyinStyle)
		if len(syllables) == 0 || syllables[0] == "" {
			continue
		}
		f.WriteString(syllables[0])
		first := []rune(syllables[0])[0]
		i.WriteRune(first)
	}
	return f.String(), i.String()
}

func spellings(names []string) []Spelling {
	all := make([]Spelling, len(names))
	for i, name := range names {
		all[i].Pinyin, all[i].Initials = spell(name)
	}
	return all
}
