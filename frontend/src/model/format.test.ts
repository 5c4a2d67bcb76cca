import { describe, expect, test } from 'vitest';
import * as format from './format';

describe('money in rows', () => {
  test.each([
    [0, '0.00'],
    [1, '0.01'],
    [490_000, '4,900.00'],
    [123_456_789, '1,234,567.89'],
    [-330_05, '−330.05'],
    // The largest amount that a JSON number holds exactly: no fen is lost.
    [9_007_199_254_740_991, '90,071,992,547,409.91'],
  ])('%d fen is %s', (fen, text) => expect(format.yuan(fen)).toBe(text));
});

describe('money in figures', () => {
  test.each([
    [0, '0.00', '元'],
    [999_999, '9,999.99', '元'],
    [1_000_000, '1.00', '万元'],
    [22_040_000, '22.04', '万元'],
    [22_045_000, '22.05', '万元'], // half up
    [9_999_994_999, '9,999.99', '万元'],
    [9_999_995_000, '1.00', '亿元'], // would read 10,000.00 万元
    [10_800_000_000, '1.08', '亿元'],
    [-64_260_000, '−64.26', '万元'],
  ])('%d fen is %s %s', (fen, value, unit) => expect(format.amount(fen, 'zh')).toEqual({ value, unit }));

  test.each([
    [490_000, '¥4,900.00'],
    [64_260_000, '¥642,600'],
    [10_800_000_000, '¥108.0m'],
    [-64_260_000, '−¥642,600'],
  ])('%d fen is %s in English', (fen, text) => expect(format.amountText(fen, 'en')).toBe(text));

  test.each([
    [64_260_000, '¥643k'],
    [99_964_000, '¥1.00m'],
    [540_000, '¥5,400.00'],
  ])('%d fen is %s where room is scarce', (fen, text) => expect(format.amount(fen, 'en', true).value).toBe(text));
});

test('counts are grouped by three', () => {
  expect([0, 999, 50_000, 1_234_567].map(format.count)).toEqual(['0', '999', '50,000', '1,234,567']);
});

test('a change of rank is neutral: up, down, none', () => {
  expect([4, -3, 0].map(format.change)).toEqual(['↑4', '↓3', '—']);
});

describe('measures', () => {
  test.each([
    [0, '0.0 米'],
    [180.66, '180.7 米'],
    [999.94, '999.9 米'],
    [999.96, '1.00 公里'],
    [1236, '1.24 公里'],
  ])('%d m is %s', (m, text) => expect(format.distance(m, 'zh')).toBe(text));

  test.each([
    [0, '—'],
    [1850.6, '1,851 平方米'],
    [9999.4, '9,999 平方米'],
    [9999.6, '1.00 公顷'],
    [30_600, '3.06 公顷'],
  ])('%d m² is %s', (m2, text) => expect(format.area(m2, 'zh')).toBe(text));

  test('in English', () => {
    expect(format.distance(1236, 'en')).toBe('1.24 km');
    expect(format.area(30_600, 'en')).toBe('3.06 ha');
    expect(format.percent(0.766)).toBe('76.6%');
  });
});

describe('dates', () => {
  test('months', () => {
    expect(format.month('2026-03-18', 'zh')).toBe('2026年3月');
    expect(format.month('2026-03', 'en')).toBe('Mar 2026');
    expect(format.monthAlone('2026-03-18', 'zh')).toBe('3月');
  });

  test('the year is left out within the current one', () => {
    expect(format.day('2026-03-18', 'zh', '2026-05-01')).toBe('3月18日');
    expect(format.day('2025-03-18', 'zh', '2026-05-01')).toBe('2025年3月18日');
    expect(format.day('2025-03-18', 'en', '2026-05-01')).toBe('18 Mar 2025');
    expect(format.day('2026-03-18', 'en', '2026-05-01')).toBe('18 Mar');
  });

  test('unknown is a dash, never blank', () => {
    expect(format.day('', 'zh')).toBe('—');
    expect(format.month('someday', 'en')).toBe('—');
  });
});

test('a range of ranks', () => {
  expect(format.range(11, 84)).toBe('11—84');
  expect(format.range(389, 389)).toBe('389');
  expect(format.range(0, 0)).toBe('');
});

test('scores and points have at least one decimal and keep all that they have', () => {
  expect(['63', '61.5', '88.125', ''].map((s) => format.decimal(s))).toEqual(['63.0', '61.5', '88.125', '—']);
});

test('scores are compared as exact decimals', () => {
  expect(format.compareDecimals('88', '88.0')).toBe(0);
  expect(format.compareDecimals('9.5', '10')).toBe(-1);
  expect(format.compareDecimals('88.0000000000000000001', '88')).toBe(1);
});
