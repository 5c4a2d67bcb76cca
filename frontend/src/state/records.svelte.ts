import type { Atlas } from '../api/atlas';
import { AppError } from '../api/errors';
import type {
  AgreementAsk,
  AgreementEndAsk,
  AmountAsk,
  CompanyRecord,
  Consequence,
  EnrolAsk,
  EstateRecord,
  ExitAsk,
} from '../api/ledger-types';
import type { Desk } from './desk.svelte';

/** What can be recorded of an estate. */
export type RecordAsk =
  | { kind: 'agreement'; ask: AgreementAsk }
  | { kind: 'end'; ask: AgreementEndAsk }
  | { kind: 'enrol'; ask: EnrolAsk }
  | { kind: 'exit'; ask: ExitAsk }
  | { kind: 'amount'; ask: AmountAsk };

/** The records of an estate: agreements, enrolment, amounts, and what changing them would change. */
export class Records {
  /** The estate whose records are open. */
  fid = $state<number | null>(null);
  record = $state.raw<EstateRecord | null>(null);
  companies = $state.raw<readonly CompanyRecord[]>([]);
  error = $state.raw<AppError | null>(null);
  /** What the record that is being filled in would change, or why it is refused. */
  consequence = $state.raw<Consequence | null>(null);
  refused = $state.raw<AppError | null>(null);

  readonly #atlas: Atlas;
  readonly #desk: Desk;
  #asked = 0;

  constructor(atlas: Atlas, desk: Desk) {
    this.#atlas = atlas;
    this.#desk = desk;
  }

  async open(fid: number): Promise<void> {
    this.fid = fid;
    this.record = null;
    this.clear();
    await this.refresh();
  }

  close(): void {
    this.fid = null;
    this.clear();
  }

  clear(): void {
    this.#asked++;
    this.consequence = null;
    this.refused = null;
  }

  async refresh(): Promise<void> {
    const { fid } = this;
    if (fid === null) return;
    try {
      const [record, companies] = await Promise.all([this.#atlas.estateRecord(fid), this.#atlas.companies()]);
      if (fid !== this.fid) return;
      [this.record, this.companies, this.error] = [record, companies, null];
    } catch (thrown) {
      if (fid === this.fid) this.error = AppError.parse(thrown);
    }
  }

  async preview(asked: RecordAsk): Promise<void> {
    const mine = ++this.#asked;
    try {
      const got = await this.#preview(asked);
      if (mine === this.#asked) [this.consequence, this.refused] = [got, null];
    } catch (thrown) {
      if (mine === this.#asked) [this.consequence, this.refused] = [null, AppError.parse(thrown)];
    }
  }

  #preview(asked: RecordAsk): Promise<Consequence> {
    const atlas = this.#atlas;
    switch (asked.kind) {
      case 'agreement':
        return atlas.previewAgreement(asked.ask);
      case 'end':
        return atlas.previewAgreementEnd(asked.ask);
      case 'enrol':
        return atlas.previewEnrol(asked.ask);
      case 'exit':
        return atlas.previewExit(asked.ask);
      case 'amount':
        return atlas.previewAmount(asked.ask);
    }
  }

  /** Records it; answers why not. */
  async take(asked: RecordAsk): Promise<AppError | null> {
    const atlas = this.#atlas;
    const refused = await this.#desk.decide(() => {
      switch (asked.kind) {
        case 'agreement':
          return atlas.setAgreement(asked.ask);
        case 'end':
          return atlas.endAgreement(asked.ask);
        case 'enrol':
          return atlas.enrol(asked.ask);
        case 'exit':
          return atlas.exit(asked.ask);
        case 'amount':
          return atlas.setAmount(asked.ask);
      }
    });
    if (refused) this.refused = refused;
    else {
      this.clear();
      await this.refresh();
    }
    return refused;
  }
}
