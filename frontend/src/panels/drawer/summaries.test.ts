import { expect, test } from 'vitest';
import type { Summary } from '../../api/types';
import { sortSummaries } from './summaries';

const row = (name: string, own: Partial<Summary> = {}): Summary => ({
  name,
  index: 0,
  estates: 1,
  scored: 1,
  averageRank: 100,
  top: 0,
  bottom: 0,
  withheldFen: 0,
  proposedFen: 0,
  fids: [],
  ...own,
});
const names = (list: Summary[]) => list.map((r) => r.name).join('');

test('sorts by any column and keeps equal rows in their order', () => {
  const list = [row('甲', { bottom: 1 }), row('乙', { bottom: 3 }), row('丙', { bottom: 1 })];
  expect(names(sortSummaries(list, 'bottom', true))).toBe('乙甲丙');
  expect(names(sortSummaries(list, 'bottom', false))).toBe('甲丙乙');
  expect(names(list)).toBe('甲乙丙');
});

test('who was not scored has no average and stands last in either direction', () => {
  const list = [
    row('甲', { scored: 0, averageRank: 0 }),
    row('乙', { averageRank: 20 }),
    row('丙', { averageRank: 10 }),
  ];
  expect(names(sortSummaries(list, 'averageRank', true))).toBe('乙丙甲');
  expect(names(sortSummaries(list, 'averageRank', false))).toBe('丙乙甲');
});
