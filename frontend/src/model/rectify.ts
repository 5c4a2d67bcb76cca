// The rectification list: which rows a tab and the filters show, in which order. Pure.

import type { FindingRow, RectifyEstate, RectifyRow, RectifyView } from '../api/rectify-types';

export const rectifyTabs = ['all', 'overdue', 'soon', 'recheck', 'done'] as const;
export type RectifyTab = (typeof rectifyTabs)[number];
/** What stands below the map: rows of the list, or the findings. */
export type BelowTab = RectifyTab | 'findings';

export const rectifyColumns = [
  'estate',
  'subdistrict',
  'item',
  'recurrence',
  'burden',
  'cluster',
  'party',
  'due',
  'status',
] as const;
export type RectifyColumn = (typeof rectifyColumns)[number];

export interface RectifySort {
  column: RectifyColumn;
  descending: boolean;
}

/** Null or empty leaves everything. */
export interface RectifyFilter {
  subdistrict: number | null;
  /** Who answers, by the Chinese name. */
  party: string | null;
  /** Code. */
  item: string | null;
  /** Only rows that are frequent. */
  frequent: boolean;
}

export const noRectifyFilter: RectifyFilter = { subdistrict: null, party: null, item: null, frequent: false };

/** Days ahead that count as due soon, the day itself included. */
const soon = 7;

export const rowKey = (row: { fid: number; item: string }): string => `${row.fid} ${row.item}`;

export function inTab(row: RectifyRow, tab: RectifyTab): boolean {
  switch (tab) {
    case 'all':
      return true;
    case 'soon':
      return row.status === 'open' && row.dueOn !== '' && row.daysLeft >= 0 && row.daysLeft <= soon;
    case 'overdue':
    case 'recheck':
    case 'done':
      return row.status === tab;
    default:
      return tab satisfies never;
  }
}

export function countTabs(rows: readonly RectifyRow[]): Record<RectifyTab, number> {
  const counts = { all: 0, overdue: 0, soon: 0, recheck: 0, done: 0 };
  for (const row of rows) for (const tab of rectifyTabs) if (inTab(row, tab)) counts[tab]++;
  return counts;
}

export function passes(row: RectifyRow, estate: RectifyEstate | undefined, filter: RectifyFilter): boolean {
  if (filter.subdistrict !== null && estate?.subdistrict !== filter.subdistrict) return false;
  if (filter.party !== null && row.party.zh !== filter.party) return false;
  if (filter.item !== null && row.item !== filter.item) return false;
  return !filter.frequent || row.frequent;
}

/** Places of a status: the most urgent first. */
const urgency = ['overdue', 'open', 'recheck', 'done'];
/** A date after every other one. */
const never = '9999';

function order(column: RectifyColumn, view: RectifyView): (a: RectifyRow, b: RectifyRow) => number {
  const estate = (row: RectifyRow) => view.estates[row.estate];
  const text = (of: (row: RectifyRow) => string) => (a: RectifyRow, b: RectifyRow) =>
    of(a).localeCompare(of(b), 'zh-Hans-CN');
  const clusters = new Map(view.clusters.map(({ key }, i) => [key, i]));
  switch (column) {
    case 'estate':
      return text((row) => estate(row)?.name ?? '');
    case 'subdistrict':
      return (a, b) => (estate(a)?.subdistrict ?? -1) - (estate(b)?.subdistrict ?? -1);
    case 'item':
      return text((row) => row.item);
    case 'recurrence':
      return (a, b) => a.occurrences / Math.max(1, a.scored) - b.occurrences / Math.max(1, b.scored);
    case 'burden':
      return (a, b) => (estate(a)?.burden ?? 0) - (estate(b)?.burden ?? 0);
    case 'cluster':
      return (a, b) => (clusters.get(estate(a)?.cluster ?? '') ?? 0) - (clusters.get(estate(b)?.cluster ?? '') ?? 0);
    case 'party':
      return text((row) => row.party.zh);
    case 'due':
      return text((row) => row.dueOn || never);
    case 'status':
      return (a, b) => urgency.indexOf(a.status) - urgency.indexOf(b.status);
    default:
      return column satisfies never;
  }
}

/** The rows in an order; equal ones stay as they came, heaviest burden first. */
export function sorted(rows: readonly RectifyRow[], sort: RectifySort, view: RectifyView): RectifyRow[] {
  const compare = order(sort.column, view);
  return [...rows].sort(sort.descending ? (a, b) => compare(b, a) : compare);
}

/** Numbers begin with the most, words and dates with the first. */
export function nextSort(sort: RectifySort, column: RectifyColumn): RectifySort {
  if (sort.column === column) return { column, descending: !sort.descending };
  return { column, descending: column === 'recurrence' || column === 'burden' };
}

export function findingPasses(row: FindingRow, filter: RectifyFilter): boolean {
  if (filter.subdistrict !== null && row.subdistrict !== filter.subdistrict) return false;
  if (filter.party !== null && row.party.zh !== filter.party) return false;
  return filter.item === null || row.item === filter.item;
}

/** A day so many days after another (YYYY-MM-DD); '' where that is none. */
export function daysAfter(day: string, days: number): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(at) ? new Date(at + days * 86_400_000).toISOString().slice(0, 10) : '';
}
