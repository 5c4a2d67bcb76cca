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

		"Ledger":              call1(a.Ledger),
		"PreviewDecision":     call1(a.PreviewDecision),
		"Determine":           call2(a.Determine),
		"PreviewClose":        call1(a.PreviewClose),
		"CloseRound":          call1(a.CloseRound),
		"AcceptClosing":       call2(a.AcceptClosing),
		"VerifyClosings":      call0(a.VerifyClosings),
		"Settings":            call0(a.Settings),
		"PreviewSettings":     call1(a.PreviewSettings),
		"SetSettings":         call2(a.SetSettings),
		"Matrix":              call2(a.Matrix),
		"MatrixDetail":        call1(a.MatrixDetail),
		"Payable":             call2(a.Payable),
		"Funds":               call1(a.Funds),
		"PreviewFundUse":      call1(a.PreviewFundUse),
		"AddFundUse":          call1(a.AddFundUse),
		"Eligibility":         call2(a.Eligibility),
		"Interviews":          call2(a.Interviews),
		"HoldInterviews":      call1(a.HoldInterviews),
		"Level3":              call1(a.Level3),
		"RecordExitStep":      call1(a.RecordExitStep),
		"Reinspect":           call1(a.Reinspect),
		"EstateRecord":        call1(a.EstateRecord),
		"PreviewEnrol":        call1(a.PreviewEnrol),
		"Enrol":               call1(a.Enrol),
		"PreviewExit":         call1(a.PreviewExit),
		"Exit":                call1(a.Exit),
		"PreviewAgreement":    call1(a.PreviewAgreement),
		"SetAgreement":        call1(a.SetAgreement),
		"PreviewAgreementEnd": call1(a.PreviewAgreementEnd),
		"EndAgreement":        call1(a.EndAgreement),
		"PreviewAmount":       call1(a.PreviewAmount),
		"SetAmount":           call1(a.SetAmount),
		"Companies":           call0(a.Companies),
		"SetCompany":          call1(a.SetCompany),
		"Items":               call0(a.Items),
		"PreviewItem":         call1(a.PreviewItem),
		"SetItem":             call1(a.SetItem),
		"Audit":               call1(a.Audit),

		"Clerk":            call0(a.Clerk),
		"SetClerk":         call1(func(name string) (any, error) { return nil, a.SetClerk(name) }),
		"ProxyRun":         call1(a.ProxyRun),
		"ProxyProgress":    call0(a.ProxyProgress),
		"CancelProxyRun":   call0(func() (any, error) { return nil, a.CancelProxyRun() }),
		"ProxyChoice":      call2(a.ProxyChoice),
		"Scenarios":        call0(a.Scenarios),
		"KeepScenario":     call3(a.KeepScenario),
		"DropScenario":     call1(a.DropScenario),
		"CompareScenarios": call2(a.CompareScenarios),
		"Barriers":         call0(a.Barriers),
		"PreviewBarriers":  call1(a.PreviewBarriers),
		"SetBarriers":      call1(a.SetBarriers),
		"SetOverride":      call3(a.SetOverride),
		"RemoveOverride":   call1(a.RemoveOverride),
		"PreviewAccept":    call1(a.PreviewAccept),
		"AcceptRun":        call1(a.AcceptRun),
		"Boundaries":       call2(a.Boundaries),
		"Enclosing":        call1(a.Enclosing),
		"PreviewBoundary":  call2(a.PreviewBoundary),
		"EditBoundary":     call2(a.EditBoundary),
		"AddEstate":        call1(a.AddEstate),
		"PreviewSplit":     call2(a.PreviewSplit),
		"SplitEstate":      call4(a.SplitEstate),
		"PreviewMerge":     call2(a.PreviewMerge),
		"MergeEstates":     call2(a.MergeEstates),

		"Rectification":       call1(a.Rectification),
		"RectifyProgress":     call0(a.RectifyProgress),
		"CancelRectification": call0(func() (any, error) { return nil, a.CancelRectification() }),
		"RectifySteps":        call2(a.RectifySteps),
		"Rectify":             call1(a.Rectify),
		"Findings":            call1(a.Findings),
		"FindingPlaces":       call2(a.FindingPlaces),
		"SetFinding":          call1(a.SetFinding),
		"ResolveFindings":     call1(a.ResolveFindings),
		"Heat":                call1(a.Heat),

		"Quality":               call1(a.Quality),
		"QualityProgress":       call0(a.QualityProgress),
		"CancelQuality":         call0(func() (any, error) { return nil, a.CancelQuality() }),
		"QualityFaults":         call2(a.QualityFaults),
		"QualityFault":          call2(a.QualityFault),
		"PreviewQualityRepairs": call2(a.PreviewQualityRepairs),
		"RepairQuality":         call3(a.RepairQuality),

		// A browser sends its files in parts; opening one by its path belongs to the window.
		"WizardUpload":  call1(a.WizardUpload),
		"WizardPreview": call2(a.WizardPreview),
		"WizardRows":    call4(a.WizardRows),
		"WizardWrite":   call2(a.WizardWrite),
		"WizardClose":   call1(func(id string) (any, error) { return nil, a.WizardClose(id) }),

		"UndoState": call0(a.UndoState),
		"Undo":      call0(a.Undo),
		"Redo":      call0(a.Redo),

		"LetterKinds":         call0(a.LetterKinds),
		"LetterTemplate":      call1(a.LetterTemplate),
		"CheckLetterTemplate": call2(a.CheckLetterTemplate),
		"SetLetterTemplate":   call1(a.SetLetterTemplate),
		"Letters":             call2(a.Letters),

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

func call4[A, B, C, D, R any](f func(A, B, C, D) (R, error)) call {
	return func(args []json.RawMessage) (any, error) {
		var a A
		var b B
		var c C
		var d D
		if err := decode(args, &a, &b, &c, &d); err != nil {
			return nil, err
		}
		return f(a, b, c, d)
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
