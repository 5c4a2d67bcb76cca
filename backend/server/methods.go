package server

import (
	"encoding/json"
	"errors"

	"estateatlas/backend/app"
)

type call func(args []json.RawMessage) (any, error)

var errArguments = errors.New("the arguments do not fit the method")

// methods lists what a browser may call: looking and deciding. Opening and importing take paths of this machine and belong to the
// window and the command line.
func methods(a *app.Atlas) map[string]call {
	return map[string]call{
		"Session":  call0(a.Session),
		"District": call0(a.District),
		"Round":    call1(a.Round),
		"Card":     call2(a.Card),
		"History":  call3(a.History),
		"Proxies":  call1(a.Proxies),
		"Numbers":  call1(a.Numbers),
		"Colour":   call2(a.Colour),
		"Group":    call3(a.Group),
		"Overview": call1(a.Overview),
		"Agenda":   call1(a.Agenda),
		"Measure":  call2(a.Measure),
		"BaseMaps": call0(a.BaseMaps),

		"Clerk":     call0(a.Clerk),
		"SetClerk":  call1(func(name string) (any, error) { return nil, a.SetClerk(name) }),
		"UndoState": call0(a.UndoState),
		"Undo":      call0(a.Undo),
		"Redo":      call0(a.Redo),

		"TableColumns": call2(a.TableColumns),
		// Exports write nothing but temporary files of the program, which the browser fetches; their number and size are bounded.
		"StartExport": call1(a.StartExport),
		"JobState":    call1(a.JobState),
		"CancelJob":   call1(func(id string) (any, error) { return nil, a.CancelJob(id) }),
	}
}

func call0[R any](f func() (R, error)) call {
	return func(args []json.RawMessage) (any, error) {
		if err := decode(args); err != nil {
			return nil, err
		}
		return f()
	}
}

func call1[A, R any](f func(A) (R, error)) call {
	return func(args []json.RawMessage) (any, error) {
		var a A
		if err := decode(args, &a); err != nil {
			return nil, err
		}
		return f(a)
	}
}

func call2[A, B, R any](f func(A, B) (R, error)) call {
	return func(args []json.RawMessage) (any, error) {
		var a A
		var b B
		if err := decode(args, &a, &b); err != nil {
			return nil, err
		}
		return f(a, b)
	}
}

func call3[A, B, C, R any](f func(A, B, C) (R, error)) call {
	return func(args []json.RawMessage) (any, error) {
		var a A
		var b B
		var c C
		if err := decode(args, &a, &b, &c); err != nil {
			return nil, err
		}
		return f(a, b, c)
	}
}

func decode(args []json.RawMessage, to ...any) error {
	if len(args) != len(to) {
		return errArguments
	}
	for i := range args {
		if json.Unmarshal(args[i], to[i]) != nil {
			return errArguments
		}
	}
	return nil
}
