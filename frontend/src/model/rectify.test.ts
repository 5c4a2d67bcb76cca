import { describe, expect, test } from 'vitest';
import { makeRectification, makeRectifyRow } from '../test/rectify-fixture';
import { countTabs, daysAfter, inTab, nextSort, noRectifyFilter, passes, rowKey, sorted } from './rectify';

const view = makeRectification();

describe('tabs', () => {
  test('each row is counted where it is listed', () => {
    expect(countTabs(view.rows)).toEqual({ all: 5, overdue: 1, soon: 1, recheck: 1, done: 1 });
  });

  test.each([
    [0, true],
    [7, true],
    [8, false],
    [-1, false],
  ])('a deadline %d days ahead is due within seven days: %s', (daysLeft, yes) =>
    expect(inTab(makeRectifyRow({ dueOn: '2026-03-20', daysLeft }), 'soon')).toBe(yes),
  );

  test('what has no deadline is never due soon', () => {
    expect(inTab(makeRectifyRow({ dueOn: '', daysLeft: 0 }), 'soon')).toBe(false);
  });

  test('what is rectified is not due any more', () => {
    expect(inTab(makeRectifyRow({ dueOn: '2026-03-20', daysLeft: 2, status: 'done' }), 'soon')).toBe(false);
  });
});

describe('filters', () => {
  const shown = (filter: Partial<typeof noRectifyFilter>): string[] =>
    view.rows.filter((row) => passes(row, view.estates[row.estate], { ...noRectifyFilter, ...filter })).map(rowKey);

  test('they hold together', () => {
    expect(shown({ subdistrict: 0 })).toEqual(['101 C2', '101 T3', '103 C5']);
    expect(shown({ subdistrict: 0, item: 'C5' })).toEqual(['103 C5']);
    expect(shown({ party: '万新街' })).toEqual(['101 T3']);
    expect(shown({ frequent: true })).toEqual(['101 C2', '102 C2', '102 C5']);
  });
});

describe('order', () => {
  test('the heaviest burden comes first, rows of one estate stay together as they came', () => {
    expect(sorted(view.rows, { column: 'burden', descending: true }, view).map(rowKey)).toEqual([
      '101 C2',
      '101 T3',
      '102 C2',
      '102 C5',
      '103 C5',
    ]);
  });

  test('by deadline what has none comes last', () => {
    expect(sorted(view.rows, { column: 'due', descending: false }, view).map(rowKey).slice(0, 2)).toEqual([
      '101 C2',
      '102 C2',
    ]);
  });

  test('by status what is overdue comes first', () => {
    expect(sorted(view.rows, { column: 'status', descending: false }, view)[0]?.status).toBe('overdue');
  });

  test('a second press turns the order, numbers begin with the most', () => {
    expect(nextSort({ column: 'burden', descending: true }, 'burden').descending).toBe(false);
    expect(nextSort({ column: 'burden', descending: true }, 'recurrence').descending).toBe(true);
    expect(nextSort({ column: 'burden', descending: true }, 'estate').descending).toBe(false);
  });
});

test('so many days after a day goes over the end of a month', () => {
  expect(daysAfter('2026-02-20', 15)).toBe('2026-03-07');
  expect(daysAfter('', 7)).toBe('');
});
