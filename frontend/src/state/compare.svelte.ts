import type { Atlas } from '../api/atlas';
import { AppError } from '../api/errors';
import type { Colouring, RoundView } from '../api/types';
import { sameClasses } from '../model/classes';

/** A second round beside the one on screen, left of a divider that is drawn across the map. */
export class Compare {
  /** The round that was asked for; '' when nothing is compared. */
  wanted = $state('');
  /** The round left of the divider; null while it is not there yet and when nothing is compared. */
  view = $state.raw<RoundView | null>(null);
  /** Its classes by the number that the map is coloured by; null: by rank band. */
  colouring = $state.raw<Colouring | null>(null);
  /** Where the divider stands, 0–1 of the map's width. */
  at = $state(0.5);
  error = $state.raw<AppError | null>(null);

  readonly #atlas: Atlas;
  readonly #round: (id: string) => Promise<RoundView>;
  #painted = 0;

  constructor(atlas: Atlas, round: (id: string) => Promise<RoundView>) {
    this.#atlas = atlas;
    this.#round = round;
  }

  get on(): boolean {
    return this.wanted !== '';
  }

  /** Puts a round beside the one on screen. The round that stood there stays until the new one has come. */
  async start(roundId: string): Promise<void> {
    if (this.wanted === '') this.at = 0.5;
    this.wanted = roundId;
    this.error = null;
    try {
      const view = await this.#round(roundId);
      if (this.wanted !== roundId) return;
      this.view = view;
    } catch (thrown) {
      if (this.wanted !== roundId) return;
      this.error = AppError.parse(thrown);
      this.wanted = this.view?.roundId ?? '';
    }
  }

  stop(): void {
    this.wanted = '';
    this.view = null;
    this.colouring = null;
    this.error = null;
    this.#painted++;
  }

  /** Colours the other round by the classes of the round on screen, so that a colour means the same on either side. */
  async paint(shown: Colouring | null): Promise<void> {
    const mine = ++this.#painted;
    const { view } = this;
    if (!view || !shown) {
      this.colouring = null;
      return;
    }
    try {
      const colouring = await this.#atlas.colour(view.roundId, sameClasses(shown));
      if (mine === this.#painted) this.colouring = colouring;
    } catch {
      // Without the number in that round its bands are shown.
      if (mine === this.#painted) this.colouring = null;
    }
  }
}
