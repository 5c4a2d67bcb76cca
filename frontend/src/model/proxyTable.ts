// The list of scattered estates of a run: which rows a tab shows, in which order. Pure.

import type { ProxyRow } from '../api/proxy-types';
import type { District } from '../api/types';

export const proxyTabs = ['changed', 'unassigned', 'all', 'overrides'] as const;
export type ProxyTab = (typeof proxyTabs)[number];
/** What stands below the map: rows of the run, or the check which estates could be fenced together. */
export type BelowTab = ProxyTab | 'enclosing';

export const proxyColumns = [
  'estate',
  'subdistrict',
  'before',
  'after',
  'host',
  'distance',
  'runnerUp',
  'gap',
  'reason',
] as const;
export type ProxyColumn = (typeof proxyColumns)[number];
export const isNumber = (column: ProxyColumn): boolean => column === 'distance' || column === 'gap';

export interface ProxySort {
  column: ProxyColumn;
  descending: boolean;
}

export function inTab(row: ProxyRow, tab: ProxyTab): boolean {
  switch (tab) {
    case 'changed':
      return row.changed && row.company >= 0;
    case 'unassigned':
      return row.company < 0;
    case 'overrides':
      return row.status === 'override' || row.pinned || row.locked;
    case 'all':
      return true;
    default:
      return tab satisfies never;
  }
}

export function countTabs(rows: readonly ProxyRow[]): Record<ProxyTab, number> {
  const counts = { changed: 0, unassigned: 0, all: 0, overrides: 0 };
  for (const row of rows) for (const tab of proxyTabs) if (inTab(row, tab)) counts[tab]++;
  return counts;
}

/** The names that a row shows. */
export class ProxyNames {
  readonly #district: District;
  readonly #at: Map<number, number>;

  constructor(district: District) {
    this.#district = district;
    this.#at = new Map(district.estates.fid.map((fid, at) => [fid, at]));
  }

  estate(fid: number): string {
    return this.#district.estates.name[this.#at.get(fid) ?? -1] ?? '';
  }

  subdistrict(fid: number): string {
    return this.#district.subdistricts[this.subdistrictAt(fid)] ?? '';
  }

  subdistrictAt(fid: number): number {
    return this.#district.estates.subdistrict[this.#at.get(fid) ?? -1] ?? -1;
  }

  /** Short as on the map; '' for none. */
  company(index: number): string {
    const company = this.#district.companies[index];
    return company ? company.shortName || company.name : '';
  }

  position(fid: number): number {
    return this.#at.get(fid) ?? -1;
  }
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** The rows of a tab in order; what has no value comes last, whichever way the order runs. */
export function orderRows(
  rows: readonly ProxyRow[],
  tab: ProxyTab,
  { column, descending }: ProxySort,
  names: ProxyNames,
  lang: 'zh' | 'en',
): ProxyRow[] {
  const value = (row: ProxyRow): string | number | null => {
    switch (column) {
      case 'estate':
        return names.estate(row.fid);
      case 'subdistrict':
        return names.subdistrict(row.fid) || null;
      case 'before':
        return names.company(row.present) || null;
      case 'after':
        return names.company(row.company) || null;
      case 'host':
        return row.hostFid === 0 ? null : names.estate(row.hostFid);
      case 'distance':
        return row.distanceM < 0 ? null : row.distanceM;
      case 'runnerUp':
        return row.nextFid === 0 ? null : names.estate(row.nextFid);
      case 'gap':
        return row.nextFid === 0 ? null : row.gapM;
      case 'reason':
        return row.why[lang];
      default:
        return column satisfies never;
    }
  };
  const keyed = rows.filter((row) => inTab(row, tab)).map((row) => ({ row, key: value(row) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return a.key === b.key ? a.row.fid - b.row.fid : a.key === null ? 1 : -1;
    const order =
      typeof a.key === 'number' && typeof b.key === 'number'
        ? a.key - b.key
        : collator.compare(String(a.key), String(b.key));
    return (descending ? -order : order) || a.row.fid - b.row.fid;
  });
  return keyed.map(({ row }) => row);
}
