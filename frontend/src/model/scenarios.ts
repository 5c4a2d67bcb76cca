// Scenarios side by side. Pure.

import type { ProxyTotals } from '../api/proxy-types';
import { count } from './format';

export const scenarioRows = ['assigned', 'unassigned', 'changed', 'across', 'total', 'worst', 'full'] as const;
export type ScenarioRow = (typeof scenarioRows)[number];

/** Which end is the better one; 0: neither. */
const better: Record<ScenarioRow, -1 | 0 | 1> = {
  assigned: 1,
  unassigned: -1,
  changed: 0,
  across: -1,
  total: -1,
  worst: -1,
  full: -1,
};

function value(row: ScenarioRow, total: ProxyTotals): number {
  switch (row) {
    case 'assigned':
      return total.served;
    case 'unassigned':
      return total.unserved;
    case 'changed':
      return total.changed;
    case 'across':
      return total.other;
    case 'total':
      return total.totalM;
    case 'worst':
      return total.worstM;
    case 'full':
      return total.overCapacity;
    default:
      return row satisfies never;
  }
}

/** Kilometres to 0.01, metres and counts whole. */
export function scenarioText(row: ScenarioRow, total: ProxyTotals): string {
  const n = value(row, total);
  return row === 'total' ? (n / 1000).toFixed(2) : count(Math.round(n));
}

/**
 * For each scenario whether it is the best of a row as it is shown: none where all are the same, and of the distances only those that
 * serve as many as any: a shorter way to fewer estates is no better.
 */
export function best(row: ScenarioRow, totals: readonly ProxyTotals[]): boolean[] {
  const direction = better[row];
  if (direction === 0 || totals.length < 2) return totals.map(() => false);
  const most = Math.max(...totals.map((total) => total.served));
  const counts = (total: ProxyTotals) => (row !== 'total' && row !== 'worst') || total.served === most;
  const shown = totals.map((total) => (counts(total) ? Number(scenarioText(row, total).replace(/,/g, '')) : null));
  const known = shown.filter((n): n is number => n !== null);
  const top = direction > 0 ? Math.max(...known) : Math.min(...known);
  if (shown.every((n) => n === top)) return totals.map(() => false);
  return shown.map((n) => n === top);
}
