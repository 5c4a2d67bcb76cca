import type { Atlas } from '../api/atlas';
import { AppError } from '../api/errors';
import type {
  AuditAsk,
  AuditView,
  CompanyRecord,
  Consequence,
  ItemRecord,
  SettingAsk,
  SettingRow,
} from '../api/ledger-types';
import type { LetterKind } from '../api/letters';
import { i18n } from '../i18n/index.svelte';
import { exportAsk } from '../model/exports';
import type { Desk } from './desk.svelte';

export const settingTabs = ['policy', 'items', 'companies', 'letters', 'audit'] as const;
export type SettingTab = (typeof settingTabs)[number];

const anything: AuditAsk = { text: '', who: '', kind: '', from: '', until: '', skip: 0, limit: 300 };

/** The settings page: what the rules are, what is inspected, who serves, how notices look, what was done. */
export class SettingsPage {
  tab = $state<SettingTab>('policy');
  settings = $state.raw<readonly SettingRow[]>([]);
  items = $state.raw<readonly ItemRecord[]>([]);
  companies = $state.raw<readonly CompanyRecord[]>([]);
  letters = $state.raw<readonly LetterKind[]>([]);
  audit = $state.raw<AuditView | null>(null);
  ask = $state.raw<AuditAsk>(anything);
  error = $state.raw<AppError | null>(null);

  readonly #atlas: Atlas;
  readonly #desk: Desk;
  #asking = 0;

  constructor(atlas: Atlas, desk: Desk) {
    this.#atlas = atlas;
    this.#desk = desk;
  }

  /** Asks for what the tab shows. */
  async refresh(): Promise<void> {
    const mine = ++this.#asking;
    try {
      const take = await this.#load();
      if (mine !== this.#asking) return;
      take();
      this.error = null;
    } catch (thrown) {
      if (mine === this.#asking) this.error = AppError.parse(thrown);
    }
  }

  async #load(): Promise<() => void> {
    const atlas = this.#atlas;
    if (this.tab === 'policy') {
      const rows = await atlas.settings();
      return () => {
        this.settings = rows;
      };
    }
    if (this.tab === 'items') {
      const rows = await atlas.items();
      return () => {
        this.items = rows;
      };
    }
    if (this.tab === 'companies') {
      const rows = await atlas.companies();
      return () => {
        this.companies = rows;
      };
    }
    if (this.tab === 'letters') {
      const rows = await atlas.letterKinds();
      return () => {
        this.letters = rows;
      };
    }
    const view = await atlas.audit(this.ask);
    return () => {
      this.audit = view;
    };
  }

  preview(asks: SettingAsk[]): Promise<Consequence> {
    return this.#atlas.previewSettings(asks);
  }

  set(asks: SettingAsk[], reason: string): Promise<AppError | null> {
    return this.#desk.decide(() => this.#atlas.setSettings(asks, reason));
  }

  setItem(item: ItemRecord): Promise<AppError | null> {
    return this.#desk.decide(() => this.#atlas.setItem({ item, remove: false }));
  }

  setCompany(company: CompanyRecord): Promise<AppError | null> {
    return this.#desk.decide(() => this.#atlas.setCompany(company));
  }

  /** Puts a template in force, or the program's own with an empty file; answers why not. */
  setTemplate(kind: string, name: string, file: string): Promise<AppError | null> {
    return this.#desk.decide(() => this.#atlas.setLetterTemplate({ kind, name, file }));
  }

  /** Hands out the template of a kind, to be edited. */
  takeTemplate(kind: string): void {
    const ask = exportAsk('template', 'docx', '', i18n.lang);
    void this.#desk.jobs.run({ ...ask, letter: { kind, companies: [] } }, this.#desk.session?.desktop ?? false);
  }

  exportAudit(): void {
    void this.#desk.jobs.run(exportAsk('audit', 'xlsx', '', i18n.lang), this.#desk.session?.desktop ?? false);
  }
}
