import type { Atlas } from '../api/atlas';
import { AppError } from '../api/errors';
import type { TableColumn } from '../api/types';
import { firstColumns, isFirst, moved, toggled, type Values, valuesOf } from '../model/columns';
import type { Prefs } from './prefs.svelte';

/**
 * Which columns the list of estates shows, and what those hold that the screen does not have anyway. A column is asked for when
 * it is chosen, and again for each round; what was there stays until the answer comes.
 */
export class Columns {
  readonly #atlas: Atlas;
  readonly #prefs: Prefs;
  /** All columns there are, without values; empty until somebody asked for more than the first ones. */
  catalogue = $state.raw<readonly TableColumn[]>([]);
  /** Why columns could not be read. */
  error = $state.raw<AppError | null>(null);
  #loaded = $state.raw<ReadonlyMap<string, Values>>(new Map());
  #loadedRound = '';
  #round = '';
  /** Columns that are needed although they are not shown: filters and the order stand on them. */
  #kept: readonly string[] = [];
  #asked = 0;

  /** The columns on show, by key in their order. */
  readonly shown: readonly string[] = $derived.by(() => {
    const chosen = this.#prefs.columns ?? firstColumns;
    return chosen.filter((key) => isFirst(key) || this.catalogue.some((column) => column.key === key));
  });

  constructor(atlas: Atlas, prefs: Prefs) {
    this.#atlas = atlas;
    this.#prefs = prefs;
  }

  column(key: string): TableColumn | null {
    return this.catalogue.find((column) => column.key === key) ?? null;
  }

  isNumeric(key: string): boolean {
    if (isFirst(key)) return ['rank', 'change', 'score', 'run', 'payable'].includes(key);
    const kind = this.column(key)?.kind;
    return kind === 'number' || kind === 'money';
  }

  /** What one of the further columns holds; null while it is not there. */
  values(key: string): Values | null {
    return this.#loaded.get(key) ?? null;
  }

  /** Another project: nothing of the old one holds. */
  forget(): void {
    this.#asked++;
    this.#loaded = new Map();
    this.#loadedRound = '';
    this.#kept = [];
    this.error = null;
  }

  /** Goes to a round; `kept` are columns that are needed besides those on show. */
  async follow(roundId: string, kept: readonly string[]): Promise<void> {
    this.#round = roundId;
    this.#kept = kept;
    await this.#load();
  }

  /** Reads which columns there are. */
  async open(): Promise<void> {
    if (this.catalogue.length > 0) return;
    try {
      this.catalogue = await this.#atlas.tableColumns(this.#round, []);
    } catch (thrown) {
      this.error = AppError.parse(thrown);
    }
  }

  async toggle(key: string): Promise<void> {
    await this.#choose(toggled(this.shown, key));
  }

  async move(key: string, by: number): Promise<void> {
    await this.#choose(moved(this.shown, key, by));
  }

  /** The columns that the list began with. */
  async reset(): Promise<void> {
    await this.#choose(null);
  }

  async retry(): Promise<void> {
    await this.open();
    await this.#load();
  }

  async #choose(columns: readonly string[] | null): Promise<void> {
    this.#prefs.columns = columns;
    await this.#load();
  }

  async #load(): Promise<void> {
    const chosen = [...(this.#prefs.columns ?? []), ...this.#kept];
    if (chosen.some((key) => !isFirst(key))) await this.open();
    const known = new Set(this.catalogue.filter((c) => c.kind !== 'drawing').map((c) => c.key));
    const wanted = [...new Set(chosen)].filter((key) => !isFirst(key) && known.has(key));
    const round = this.#round;
    const fresh = this.#loadedRound === round;
    const missing = fresh ? wanted.filter((key) => !this.#loaded.has(key)) : wanted;
    const mine = ++this.#asked;
    if (missing.length === 0) {
      if (!fresh) this.#take(round, []);
      return;
    }
    try {
      const columns = await this.#atlas.tableColumns(round, missing);
      if (mine !== this.#asked) return;
      this.error = null;
      this.#take(round, columns);
    } catch (thrown) {
      if (mine !== this.#asked) return;
      this.error = AppError.parse(thrown);
      if (!fresh) this.#take('', []);
    }
  }

  #take(round: string, columns: readonly TableColumn[]): void {
    const loaded = new Map(this.#loadedRound === round ? this.#loaded : []);
    for (const column of columns) {
      const values = valuesOf(column);
      if (values) loaded.set(column.key, values);
    }
    this.#loaded = loaded;
    this.#loadedRound = round;
  }
}
