package domain

import (
	"context"
	"errors"
	"fmt"
)

// Lang is a language of the interface.
type Lang string

const (
	ZH Lang = "zh"
	EN Lang = "en"
)

// Text is one sentence in both languages of the interface. Records (names of estates, companies, streets) stay as entered.
type Text struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

// Say makes a Text from two format strings that take the same arguments, in the same order or by index (%[1]s).
func Say(zh, en string, args ...any) Text {
	if len(args) == 0 {
		return Text{zh, en}
	}
	return Text{fmt.Sprintf(zh, args...), fmt.Sprintf(en, args...)}
}

// In returns the text in lang, Chinese unless English is asked for.
func (t Text) In(lang Lang) string {
	if lang == EN {
		return t.EN
	}
	return t.ZH
}

// Code tells kinds of errors apart; screens and exit codes go by it.
type Code string

const (
	CodeInvalid   Code = "invalid"   // bad input; the text says which and what to do
	CodeNotFound  Code = "not_found" // the file, estate or round asked for does not exist
	CodeConflict  Code = "conflict"  // the change does not fit what is stored
	CodeReadOnly  Code = "read_only" // another window has the project open
	CodeCorrupt   Code = "corrupt"   // the project file is damaged or not a project
	CodeNewer     Code = "newer"     // the project was written by a newer version
	CodeCancelled Code = "cancelled" // the user stopped it
	CodeInternal  Code = "internal"  // anything else
)

// Error is an error that a user can read: what is wrong and what to do.
type Error struct {
	Code Code
	Text Text
	Err  error // the cause, for the log
}

// Fail makes an *Error.
func Fail(code Code, text Text, cause error) *Error {
	return &Error{Code: code, Text: text, Err: cause}
}

func (e *Error) Error() string {
	if e.Err != nil {
		return e.Text.EN + ": " + e.Err.Error()
	}
	return e.Text.EN
}

func (e *Error) Unwrap() error { return e.Err }

// Cancelled is the error of work that ctx has ended, nil while it may go on.
func Cancelled(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return Fail(CodeCancelled, Say("已取消", "Cancelled"), err)
	}
	return nil
}

// Explain returns the code and the sentence that a user should see for err; of an error that is not ours it says only
// that something unexpected happened, with the technical text behind it.
func Explain(err error) (Code, Text) {
	var e *Error
	if errors.As(err, &e) {
		return e.Code, e.Text
	}
	return CodeInternal, Say("发生未预料的错误：%v", "Something unexpected happened: %v", err)
}
