// The table of estates: the order of its rows and its measures.

import type { District, RoundView } from '../api/types';
import { byValue, firstColumns, firstValues, isFirst, ranksOf, sortKeys, type Values } from './columns';
import { compareDecimals } from './format';

export const columns = firstColumns;
export type SortColumn = string;

export interface Sort {
  /** The key of a column. */
  column: string;
  descending: boolean;
}

/** Worst first: the question that the table is opened for. */
export const worstFirst: Sort = { column: 'rank', descending: true };

/** The first columns of which one looks for the most, or the last kind. */
const fromLast: readonly string[] = ['rank', 'run', 'payable', 'state', 'cause'];

/** A click on a head: the other way round, or that column in the order that shows most at once. */
export function nextSort(sort: Sort, column: string, numeric = false): Sort {
  if (sort.column === column) return { column, descending: !sort.descending };
  return { column, descending: isFirst(column) ? fromLast.includes(column) : numeric };
}

/** Sorts estates; keeps what costs time between calls for the same district. */
export class TableOrder {
  readonly #district: District;
  #names: Float64Array | null = null;
  #companies: Float64Array | null = null;

  constructor(district: District) {
    this.#district = district;
  }

  /**
   * The positions that are left by `visible`, sorted. What is unknown stands last in either direction; equal rows keep the
   * order of the district. `values` are those of the column if it is none of the first; while they are not there, the rows
   * keep the order of the district.
   */
  rows(view: RoundView, sort: Sort, visible: Uint8Array | null, values: Values | null = null): Uint32Array {
    // NaN is unknown.
    const keys = this.#keys(view, sort.column, values);
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

  #keys(view: RoundView, column: string, values: Values | null): Float64Array {
    const { estates, companies } = this.#district;
    switch (column) {
      case 'name':
        this.#names ??= ranksOf(namesByPinyin(estates));
        return this.#names;
      case 'company': {
        this.#companies ??= ranksOf(companies.map((c) => c.shortName || c.name));
        const ranks = this.#companies;
        return Float64Array.from(view.company, (c) => ranks[c] ?? Number.NaN);
      }
      // Words of a few kinds that have an order of their own.
      case 'state':
        return Float64Array.from(view.state);
      case 'form':
        return Float64Array.from(estates.form);
      case 'cause':
        return Float64Array.from(view.cause, (c) => (c > 0 ? c : Number.NaN));
      default: {
        const of = isFirst(column) ? firstValues(column, this.#district, view) : values;
        return of ? sortKeys(of) : new Float64Array(estates.fid.length).fill(Number.NaN);
      }
    }
  }
}

/** Texts whose order is the order of the names by pinyin, 2号院 before 12号院. */
function namesByPinyin({ name, pinyin }: District['estates']): string[] {
  return name.map((n, i) => `${byValue(pinyin[i] ?? '')} ${n}`);
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
