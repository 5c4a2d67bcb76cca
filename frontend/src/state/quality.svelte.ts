import type { Atlas } from '../api/atlas';
import { AppError } from '../api/errors';
import type {
  QualityAsk,
  QualityChoice,
  QualityDetail,
  QualityKind,
  QualityPreview,
  QualityProgress,
  QualityRow,
  QualityView,
} from '../api/quality';
import { i18n } from '../i18n/index.svelte';
import { exportAsk } from '../model/exports';
import type { FaultPicture } from '../model/faults';
import type { Desk } from './desk.svelte';

/** ms before a check that goes on tells how far it is, and between two looks at it. */
const patience = 500;
const glance = 250;
/** px per metre that the map shows at most of the marks of a kind: a single one with the streets around it. */
const overview = 0.2;

/** The data quality page: what is wrong or doubtful in the records, by kind, with evidence and repairs. */
export class Quality {
  /** The page is on screen: the map shows faults. */
  open = $state(false);
  view = $state.raw<QualityView | null>(null);
  kind = $state('');
  rows = $state.raw<readonly QualityRow[]>([]);
  /** What the list is narrowed to: a part of the sentence of a fault. */
  find = $state('');
  key = $state('');
  detail = $state.raw<QualityDetail | null>(null);
  ask = $state.raw<QualityAsk>({ rounds: 0 });
  /** A check is under way; progress is there once it has taken a while. */
  busy = $state(false);
  progress = $state.raw<QualityProgress | null>(null);
  stopped = $state(false);
  error = $state.raw<AppError | null>(null);
  /** Faults that the dialog is to mend. */
  mending = $state.raw<readonly QualityRow[] | null>(null);
  /** What the repair in the dialog would change. */
  proposed = $state.raw<QualityPreview | null>(null);
  #mended = $state.raw({ n: 0, revision: -1 });

  readonly #atlas: Atlas;
  readonly #desk: Desk;
  #asking = 0;
  #looking = 0;
  /** What the report on screen is of: the project as it is and the ask. */
  #of = '';

  readonly info: QualityKind | null = $derived.by(() => this.view?.kinds.find((k) => k.key === this.kind) ?? null);

  /** How many faults the last change to the project has mended. */
  readonly done: number = $derived.by(() => (this.#mended.revision === this.#desk.revision ? this.#mended.n : 0));

  readonly shown: readonly QualityRow[] = $derived.by(() => {
    const text = this.find.trim().toLowerCase();
    if (text === '') return this.rows;
    return this.rows.filter((row) => `${row.text.zh} ${row.text.en}`.toLowerCase().indexOf(text) >= 0);
  });

  /** Faults on the list that have one repair only, so that no choice is to be made. */
  readonly sure: readonly QualityRow[] = $derived.by(() => this.shown.filter((row) => row.repairs.length === 1));

  readonly picture: FaultPicture = $derived.by(() => ({
    marks: this.shown.filter((row) => row.box.length === 4),
    key: this.key,
    estates: this.detail?.shapes.map((s) => s.shape) ?? [],
    ground: this.detail?.ground ?? [],
    after: this.proposed?.shapes.map((s) => s.after) ?? [],
  }));

  constructor(atlas: Atlas, desk: Desk) {
    this.#atlas = atlas;
    this.#desk = desk;
  }

  /** Another project is open. */
  forget(): void {
    this.#asking++;
    this.#looking++;
    this.#of = '';
    this.view = null;
    this.kind = this.find = this.key = '';
    this.rows = [];
    this.detail = this.error = this.mending = this.proposed = this.progress = null;
    this.busy = this.stopped = false;
  }

  /** Checks the project as it is, unless that was done already. */
  async refresh(): Promise<void> {
    const of = `${this.#desk.opened} ${this.#desk.revision} ${this.ask.rounds}`;
    if (of === this.#of) return;
    this.#of = of;
    const mine = ++this.#asking;
    this.busy = true;
    this.stopped = false;
    this.error = null;
    const watch = this.#watch(mine);
    try {
      const view = await this.#atlas.quality(this.ask);
      if (mine !== this.#asking) return;
      const first = this.view === null;
      this.view = view;
      if (!view.kinds.some((k) => k.key === this.kind && k.count > 0))
        this.kind = view.kinds.find((k) => k.count > 0)?.key ?? view.kinds[0]?.key ?? '';
      await this.#list(mine);
      if (first) this.#frame();
    } catch (thrown) {
      if (mine !== this.#asking) return;
      this.#of = '';
      const error = AppError.parse(thrown);
      if (error.code === 'cancelled') this.stopped = true;
      else this.error = error;
    } finally {
      clearTimeout(watch.timer);
      if (mine === this.#asking) {
        this.busy = false;
        this.progress = null;
      }
    }
  }

  /** Tells how far a check is that takes longer than people wait. */
  #watch(mine: number): { timer: ReturnType<typeof setTimeout> } {
    const watch = { timer: setTimeout(() => look(), patience) };
    const look = async (): Promise<void> => {
      const progress = await this.#atlas.qualityProgress().catch(() => null);
      if (mine !== this.#asking || !this.busy) return;
      this.progress = progress;
      watch.timer = setTimeout(() => look(), glance);
    };
    return watch;
  }

  async #list(mine: number): Promise<void> {
    const kind = this.kind;
    const rows = kind === '' ? [] : await this.#atlas.qualityFaults(this.ask, kind);
    if (mine !== this.#asking || kind !== this.kind) return;
    this.rows = rows;
    if (this.key !== '' && !rows.some((row) => row.key === this.key)) this.#unchoose();
    else if (this.key !== '') await this.#look(this.key);
  }

  #unchoose(): void {
    this.#looking++;
    this.key = '';
    this.detail = null;
  }

  stop(): void {
    void this.#atlas.cancelQuality().catch(() => {});
  }

  /** Checks again what was stopped or failed. */
  again(): void {
    this.#of = '';
    void this.refresh();
  }

  async show(kind: string): Promise<void> {
    if (kind === this.kind) return;
    this.kind = kind;
    this.find = '';
    this.rows = [];
    this.#mended = { n: 0, revision: -1 };
    this.#unchoose();
    try {
      await this.#list(this.#asking);
      this.#frame();
    } catch (thrown) {
      this.error = AppError.parse(thrown);
    }
  }

  /** Moves the map so that every mark of the kind is seen. */
  #frame(): void {
    const { marks } = this.picture;
    if (marks.length === 0) return;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { lon, lat } of marks) {
      west = Math.min(west, lon);
      south = Math.min(south, lat);
      east = Math.max(east, lon);
      north = Math.max(north, lat);
    }
    this.#desk.map?.frameBox([west, south, east, north], overview);
  }

  missed(rounds: number): void {
    this.ask = { rounds };
    void this.refresh();
  }

  /** Chooses a fault: its evidence is asked for and the map goes there. */
  async choose(row: QualityRow): Promise<void> {
    this.key = row.key;
    if (row.box.length === 4) this.#desk.map?.frameBox(row.box as [number, number, number, number]);
    await this.#look(row.key);
  }

  /** A mark on the map was pointed at. */
  pick(key: string): void {
    const row = this.rows.find((one) => one.key === key);
    if (row) void this.choose(row);
  }

  async #look(key: string): Promise<void> {
    const mine = ++this.#looking;
    try {
      const detail = await this.#atlas.qualityFault(this.ask, key);
      if (mine === this.#looking) this.detail = detail;
    } catch (thrown) {
      if (mine !== this.#looking) return;
      this.detail = null;
      this.error = AppError.parse(thrown);
    }
  }

  preview(choices: readonly QualityChoice[]): Promise<QualityPreview> {
    return this.#atlas.previewQualityRepairs(this.ask, choices);
  }

  /** Mends; answers why not. */
  async repair(choices: readonly QualityChoice[], correction: string): Promise<AppError | null> {
    const refused = await this.#desk.decide(() => this.#atlas.repairQuality(this.ask, choices, correction));
    if (refused === null) {
      this.mending = null;
      this.#mended = { n: choices.length, revision: this.#desk.revision };
    }
    return refused;
  }

  export(format: 'xlsx' | 'csv'): void {
    void this.#desk.jobs.run(exportAsk('quality', format, '', i18n.lang), this.#desk.session?.desktop ?? false);
  }
}
