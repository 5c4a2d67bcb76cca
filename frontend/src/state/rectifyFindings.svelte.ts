import type { Atlas } from '../api/atlas';
import { AppError } from '../api/errors';
import type {
  FindingAsk,
  FindingPlace,
  FindingRow,
  FindingsStepAsk,
  FindingsView,
  HeatView,
} from '../api/rectify-types';
import type { HeatArea, MapPoint, PointStatus } from '../model/hotspotPicture';
import { findingPasses } from '../model/rectify';
import type { Desk } from './desk.svelte';
import type { Rectify } from './rectify.svelte';

/** How findings are shown on the map. */
export const layers = ['none', 'points', 'clusters', 'heat'] as const;
export type Layer = (typeof layers)[number];
/** What the surface of density is of. */
export const heats = ['findings', 'open', 'burden'] as const;
export type Heat = (typeof heats)[number];

/** Where a finding is to be set down, and the estates that it may belong to. */
export interface Spot {
  lon: number;
  lat: number;
  places: readonly FindingPlace[];
}

/** Findings (点位) of the rectification desk: their list, their marks on the map, and where the next one is put. */
export class Findings {
  view = $state.raw<FindingsView | null>(null);
  error = $state.raw<AppError | null>(null);
  layer = $state<Layer>('none');
  heatOf = $state<Heat>('findings');
  heat = $state.raw<HeatView | null>(null);
  /** The next click on the map is the place of a finding. */
  picking = $state(false);
  spot = $state.raw<Spot | null>(null);
  /** Those of a mark that was clicked; empty: all are listed. */
  only = $state.raw<ReadonlySet<string>>(new Set());
  picked = $state.raw<ReadonlySet<string>>(new Set());
  /** The one that the list brings into sight: added last, or clicked on the map. */
  latest = $state('');

  readonly #atlas: Atlas;
  readonly #desk: Desk;
  readonly #rectify: Rectify;
  /** The findings there were before the one that was added; it is looked for in the next view. */
  #before: ReadonlySet<string> | null = null;
  #asking = 0;
  #heating = 0;

  readonly rows: readonly FindingRow[] = $derived.by(() => {
    const { only } = this;
    const { filter } = this.#rectify;
    return (this.view?.rows ?? []).filter((row) => (only.size === 0 || only.has(row.id)) && findingPasses(row, filter));
  });

  readonly picture: { points: readonly MapPoint[]; grouped: boolean; heat: readonly HeatArea[] } = $derived.by(() => {
    const { layer } = this;
    const { filter } = this.#rectify;
    const rows = layer === 'points' || layer === 'clusters' ? (this.view?.rows ?? []) : [];
    return {
      points: rows
        .filter((row) => row.hasPlace && findingPasses(row, filter))
        .map(({ id, lon, lat, status }) => ({ id, lon, lat, status: status as PointStatus })),
      grouped: layer === 'clusters',
      heat: layer === 'heat' ? (this.heat?.bands ?? []) : [],
    };
  });

  constructor(atlas: Atlas, desk: Desk, rectify: Rectify) {
    this.#atlas = atlas;
    this.#desk = desk;
    this.#rectify = rectify;
  }

  forget(): void {
    this.#asking++;
    this.#heating++;
    this.view = this.heat = this.error = null;
    this.layer = 'none';
    this.stop();
    this.latest = '';
    this.#before = null;
    this.only = new Set();
    this.picked = new Set();
  }

  /** Asks for the findings up to the day of the desk. */
  async refresh(): Promise<void> {
    const mine = ++this.#asking;
    try {
      const view = await this.#atlas.findings({ on: this.#rectify.view?.on ?? '' });
      if (mine !== this.#asking) return;
      this.view = view;
      this.error = null;
      if (this.#before) this.latest = view.rows.find((row) => !this.#before?.has(row.id))?.id ?? '';
      if (this.latest !== '') this.#before = null;
      const there = new Set(view.rows.map((row) => row.id));
      this.picked = new Set([...this.picked].filter((id) => there.has(id)));
      if (this.layer === 'heat') await this.#work();
    } catch (thrown) {
      if (mine === this.#asking) this.error = AppError.parse(thrown);
    }
  }

  async show(layer: Layer): Promise<void> {
    this.layer = layer;
    // Groups and rings would lie on each other.
    this.#rectify.rings = layer !== 'clusters';
    if (layer === 'heat') await this.#work();
  }

  async showHeat(of: Heat): Promise<void> {
    this.heatOf = of;
    this.layer = 'heat';
    await this.#work();
  }

  async #work(): Promise<void> {
    const mine = ++this.#heating;
    try {
      const heat = await this.#atlas.heat({
        of: this.heatOf,
        by: this.#rectify.asked,
        bandwidthM: 0,
        item: this.#rectify.filter.item ?? '',
      });
      if (mine !== this.#heating) return;
      this.heat = heat;
      this.error = null;
    } catch (thrown) {
      if (mine !== this.#heating) return;
      this.heat = null;
      this.error = AppError.parse(thrown);
    }
  }

  /** The marks of these were clicked: they alone are listed. */
  open(ids: readonly string[]): void {
    this.only = new Set(ids);
    this.latest = ids[0] ?? '';
    this.#rectify.tab = 'findings';
    const first = this.view?.rows.find((row) => row.id === ids[0]);
    if (first) this.#desk.select(first.fid);
  }

  /** Asks for the place of a new finding on the map. */
  pick(): void {
    this.picking = true;
    if (this.layer === 'none' || this.layer === 'heat') this.layer = 'points';
  }

  /** A place was pointed at. */
  async place(lon: number, lat: number): Promise<void> {
    this.picking = false;
    try {
      this.spot = { lon, lat, places: await this.#atlas.findingPlaces(lon, lat) };
      this.#rectify.dialog = { kind: 'finding', id: '' };
    } catch (thrown) {
      this.error = AppError.parse(thrown);
    }
  }

  stop(): void {
    this.picking = false;
    this.spot = null;
  }

  toggle(id: string): void {
    const picked = new Set(this.picked);
    if (!picked.delete(id)) picked.add(id);
    this.picked = picked;
  }

  toggleAll(): void {
    const ids = this.rows.map((row) => row.id);
    const all = ids.length > 0 && ids.every((id) => this.picked.has(id));
    this.picked = all ? new Set() : new Set(ids);
  }

  async save(ask: FindingAsk): Promise<AppError | null> {
    const before = new Set(this.view?.rows.map((row) => row.id));
    const refused = await this.#done(this.#desk.decide(() => this.#atlas.setFinding(ask)));
    if (refused || ask.id !== '') return refused;
    this.#before = before;
    this.latest = '';
    this.only = new Set();
    this.#rectify.tab = 'findings';
    await this.refresh();
    return null;
  }

  async step(ask: FindingsStepAsk): Promise<AppError | null> {
    const refused = await this.#done(this.#desk.decide(() => this.#atlas.resolveFindings(ask)));
    if (!refused) this.picked = new Set();
    return refused;
  }

  async #done(act: Promise<AppError | null>): Promise<AppError | null> {
    const refused = await act;
    if (!refused) {
      this.#rectify.dialog = null;
      this.stop();
    }
    return refused;
  }

  /** One step back; false if there is none. */
  escape(): boolean {
    if (this.picking) this.stop();
    else if (this.only.size > 0) this.only = new Set();
    else return false;
    return true;
  }
}
