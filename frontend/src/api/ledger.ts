import * as bound from '../../wailsjs/go/app/Atlas';
import { app } from '../../wailsjs/go/models';
import { asking } from './asking';
import type {
  AgreementAsk,
  AgreementEndAsk,
  AmountAsk,
  AuditAsk,
  AuditView,
  ClosePreview,
  ClosingReport,
  CompanyRecord,
  Consequence,
  Decided,
  DeterminationAsk,
  EligibilityView,
  EnrolAsk,
  EstateRecord,
  ExitAsk,
  ExitStepAsk,
  FundsView,
  FundUseAsk,
  FundUsePreview,
  InterviewAsk,
  InterviewsView,
  ItemAsk,
  ItemRecord,
  LedgerView,
  Level3View,
  MatrixAsk,
  MatrixDetail,
  MatrixView,
  PayableView,
  ReinspectionAsk,
  SettingAsk,
  SettingRow,
} from './ledger-types';
import type { ImportResult } from './types';

/**
 * The ledger. What is decided goes through a preview first where there is one: it says what the decision would change, or why it is
 * refused. An empty roundId is the latest round, year 0 that of the round.
 */
export interface LedgerCalls {
  ledger(roundId: string): Promise<LedgerView>;
  previewDecision(asks: DeterminationAsk[]): Promise<Consequence>;
  determine(asks: DeterminationAsk[], correction: string): Promise<Decided>;
  previewClose(roundId: string): Promise<ClosePreview>;
  closeRound(roundId: string): Promise<Decided>;
  verifyClosings(): Promise<ClosingReport>;
  /** Takes over what a closed round comes out as after a change outside the screens. */
  acceptClosing(roundId: string, reason: string): Promise<Decided>;
  /** An import that may change closed rounds, for a reason. Window only. */
  importCorrection(target: string, sources: string[], correction: string): Promise<ImportResult>;
  settings(): Promise<SettingRow[]>;
  previewSettings(asks: SettingAsk[]): Promise<Consequence>;
  setSettings(asks: SettingAsk[], reason: string): Promise<Decided>;
  matrix(roundId: string, year: number): Promise<MatrixView>;
  matrixDetail(ask: MatrixAsk): Promise<MatrixDetail>;
  payable(roundId: string, year: number): Promise<PayableView>;
  funds(roundId: string): Promise<FundsView>;
  previewFundUse(ask: FundUseAsk): Promise<FundUsePreview>;
  addFundUse(ask: FundUseAsk): Promise<Decided>;
  eligibility(roundId: string, year: number): Promise<EligibilityView>;
  interviews(roundId: string, year: number): Promise<InterviewsView>;
  holdInterviews(asks: InterviewAsk[]): Promise<Decided>;
  level3(roundId: string): Promise<Level3View>;
  recordExitStep(ask: ExitStepAsk): Promise<Decided>;
  reinspect(ask: ReinspectionAsk): Promise<Decided>;
  estateRecord(fid: number): Promise<EstateRecord>;
  previewEnrol(ask: EnrolAsk): Promise<Consequence>;
  enrol(ask: EnrolAsk): Promise<Decided>;
  previewExit(ask: ExitAsk): Promise<Consequence>;
  exit(ask: ExitAsk): Promise<Decided>;
  previewAgreement(ask: AgreementAsk): Promise<Consequence>;
  setAgreement(ask: AgreementAsk): Promise<Decided>;
  previewAgreementEnd(ask: AgreementEndAsk): Promise<Consequence>;
  endAgreement(ask: AgreementEndAsk): Promise<Decided>;
  previewAmount(ask: AmountAsk): Promise<Consequence>;
  setAmount(ask: AmountAsk): Promise<Decided>;
  companies(): Promise<CompanyRecord[]>;
  setCompany(ask: CompanyRecord): Promise<Decided>;
  items(): Promise<ItemRecord[]>;
  previewItem(ask: ItemAsk): Promise<Consequence>;
  setItem(ask: ItemAsk): Promise<Decided>;
  audit(ask: AuditAsk): Promise<AuditView>;
}

export const ledgerCalls: LedgerCalls = {
  ledger: (roundId) => asking(() => bound.Ledger(roundId)),
  previewDecision: (asks) =>
    asking(() => bound.PreviewDecision(asks.map((ask) => app.DeterminationAsk.createFrom(ask)))),
  determine: (asks, correction) =>
    asking(() =>
      bound.Determine(
        asks.map((ask) => app.DeterminationAsk.createFrom(ask)),
        correction,
      ),
    ),
  previewClose: (roundId) => asking(() => bound.PreviewClose(roundId)),
  closeRound: (roundId) => asking(() => bound.CloseRound(roundId)),
  acceptClosing: (roundId, reason) => asking(() => bound.AcceptClosing(roundId, reason)),
  importCorrection: (target, sources, correction) => asking(() => bound.ImportCorrection(target, sources, correction)),
  verifyClosings: () => asking(bound.VerifyClosings),
  settings: () => asking(bound.Settings),
  previewSettings: (asks) => asking(() => bound.PreviewSettings(asks.map((ask) => app.SettingAsk.createFrom(ask)))),
  setSettings: (asks, reason) =>
    asking(() =>
      bound.SetSettings(
        asks.map((ask) => app.SettingAsk.createFrom(ask)),
        reason,
      ),
    ),
  matrix: (roundId, year) => asking(() => bound.Matrix(roundId, year)),
  matrixDetail: (ask) => asking(() => bound.MatrixDetail(app.MatrixAsk.createFrom(ask))),
  payable: (roundId, year) => asking(() => bound.Payable(roundId, year)),
  funds: (roundId) => asking(() => bound.Funds(roundId)),
  previewFundUse: (ask) => asking(() => bound.PreviewFundUse(app.FundUseAsk.createFrom(ask))),
  addFundUse: (ask) => asking(() => bound.AddFundUse(app.FundUseAsk.createFrom(ask))),
  eligibility: (roundId, year) => asking(() => bound.Eligibility(roundId, year)),
  interviews: (roundId, year) => asking(() => bound.Interviews(roundId, year)),
  holdInterviews: (asks) => asking(() => bound.HoldInterviews(asks.map((ask) => app.InterviewAsk.createFrom(ask)))),
  level3: (roundId) => asking(() => bound.Level3(roundId)),
  recordExitStep: (ask) => asking(() => bound.RecordExitStep(app.ExitStepAsk.createFrom(ask))),
  reinspect: (ask) => asking(() => bound.Reinspect(app.ReinspectionAsk.createFrom(ask))),
  estateRecord: (fid) => asking(() => bound.EstateRecord(fid)),
  previewEnrol: (ask) => asking(() => bound.PreviewEnrol(app.EnrolAsk.createFrom(ask))),
  enrol: (ask) => asking(() => bound.Enrol(app.EnrolAsk.createFrom(ask))),
  previewExit: (ask) => asking(() => bound.PreviewExit(app.ExitAsk.createFrom(ask))),
  exit: (ask) => asking(() => bound.Exit(app.ExitAsk.createFrom(ask))),
  previewAgreement: (ask) => asking(() => bound.PreviewAgreement(app.AgreementAsk.createFrom(ask))),
  setAgreement: (ask) => asking(() => bound.SetAgreement(app.AgreementAsk.createFrom(ask))),
  previewAgreementEnd: (ask) => asking(() => bound.PreviewAgreementEnd(app.AgreementEndAsk.createFrom(ask))),
  endAgreement: (ask) => asking(() => bound.EndAgreement(app.AgreementEndAsk.createFrom(ask))),
  previewAmount: (ask) => asking(() => bound.PreviewAmount(app.AmountAsk.createFrom(ask))),
  setAmount: (ask) => asking(() => bound.SetAmount(app.AmountAsk.createFrom(ask))),
  companies: () => asking(bound.Companies),
  setCompany: (ask) => asking(() => bound.SetCompany(app.CompanyRecord.createFrom(ask))),
  items: () => asking(bound.Items),
  previewItem: (ask) => asking(() => bound.PreviewItem(app.ItemAsk.createFrom(ask))),
  setItem: (ask) => asking(() => bound.SetItem(app.ItemAsk.createFrom(ask))),
  audit: (ask) => asking(() => bound.Audit(app.AuditAsk.createFrom(ask))),
};
