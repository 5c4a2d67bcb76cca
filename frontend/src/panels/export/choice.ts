// What is chosen in the export dialog, and what it asks for.

import type { ColouringAsk, ExportAsk, Lang } from '../../api/types';
import { exportAsk } from '../../model/exports';
import type { Tab } from '../../state/desk.svelte';

export const kinds = ['list', 'map', 'atlas', 'meeting'] as const;
export type Kind = (typeof kinds)[number];

export const formats = {
  list: ['xlsx', 'csv'],
  map: ['pdf', 'png'],
  atlas: ['pdf'],
  meeting: ['pdf', 'pptx'],
} as const satisfies Record<Kind, readonly string[]>;
export type Format = (typeof formats)[Kind][number];

export const widths = [1920, 2560, 3840] as const;

export interface Choice {
  kind: Kind;
  format: Format;
  lang: Lang;
  rows: 'shown' | 'all';
  columns: 'screen' | 'all';
  part: 'view' | 'district';
  paper: 'A4' | 'A3';
  portrait: boolean;
  width: (typeof widths)[number];
  proxies: boolean;
  /** With the base map that lies under the estates on screen. */
  base: boolean;
  title: string;
  leaves: 'bottom' | 'list' | 'selected';
}

/** What is on the desk when the dialog is opened. */
export interface Screen {
  roundId: string;
  tab: Tab;
  /** Columns of the list on screen, and all there are, by key in order. */
  columns: readonly string[];
  everyColumn: readonly string[];
  /** Rows of the list in order; all estates. */
  shown: readonly number[];
  all: readonly number[];
  bottom: readonly number[];
  selected: number | null;
  /** The estates that a filter leaves; null without a filter. */
  visible: readonly number[] | null;
  extent: readonly number[] | null;
  colouring: ColouringAsk;
  /** Id of the base map on screen that can be put on paper, '' for none. */
  baseMap: string;
}

/** The estates of the pages of an atlas. */
export function leavesOf(choice: Choice, screen: Screen): readonly number[] {
  if (choice.leaves === 'bottom') return screen.bottom;
  if (choice.leaves === 'list') return screen.shown;
  return screen.selected === null ? [] : [screen.selected];
}

export function askOf(choice: Choice, screen: Screen): ExportAsk {
  const ask = exportAsk(choice.kind, choice.format, screen.roundId, choice.lang);
  switch (choice.kind) {
    case 'list':
      if (screen.tab !== 'estates') return { ...ask, what: screen.tab };
      return {
        ...ask,
        what: 'table',
        columns: [...(choice.columns === 'all' ? screen.everyColumn : screen.columns)],
        fids: [...(choice.rows === 'all' ? screen.all : screen.shown)],
      };
    case 'map':
    case 'atlas':
      ask.map = {
        ...ask.map,
        colouring: screen.colouring,
        extent: choice.kind === 'map' && choice.part === 'view' ? [...(screen.extent ?? [])] : [],
        paper: choice.paper,
        portrait: choice.portrait,
        widthPx: choice.width,
        filtered: choice.kind === 'map' && screen.visible !== null,
        visible: choice.kind === 'map' ? [...(screen.visible ?? [])] : [],
        proxies: choice.proxies,
        baseMap: choice.kind === 'map' && choice.base ? screen.baseMap : '',
        title: choice.title.trim(),
      };
      return choice.kind === 'map' ? ask : { ...ask, fids: [...leavesOf(choice, screen)] };
    case 'meeting':
      return ask;
    default:
      return choice.kind satisfies never;
  }
}
