package messy

import (
	"regexp"
	"strings"
)

// Lost is points lost on an item.
type Lost struct{ Item, Points string }

// lostPattern is a code or a word, what is said of it, and the points: C2:8, C8停车0.5, 楼道扣1分.
var lostPattern = regexp.MustCompile(`^([A-Za-z]{1,4}\d{1,3})?\s*[:：\-—]?\s*([^\d:：;；,，、\s]*)\s*[:：]?\s*-?(\d{1,3}(?:\.\d{1,3})?)\s*分?\s*[;；,，、。\s]*`)

// lost takes deductions in one cell apart; ok is false if any of it is not understood.
func (k *Known) lost(text string) ([]Lost, bool) {
	rest := trim(narrow(text))
	var out []Lost
	for rest != "" {
		m := lostPattern.FindStringSubmatch(rest)
		if m == nil || m[0] == "" || len(out) > 100 {
			return nil, false
		}
		name := strings.ToUpper(m[1])
		if name == "" {
			name = strings.TrimSuffix(strings.TrimSuffix(m[2], "扣分"), "扣")
		}
		code := k.items[name]
		if code == "" {
			return nil, false
		}
		out = append(out, Lost{code, m[3]})
		rest = rest[len(m[0]):]
	}
	return out, len(out) > 0
}
