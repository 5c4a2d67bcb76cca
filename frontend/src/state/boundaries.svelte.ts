import { tick } from 'svelte';
import type { Atlas } from '../api/atlas';
import { AppError } from '../api/errors';
import type { BoundaryPreview, MergePreview, SplitPreview } from '../api/proxy-types';
import type { Drawing, Drawn } from '../model/drawing';
import type { Desk } from './desk.svelte';

/** px per metre at which a wall can be drawn. */
const closest = 2.5;

/** What is being done to boundaries: one is moved, one is drawn, one is cut, some are joined. */
export type BoundaryKind = 'none' | 'modify' | 'shape' | 'line' | 'merge';

export interface NewNames {
  id: string;
  name: string;
  subdistrict: string;
  form: string;
}

/** Drawing and editing of boundaries: the map draws, what comes of it is decided here. */
export class BoundaryTool {
  kind = $state<BoundaryKind>('none');
  /** The estate whose boundary it is, 0 for a new one. */
  fid = $state(0);
  drawing = $state.raw<Drawing | null>(null);
  drawn = $state.raw<Drawn | null>(null);
  /** What the boundary would be as it is drawn. */
  preview = $state.raw<BoundaryPreview | null>(null);
  /** The estates that become part of the one. */
  joined = $state.raw<readonly number[]>([]);
  /** The last questions before it is written are open. */
  asking = $state(false);
  error = $state.raw<AppError | null>(null);

  readonly #atlas: Atlas;
  readonly #desk: Desk;
  #asked = 0;

  constructor(atlas: Atlas, desk: Desk) {
    this.#atlas = atlas;
    this.#desk = desk;
  }

  get complete(): boolean {
    return this.kind === 'merge' ? this.joined.length > 0 : (this.drawn?.complete ?? false);
  }

  /** Begins with the selected estate; a new one needs none. */
  async start(kind: Exclude<BoundaryKind, 'none'>): Promise<void> {
    const fid = kind === 'shape' ? 0 : this.#desk.selected;
    if (fid === null) return;
    this.stop();
    const mine = ++this.#asked;
    this.fid = fid;
    if (kind === 'merge') {
      this.kind = kind;
      return;
    }
    try {
      const { shape, near } = await this.#atlas.boundaries(fid, this.#desk.map?.extent() ?? []);
      if (mine !== this.#asked) return;
      this.kind = kind;
      this.drawing = { kind, shape, near };
      // The card goes first: what it covered is free then.
      await tick();
      if (fid !== 0 && mine === this.#asked) this.#desk.map?.frame([fid], closest);
    } catch (thrown) {
      if (mine === this.#asked) this.error = AppError.parse(thrown);
    }
  }

  /** The map tells what was drawn. */
  take(drawn: Drawn): void {
    this.drawn = drawn;
    if (this.kind === 'line' || drawn.shape.length === 0 || !drawn.changed) {
      this.preview = null;
      return;
    }
    const mine = ++this.#asked;
    this.#atlas.previewBoundary(this.fid, drawn.shape).then(
      (preview) => {
        if (mine === this.#asked) this.preview = preview;
      },
      (thrown) => {
        if (mine === this.#asked) this.error = AppError.parse(thrown);
      },
    );
  }

  /** A click on the map while estates are joined: takes one in, or out again. */
  join(fid: number | null): void {
    if (fid === null || fid === this.fid) return;
    this.joined = this.joined.includes(fid) ? this.joined.filter((one) => one !== fid) : [...this.joined, fid];
  }

  /** What cutting or joining would do; null for the others. */
  async foresee(): Promise<{ split: SplitPreview } | { merge: MergePreview } | null> {
    if (this.kind === 'line') return { split: await this.#atlas.previewSplit(this.fid, this.drawn?.line ?? []) };
    if (this.kind === 'merge') return { merge: await this.#atlas.previewMerge(this.fid, [...this.joined]) };
    return null;
  }

  /** Writes what was drawn, as one decision. */
  async decide({ id, name, subdistrict, form }: NewNames): Promise<AppError | null> {
    const { kind, fid, drawn, joined } = this;
    const refused = await this.#desk.decide(() => {
      if (kind === 'merge') return this.#atlas.mergeEstates(fid, [...joined]);
      if (kind === 'line') return this.#atlas.splitEstate(fid, drawn?.line ?? [], id, name);
      const shape = drawn?.shape ?? [];
      if (kind === 'shape') return this.#atlas.addEstate({ id, name, subdistrict, community: '', form, shape });
      return this.#atlas.editBoundary(fid, shape);
    });
    if (!refused) this.stop();
    return refused;
  }

  stop(): void {
    this.#asked++;
    this.kind = 'none';
    this.drawing = null;
    this.drawn = null;
    this.preview = null;
    this.joined = [];
    this.asking = false;
    this.error = null;
  }

  /** One step back; false: nothing is being drawn. */
  escape(): boolean {
    if (this.kind === 'none') return false;
    this.stop();
    return true;
  }
}
