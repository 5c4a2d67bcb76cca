import { describe, expect, test } from 'vitest';
import type { HistoryPoint } from '../api/types';
import { axisTicks, rankChart } from './chart';

const frame = { width: 120, height: 60, left: 10, right: 10, top: 10, bottom: 10 };
const point = (
  rank: number,
  of = 11,
  heldOn = '2026-01-01',
  band = rank > 9 ? 'bottom' : rank < 2 ? 'top' : 'middle',
): HistoryPoint => ({
  roundId: `r${rank}`,
  heldOn,
  rank,
  of,
  band: rank === 0 ? 'unranked' : band,
  score: '80',
});

describe('the rank history', () => {
  test('has the first place on top and the last at the bottom', () => {
    const chart = rankChart([point(1), point(6), point(11)], frame);
    expect(chart.points.map((p) => [p.x, p.y])).toEqual([
      [10, 10],
      [60, 30],
      [110, 50],
    ]);
    expect(chart.path).toBe('M10 10L60 30L110 50');
    expect(chart.ranks.map((r) => r.rank)).toEqual([1, 6, 11]);
  });

  test('is broken where the estate was not scored', () => {
    expect(rankChart([point(1), point(0), point(11)], frame).path).toBe('M10 10M110 50');
  });

  test('marks bottom and top results and the last one', () => {
    const kinds = (...ranks: number[]) =>
      rankChart(
        ranks.map((r) => point(r)),
        frame,
      ).marks.map((m) => m.kind);
    expect(kinds(5, 10, 11)).toEqual(['bottom', 'bottom']);
    expect(kinds(1, 5)).toEqual(['top', 'last']);
  });

  test('one round, and none', () => {
    expect(rankChart([point(3)], frame).points).toHaveLength(1);
    expect(rankChart([], frame).path).toBe('');
  });

  test('the most estates of any round set the lowest place', () => {
    expect(rankChart([point(5, 5), point(8, 20)], frame).ranks.map((r) => r.rank)).toEqual([1, 11, 20]);
  });
});

test('the axis names the first and the last round and a new year between', () => {
  const at = (...dates: string[]) => axisTicks(dates.map((d) => point(3, 11, d)));
  expect(at()).toEqual([]);
  expect(at('2026-01-01')).toEqual([0]);
  expect(at('2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01')).toEqual([0, 2, 4]);
  expect(at('2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01')).toEqual([0, 5]);
});
