import { describe, expect, test } from 'vitest';
import { addDays, addMonths, readDay, readMonth, weeks } from './dates';

describe('a day that is typed', () => {
  test.each([
    '2026-03-05',
    '2026-3-5',
    '2026/3/5',
    '2026.3.5',
    '2026 3 5',
    '2026年3月5日',
    '20260305',
    '２０２６－０３－０５',
  ])('%s is the fifth of March', (text) => expect(readDay(text)).toBe('2026-03-05'));

  test.each([
    '',
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-4-31',
    '3/5/2026',
    '26-3-5',
    '2026-3',
    '昨天',
    '0026-03-05',
  ])('%s is none', (text) => expect(readDay(text)).toBeNull());

  test('the 29th of February is one in a leap year only', () => {
    expect(readDay('2024-2-29')).toBe('2024-02-29');
    expect(readDay('2000-2-29')).toBe('2000-02-29');
    expect(readDay('2100-2-29')).toBeNull();
  });
});

test('a month is read as a day is', () => {
  expect(['2026-3', '2026/03', '2026年3月', '202603'].map(readMonth)).toEqual(Array(4).fill('2026-03'));
  expect(['2026', '2026-13', '2026-3-5', ''].map(readMonth)).toEqual([null, null, null, null]);
});

test('one goes by days over the end of a year and by months to a shorter one', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
});

test('a month is laid out in weeks from Monday on', () => {
  const march = weeks(2026, 3);
  expect(march[0]).toEqual(['', '', '', '', '', '', '2026-03-01']);
  expect(march).toHaveLength(6);
  expect(march.flat().filter(Boolean)).toHaveLength(31);
  expect(weeks(2021, 2)).toHaveLength(4);
});
