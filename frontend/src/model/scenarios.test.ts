import { describe, expect, test } from 'vitest';
import type { ProxyTotals } from '../api/proxy-types';
import { best, scenarioText } from './scenarios';

const total = (part: Partial<ProxyTotals>): ProxyTotals => ({
  estates: 163,
  served: 157,
  unserved: 6,
  changed: 0,
  overridden: 0,
  other: 9,
  totalM: 26_900,
  worstM: 996,
  meanM: 170,
  overCapacity: 0,
  ...part,
});

describe('the best of a row', () => {
  test('most served, fewest left, shared by those that show the same', () => {
    const all = [total({ served: 151, unserved: 12 }), total({}), total({ totalM: 24_020 })];
    expect(best('assigned', all)).toEqual([false, true, true]);
    expect(best('unassigned', all)).toEqual([false, true, true]);
    expect(best('total', all)).toEqual([false, false, true]);
  });

  test('a shorter way to fewer estates is no better', () => {
    expect(best('total', [total({ served: 100, totalM: 9_000 }), total({}), total({ totalM: 30_000 })])).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('nothing is best where all are the same, or where neither end is better', () => {
    expect(best('worst', [total({}), total({})])).toEqual([false, false]);
    expect(best('changed', [total({ changed: 3 }), total({})])).toEqual([false, false]);
    expect(best('assigned', [total({})])).toEqual([false]);
  });

  test('figures are compared as they are shown', () => {
    expect(best('total', [total({ totalM: 26_901 }), total({ totalM: 26_899 })])).toEqual([false, false]);
    expect(scenarioText('total', total({}))).toBe('26.90');
    expect(scenarioText('worst', total({ worstM: 1845.6 }))).toBe('1,846');
  });
});
