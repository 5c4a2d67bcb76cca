package app

import "testing"

func TestSpell(t *testing.T) {
	for name, want := range map[string][2]string{
		"月牙河东里":     {"yueyahedongli", "yyhdl"},
		"卫国道46—52号": {"weiguodao4652hao", "wgd4652h"},
		"SOHO 家园":   {"sohojiayuan", "sohojy"},
		"":          {"", ""},
	} {
		full, initials := spell(name)
		if full != want[0] || initials != want[1] {
			t.Errorf("%s: %s, %s; want %s, %s", name, full, initials, want[0], want[1])
		}
	}
}
