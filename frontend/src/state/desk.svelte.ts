import { getContext, setContext } from 'svelte';
import type { Atlas } from '../api/atlas';
import { AppError } from '../api/errors';
import { downloadExport, enterFullscreen, leaveFullscreen } from '../api/screen';
import type { Colouring, Decided, District, Figure, ImportResult, Measured, RoundView, Session } from '../api/types';
import { sameClasses } from '../model/classes';
import { type ColumnFilter, firstValues, isFirst, type Values } from '../model/columns';
import { type Estates, indexEstates } from '../model/estates';
import * as filters from '../model/filter';
import type { Room } from '../model/rooms';
import { type Found, Search } from '../model/search';
import { nextSort, type Sort, TableOrder, worstFirst } from '../model/table';
import { BaseMaps } from './basemaps.svelte';
import { BoundaryTool } from './boundaries.svelte';
import { ColouringStore } from './colouring.svelte';
import { Columns } from './columns.svelte';
import { Compare } from './compare.svelte';
import { CardStore, ProxyLinks, RecentRanks } from './details.svelte';
import { type GroupRef, GroupStore, OverviewStore } from './groups.svelte';
import { Jobs } from './jobs.svelte';
import { Ledger } from './ledger.svelte';
import { Meeting } from './meeting.svelte';
import { type Left, Prefs } from './prefs.svelte';
import { Planner } from './proxy.svelte';
import { Quality } from './quality.svelte';
import { Records } from './records.svelte';
import { Rectify } from './rectify.svelte';
import { Rounds } from './rounds.svelte';
import { SettingsPage } from './settings.svelte';
import { Undo } from './undo.svelte';
import { Wizard } from './wizard.svelte';

export type Phase = 'starting' | 'welcome' | 'ready' | 'failed';
export type Dialog = 'help' | 'keys' | 'export' | 'basemaps';
/** What a click on the map does: select, or set the points of a line or an area. */
export type Tool = 'none' | 'length' | 'area';
export type Tab = 'estates' | 'companies' | 'subdistricts';

/** What the map can be told to do; it registers itself when it is there. */
export interface MapHandle {
  fit(): void;
  flyTo(fid: number): void;
  zoomBy(steps: 1 | -1): void;
  back(): void;
  forward(): void;
  /** West, south, east, north in degrees of what no panel covers; null before the map is there. */
  extent(): [number, number, number, number] | null;
  /** Moves the map so that all of these estates are seen, no closer than so many px per metre. */
  frame(fids: readonly number[], closest?: number): void;
  /** Moves the map so that a box (west, south, east, north in degrees) is seen, no closer than so many px per metre. */
  frameBox(box: readonly [number, number, number, number], closest?: number): void;
  /** Steps of a boundary that is being drawn. */
  undoDrawing(): void;
  redoDrawing(): void;
  endDrawing(): void;
}

/**
 * Everything that is on the desk: the open district, the round, the filter, the selection. Panels and the map read it and
 * call it; they do not know each other.
 */
export class Desk {
  phase = $state<Phase>('starting');
  session = $state.raw<Session | null>(null);
  district = $state.raw<District | null>(null);
  /** Path of the project that the district is of. */
  opened = $state('');
  /** Why the district cannot be shown (phase failed), or why the last thing asked for did not happen. */
  error = $state.raw<AppError | null>(null);
  /** Something is being opened or imported. */
  busy = $state<'opening' | 'importing' | null>(null);

  filter = $state.raw<filters.Filter>(filters.noFilter);
  selected = $state<number | null>(null);
  /** The company or subdistrict whose card is open; an estate's card lies over it. */
  group = $state.raw<GroupRef | null>(null);
  hovered = $state<number | null>(null);
  sort = $state.raw<Sort>(worstFirst);
  tab = $state<Tab>('estates');
  viewOnly = $state(false);
  dialog = $state<Dialog | null>(null);
  room = $state<Room>('overview');
  /** The page of the data room. */
  dataPage = $state<'wizard' | 'quality'>('wizard');
  /** Grows with every change to the project, so that a desk asks again for what it shows. */
  revision = $state(0);
  /** The name that every decision keeps. */
  clerk = $state('');
  tool = $state<Tool>('none');
  /** The guided tour is on. */
  touring = $state(false);
  /** The last rounds side by side lie over the map. */
  several = $state(false);
  importing = $state(false);
  imported = $state.raw<ImportResult | null>(null);

  readonly prefs: Prefs;
  readonly rounds: Rounds;
  readonly cards: CardStore;
  readonly recent: RecentRanks;
  readonly proxies: ProxyLinks;
  readonly colouring: ColouringStore;
  readonly groups: GroupStore;
  readonly overview: OverviewStore;
  readonly columns: Columns;
  readonly baseMaps: BaseMaps;
  readonly compare: Compare;
  readonly meeting: Meeting;
  readonly jobs: Jobs;
  readonly undo: Undo;
  readonly ledger: Ledger;
  readonly settings: SettingsPage;
  readonly records: Records;
  readonly quality: Quality;
  readonly wizard: Wizard;
  readonly planner: Planner;
  readonly rectify: Rectify;
  readonly boundaries: BoundaryTool;
  map: MapHandle | null = null;

  readonly #atlas: Atlas;
  #inView = $state.raw<Uint8Array | null>(null);

  readonly estates: Estates | null = $derived(this.district ? indexEstates(this.district) : null);
  readonly #order = $derived(this.district ? new TableOrder(this.district) : null);
  readonly #search = $derived(this.district ? new Search(this.district) : null);

  /** Every figure of the round, those of the strip first. */
  readonly figures: readonly Figure[] = $derived.by(() => [
    ...(this.rounds.shown?.figures ?? []),
    ...(this.overview.value?.sections.flatMap((section) => section.figures) ?? []),
  ]);

  /** 1 for each estate that the filter leaves, by position; null without a filter. The map and the table read this one. */
  readonly visible: Uint8Array | null = $derived.by(() => {
    const { district, estates } = this;
    const view = this.rounds.shown;
    return district && estates && view
      ? filters.mask(this.filter, district, estates, view, this.colouring.shown, this.figures, (key) =>
          this.values(key),
        )
      : null;
  });

  readonly counts: filters.Counts | null = $derived.by(() => {
    const { estates, visible } = this;
    const view = this.rounds.shown;
    return estates && view ? filters.countClasses(visible, estates, view, this.colouring.shown) : null;
  });

  /** What the filter and the map's frame leave together. */
  readonly #framed: Uint8Array | null = $derived.by(() => {
    const { visible } = this;
    const inView = this.#inView;
    if (!inView) return visible;
    return visible ? inView.map((inFrame, i) => inFrame & (visible[i] ?? 0)) : inView;
  });

  /** The rows of the table, by position. */
  readonly rows: Uint32Array = $derived.by(() => {
    const view = this.rounds.shown;
    if (!this.#order || !view) return new Uint32Array();
    const values = isFirst(this.sort.column) ? null : this.columns.values(this.sort.column);
    return this.#order.rows(view, this.sort, this.viewOnly ? this.#framed : this.visible, values);
  });

  /** How many rows the table has, or would have, with only what is inside the map's frame. */
  readonly inViewCount: number = $derived.by(() => {
    const framed = this.#framed;
    return framed ? framed.reduce((sum, one) => sum + one, 0) : (this.estates?.count ?? 0);
  });

  constructor(atlas: Atlas, prefs: Prefs = new Prefs()) {
    this.#atlas = atlas;
    this.prefs = prefs;
    this.rounds = new Rounds(
      atlas,
      (view) => this.#roundShown(view),
      () => this.prefs.pace,
    );
    this.cards = new CardStore(atlas);
    this.recent = new RecentRanks(atlas);
    this.proxies = new ProxyLinks(atlas);
    this.colouring = new ColouringStore(atlas, (before, now) => {
      this.filter = filters.recoloured(this.filter, before, now);
    });
    this.groups = new GroupStore(atlas);
    this.overview = new OverviewStore(atlas);
    this.columns = new Columns(atlas, this.prefs);
    this.baseMaps = new BaseMaps(atlas);
    this.compare = new Compare(atlas, (id) => this.rounds.view(id));
    this.meeting = new Meeting(atlas, { enter: enterFullscreen, leave: leaveFullscreen });
    this.undo = new Undo(
      atlas,
      (session) => this.#enter(session),
      (error) => {
        this.error = error;
      },
    );
    this.jobs = new Jobs(atlas, downloadExport);
    this.ledger = new Ledger(atlas, this);
    this.settings = new SettingsPage(atlas, this);
    this.records = new Records(atlas, this);
    this.quality = new Quality(atlas, this);
    this.wizard = new Wizard(atlas, this);
    this.planner = new Planner(atlas, this);
    this.rectify = new Rectify(atlas, this);
    this.boundaries = new BoundaryTool(atlas, this);
  }

  /** Asks the program what is open and shows it. */
  async start(): Promise<void> {
    this.phase = 'starting';
    this.error = null;
    try {
      // Asked for at once: the map waits for both.
      const district = this.#atlas.district();
      // Where nothing is open there is none, and nobody asks why.
      district.catch(() => {});
      await this.#enter(await this.#atlas.session(), district);
    } catch (thrown) {
      this.error = AppError.parse(thrown);
      this.phase = 'failed';
    }
  }

  async #enter(session: Session, asked?: Promise<District>): Promise<void> {
    const another = session.project?.path !== this.session?.project?.path || this.district === null;
    this.session = session;
    if (!session.project) {
      this.phase = 'welcome';
      return;
    }
    const left = another ? this.left : null;
    const district = await (asked ?? this.#atlas.district());
    await this.rounds.open(district.rounds, left ? (left.round ?? '') : this.rounds.wanted, () => {
      this.compare.stop();
      this.several = false;
      this.tool = 'none';
      this.recent.forget();
      this.columns.forget();
      if (another) {
        this.filter = filters.noFilter;
        this.colouring.reset();
        this.group = null;
        this.ledger.forget();
        this.quality.forget();
        this.wizard.forget();
        this.planner.forget();
        this.rectify.forget();
        this.boundaries.stop();
      }
      if (left) this.#restore(left);
      if (another || district.estates.fid.length !== this.district?.estates.fid.length) this.#inView = null;
      this.district = district;
      this.revision++;
      void this.undo.refresh(session);
      void this.#atlas.clerk().then(
        (name) => {
          this.clerk = name;
        },
        () => {}, // decisions then carry no name, and say so
      );
      this.opened = session.project?.path ?? '';
      if (this.selected !== null && (this.estates?.position(this.selected) ?? -1) < 0) this.selected = null;
      this.phase = 'ready';
    });
  }

  /**
   * Makes a decision and shows the project as it left it; round, filter and selection stay. Returns why it was refused, for the
   * place where it was asked for, null when it is done.
   */
  async decide(act: () => Promise<Decided>): Promise<AppError | null> {
    try {
      const decided = await act();
      await this.#enter(decided.session);
      return null;
    } catch (thrown) {
      return AppError.parse(thrown);
    }
  }

  /** Says who is at the desk. */
  async sitDown(name: string): Promise<AppError | null> {
    try {
      await this.#atlas.setClerk(name);
      this.clerk = await this.#atlas.clerk();
      return null;
    } catch (thrown) {
      return AppError.parse(thrown);
    }
  }

  /** How the open project was left the last time. */
  get left(): Left {
    return this.prefs.left(this.session?.project?.path ?? '');
  }

  /** Keeps how the open project is left. */
  leave(change: Left): void {
    if (this.session?.project) this.prefs.leave(this.session.project.path, change);
  }

  #restore({ room, tab, colouring, baseMap }: Left): void {
    this.room = room ?? 'overview';
    this.tab = tab ?? 'estates';
    if (colouring) this.colouring.ask = colouring;
    this.baseMaps.chosen = baseMap ?? '';
    if (baseMap) void this.baseMaps.load();
  }

  #roundShown(view: RoundView): void {
    this.filter = filters.carriedTo(this.filter, view.roundId);
    void this.cards.show(this.selected, view.roundId);
    void this.colouring.follow(view.roundId);
    void this.columns.follow(view.roundId, this.#columnsInUse);
    void this.overview.show(view.roundId);
    void this.groups.show(this.group, view.roundId);
    if (this.proxies.on) void this.proxies.show(true, view.roundId);
  }

  get #roundId(): string {
    return this.rounds.shown?.roundId ?? '';
  }

  /** Selects an estate, on the map, in the table and on the card at once. */
  select(fid: number | null): void {
    if (fid !== null && (this.estates?.position(fid) ?? -1) < 0) return;
    this.selected = fid;
    void this.cards.show(fid, this.#roundId);
  }

  /** Selects an estate and brings it into sight: a filter that hides it is taken off, and the map flies there. */
  visit(fid: number): void {
    const position = this.estates?.position(fid) ?? -1;
    if (position < 0) return;
    if (this.visible && this.visible[position] !== 1) this.filter = filters.noFilter;
    this.select(fid);
    if (this.estates?.isDrawn(position)) this.map?.flyTo(fid);
  }

  /** Opens the card of a company or a subdistrict; null goes back to the page of all figures. */
  openGroup(kind: GroupRef['kind'], index: number): void {
    this.group = { kind, index };
    this.selected = null;
    void this.cards.show(null, this.#roundId);
    void this.groups.show(this.group, this.#roundId);
  }

  closeGroup(): void {
    this.group = null;
    void this.groups.show(null, this.#roundId);
  }

  toggleClass(group: filters.ClassGroup, value: number, add: boolean): void {
    this.filter = filters.toggleClass(this.filter, group, value, add);
  }

  togglePick(pick: filters.Pick, add = false): void {
    this.filter = filters.togglePick(this.filter, pick, add);
  }

  dropPart(part: filters.FilterPart): void {
    this.filter = filters.without(this.filter, part);
  }

  showAll(): void {
    this.filter = filters.noFilter;
    this.viewOnly = false;
  }

  isPicked(pick: filters.Pick): boolean {
    return this.filter.picks.some((p) => filters.samePick(p, pick));
  }

  sortBy(column: string): void {
    this.sort = nextSort(this.sort, column, this.columns.isNumeric(column));
  }

  /** What a column of the list holds in the round on screen; null while it is not there. */
  values(key: string): Values | null {
    const { district } = this;
    const view = this.rounds.shown;
    if (!district || !view) return null;
    return isFirst(key) ? firstValues(key, district, view) : this.columns.values(key);
  }

  /** Asks something of a column, besides whatever else the filter holds; null takes it back. */
  filterColumn(key: string, filter: ColumnFilter | null): void {
    this.filter = filters.withColumn(this.filter, key, filter);
  }

  /** Columns on which the filter and the order stand, shown or not. */
  get #columnsInUse(): string[] {
    return [...this.filter.columns.map((c) => c.key), this.sort.column];
  }

  /** What the map's frame holds, told after each move. */
  moved(fidsInView: readonly number[]): void {
    if (!this.estates) return;
    const inView = new Uint8Array(this.estates.count);
    for (const fid of fidsInView) {
      const position = this.estates.position(fid);
      if (position >= 0) inView[position] = 1;
    }
    this.#inView = inView;
  }

  find(query: string): Found {
    return this.#search?.find(query, this.rounds.shown?.company ?? []) ?? { hits: [], total: 0 };
  }

  toggleProxies(): void {
    void this.proxies.show(!this.proxies.on, this.#roundId);
  }

  /** Compares with the round before the one on screen, or with the one after the first. */
  toggleCompare(): void {
    if (this.compare.on) {
      this.compare.stop();
      return;
    }
    const { list, wanted } = this.rounds;
    const at = list.findIndex((r) => r.id === wanted);
    const other = list[at - 1] ?? list[at + 1];
    if (other) void this.compare.start(other.id);
  }

  /** Opens the meeting on the round on screen. */
  meet(): void {
    if (this.phase !== 'ready') return;
    this.rounds.pause();
    void this.meeting.start(this.#roundId);
  }

  /** Length and area of what is drawn on the map. */
  measure(points: number[][], closed: boolean): Promise<Measured> {
    return this.#atlas.measure(points, closed);
  }

  /** What the map is coloured by, with the same classes in another round; null: by rank bands. */
  async colouringOf(roundId: string): Promise<Colouring | null> {
    const { shown } = this.colouring;
    return shown ? this.#atlas.colour(roundId, sameClasses(shown)) : null;
  }

  /** Keys of every column that the list of estates can have. */
  async tableCatalogue(roundId: string): Promise<string[]> {
    return (await this.#atlas.tableColumns(roundId, [])).map((column) => column.key);
  }

  /** How many pages the walk of a meeting has. */
  async agendaLength(roundId: string): Promise<number> {
    return (await this.#atlas.agenda(roundId)).steps.length;
  }

  /** Length, then area, then selecting again. */
  nextTool(): void {
    const next = { none: 'length', length: 'area', area: 'none' } as const;
    this.tool = next[this.tool];
  }

  /** One step back: the tool, the rounds side by side, the selection, then the filter. Popovers and dialogs take Esc before it comes here. */
  escape(): void {
    if (this.boundaries.escape() || this.planner.escape() || this.rectify.escape()) return;
    if (this.tool !== 'none') this.tool = 'none';
    else if (this.several) this.several = false;
    else if (this.compare.on) this.compare.stop();
    else if (this.selected !== null) this.select(null);
    else if (this.group !== null) this.closeGroup();
    else if (filters.isFiltering(this.filter) || this.viewOnly) this.showAll();
  }

  async openDemo(): Promise<void> {
    await this.#opening(() => this.#atlas.openDemo());
  }

  /** Opens a project whose place is known, such as one that was dropped on the window. */
  async openAt(path: string): Promise<void> {
    await this.#opening(() => this.#atlas.open(path));
  }

  async openProject(): Promise<void> {
    await this.#opening(async () => {
      const path = await this.#atlas.chooseProject();
      return path === '' ? null : this.#atlas.open(path);
    });
  }

  async #opening(ask: () => Promise<Session | null>): Promise<void> {
    if (this.busy) return;
    this.busy = 'opening';
    this.error = null;
    try {
      const session = await ask();
      if (session) {
        this.selected = null;
        this.imported = null;
        this.importing = false;
        await this.#enter(session);
      }
    } catch (thrown) {
      this.error = AppError.parse(thrown);
      if (!this.district && this.phase !== 'welcome') this.phase = 'failed';
    } finally {
      this.busy = null;
    }
  }

  /** Asks for a folder or files and imports them: into the open project, else into a new one whose place is asked for. */
  async importFrom(kind: 'folder' | 'files'): Promise<void> {
    await this.#import(() => this.#chooseSources(kind));
  }

  /** Imports files and folders that were dropped on the window. */
  async importPaths(paths: readonly string[]): Promise<void> {
    await this.#import(async () => [...paths]);
  }

  async #import(choose: () => Promise<string[]>): Promise<void> {
    if (this.busy) return;
    this.busy = 'importing';
    this.error = null;
    try {
      const sources = await choose();
      if (sources.length === 0) return;
      const target = this.session?.project ? '' : await this.#atlas.chooseTarget();
      if (!this.session?.project && target === '') return;
      this.imported = await this.#atlas.importData(target, sources);
      this.importing = true;
      if (this.imported.done) await this.#enter(await this.#atlas.session());
    } catch (thrown) {
      this.error = AppError.parse(thrown);
    } finally {
      this.busy = null;
    }
  }

  async #chooseSources(kind: 'folder' | 'files'): Promise<string[]> {
    if (kind === 'files') return this.#atlas.chooseFiles();
    const folder = await this.#atlas.chooseFolder();
    return folder === '' ? [] : [folder];
  }
}

const key = Symbol('desk');

export function provideDesk(desk: Desk): Desk {
  return setContext(key, desk);
}

export function useDesk(): Desk {
  return getContext<Desk>(key);
}
