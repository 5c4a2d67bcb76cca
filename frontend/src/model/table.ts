// The table of estates: its columns, and the order of its rows.

import type { District, RoundView } from '../api/types';
import { compareDecimals } from './format';

export const columns = [
  'rank',
  'change',
  'name',
  'subdistrict',
  'score',
  'state',
  'company',
  'form',
  'cause',
  'run',
  'payable',
  'recent',
] as const;
export type Column = (typeof columns)[number];

/** The last column is a drawing; it sorts as the last rank does and so is not a sort key of its own. */
export type SortColumn = Exclude<Column, 'recent'>;

export interface Sort {
  column: SortColumn;
  descending: boolean;
}

/** Worst first: the question that the table is opened for. */
export const worstFirst: Sort = { column: 'rank', descending: true };

/** A click on a head: the other way round, or that column in the order that shows most at once. */
export function nextSort(sort: Sort, column: SortColumn): Sort {
  if (sort.column === column) return { column, descending: !sort.descending };
  return { column, descending: ['rank', 'run', 'payable', 'state', 'cause'].includes(column) };
}

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** The place of each text among all, equal texts sharing one. */
function ranksOf(texts: readonly string[], compare: (a: string, b: string) => number = collator.compare): Float64Array {
  const order = texts.map((_, i) => i).sort((a, b) => compare(texts[a]!, texts[b]!) || a - b);
  const ranks = new Float64Array(texts.length);
  let last = -1;
  order.forEach((i, place) => {
    const previous = order[place - 1];
    if (previous === undefined || texts[previous] !== texts[i]) last = place;
    ranks[i] = last;
  });
  return ranks;
}

/** Sorts estates; keeps what costs time between calls for the same district. */
export class TableOrder {
  readonly #district: District;
  #names: Float64Array | null = null;
  readonly #subdistricts: Float64Array;
  readonly #companies: Float64Array;

  constructor(district: District) {
    this.#district = district;
    this.#subdistricts = ranksOf(district.subdistricts);
    this.#companies = ranksOf(district.companies.map((c) => c.shortName || c.name));
  }

  /**
   * The positions that are left by `visible`, sorted. What is unknown stands last in either direction; equal rows keep the
   * order of the district.
   */
  rows(view: RoundView, sort: Sort, visible: Uint8Array | null): Uint32Array {
    // NaN is unknown.
    const keys = this.#keys(view, sort.column);
    const rows: number[] = [];
    for (let i = 0; i < keys.length; i++) if (!visible || visible[i] === 1) rows.push(i);
    const sign = sort.descending ? -1 : 1;
    const exact = sort.column === 'score' ? view.score : null;
    rows.sort((a, b) => {
      const left = keys[a]!;
      const right = keys[b]!;
      const leftKnown = !Number.isNaN(left);
      const rightKnown = !Number.isNaN(right);
      if (leftKnown !== rightKnown) return leftKnown ? -1 : 1;
      if (leftKnown && left !== right) return left < right ? -sign : sign;
      if (leftKnown && exact) return sign * compareDecimals(exact[a]!, exact[b]!) || a - b;
      return a - b;
    });
    return Uint32Array.from(rows);
  }

  #keys(view: RoundView, column: SortColumn): Float64Array {
    const { estates } = this.#district;
    switch (column) {
      case 'rank':
        return known(view.rank, (r) => r > 0);
      case 'change':
        return Float64Array.from(view.change, (c, i) => ((view.rank[i] ?? 0) > 0 ? c : Number.NaN));
      case 'name':
        this.#names ??= ranksOf(namesByPinyin(estates), (a, b) => (a < b ? -1 : a > b ? 1 : 0));
        return this.#names;
      case 'subdistrict':
        return Float64Array.from(estates.subdistrict, (s) => this.#subdistricts[s] ?? Number.NaN);
      case 'score':
        return Float64Array.from(view.score, (s) => (s === '' ? Number.NaN : Number(s)));
      case 'state':
        return Float64Array.from(view.state);
      case 'company':
        return Float64Array.from(view.company, (c) => this.#companies[c] ?? Number.NaN);
      case 'form':
        return Float64Array.from(estates.form);
      case 'cause':
        return known(view.cause, (c) => c > 0);
      case 'run':
        return known(view.run, (r) => r > 0);
      case 'payable':
        return Float64Array.from(view.payableFen);
      default:
        return column satisfies never;
    }
  }
}

/**
 * Texts whose plain order is the order of the names by pinyin, 2号院 before 12号院. A collator would do the same but takes
 * more than a second for 50,000 names.
 */
function namesByPinyin({ name, pinyin }: District['estates']): string[] {
  return name.map((n, i) => `${(pinyin[i] ?? '').replace(/\d+/g, (digits) => digits.padStart(8, '0'))} ${n}`);
}

function known(values: readonly number[], isKnown: (value: number) => boolean): Float64Array {
  return Float64Array.from(values, (v) => (isKnown(v) ? v : Number.NaN));
}

/** Heights of the drawer in px: its head, the column heads, and whole rows only. */
export const drawer = { head: 41, columns: 28, row: 27 } as const;

/** The drawer's height for so many rows; 0 rows is closed. */
export function drawerHeight(rows: number): number {
  return rows <= 0 ? drawer.head : drawer.head + drawer.columns + rows * drawer.row;
}

/** How many whole rows a height has room for; under half a row it closes. */
export function drawerRows(height: number, most: number): number {
  const rows = Math.round((height - drawer.head - drawer.columns) / drawer.row);
  return Math.max(0, Math.min(most, rows));
}
