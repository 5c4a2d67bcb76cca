package app

func (a *Atlas) EstateRecord(fid int64) (EstateRecord, error) { return EstateRecord{}, nil }

func (a *Atlas) PreviewEnrol(ask EnrolAsk) (Consequence, error) { return Consequence{}, nil }

func (a *Atlas) Enrol(ask EnrolAsk) (Decided, error) { return Decided{}, nil }

func (a *Atlas) PreviewExit(ask ExitAsk) (Consequence, error) { return Consequence{}, nil }

func (a *Atlas) Exit(ask ExitAsk) (Decided, error) { return Decided{}, nil }

func (a *Atlas) PreviewAgreement(ask AgreementAsk) (Consequence, error) { return Consequence{}, nil }

func (a *Atlas) SetAgreement(ask AgreementAsk) (Decided, error) { return Decided{}, nil }

func (a *Atlas) PreviewAgreementEnd(ask AgreementEndAsk) (Consequence, error) {
	return Consequence{}, nil
}

func (a *Atlas) EndAgreement(ask AgreementEndAsk) (Decided, error) { return Decided{}, nil }

func (a *Atlas) PreviewAmount(ask AmountAsk) (Consequence, error) { return Consequence{}, nil }

func (a *Atlas) SetAmount(ask AmountAsk) (Decided, error) { return Decided{}, nil }

func (a *Atlas) Companies() ([]CompanyRecord, error) { return []CompanyRecord{}, nil }

func (a *Atlas) SetCompany(ask CompanyRecord) (Decided, error) { return Decided{}, nil }

func (a *Atlas) Items() ([]ItemRecord, error) { return []ItemRecord{}, nil }

func (a *Atlas) PreviewItem(ask ItemAsk) (Consequence, error) { return Consequence{}, nil }

func (a *Atlas) SetItem(ask ItemAsk) (Decided, error) { return Decided{}, nil }

func (a *Atlas) Audit(ask AuditAsk) (AuditView, error) { return AuditView{}, nil }
