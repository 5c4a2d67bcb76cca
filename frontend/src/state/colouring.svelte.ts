import type { Atlas } from '../api/atlas';
import { AppError } from '../api/errors';
import type { Colouring, ColouringAsk, NumberInfo } from '../api/types';

/** The rank bands, which need no colouring. */
export const byRank: ColouringAsk = { by: '', method: '', classes: 5, breaks: [] };

/** What the map is coloured by beside the rank bands, worked out anew for each round. */
export class ColouringStore {
  /** The numbers that the round has. */
  numbers = $state.raw<NumberInfo[]>([]);
  /** What the user asked for; shown follows as soon as it is worked out. */
  ask = $state.raw<ColouringAsk>(byRank);
  shown = $state.raw<Colouring | null>(null);
  error = $state.raw<AppError | null>(null);

  readonly #atlas: Atlas;
  /** The classes are other ones now. */
  readonly #changed: (before: Colouring | null, now: Colouring | null) => void;
  #roundId = '';
  #asked = 0;

  constructor(atlas: Atlas, changed: (before: Colouring | null, now: Colouring | null) => void) {
    this.#atlas = atlas;
    this.#changed = changed;
  }

  /** Colours by something else. What cannot be carried out is refused with a sentence, and the map stays as it is. */
  async choose(ask: ColouringAsk): Promise<void> {
    const before = this.ask;
    this.ask = ask;
    if (!(await this.#work())) this.ask = before;
  }

  /** Another round is on the screen. The old classes stay until the new ones are there. */
  async follow(roundId: string): Promise<void> {
    this.#roundId = roundId;
    void this.#atlas.numbers(roundId).then(
      (numbers) => {
        if (this.#roundId === roundId) this.numbers = numbers;
      },
      () => {}, // the chooser then lacks the numbers; the map itself says what is wrong
    );
    await this.#work();
  }

  /** Another district is open. */
  reset(): void {
    this.#asked++;
    this.ask = byRank;
    this.numbers = [];
    this.error = null;
    this.#show(null);
  }

  async #work(): Promise<boolean> {
    const mine = ++this.#asked;
    if (this.ask.by === '') {
      this.error = null;
      this.#show(null);
      return true;
    }
    try {
      const shown = await this.#atlas.colour(this.#roundId, this.ask);
      if (mine !== this.#asked) return true;
      this.error = null;
      this.#show(shown);
      return true;
    } catch (thrown) {
      if (mine !== this.#asked) return true;
      this.error = AppError.parse(thrown);
      // Classes of another round must not stand beside this one's figures.
      if (this.shown && this.shown.roundId !== this.#roundId) this.#show(null);
      return false;
    }
  }

  #show(now: Colouring | null): void {
    const before = this.shown;
    this.shown = now;
    if (before !== now) this.#changed(before, now);
  }
}
