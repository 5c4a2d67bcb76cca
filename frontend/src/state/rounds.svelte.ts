import type { Atlas } from '../api/atlas';
import { AppError } from '../api/errors';
import type { RoundInfo, RoundView } from '../api/types';
import { neighbours, stepFrom } from '../model/rounds';

/** Estate rows of all kept rounds together: about 100 MB at most. */
const keptRows = 1_000_000;

/**
 * The round on screen. A round that is asked for takes the place of the old one only once it is there, so that the map and
 * the panels never stand empty between two rounds.
 */
export class Rounds {
  /** The round that was asked for. */
  wanted = $state('');
  /** The round on screen. */
  shown = $state.raw<RoundView | null>(null);
  error = $state.raw<AppError | null>(null);
  playing = $state(false);

  #list = $state.raw<readonly RoundInfo[]>([]);
  #failed = '';
  readonly #atlas: Atlas;
  readonly #changed: (view: RoundView) => void;
  readonly #pace: () => number;
  #kept = new Map<string, Promise<RoundView>>();
  #generation = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `changed` is called each time another round is on screen; `pace` is how many seconds it stands there when rounds are played. */
  constructor(atlas: Atlas, changed: (view: RoundView) => void = () => {}, pace: () => number = () => 1.2) {
    this.#pace = pace;
    this.#atlas = atlas;
    this.#changed = changed;
  }

  get list(): readonly RoundInfo[] {
    return this.#list;
  }

  get info(): RoundInfo | null {
    return this.#list.find((r) => r.id === this.shown?.roundId) ?? null;
  }

  /**
   * Takes the rounds of a district that was opened and shows one of them, the latest if `start` is not among them.
   * `enter` is called in the same breath as the first round is put on screen (or fails), so that no one ever sees the
   * district of one project with the round of another.
   */
  async open(list: readonly RoundInfo[], start: string, enter: () => void): Promise<void> {
    this.pause();
    this.#kept = new Map();
    const generation = ++this.#generation;
    const id = list.some((r) => r.id === start) ? start : (list[list.length - 1]?.id ?? '');
    let view: RoundView | null = null;
    let error: AppError | null = null;
    try {
      view = await this.#get(id);
    } catch (thrown) {
      error = AppError.parse(thrown);
    }
    if (generation !== this.#generation) return;
    this.#list = list;
    this.wanted = id;
    this.error = error;
    this.#failed = id;
    this.shown = view;
    enter();
    if (!view) return;
    this.#changed(view);
    this.#prefetch(id);
  }

  /** Shows a round; if it cannot be had the old one stays and the error says why. */
  async go(id: string): Promise<void> {
    const generation = this.#generation;
    this.wanted = id;
    try {
      const view = await this.#get(id);
      if (generation !== this.#generation || this.wanted !== id) return;
      this.error = null;
      if (this.shown !== view) {
        this.shown = view;
        this.#changed(view);
      }
      this.#prefetch(id);
    } catch (thrown) {
      if (generation !== this.#generation || this.wanted !== id) return;
      this.error = AppError.parse(thrown);
      this.#failed = id;
      this.wanted = this.shown?.roundId ?? id;
      this.pause();
    }
  }

  /** A round that is to be seen beside the one on screen. */
  view(id: string): Promise<RoundView> {
    return this.#get(id);
  }

  /** Asks again for the round that could not be had. */
  retry(): Promise<void> {
    return this.go(this.#failed);
  }

  /** Steps along the timeline; by Infinity to its end. */
  step(steps: number): Promise<void> {
    const next = stepFrom(this.#list, this.wanted, steps);
    return next === this.wanted ? Promise.resolve() : this.go(next);
  }

  get atFirst(): boolean {
    return this.#list[0]?.id === this.wanted;
  }

  get atLast(): boolean {
    return this.#list[this.#list.length - 1]?.id === this.wanted;
  }

  /** Plays from the round on screen to the last; from the first if it is the last already. */
  play(): void {
    if (this.playing || this.#list.length < 2) return;
    this.playing = true;
    if (this.atLast) void this.step(Number.NEGATIVE_INFINITY);
    this.#next();
  }

  pause(): void {
    this.playing = false;
    clearTimeout(this.#timer);
  }

  #next(): void {
    this.#timer = setTimeout(async () => {
      await this.step(1);
      if (!this.playing) return;
      if (this.atLast) this.pause();
      else this.#next();
    }, this.#pace() * 1000);
  }

  #prefetch(id: string): void {
    for (const other of neighbours(this.#list, id)) this.#get(other).catch(() => {});
  }

  #get(id: string): Promise<RoundView> {
    const kept = this.#kept.get(id);
    if (kept) {
      // Used last, dropped last.
      this.#kept.delete(id);
      this.#kept.set(id, kept);
      return kept;
    }
    const asked = this.#atlas.round(id);
    const mine = this.#kept;
    mine.set(id, asked);
    asked.then(
      (view) => this.#drop(mine, Math.max(4, Math.floor(keptRows / Math.max(1, view.rank.length)))),
      () => mine.delete(id),
    );
    return asked;
  }

  #drop(kept: Map<string, Promise<RoundView>>, most: number): void {
    for (const id of kept.keys()) {
      if (kept.size <= most) return;
      kept.delete(id);
    }
  }
}
