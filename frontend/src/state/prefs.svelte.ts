import type { ColouringAsk, Lang } from '../api/types';
import { i18n } from '../i18n/index.svelte';
import { type Room, rooms } from '../model/rooms';

export const themes = ['light', 'dark', 'projector'] as const;
export type Theme = (typeof themes)[number];

/** The few methods of localStorage that are used. */
export type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** How a project was left. What is not said is as it is at first. */
export interface Left {
  /** Where the map stood. */
  place?: { lon: number; lat: number; zoom: number };
  /** The round on screen; '' the latest, also when later ones come. */
  round?: string;
  room?: Room;
  tab?: 'estates' | 'companies' | 'subdistricts';
  colouring?: ColouringAsk;
  baseMap?: string;
}

interface Saved {
  lang: Lang;
  theme: Theme;
  /** Whole rows that the drawer shows when open; null: as many as suit the window. */
  drawerRows: number | null;
  drawerOpen: boolean | null;
  legendOpen: boolean | null;
  /** Columns of the list of estates by key, in their order; null: those that it begins with. */
  columns: readonly string[] | null;
  /** The guided tour was taken or declined. */
  toured: boolean;
  /** Seconds that a round stands when rounds are played. */
  pace: number;
  /** By path, the one left last at the end. */
  projects: [path: string, left: Left][];
}

const key = 'estate-atlas';
const fresh: Saved = {
  lang: 'zh',
  theme: 'light',
  drawerRows: null,
  drawerOpen: null,
  legendOpen: null,
  columns: null,
  toured: false,
  pace: 1.2,
  projects: [],
};

/** Projects that are remembered. */
const mostProjects = 20;

/** Seconds a round may stand when rounds are played. */
export const paces = [0.6, 1.2, 2.4] as const;

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

  get toured(): boolean {
    return this.#saved.toured;
  }
  set toured(toured: boolean) {
    this.#save({ toured });
  }

  get pace(): number {
    return this.#saved.pace;
  }
  set pace(pace: number) {
    this.#save({ pace });
  }

  /** How a project was left, by its path. */
  left(path: string): Left {
    return this.#saved.projects.find(([known]) => known === path)?.[1] ?? {};
  }

  /** Keeps how a project is left. */
  leave(path: string, change: Left): void {
    const left = { ...this.left(path), ...change };
    const others = this.#saved.projects.filter(([known]) => known !== path);
    this.#save({ projects: [...others, [path, left] as [string, Left]].slice(-mostProjects) });
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
  const { lang, theme, drawerRows, drawerOpen, legendOpen, columns, toured, pace, projects } = value as Record<
    string,
    unknown
  >;
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
  if (typeof toured === 'boolean') saved.toured = toured;
  const knownPace = paces.find((seconds) => seconds === pace);
  if (knownPace) saved.pace = knownPace;
  if (Array.isArray(projects)) saved.projects = projects.flatMap(readProject).slice(-mostProjects);
  return saved;
}

function readProject(entry: unknown): [string, Left][] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string' || typeof entry[1] !== 'object' || entry[1] === null)
    return [];
  const { place, round, room, tab, colouring, baseMap } = entry[1] as Record<string, unknown>;
  const left: Left = {};
  if (isPlace(place)) left.place = { lon: place.lon, lat: place.lat, zoom: place.zoom };
  if (typeof round === 'string') left.round = round;
  const knownRoom = rooms.find((name) => name === room);
  if (knownRoom) left.room = knownRoom;
  if (tab === 'estates' || tab === 'companies' || tab === 'subdistricts') left.tab = tab;
  if (isColouring(colouring)) left.colouring = colouring;
  if (typeof baseMap === 'string') left.baseMap = baseMap;
  return [[entry[0], left]];
}

function isPlace(value: unknown): value is NonNullable<Left['place']> {
  if (typeof value !== 'object' || value === null) return false;
  const { lon, lat, zoom } = value as Record<string, unknown>;
  const inside = (n: unknown, least: number, most: number) => typeof n === 'number' && n >= least && n <= most;
  return inside(lon, -180, 180) && inside(lat, -89, 89) && inside(zoom, 0, 24);
}

function isColouring(value: unknown): value is ColouringAsk {
  if (typeof value !== 'object' || value === null) return false;
  const { by, method, classes, breaks } = value as Record<string, unknown>;
  return (
    typeof by === 'string' &&
    typeof method === 'string' &&
    typeof classes === 'number' &&
    Array.isArray(breaks) &&
    breaks.every((limit) => typeof limit === 'number')
  );
}
