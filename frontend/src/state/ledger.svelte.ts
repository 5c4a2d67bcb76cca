import type { Atlas } from '../api/atlas';
import { AppError } from '../api/errors';
import type {
  Consequence,
  DeterminationAsk,
  EligibilityView,
  FundsView,
  InterviewRow,
  InterviewsView,
  LedgerRow,
  LedgerView,
  Level3,
  Level3View,
  MatrixDetail,
  MatrixView,
  PayableView,
  Reinspection,
} from '../api/ledger-types';
import type { LetterKind, LetterList } from '../api/letters';
import { i18n } from '../i18n/index.svelte';
import { exportAsk } from '../model/exports';
import type { Desk } from './desk.svelte';

export const ledgerTabs = ['results', 'withheld', 'funds', 'awards', 'interviews', 'exits'] as const;
export type LedgerTab = (typeof ledgerTabs)[number];
export const causes = ['company', 'territorial', 'undetermined'] as const;
export type Cause = (typeof causes)[number];

/** The list that each tab exports. */
const lists: Record<LedgerTab, string> = {
  results: 'ledger',
  withheld: 'matrix',
  funds: 'funds',
  awards: 'eligibility',
  interviews: 'interviews',
  exits: 'level3',
};

export type LedgerDialog =
  | { kind: 'close' | 'closed' | 'use' }
  | { kind: 'reinspect'; row: LedgerRow; of: Reinspection | null }
  | { kind: 'interview'; row: InterviewRow }
  | { kind: 'step'; of: Level3; step: string };

/** The estates whose money a selection touches: those of a company in a subdistrict, or those that a decision would change. */
export interface Light {
  /** The bottom estate that they are lit for; null: a month of the matrix, or a decision. */
  fid: number | null;
  company: number;
  subdistrict: number;
  fids: readonly number[];
}

/** The ledger's desk: the round's results to confirm, what follows from them, and what was done about it. */
export class Ledger {
  tab = $state<LedgerTab>('results');
  /** Of the matrix, eligibility and interviews; 0: that of the round. */
  year = $state(0);
  view = $state.raw<LedgerView | null>(null);
  matrix = $state.raw<MatrixView | null>(null);
  /** The withheld months are shown by estate, with what is payable. */
  byEstate = $state(false);
  payable = $state.raw<PayableView | null>(null);
  detail = $state.raw<MatrixDetail | null>(null);
  funds = $state.raw<FundsView | null>(null);
  eligibility = $state.raw<EligibilityView | null>(null);
  interviews = $state.raw<InterviewsView | null>(null);
  level3 = $state.raw<Level3View | null>(null);
  error = $state.raw<AppError | null>(null);

  /** Causes that are asked for and not decided yet, by estate. */
  asked = $state.raw<ReadonlyMap<number, Cause>>(new Map());
  picked = $state.raw<ReadonlySet<number>>(new Set());
  reason = $state('');
  correction = $state('');
  /** What the decision would change. */
  consequence = $state.raw<Consequence | null>(null);
  refused = $state.raw<AppError | null>(null);
  busy = $state(false);
  dialog = $state.raw<LedgerDialog | null>(null);

  light = $state.raw<Light | null>(null);

  readonly #atlas: Atlas;
  readonly #desk: Desk;
  #asking = 0;
  /** The state of the project that the consequence was worked out in. */
  #seen = -1;

  /** 1 for each lit estate, by position; null: none is. */
  readonly mask: Uint8Array | null = $derived.by(() => {
    const { light } = this;
    const { estates } = this.#desk;
    if (!light || !estates) return null;
    const mask = new Uint8Array(estates.count);
    for (const fid of light.fids) {
      const at = estates.position(fid);
      if (at >= 0) mask[at] = 1;
    }
    return mask;
  });

  /** The bottom result of the selected estate. */
  readonly row: LedgerRow | null = $derived.by(
    () => this.view?.rows.find((row) => row.fid === this.#desk.selected) ?? null,
  );

  constructor(atlas: Atlas, desk: Desk) {
    this.#atlas = atlas;
    this.#desk = desk;
  }

  get roundId(): string {
    return this.#desk.rounds.shown?.roundId ?? '';
  }

  /** Another project is open. */
  forget(): void {
    this.#asking++;
    this.tab = 'results';
    this.year = 0;
    this.byEstate = false;
    this.view = this.matrix = this.payable = this.funds = this.eligibility = this.interviews = this.level3 = null;
    this.leave();
    this.error = null;
    this.dialog = null;
  }

  /** Asks for what the tab shows; to be called when the round, the tab or the project changed. */
  async refresh(): Promise<void> {
    const mine = ++this.#asking;
    const { roundId, tab, year } = this;
    if (roundId === '') return;
    const put = <T>(answer: Promise<T>, take: (value: T) => void): Promise<void> =>
      answer.then((value) => {
        if (mine === this.#asking) take(value);
      });
    const asks = [
      put(this.#atlas.ledger(roundId), (value) => {
        if (this.view && this.view.roundId !== value.roundId) this.leave();
        this.view = value;
        // An undo meanwhile may have changed what the decision would change.
        if (this.#seen !== this.#desk.revision) void this.#preview();
      }),
    ];
    const wants = (...tabs: LedgerTab[]): boolean => tabs.includes(tab);
    if (wants('withheld') && this.byEstate)
      asks.push(
        put(this.#atlas.payable(roundId, year), (value) => {
          this.payable = value;
        }),
      );
    if (wants('results', 'withheld'))
      asks.push(
        put(this.#atlas.matrix(roundId, year), (value) => {
          this.matrix = value;
        }),
      );
    if (wants('results', 'funds'))
      asks.push(
        put(this.#atlas.funds(roundId), (value) => {
          this.funds = value;
        }),
      );
    if (wants('awards'))
      asks.push(
        put(this.#atlas.eligibility(roundId, year), (value) => {
          this.eligibility = value;
        }),
      );
    if (wants('interviews'))
      asks.push(
        put(this.#atlas.interviews(roundId, year), (value) => {
          this.interviews = value;
        }),
      );
    if (wants('exits'))
      asks.push(
        put(this.#atlas.level3(roundId), (value) => {
          this.level3 = value;
        }),
      );
    try {
      await Promise.all(asks);
      if (mine === this.#asking) this.error = null;
    } catch (thrown) {
      if (mine === this.#asking) this.error = AppError.parse(thrown);
    }
  }

  /** Selects a bottom estate and lights what its measures reach: the company's estates in the subdistrict. */
  show(row: LedgerRow): void {
    this.#desk.select(row.fid);
    const { district } = this.#desk;
    const company = this.#desk.rounds.shown?.company ?? [];
    const fids = (district?.estates.fid ?? []).filter(
      (fid, at) =>
        fid === row.fid ||
        (row.company >= 0 && company[at] === row.company && district?.estates.subdistrict[at] === row.subdistrict),
    );
    this.#shine({ fid: row.fid, company: row.company, subdistrict: row.subdistrict, fids });
  }

  #shine(light: Light): void {
    this.light = light;
    this.#desk.map?.frame(light.fids);
  }

  toggle(fid: number): void {
    const picked = new Set(this.picked);
    if (!picked.delete(fid)) picked.add(fid);
    this.picked = picked;
  }

  toggleAll(): void {
    const rows = this.view?.rows ?? [];
    this.picked = this.picked.size === rows.length ? new Set() : new Set(rows.map((row) => row.fid));
  }

  /** Asks for a cause of an estate; of all that are picked if it is one of them. */
  async choose(fid: number, cause: Cause): Promise<void> {
    await this.#ask(this.picked.has(fid) ? [...this.picked] : [fid], cause);
  }

  async chooseAll(cause: Cause): Promise<void> {
    await this.#ask([...this.picked], cause);
  }

  async #ask(fids: readonly number[], cause: Cause): Promise<void> {
    const asked = new Map(this.asked);
    for (const fid of fids) {
      const row = this.view?.rows.find((r) => r.fid === fid);
      // What holds by a determination already needs none; what is only derived can be confirmed.
      if (row?.determination?.cause === cause) asked.delete(fid);
      else asked.set(fid, cause);
    }
    this.asked = asked;
    await this.#preview();
  }

  #asks(): DeterminationAsk[] {
    return [...this.asked].map(([fid, cause]) => ({
      roundId: this.roundId,
      fid,
      cause,
      reason: this.reason.trim(),
      on: '',
    }));
  }

  async #preview(): Promise<void> {
    this.#seen = this.#desk.revision;
    this.refused = null;
    if (this.asked.size === 0) {
      this.consequence = null;
      return;
    }
    const { asked } = this;
    try {
      const consequence = await this.#atlas.previewDecision(this.#asks());
      if (asked !== this.asked) return;
      this.consequence = consequence;
      const fids = consequence.estates.map((e) => e.fid);
      this.#shine({
        fid: null,
        company: -1,
        subdistrict: -1,
        fids: [...asked.keys(), ...fids],
      });
    } catch (thrown) {
      if (asked === this.asked) this.refused = AppError.parse(thrown);
    }
  }

  /** Takes the decision that stands there. */
  async take(): Promise<void> {
    if (this.busy || this.asked.size === 0) return;
    this.busy = true;
    this.refused = await this.#desk.decide(() => this.#atlas.determine(this.#asks(), this.correction.trim()));
    this.busy = false;
    if (!this.refused) this.leave();
  }

  /** Puts aside what was asked for. */
  leave(): void {
    this.asked = new Map();
    this.picked = new Set();
    this.reason = '';
    this.correction = '';
    this.consequence = null;
    this.refused = null;
    this.detail = null;
    this.light = null;
  }

  /** Opens a cell of the matrix by its estates, and frames them on the map. */
  async open(company: number, subdistrict: number, month: string): Promise<void> {
    try {
      this.detail = await this.#atlas.matrixDetail({ roundId: this.roundId, company, subdistrict, month });
      this.#shine({ fid: null, company, subdistrict, fids: this.detail.estates.map((e) => e.fid) });
    } catch (thrown) {
      this.error = AppError.parse(thrown);
    }
  }

  /** Exports the list of the tab. */
  export(format: 'xlsx' | 'csv'): void {
    const what = this.tab === 'withheld' && this.byEstate ? 'payable' : lists[this.tab];
    const ask = exportAsk(what, format, this.roundId, i18n.lang);
    // The year that is shown, where the tab shows one.
    const ofYear = ['withheld', 'awards', 'interviews'].includes(this.tab);
    void this.#desk.jobs.run(
      ofYear && this.year > 0 ? { ...ask, year: this.year } : ask,
      this.#desk.session?.desktop ?? false,
    );
  }

  /** The notices of some kinds that the round calls for. */
  async letters(kinds: readonly string[]): Promise<{ kind: LetterKind; list: LetterList }[]> {
    const all = (await this.#atlas.letterKinds()).filter((k) => kinds.includes(k.kind));
    return Promise.all(all.map(async (kind) => ({ kind, list: await this.#atlas.letters(kind.kind, this.roundId) })));
  }

  /** Exports notices of a kind as one document. */
  notices(kind: string): void {
    const ask = exportAsk('letter', 'docx', this.roundId, i18n.lang);
    void this.#desk.jobs.run({ ...ask, letter: { kind, companies: [] } }, this.#desk.session?.desktop ?? false);
  }

  async #done(act: Promise<AppError | null>): Promise<AppError | null> {
    const refused = await act;
    if (!refused) this.dialog = null;
    return refused;
  }

  close(): Promise<AppError | null> {
    return this.#done(this.#desk.decide(() => this.#atlas.closeRound(this.roundId)));
  }

  use(ask: Parameters<Atlas['addFundUse']>[0]): Promise<AppError | null> {
    return this.#done(this.#desk.decide(() => this.#atlas.addFundUse(ask)));
  }

  hold(row: InterviewRow, heldOn: string, person: string, text: string): Promise<AppError | null> {
    const ask = { roundId: row.roundId, fid: row.fid, level: row.level, heldOn, person, text };
    return this.#done(this.#desk.decide(() => this.#atlas.holdInterviews([ask])));
  }

  step(of: Level3, key: string, on: string, text: string): Promise<AppError | null> {
    return this.#done(
      this.#desk.decide(() => this.#atlas.recordExitStep({ roundId: of.roundId, fid: of.fid, key, on, text })),
    );
  }

  reinspect(ask: Parameters<Atlas['reinspect']>[0]): Promise<AppError | null> {
    return this.#done(this.#desk.decide(() => this.#atlas.reinspect(ask)));
  }

  /** Recomputes every closed round. */
  verify(): ReturnType<Atlas['verifyClosings']> {
    return this.#atlas.verifyClosings();
  }

  /** Takes over what the closed round comes out as now. */
  accept(reason: string): Promise<AppError | null> {
    return this.#done(this.#desk.decide(() => this.#atlas.acceptClosing(this.roundId, reason)));
  }

  previewClose(): ReturnType<Atlas['previewClose']> {
    return this.#atlas.previewClose(this.roundId);
  }

  previewUse(ask: Parameters<Atlas['addFundUse']>[0]): ReturnType<Atlas['previewFundUse']> {
    return this.#atlas.previewFundUse(ask);
  }
}
