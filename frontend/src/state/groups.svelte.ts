import type { Atlas, GroupKind } from '../api/atlas';
import { AppError } from '../api/errors';
import type { GroupCard, Overview } from '../api/types';

export interface GroupRef {
  kind: GroupKind;
  index: number;
}

/** Loads one answer at a time; what was there stays until the next is. */
class Latest<T> {
  value = $state.raw<T | null>(null);
  error = $state.raw<AppError | null>(null);
  #asked = 0;

  async ask(answer: () => Promise<T>): Promise<void> {
    const mine = ++this.#asked;
    try {
      const value = await answer();
      if (mine !== this.#asked) return;
      this.value = value;
      this.error = null;
    } catch (thrown) {
      if (mine !== this.#asked) return;
      this.value = null;
      this.error = AppError.parse(thrown);
    }
  }

  forget(): void {
    this.#asked++;
    this.value = null;
    this.error = null;
  }
}

/** The card of a company or a subdistrict. */
export class GroupStore extends Latest<GroupCard> {
  readonly #atlas: Atlas;
  constructor(atlas: Atlas) {
    super();
    this.#atlas = atlas;
  }

  async show(group: GroupRef | null, roundId: string): Promise<void> {
    if (!group) return this.forget();
    await this.ask(() => this.#atlas.group(group.kind, group.index, roundId));
  }
}

/** The page of all figures. */
export class OverviewStore extends Latest<Overview> {
  readonly #atlas: Atlas;
  constructor(atlas: Atlas) {
    super();
    this.#atlas = atlas;
  }

  async show(roundId: string): Promise<void> {
    await this.ask(() => this.#atlas.overview(roundId));
  }
}
