import { tick } from 'svelte';
import type { Atlas } from '../api/atlas';
import { AppError } from '../api/errors';
import type {
  AcceptAsk,
  AcceptPreview,
  BarriersView,
  EnclosingRow,
  EnclosingView,
  ProxyAsk,
  ProxyChoice,
  ProxyHostView,
  ProxyRow,
  ProxyRunView,
  ProxyTotals,
  ScenarioDiff,
  ScenarioView,
} from '../api/proxy-types';
import type { ExportAsk, ProxyView } from '../api/types';
import { exportAsk } from '../model/exports';
import { type Candidate, Part, type ProxyPicture } from '../model/proxyPicture';
import {
  type BelowTab,
  countTabs,
  isNumber,
  orderRows,
  type ProxyColumn,
  ProxyNames,
  type ProxySort,
  type ProxyTab,
} from '../model/proxyTable';
import type { Desk } from './desk.svelte';

/** How long a run may take before its progress is shown, ms. */
const patience = 500;
/** How often it is asked how far it is, ms. */
const pace = 200;
/** px per metre at which a gap between two estates is seen. */
const closestPair = 1.2;
/** Hosts of the selected estate that the map draws. */
const drawnHosts = 4;

/** Beside the ids of scenarios: the trial that was not kept, and what is in force. */
export const trial = 'trial';
export const inForce = '';

export type ProxyDialog = 'override' | 'lock' | 'save' | 'accept' | 'records' | 'barriers';

/** A run beside others in the comparison. */
export interface Compared {
  id: string;
  name: string;
  total: ProxyTotals;
  scenario: ScenarioView | null;
}

const beginning: ProxyAsk = {
  asOf: '',
  within: '',
  maxDistanceM: 0,
  capacity: false,
  eachCapacity: -1,
  keep: false,
  keepM: 0,
  barriers: false,
  pins: [],
};

/** The planner's desk: the run in sight, what it was asked, the scenarios beside it, the selected scattered estate. */
export class Planner {
  /** What the next run is asked. */
  ask = $state.raw<ProxyAsk>(beginning);
  run = $state.raw<ProxyRunView | null>(null);
  /** The id of what is in sight: of a scenario, or the trial. */
  shown = $state(trial);
  scenarios = $state.raw<readonly ScenarioView[]>([]);
  /** What is in force, as a scenario. */
  present = $state.raw<ScenarioView | null>(null);
  error = $state.raw<AppError | null>(null);
  running = $state(false);
  /** The scenarios are being loaded. */
  loading = $state(false);
  /** It takes long enough to show how far it is. */
  slow = $state(false);
  progress = $state.raw({ done: 0, total: 0 });
  /** A run was called off: what is asked and what is shown differ. */
  stale = $state(false);

  tab = $state<BelowTab>('all');
  sort = $state.raw<ProxySort>({ column: 'distance', descending: true });
  enclosing = $state.raw<EnclosingView | null>(null);
  enclosingError = $state.raw<AppError | null>(null);
  /** Greatest gap between estates that are fenced together, m. */
  gapM = $state(20);
  /** The pair that the map shows. */
  pair = $state.raw<EnclosingRow | null>(null);
  choice = $state.raw<ProxyChoice | null>(null);
  /** The host whose button is pressed on the card; null: that of the run. */
  candidate = $state.raw<ProxyHostView | null>(null);
  /** A click on the map chooses a host. */
  picking = $state(false);
  /** The estate clicked last that may not be a host; null: none. */
  unfit = $state<number | null>(null);
  dialog = $state<ProxyDialog | null>(null);
  /** What the last decision did, with an end that can be taken back. */
  done = $state('');

  readonly #atlas: Atlas;
  readonly #desk: Desk;
  #asked = 0;
  #chosen = 0;
  #revision = -1;
  /** The scenarios have to be loaded anew. */
  #due = false;
  /** The scenarios before one more was kept. */
  #before: ReadonlySet<string> | null = null;
  /** The estate that is brought into sight once its hosts are known. */
  #frame: number | null = null;

  readonly names: ProxyNames | null = $derived.by(() =>
    this.#desk.district ? new ProxyNames(this.#desk.district) : null,
  );

  readonly counts: Record<ProxyTab, number> = $derived(countTabs(this.run?.rows ?? []));

  readonly rows: readonly ProxyRow[] = $derived.by(() =>
    this.names && this.tab !== 'enclosing'
      ? orderRows(this.run?.rows ?? [], this.tab, this.sort, this.names, this.#desk.prefs.lang)
      : [],
  );

  readonly #byFid: ReadonlyMap<number, ProxyRow> = $derived(new Map(this.run?.rows.map((row) => [row.fid, row]) ?? []));

  /** The row of the selected scattered estate. */
  readonly row: ProxyRow | null = $derived.by(() => {
    const { selected } = this.#desk;
    return selected === null ? null : (this.#byFid.get(selected) ?? null);
  });

  /** How many scattered estates each host serves in the run. */
  readonly #served: ReadonlyMap<number, number> = $derived.by(() => {
    const served = new Map<number, number>();
    for (const row of this.run?.rows ?? []) {
      if (row.status !== 'unassigned') served.set(row.hostFid, (served.get(row.hostFid) ?? 0) + 1);
    }
    return served;
  });

  readonly links: ProxyView | null = $derived(
    this.run && {
      asOf: this.run.asOf,
      links: this.run.links,
      unassigned: this.run.rows.filter((row) => row.status === 'unassigned').map((row) => row.fid),
    },
  );

  readonly #candidates: readonly Candidate[] = $derived.by(() => {
    const { choice, pair } = this;
    if (this.tab === 'enclosing') {
      if (!pair || pair.fid !== this.#desk.selected) return [];
      const { fid, neighbourFid: hostFid, company, gapM: distanceM, from, to } = pair;
      return [{ fid, hostFid, company, distanceM, rank: 0, taken: false, from, to }];
    }
    if (!choice || choice.row.fid !== this.#desk.selected) return [];
    const can = choice.hosts.filter((host) => host.company >= 0);
    const ranked = can.map((host, i): Candidate => ({ ...host, fid: choice.row.fid, hostFid: host.fid, rank: i + 1 }));
    return ranked.filter(({ rank, taken }) => taken || rank <= drawnHosts);
  });

  readonly picture: ProxyPicture | null = $derived.by(() => {
    const { district } = this.#desk;
    const view = this.#desk.rounds.shown;
    if (!district || !view) return null;
    const { fid, form } = district.estates;
    const serves = (at: number) => form[at] === 0 && !view.proxy[at] && (view.company[at] ?? -1) >= 0;
    return {
      parts: Uint8Array.from(fid, (one, at) => {
        const row = this.#byFid.get(one);
        if (row) return row.company < 0 ? Part.unserved : Part.scattered;
        return serves(at) ? Part.host : Part.aside;
      }),
      company: fid.map((_, at) => (serves(at) ? (view.company[at] ?? -1) : -1)),
      candidates: this.#candidates,
      walk: this.rows.map((row) => row.fid),
    };
  });

  constructor(atlas: Atlas, desk: Desk) {
    this.#atlas = atlas;
    this.#desk = desk;
  }

  /** The scenario in sight, null for the trial. */
  get scenario(): ScenarioView | null {
    return this.scenarios.find(({ id }) => id === this.shown) ?? null;
  }

  rowOf(fid: number): ProxyRow | null {
    return this.#byFid.get(fid) ?? null;
  }

  served(fid: number): number {
    return this.#served.get(fid) ?? 0;
  }

  /** Loads what the desk shows, when it is entered and when the project has changed. */
  async refresh(revision: number): Promise<void> {
    if (revision === this.#revision) return;
    this.#revision = revision;
    this.#due = true;
    await this.#carryOut(this.ask);
  }

  /** What is kept and what is in force; they too are worked out, so a run that is asked for meanwhile calls this off. */
  async #loadScenarios(): Promise<void> {
    this.loading = true;
    try {
      const all = await this.#atlas.scenarios();
      this.#due = false;
      this.present = all.find(({ id }) => id === inForce) ?? null;
      this.scenarios = all.filter(({ id }) => id !== inForce);
      const before = this.#before;
      this.#before = null;
      if (before) this.shown = this.scenarios.find(({ id }) => !before.has(id))?.id ?? this.shown;
      if (!this.scenario) this.shown = trial;
    } catch (thrown) {
      const error = AppError.parse(thrown);
      if (error.code !== 'cancelled') this.error = error;
    } finally {
      this.loading = false;
    }
  }

  /** Asks for something else; what is not said stays. The scenario in sight gives way to a trial. */
  change(part: Partial<ProxyAsk>): Promise<void> {
    this.ask = { ...this.ask, ...part };
    this.shown = trial;
    return this.#carryOut(this.ask);
  }

  again(): Promise<void> {
    return this.#carryOut(this.ask);
  }

  /** Shows a scenario: it is worked out from the data as they are. */
  show(id: string): Promise<void> {
    const scenario = this.scenarios.find((one) => one.id === id);
    this.shown = scenario ? id : trial;
    if (scenario) this.ask = scenario.ask;
    return this.#carryOut(this.ask);
  }

  async #carryOut(ask: ProxyAsk): Promise<void> {
    const mine = ++this.#asked;
    this.running = true;
    this.stale = false;
    void this.#watch(mine);
    try {
      const run = await this.#atlas.proxyRun(ask);
      if (mine !== this.#asked) return;
      this.#take(run);
      if (this.#due) await this.#loadScenarios();
    } catch (thrown) {
      if (mine !== this.#asked) return;
      const error = AppError.parse(thrown);
      if (error.code === 'cancelled') this.stale = true;
      else this.error = error;
    } finally {
      if (mine === this.#asked) {
        this.running = false;
        this.slow = false;
      }
    }
  }

  #take(run: ProxyRunView): void {
    const first = this.run === null;
    this.run = run;
    this.ask = run.ask;
    this.error = null;
    if (first && this.counts.changed > 0) this.tab = 'changed';
    void this.#choose(this.#desk.selected);
  }

  /** Asks how far the run is, once it takes long. */
  async #watch(mine: number): Promise<void> {
    await new Promise((later) => setTimeout(later, patience));
    while (this.running && mine === this.#asked) {
      this.slow = true;
      try {
        const { done, total } = await this.#atlas.proxyProgress();
        this.progress = { done, total };
      } catch {
        return; // the run itself says what is wrong
      }
      await new Promise((later) => setTimeout(later, pace));
    }
  }

  async cancel(): Promise<void> {
    try {
      await this.#atlas.cancelProxyRun();
    } catch (thrown) {
      this.error = AppError.parse(thrown);
    }
  }

  sortBy(column: ProxyColumn): void {
    const { sort } = this;
    this.sort = { column, descending: sort.column === column ? !sort.descending : isNumber(column) };
  }

  /** Selects an estate and brings it into sight together with its hosts. */
  visit(fid: number): void {
    this.#frame = fid;
    if (this.#desk.selected === fid) void this.#choose(fid);
    else this.#desk.select(fid);
  }

  /** The hosts of the selected estate; called when the selection changes. */
  async select(fid: number | null): Promise<void> {
    this.picking = false;
    await this.#choose(fid);
  }

  async #choose(fid: number | null): Promise<void> {
    const mine = ++this.#chosen;
    this.candidate = null;
    if (fid === null || !this.run || !this.#byFid.has(fid)) {
      this.choice = null;
      return;
    }
    try {
      const choice = await this.#atlas.proxyChoice(this.run.ask, fid);
      if (mine !== this.#chosen) return;
      this.choice = choice;
      if (this.#frame !== fid) return;
      this.#frame = null;
      // The map has to know first what the card covers.
      await tick();
      this.#desk.map?.frame([fid, ...this.#candidates.map(({ hostFid }) => hostFid)]);
    } catch (thrown) {
      if (mine !== this.#chosen) return;
      this.choice = null;
      this.error = AppError.parse(thrown);
    }
  }

  /** Looks which scattered estates could be fenced together with a neighbour. */
  async checkEnclosing(gapM = this.gapM): Promise<void> {
    this.gapM = gapM;
    try {
      this.enclosing = await this.#atlas.enclosing(gapM);
      this.enclosingError = null;
    } catch (thrown) {
      this.enclosingError = AppError.parse(thrown);
    }
  }

  /** Shows two estates and the gap between them. */
  async showPair(pair: EnclosingRow): Promise<void> {
    this.pair = pair;
    this.#desk.select(pair.fid);
    await tick();
    this.#desk.map?.frame([pair.fid, pair.neighbourFid], closestPair);
  }

  /** Begins to choose a host on the map, or stops. */
  togglePicking(): void {
    this.picking = !this.picking;
    this.unfit = null;
  }

  /** A click on the map while a host is chosen there. */
  async pick(hostFid: number | null): Promise<void> {
    const { choice } = this;
    if (!choice || hostFid === null) return;
    try {
      const known = choice.hosts.find((host) => host.fid === hostFid && host.company >= 0);
      const host = known ?? (await this.#tryHost(choice, hostFid));
      if (!this.picking || this.choice !== choice) return;
      // One that may not serve is said to be so, and another can be clicked.
      this.unfit = host && host.company >= 0 ? null : hostFid;
      if (!host || this.unfit !== null) return;
      this.candidate = host;
      this.picking = false;
      this.dialog = 'override';
    } catch (thrown) {
      this.error = AppError.parse(thrown);
    }
  }

  /** A host that the card does not list, as it would be if the estate were given to it. */
  async #tryHost({ row, hosts }: ProxyChoice, hostFid: number): Promise<ProxyHostView | null> {
    const others = this.ask.pins.filter((pin) => pin.fid !== row.fid);
    const pin = { fid: row.fid, hostFid, reason: '', locked: false };
    const tried = await this.#atlas.proxyChoice({ ...this.ask, pins: [...others, pin] }, row.fid);
    const host = tried.hosts.find((one) => one.taken && one.fid === hostFid);
    const taken = hosts.find((one) => one.taken);
    return host ? { ...host, taken: false, gapM: taken ? host.distanceM - taken.distanceM : 0 } : null;
  }

  /** Gives the selected estate to the pressed host, whatever the rules say, for a reason. */
  async override(reason: string): Promise<AppError | null> {
    const { choice, candidate } = this;
    if (!choice || !candidate) return null;
    const { fid } = choice.row;
    const refused = await this.#desk.decide(() => this.#atlas.setOverride(fid, candidate.fid, reason));
    if (!refused) this.dialog = null;
    return refused;
  }

  removeOverride(fid: number): Promise<AppError | null> {
    return this.#desk.decide(() => this.#atlas.removeOverride(fid));
  }

  /** Keeps the host of the run in this and later runs of the scenario; or lets it go. */
  lock(row: ProxyRow, on: boolean): Promise<void> {
    const others = this.ask.pins.filter((pin) => pin.fid !== row.fid);
    const pin = { fid: row.fid, hostFid: row.hostFid, reason: '', locked: true };
    return this.change({ pins: on ? [...others, pin] : others });
  }

  /** What a single company takes at most, whatever holds for the others; null: as they. */
  limit(companyId: string, most: number | null): Promise<void> {
    const others = (this.ask.capacities ?? []).filter((one) => one.companyId !== companyId);
    return this.change({ capacities: most === null ? others : [...others, { companyId, most }] });
  }

  /** Keeps the run under a name; it is then in sight. */
  async save(name: string, note: string): Promise<AppError | null> {
    const ask = this.run?.ask ?? this.ask;
    this.#before = new Set(this.scenarios.map(({ id }) => id));
    const refused = await this.#desk.decide(() => this.#atlas.keepScenario(name, note, ask));
    if (refused) this.#before = null;
    else this.dialog = null;
    return refused;
  }

  /** What changes hands from one scenario to another. */
  compare(from: string, to: string): Promise<ScenarioDiff> {
    return this.#atlas.compareScenarios(from, to);
  }

  remove(id: string): Promise<AppError | null> {
    return this.#desk.decide(() => this.#atlas.dropScenario(id));
  }

  barriers(): Promise<BarriersView> {
    return this.#atlas.barriers();
  }

  previewBarriers(text: string): Promise<BarriersView> {
    return this.#atlas.previewBarriers(text);
  }

  /** Puts down other barriers; '' none. */
  async setBarriers(text: string): Promise<AppError | null> {
    const refused = await this.#desk.decide(() => this.#atlas.setBarriers(text));
    if (!refused) this.dialog = null;
    return refused;
  }

  previewAccept(ask: AcceptAsk): Promise<AcceptPreview> {
    return this.#atlas.previewAccept(ask);
  }

  async accept(ask: AcceptAsk, done: string): Promise<AppError | null> {
    const refused = await this.#desk.decide(() => this.#atlas.acceptRun(ask));
    if (refused) return refused;
    this.dialog = null;
    this.done = done;
    return null;
  }

  /** Writes the list of the run: of these estates, of all if there are none. */
  async exportList(format: 'xlsx' | 'csv' | 'pdf', fids: number[]): Promise<void> {
    await this.#export('proxy', format, fids, { proxy: this.run?.ask ?? this.ask });
  }

  /** Writes the notices for the estates that change company. */
  async exportLetters(): Promise<void> {
    await this.#export('letter', 'docx', [], { letter: { kind: 'proxy', companies: [] } });
  }

  async #export(what: string, format: string, fids: number[], more: Partial<ExportAsk> = {}): Promise<void> {
    const { jobs, session, prefs } = this.#desk;
    await jobs.run({ ...exportAsk(what, format, '', prefs.lang), fids, ...more }, session?.desktop === true);
    this.error = jobs.error;
  }

  /** One step back of what the desk holds open; false: there is none. */
  escape(): boolean {
    if (this.picking) {
      this.picking = false;
      return true;
    }
    return false;
  }

  /** Another project was opened. */
  forget(): void {
    this.#asked++;
    this.#chosen++;
    this.#revision = -1;
    this.ask = beginning;
    this.run = null;
    this.shown = trial;
    this.scenarios = [];
    this.present = null;
    this.choice = null;
    this.enclosing = null;
    this.pair = null;
    this.candidate = null;
    this.picking = false;
    this.dialog = null;
    this.error = null;
    this.running = false;
    this.done = '';
  }
}
