import type { Atlas } from '../api/atlas';
import { AppError } from '../api/errors';
import type { Card, HistoryPoint, ProxyView } from '../api/types';

/** How long an answer may take before the place where it will stand shows grey rows instead of the old content. */
const patience = 150;

/** The card of the selected estate. */
export class CardStore {
  card = $state.raw<Card | null>(null);
  error = $state.raw<AppError | null>(null);
  loading = $state(false);

  readonly #atlas: Atlas;
  #asked = 0;

  constructor(atlas: Atlas) {
    this.#atlas = atlas;
  }

  /** Loads the card of an estate as of a round; null empties it. The old card stays until the new one is there. */
  async show(fid: number | null, roundId: string): Promise<void> {
    const mine = ++this.#asked;
    if (fid === null) {
      this.card = null;
      this.error = null;
      this.loading = false;
      return;
    }
    const slow = setTimeout(() => {
      if (mine === this.#asked && this.card?.fid !== fid) this.loading = true;
    }, patience);
    try {
      const card = await this.#atlas.card(fid, roundId);
      if (mine !== this.#asked) return;
      this.card = card;
      this.error = null;
    } catch (thrown) {
      if (mine !== this.#asked) return;
      this.card = null;
      this.error = AppError.parse(thrown);
    } finally {
      clearTimeout(slow);
      if (mine === this.#asked) this.loading = false;
    }
  }
}

/** The last ranks of the estates in sight, for the small charts of the table. */
export class RecentRanks {
  /** Rounds that a small chart shows. */
  static readonly count = 8;

  #version = $state(0);
  readonly #atlas: Atlas;
  #roundId = '';
  #known = new Map<number, HistoryPoint[] | null>();

  constructor(atlas: Atlas) {
    this.#atlas = atlas;
  }

  /** The history of an estate, or nothing yet. */
  of(fid: number): readonly HistoryPoint[] {
    this.#version;
    return this.#known.get(fid) ?? [];
  }

  /** Asks for those of the estates that are not known yet. */
  async want(fids: readonly number[], roundId: string): Promise<void> {
    if (roundId !== this.#roundId) this.forget(roundId);
    const missing = fids.filter((fid) => !this.#known.has(fid));
    if (missing.length === 0) return;
    for (const fid of missing) this.#known.set(fid, null);
    const known = this.#known;
    try {
      const histories = await this.#atlas.history(missing, roundId, RecentRanks.count);
      missing.forEach((fid, i) => {
        known.set(fid, histories[i] ?? []);
      });
    } catch {
      // A small chart that does not come stays empty; it is asked for again with the next scroll.
      for (const fid of missing) known.delete(fid);
    }
    if (known === this.#known) this.#version++;
  }

  forget(roundId = ''): void {
    this.#roundId = roundId;
    this.#known = new Map();
  }
}

/** The proxy links, while they are switched on. */
export class ProxyLinks {
  on = $state(false);
  view = $state.raw<ProxyView | null>(null);
  error = $state.raw<AppError | null>(null);

  readonly #atlas: Atlas;
  #asked = 0;

  constructor(atlas: Atlas) {
    this.#atlas = atlas;
  }

  /** Loads the assignment as of a round if it is to be shown. */
  async show(on: boolean, roundId: string): Promise<void> {
    const mine = ++this.#asked;
    this.on = on;
    if (!on) {
      this.view = null;
      this.error = null;
      return;
    }
    try {
      const view = await this.#atlas.proxies(roundId);
      if (mine !== this.#asked) return;
      this.view = view;
      this.error = null;
    } catch (thrown) {
      if (mine !== this.#asked) return;
      this.view = null;
      this.on = false;
      this.error = AppError.parse(thrown);
    }
  }
}
