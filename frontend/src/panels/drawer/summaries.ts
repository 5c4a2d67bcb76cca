// The order of the small tables of companies and subdistricts.

import type { Summary } from '../../api/types';

export const summaryColumns = [
  'name',
  'estates',
  'scored',
  'averageRank',
  'top',
  'bottom',
  'withheldFen',
  'proposedFen',
] as const;
export type SummaryColumn = (typeof summaryColumns)[number];

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** Sorted copies; who has no average rank stands last in either direction, equal ones keep their order. */
export function sortSummaries(list: readonly Summary[], column: SummaryColumn, descending: boolean): Summary[] {
  const sign = descending ? -1 : 1;
  return [...list].sort((a, b) => {
    if (column === 'name') return sign * collator.compare(a.name, b.name);
    if (column === 'averageRank' && a.scored > 0 !== b.scored > 0) return a.scored > 0 ? -1 : 1;
    return sign * (a[column] - b[column]);
  });
}
