import type { Atlas } from '../api/atlas';
import { AppError } from '../api/errors';
import type {
  RectifyAsk,
  RectifyEstate,
  RectifyProgress,
  RectifyRow,
  RectifyStep,
  RectifyStepAsk,
  RectifyView,
} from '../api/rectify-types';
import type { Colouring, ColouringAsk } from '../api/types';
import { i18n } from '../i18n/index.svelte';
import { exportAsk } from '../model/exports';
import type { HotspotPicture } from '../model/hotspotPicture';
import {
  type BelowTab,
  countTabs,
  inTab,
  nextSort,
  noRectifyFilter,
  passes,
  type RectifyColumn,
  type RectifyFilter,
  type RectifySort,
  type RectifyTab,
  rowKey,
  sorted,
} from '../model/rectify';
import { ColouringStore } from './colouring.svelte';
import type { Desk } from './desk.svelte';
import { Findings } from './rectifyFindings.svelte';

/** What the map of the desk can be coloured by. */
export const rectifyFills = ['gi', 'lisa', 'burden', 'trend'] as const;
export type RectifyFill = (typeof rectifyFills)[number];
/** What the panel beside the map shows. */
export const sideViews = ['items', 'matrix', 'season', 'parties'] as const;
export type SideView = (typeof sideViews)[number];
export const exportFormats = ['xlsx', 'csv', 'geojson', 'pdf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export type RectifyDialog =
  | { kind: 'log' | 'batch' }
  | { kind: 'steps'; row: RectifyRow }
  | { kind: 'finding'; id: string }
  | { kind: 'resolve'; ids: readonly string[]; action: 'resolve' | 'reopen' | 'due' | 'remove' };

/** What can be asked for of the window; 0 and '' are as the settings have it. */
export type WindowAsk = Pick<RectifyAsk, 'window' | 'kinds' | 'bandM' | 'on'>;
export const bySettings: WindowAsk = { window: 0, kinds: [], bandM: 0, on: '' };

/** Estates that are ringed and named; of more the map would be full. */
export const mostRings = 20;
/** Estates up to which the list is worked out before anybody asks for it, for the figure on the rail. */
const small = 2000;
/** How long a run may take before its progress is shown, and how often it is asked for then, ms. */
const patience = 500;
const pace = 250;

/** The rectification desk: what recurs and where, who answers for it, by when. */
export class Rectify {
  view = $state.raw<RectifyView | null>(null);
  error = $state.raw<AppError | null>(null);
  running = $state(false);
  progress = $state.raw<RectifyProgress | null>(null);

  ask = $state.raw<WindowAsk>(bySettings);
  side = $state<SideView>('items');
  tab = $state<BelowTab>('all');
  filter = $state.raw<RectifyFilter>(noRectifyFilter);
  sort = $state.raw<RectifySort>({ column: 'burden', descending: true });
  picked = $state.raw<ReadonlySet<string>>(new Set());
  /** Classes of the colouring that are shown, by place, −1 without a value; empty: all. */
  classes = $state.raw<ReadonlySet<number>>(new Set());
  rings = $state(true);
  dialog = $state.raw<RectifyDialog | null>(null);

  readonly fill: ColouringStore;
  readonly findings: Findings;
  readonly #atlas: Atlas;
  readonly #desk: Desk;
  #asking = 0;

  /** Rows of the filters, whatever the tab. */
  readonly #filtered: readonly RectifyRow[] = $derived.by(() => {
    const { view, filter, classes, fill } = this;
    const { estates } = this.#desk;
    if (!view) return [];
    const shown = classes.size > 0 ? fill.shown : null;
    return view.rows.filter((row) => {
      if (shown && !classes.has(shown.class[estates?.position(row.fid) ?? -1] ?? -1)) return false;
      return passes(row, view.estates[row.estate], filter);
    });
  });

  readonly counts: Record<RectifyTab, number> = $derived(countTabs(this.#filtered));

  /** The rows of the table. */
  readonly rows: readonly RectifyRow[] = $derived.by(() => {
    const { view, tab } = this;
    if (!view) return [];
    const rows = tab === 'findings' ? this.#filtered : this.#filtered.filter((row) => inTab(row, tab));
    return sorted(rows, this.sort, view);
  });

  /** The rows that a decision or a notice is of: those that are picked. */
  readonly chosen: readonly RectifyRow[] = $derived.by(
    () => this.view?.rows.filter((row) => this.picked.has(rowKey(row))) ?? [],
  );

  /** 1 for each estate of the classes that are shown, by position; null: all are. */
  readonly mask: Uint8Array | null = $derived.by(() => {
    const { classes } = this;
    const { shown } = this.fill;
    if (classes.size === 0 || !shown) return null;
    return Uint8Array.from(shown.class, (place) => (classes.has(place) ? 1 : 0));
  });

  /** Frequent estates of the rows on screen, heaviest burden first. */
  readonly frequent: readonly number[] = $derived.by(() => {
    const fids = new Set<number>();
    for (const row of this.#filtered) if (row.frequent) fids.add(row.fid);
    return [...fids];
  });

  readonly picture: HotspotPicture = $derived.by(() => {
    const { points, grouped, heat } = this.findings.picture;
    return {
      rings: this.rings ? this.frequent.slice(0, mostRings) : [],
      points,
      grouped,
      heat,
      walk: this.frequent,
    };
  });

  constructor(atlas: Atlas, desk: Desk) {
    this.#atlas = atlas;
    this.#desk = desk;
    this.fill = new ColouringStore(atlas, (before, now) => {
      if (!before || !now || before.ask.by !== now.ask.by || before.classes.length !== now.classes.length)
        this.classes = new Set();
    });
    this.fill.ask = this.#fillAsk('gi');
    this.findings = new Findings(atlas, desk, this);
  }

  get roundId(): string {
    return this.#desk.rounds.shown?.roundId ?? '';
  }

  get colouring(): Colouring | null {
    return this.fill.shown;
  }

  get asked(): RectifyAsk {
    return {
      roundId: this.roundId,
      asOf: '',
      ...this.ask,
      kinds: [...this.ask.kinds],
      on: this.ask.on || this.#today(),
    };
  }

  /** Deadlines of the latest round run on until today; those of an earlier one are told as of then (''). */
  #today(): string {
    const { list, info } = this.#desk.rounds;
    const today = new Date().toLocaleDateString('sv');
    return info && info.id === list[list.length - 1]?.id && today > info.heldOn ? today : '';
  }

  /** Another project is open. */
  forget(): void {
    this.#asking++;
    this.view = null;
    this.error = null;
    this.running = false;
    this.progress = null;
    this.ask = bySettings;
    this.tab = 'all';
    this.dialog = null;
    this.showAll();
    this.picked = new Set();
    this.fill.reset();
    this.fill.ask = this.#fillAsk('gi');
    this.findings.forget();
  }

  showAll(): void {
    this.filter = noRectifyFilter;
    this.classes = new Set();
  }

  /** Asks for the list; to be called when the round or the project changed. */
  async refresh(): Promise<void> {
    const mine = ++this.#asking;
    if (this.roundId === '') return;
    this.running = true;
    const watch = setTimeout(() => void this.#follow(mine), patience);
    try {
      const view = await this.#atlas.rectification(this.asked);
      if (mine !== this.#asking) return;
      this.view = view;
      this.error = null;
      this.#keepPicked(view);
      void this.fill.follow(this.roundId);
      void this.findings.refresh();
    } catch (thrown) {
      if (mine === this.#asking) this.error = AppError.parse(thrown);
    } finally {
      clearTimeout(watch);
      if (mine === this.#asking) {
        this.running = false;
        this.progress = null;
      }
    }
  }

  async #follow(mine: number): Promise<void> {
    while (mine === this.#asking && this.running) {
      try {
        this.progress = await this.#atlas.rectifyProgress();
      } catch {
        return; // what went wrong is told by the run itself
      }
      await new Promise((later) => setTimeout(later, pace));
    }
  }

  cancel(): void {
    void this.#atlas.cancelRectification();
  }

  /** The figure on the rail, where it costs little. */
  async count(): Promise<void> {
    if (!this.view && (this.#desk.estates?.count ?? 0) <= small) await this.refresh();
  }

  #keepPicked(view: RectifyView): void {
    const there = new Set(view.rows.map(rowKey));
    this.picked = new Set([...this.picked].filter((key) => there.has(key)));
  }

  /** Another window; null is that of the settings. */
  async setWindow(ask: WindowAsk): Promise<void> {
    this.ask = ask;
    this.fill.ask = this.#fillAsk(this.fill.ask.by as RectifyFill);
    await this.refresh();
  }

  #fillAsk(by: RectifyFill): ColouringAsk {
    if (by === 'burden') return { by, method: 'natural', classes: 5, breaks: [] };
    const { window, kinds, bandM } = this.ask;
    const rectify = { roundId: '', asOf: '', on: '', window, kinds: [...kinds], bandM };
    return { by, method: '', classes: 0, breaks: [], rectify };
  }

  /** Colours the map by something else. */
  async paint(by: RectifyFill): Promise<void> {
    await this.fill.choose(this.#fillAsk(by));
  }

  /** Shows a class alone; with add together with those that are shown, or takes it off. */
  toggleClass(place: number, add: boolean): void {
    const classes = new Set(this.classes);
    const alone = classes.size === 1 && classes.has(place);
    if (!add) this.classes = alone ? new Set() : new Set([place]);
    else {
      if (!classes.delete(place)) classes.add(place);
      this.classes = classes;
    }
  }

  narrow(change: Partial<RectifyFilter>): void {
    this.filter = { ...this.filter, ...change };
  }

  /** Shows an item, or everything again if it is the one shown. */
  toggleItem(item: string): void {
    this.narrow({ item: this.filter.item === item ? null : item });
  }

  toggleSubdistrict(subdistrict: number): void {
    this.narrow({ subdistrict: this.filter.subdistrict === subdistrict ? null : subdistrict });
  }

  toggleParty(party: string): void {
    this.narrow({ party: this.filter.party === party ? null : party });
  }

  /** A cell of the matrix. */
  toggleCell(item: string, subdistrict: number): void {
    const same = this.filter.item === item && this.filter.subdistrict === subdistrict;
    this.narrow(same ? { item: null, subdistrict: null } : { item, subdistrict });
    if (this.tab === 'findings') this.tab = 'all';
  }

  sortBy(column: RectifyColumn): void {
    this.sort = nextSort(this.sort, column);
  }

  estate(row: RectifyRow): RectifyEstate | undefined {
    return this.view?.estates[row.estate];
  }

  estateOf(fid: number): RectifyEstate | undefined {
    return this.view?.estates.find((estate) => estate.fid === fid);
  }

  /** Selects the estate of a row and brings it into sight. */
  visit(fid: number): void {
    const { estates, map } = this.#desk;
    const at = estates?.position(fid) ?? -1;
    if (at < 0) return;
    this.#desk.select(fid);
    if (estates?.isDrawn(at)) map?.flyTo(fid);
  }

  toggle(row: RectifyRow): void {
    const picked = new Set(this.picked);
    if (!picked.delete(rowKey(row))) picked.add(rowKey(row));
    this.picked = picked;
  }

  /** Picks every row on screen, or none if all are. */
  toggleAll(): void {
    const keys = this.rows.map(rowKey);
    const all = keys.length > 0 && keys.every((key) => this.picked.has(key));
    this.picked = all ? new Set() : new Set(keys);
  }

  /** What was recorded of a row. */
  steps(row: RectifyRow): Promise<RectifyStep[]> {
    return this.#atlas.rectifySteps(row.fid, row.item);
  }

  /** Records the same step of rows, as one decision. */
  async record(
    rows: readonly RectifyRow[],
    step: Pick<RectifyStepAsk, 'status' | 'dueOn' | 'note' | 'on'>,
  ): Promise<AppError | null> {
    const asks = rows.map(({ fid, item }) => ({ fid, item, ...step }));
    const refused = await this.#desk.decide(() => this.#atlas.rectify(asks));
    if (!refused) {
      this.dialog = null;
      this.picked = new Set();
    }
    return refused;
  }

  /** Writes the list as a file: all of it, the rows on screen, or those that are picked. */
  export(format: ExportFormat, rows: readonly RectifyRow[] | null): void {
    const ask = exportAsk('rectification', format, this.roundId, i18n.lang);
    const named = rows?.map(({ fid, item }) => ({ fid, item }));
    void this.#desk.jobs.run(
      { ...ask, rectify: this.asked, ...(named ? { rows: named } : {}) },
      this.#desk.session?.desktop ?? false,
    );
  }

  /** Writes the notices (整改通知单) to those who answer for rows. */
  notices(rows: readonly RectifyRow[]): void {
    const ask = exportAsk('letter', 'docx', this.roundId, i18n.lang);
    void this.#desk.jobs.run(
      {
        ...ask,
        letter: { kind: 'rectification', companies: [] },
        rectify: this.asked,
        rows: rows.map(({ fid, item }) => ({ fid, item })),
      },
      this.#desk.session?.desktop ?? false,
    );
  }

  /** One step back; false if there is none. */
  escape(): boolean {
    if (this.#desk.room !== 'rectify') return false;
    if (this.findings.escape()) return true;
    const filtering =
      this.classes.size > 0 || Object.values(this.filter).some((part) => part !== null && part !== false);
    if (this.#desk.selected !== null || !filtering) return false;
    this.showAll();
    return true;
  }
}
