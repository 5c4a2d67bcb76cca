import { describe, expect, test } from 'vitest';
import { RowHeights, rowsInSight, scrollToRow } from './virtual';

describe('rows of equal height', () => {
  test('of 50,000 rows only those in sight are drawn', () => {
    expect(rowsInSight(0, 162, 27, 50_000, 2)).toEqual({ first: 0, last: 8 });
    expect(rowsInSight(27_000, 162, 27, 50_000, 2)).toEqual({ first: 998, last: 1008 });
    expect(rowsInSight(27 * 49_994, 162, 27, 50_000, 2)).toEqual({ first: 49_992, last: 50_000 });
  });

  test('half a row in sight is drawn', () => {
    expect(rowsInSight(13, 27, 27, 10, 0)).toEqual({ first: 0, last: 2 });
  });

  test('an empty list, and a list that became shorter than it was scrolled', () => {
    expect(rowsInSight(0, 162, 27, 0)).toEqual({ first: 0, last: 0 });
    const { first, last } = rowsInSight(27_000, 162, 27, 5);
    expect(first).toBeLessThanOrEqual(last);
    expect(last).toBe(5);
  });

  test('scrolling to a row moves as little as possible', () => {
    expect(scrollToRow(3, 0, 162, 27)).toBe(0);
    expect(scrollToRow(6, 0, 162, 27)).toBe(27);
    expect(scrollToRow(0, 270, 162, 27)).toBe(0);
  });
});

describe('rows of different heights', () => {
  test('agree with adding up one by one', () => {
    const heights = new RowHeights(37, 20);
    const plain = new Array<number>(37).fill(20);
    let seed = 7;
    for (let i = 0; i < 60; i++) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      const row = seed % 37;
      const height = 10 + (seed % 90);
      heights.measure(row, height);
      plain[row] = height;
    }
    let sum = 0;
    for (let row = 0; row < 37; row++) {
      expect(heights.offset(row)).toBe(sum);
      expect(heights.rowAt(sum)).toBe(row);
      expect(heights.rowAt(sum + plain[row]! - 1)).toBe(row);
      sum += plain[row]!;
    }
    expect(heights.total).toBe(sum);
    expect(heights.rowAt(sum + 1000)).toBe(36);
  });

  test('says whether a measure is news', () => {
    const heights = new RowHeights(3, 20);
    expect(heights.measure(1, 44)).toBe(true);
    expect(heights.measure(1, 44)).toBe(false);
    expect(heights.inSight(0, 50, 0)).toEqual({ first: 0, last: 2 });
  });

  test('an empty list has nothing in sight', () => {
    expect(new RowHeights(0, 20).inSight(0, 100)).toEqual({ first: 0, last: 0 });
  });
});
