import { describe, expect, test } from 'vitest';
import { axisTicks } from './axis';
import { ticksOf } from './ticks';

describe('axis', () => {
  test.each([
    [116, [0, 50, 100, 150]],
    [1600, [0, 500, 1000, 1500, 2000]],
    [3, [0, 1, 2, 3]],
    [0, [0, 1]],
  ])('up to %d', (most, ticks) => expect(axisTicks(most)).toEqual(ticks));

  test('it reaches the highest column in few whole steps', () => {
    for (let most = 1; most < 5000; most += 7) {
      const ticks = axisTicks(most);
      expect(ticks[ticks.length - 1]).toBeGreaterThanOrEqual(most);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.every(Number.isInteger)).toBe(true);
    }
  });
});

test('a month is named once, at its first round, the last one always', () => {
  const days = ['2026-01-05', '2026-01-20', '2026-02-11', '2026-03-18'];
  expect(ticksOf(days, 'zh')).toEqual(['1月', '', '2月', '3月']);
  expect(ticksOf(days, 'zh', 2)).toEqual(['1月', '', '', '3月']);
});
