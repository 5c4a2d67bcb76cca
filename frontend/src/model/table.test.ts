import { describe, expect, test } from 'vitest';
import { makeDistrict, makeRound } from '../test/fixture';
import { drawerHeight, drawerRows, nextSort, type SortColumn, TableOrder, worstFirst } from './table';

const district = makeDistrict();
const view = makeRound();
const order = new TableOrder(district);

function sorted(column: SortColumn, descending = false, visible: Uint8Array | null = null): number[] {
  return [...order.rows(view, { column, descending }, visible)];
}

describe('the order of the table', () => {
  test('opens with the last place on top and the unscored at the end', () => {
    const rows = [...order.rows(view, worstFirst, null)];
    expect(rows[0]).toBe(10);
    expect(rows[11]).toBe(11);
  });

  test('what is unknown stands last in either direction', () => {
    expect(sorted('rank').slice(-1)).toEqual([11]);
    expect(sorted('rank', true).slice(-1)).toEqual([11]);
    expect(sorted('company').slice(-1)).toEqual([9]);
    expect(sorted('company', true).slice(-1)).toEqual([9]);
    expect(sorted('subdistrict', true).slice(-1)).toEqual([11]);
  });

  test('equal rows keep the order of the district, in either direction', () => {
    const forms = district.estates.form;
    for (const descending of [false, true]) {
      const rows = sorted('form', descending);
      for (let i = 1; i < rows.length; i++) {
        if (forms[rows[i]!] === forms[rows[i - 1]!]) expect(rows[i]!).toBeGreaterThan(rows[i - 1]!);
      }
    }
  });

  test('names go by pinyin and numbers in them by size', () => {
    const names = sorted('name').map((i) => district.estates.name[i]!);
    expect(names.indexOf('光华里')).toBeLessThan(names.indexOf('海山南里'));
    expect(names.indexOf('津塘路2号院')).toBeLessThan(names.indexOf('津塘路12号院'));
  });

  test('scores go by their exact value', () => {
    const close = {
      ...view,
      score: view.score.map((s, i) => (i === 3 ? '88.00000000000000000002' : i === 4 ? '88.00000000000000000001' : s)),
    };
    const rows = [...order.rows(close, { column: 'score', descending: true }, null)];
    expect(rows.indexOf(3)).toBe(rows.indexOf(4) - 1);
  });

  test('only what the filter leaves is listed', () => {
    const visible = new Uint8Array(12);
    visible[4] = 1;
    visible[2] = 1;
    expect(sorted('rank', true, visible)).toEqual([4, 2]);
  });

  test('every column sorts, and backwards is the reverse of what is known and not equal', () => {
    for (const column of [
      'rank',
      'change',
      'name',
      'subdistrict',
      'score',
      'state',
      'company',
      'form',
      'cause',
      'run',
      'payable',
    ] as const) {
      expect(sorted(column).length, column).toBe(12);
      expect(new Set(sorted(column, true)).size, column).toBe(12);
    }
    expect(sorted('payable', true)).toEqual([...sorted('payable')].reverse());
  });
});

test('a click on the head of the sorted column turns it round', () => {
  expect(nextSort(worstFirst, 'rank')).toEqual({ column: 'rank', descending: false });
  expect(nextSort(worstFirst, 'name')).toEqual({ column: 'name', descending: false });
  expect(nextSort(worstFirst, 'payable')).toEqual({ column: 'payable', descending: true });
});

describe('the drawer', () => {
  test('shows whole rows only', () => {
    expect(drawerHeight(6)).toBe(231);
    expect(drawerHeight(8)).toBe(285);
    expect(drawerHeight(0)).toBe(41);
  });

  test('takes the nearest number of rows when its edge is dragged', () => {
    expect(drawerRows(231, 20)).toBe(6);
    expect(drawerRows(244, 20)).toBe(6);
    expect(drawerRows(245, 20)).toBe(7);
    expect(drawerRows(50, 20)).toBe(0);
    expect(drawerRows(2000, 20)).toBe(20);
  });
});
