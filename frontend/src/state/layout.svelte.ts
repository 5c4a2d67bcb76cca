import { drawer } from '../model/table';
import type { Prefs } from './prefs.svelte';

interface Size {
  width: number;
  height: number;
}

/** The least height that the map keeps, px. */
const leastMap = 240;
const bars = 48 + 64 + 56;

/** Which panels are open and how tall the drawer is: what was chosen on this machine, else what suits the window. */
export class Layout {
  readonly #prefs: Prefs;
  readonly #size: () => Size;

  constructor(prefs: Prefs, size: () => Size) {
    this.#prefs = prefs;
    this.#size = size;
  }

  /** The most rows that the drawer can show and leave the map its room. */
  get mostRows(): number {
    const room = this.#size().height - bars - leastMap - drawer.head - drawer.columns;
    return Math.max(0, Math.floor(room / drawer.row));
  }

  get #usualRows(): number {
    return this.#size().width >= 1800 ? 8 : 6;
  }

  /** Whole rows that the drawer shows, 0 when it is closed. */
  get drawerRows(): number {
    const roomy = this.#size().height > 780 && !this.cardFloats;
    if (!(this.#prefs.drawerOpen ?? roomy)) return 0;
    return Math.min(this.mostRows, this.#prefs.drawerRows ?? this.#usualRows);
  }

  resizeDrawer(rows: number): void {
    if (rows <= 0) {
      this.#prefs.drawerOpen = false;
      return;
    }
    this.#prefs.drawerRows = rows;
    this.#prefs.drawerOpen = true;
  }

  toggleDrawer(): void {
    this.#prefs.drawerOpen = this.drawerRows === 0;
  }

  /** In a narrow window the card lies on the map instead of beside it. */
  get cardFloats(): boolean {
    return this.#size().width < 1280;
  }

  get legendOpen(): boolean {
    return this.#prefs.legendOpen ?? !this.cardFloats;
  }

  toggleLegend(): void {
    this.#prefs.legendOpen = !this.legendOpen;
  }
}
