import type { Atlas } from '../api/atlas';
import { AppError } from '../api/errors';
import type { BaseMap } from '../api/types';

/** Maps of others to lie under the estates. None does until one is chosen. */
export class BaseMaps {
  list = $state.raw<readonly BaseMap[]>([]);
  /** Id of the one that is shown, '' for none. */
  chosen = $state('');
  error = $state.raw<AppError | null>(null);
  busy = $state(false);

  readonly shown: BaseMap | null = $derived(this.list.find((map) => map.id === this.chosen) ?? null);

  readonly #atlas: Atlas;

  constructor(atlas: Atlas) {
    this.#atlas = atlas;
  }

  load(): Promise<void> {
    return this.#doing(async () => {});
  }

  /** Asks for a file and adds it. */
  addFile(): Promise<void> {
    return this.#doing(async () => {
      const path = await this.#atlas.chooseBaseMap();
      if (path !== '') this.#take(await this.#atlas.addBaseMap(path));
    });
  }

  /** Adds a server of tiles; true once it is there. */
  async addAddress(name: string, address: string, key: string): Promise<boolean> {
    await this.#doing(async () => this.#take(await this.#atlas.addBaseAddress(name, address, key)));
    return this.error === null;
  }

  remove(id: string): Promise<void> {
    return this.#doing(async () => {
      await this.#atlas.removeBaseMap(id);
      if (this.chosen === id) this.chosen = '';
    });
  }

  #take(added: BaseMap): void {
    if (added.problem.zh === '') this.chosen = added.id;
  }

  async #doing(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = null;
    try {
      await work();
      this.list = await this.#atlas.baseMaps();
    } catch (thrown) {
      this.error = AppError.parse(thrown);
    } finally {
      this.busy = false;
    }
  }
}
