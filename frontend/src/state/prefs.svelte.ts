import type { Lang } from '../api/types';
import { i18n } from '../i18n/index.svelte';

export const themes = ['light', 'dark', 'projector'] as const;
export type Theme = (typeof themes)[number];

/** The few methods of localStorage that are used. */
export type Store = Pick<Storage, 'getItem' | 'setItem'>;

interface Saved {
  lang: Lang;
  theme: Theme;
  /** Whole rows that the drawer shows when open; null: as many as suit the window. */
  drawerRows: number | null;
  drawerOpen: boolean | null;
  legendOpen: boolean | null;
  /** Columns of the list of estates by key, in their order; null: those that it begins with. */
  columns: readonly string[] | null;
}

const key = 'estate-atlas';
const fresh: Saved = {
  lang: 'zh',
  theme: 'light',
  drawerRows: null,
  drawerOpen: null,
  legendOpen: null,
  columns: null,
};

/** What this machine remembers of how the window was left. Without storage everything works and nothing is kept. */
export class Prefs {
  readonly #store: Store | null;
  #saved = $state<Saved>({ ...fresh });

  constructor(store: Store | null = browserStore()) {
    this.#store = store;
    this.#saved = { ...fresh, ...read(store) };
    i18n.lang = this.#saved.lang;
  }

  get lang(): Lang {
    return this.#saved.lang;
  }
  set lang(lang: Lang) {
    i18n.lang = lang;
    this.#save({ lang });
  }

  get theme(): Theme {
    return this.#saved.theme;
  }
  set theme(theme: Theme) {
    this.#save({ theme });
  }

  get drawerRows(): number | null {
    return this.#saved.drawerRows;
  }
  set drawerRows(drawerRows: number | null) {
    this.#save({ drawerRows });
  }

  get drawerOpen(): boolean | null {
    return this.#saved.drawerOpen;
  }
  set drawerOpen(drawerOpen: boolean | null) {
    this.#save({ drawerOpen });
  }

  get legendOpen(): boolean | null {
    return this.#saved.legendOpen;
  }
  set legendOpen(legendOpen: boolean | null) {
    this.#save({ legendOpen });
  }

  get columns(): readonly string[] | null {
    return this.#saved.columns;
  }
  set columns(columns: readonly string[] | null) {
    this.#save({ columns });
  }

  #save(change: Partial<Saved>): void {
    Object.assign(this.#saved, change);
    try {
      this.#store?.setItem(key, JSON.stringify(this.#saved));
    } catch {
      // Full or forbidden storage costs the memory, nothing else.
    }
  }
}

function browserStore(): Store | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function read(store: Store | null): Partial<Saved> {
  let value: unknown;
  try {
    value = JSON.parse(store?.getItem(key) ?? '{}');
  } catch {
    return {};
  }
  if (typeof value !== 'object' || value === null) return {};
  const { lang, theme, drawerRows, drawerOpen, legendOpen, columns } = value as Record<string, unknown>;
  const saved: Partial<Saved> = {};
  if (lang === 'zh' || lang === 'en') saved.lang = lang;
  const knownTheme = themes.find((name) => name === theme);
  if (knownTheme) saved.theme = knownTheme;
  if (typeof drawerRows === 'number' && Number.isInteger(drawerRows) && drawerRows > 0 && drawerRows < 200) {
    saved.drawerRows = drawerRows;
  }
  if (typeof drawerOpen === 'boolean') saved.drawerOpen = drawerOpen;
  if (typeof legendOpen === 'boolean') saved.legendOpen = legendOpen;
  if (Array.isArray(columns) && columns.length < 100 && columns.includes('name')) {
    saved.columns = [...new Set(columns.filter((key) => typeof key === 'string'))];
  }
  return saved;
}
