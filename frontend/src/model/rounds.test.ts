import { describe, expect, test } from 'vitest';
import { makeDistrict } from '../test/fixture';
import { neighbours, roundColumns, stepFrom } from './rounds';

const { rounds } = makeDistrict();

test('a column is named by its month, and each year where it begins', () => {
  const columns = roundColumns(rounds, 300);
  expect(columns.map((c) => c.label)).toEqual(['12', '1', '3']);
  expect(columns.map((c) => c.year)).toEqual([2025, 2026, null]);
  expect(columns.map((c) => c.startsYear)).toEqual([true, true, false]);
});

test('a year of one narrow column is not named over the next one', () => {
  const columns = roundColumns(rounds, 120);
  expect(columns.map((c) => c.year)).toEqual([null, 2026, null]);
  expect(columns[0]?.startsYear).toBe(true);
});

test('the bar grows with the number of changed estates', () => {
  expect(roundColumns(rounds, 300).map((c) => c.bar)).toEqual([2, 12, 7]);
});

test('where columns are narrow only some are named, always the last', () => {
  const many = Array.from({ length: 60 }, (_, i) => ({
    id: `r${i}`,
    name: '',
    heldOn: `${2021 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-15`,
    changed: 0,
  }));
  const columns = roundColumns(many, 300);
  expect(columns.filter((c) => c.label !== '')).toHaveLength(15);
  expect(columns[59]?.label).toBe('12');
});

test('a second round in a month is named by its day', () => {
  const twice = [
    { id: 'a', name: '', heldOn: '2026-03-02', changed: 0 },
    { id: 'b', name: '', heldOn: '2026-03-18', changed: 0 },
  ];
  expect(roundColumns(twice, 300).map((c) => c.label)).toEqual(['3', '18']);
});

describe('steps', () => {
  test('stop at either end', () => {
    expect(stepFrom(rounds, 'r2', 1)).toBe('r3');
    expect(stepFrom(rounds, 'r3', 1)).toBe('r3');
    expect(stepFrom(rounds, 'r1', -1)).toBe('r1');
    expect(stepFrom(rounds, 'r1', Number.POSITIVE_INFINITY)).toBe('r3');
    expect(stepFrom(rounds, 'r3', Number.NEGATIVE_INFINITY)).toBe('r1');
  });

  test('a district without rounds has nowhere to go', () => {
    expect(stepFrom([], '', 1)).toBe('');
    expect(roundColumns([], 300)).toEqual([]);
  });

  test('the neighbours are kept ready, the later one first', () => {
    expect(neighbours(rounds, 'r2')).toEqual(['r3', 'r1']);
    expect(neighbours(rounds, 'r3')).toEqual(['r2']);
  });
});
