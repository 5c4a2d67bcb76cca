package app

import (
	"unicode/utf8"

	"estateatlas/backend/domain"
)

// Refusals that several decisions of the ledger share.

func invalid(zh, en string, args ...any) error {
	return domain.Fail(domain.CodeInvalid, domain.Say(zh, en, args...), nil)
}

func errNoEstate() error {
	return domain.Fail(domain.CodeNotFound, domain.Say("项目中没有这个小区", "The project has no such estate"), nil)
}

// mostText is how many letters a reason or a note may have.
const mostText = 1000

// checkText refuses a text that is too long.
func checkText(zh, en, text string) error {
	if utf8.RuneCountInString(text) > mostText {
		return invalid("%[1]s最多 %[3]d 个字", "The %[2]s has at most %[3]d letters", zh, en, mostText)
	}
	return nil
}
