import { expect, test } from 'vitest';
import { cellText, template, track } from './cells';

const numbers = (...list: number[]) => ({ kind: 'numbers' as const, numbers: Float64Array.from(list), unit: 1 });

test('cells are written as the design has it: grouped, unit by unit, — for what is unknown', () => {
  expect(cellText(numbers(31204.5), 0, 'm2', 'zh')).toBe('31,204.5');
  expect(cellText(numbers(3), 0, 'm', 'zh')).toBe('3.0');
  expect(cellText(numbers(490_000), 0, 'fen', 'zh')).toBe('4,900.00');
  expect(cellText(numbers(-2), 0, '', 'zh')).toBe('−2');
  expect(cellText(numbers(Number.NaN), 0, '', 'zh')).toBe('—');
  const words = { kind: 'words' as const, words: [{ zh: '直管', en: 'direct' }], word: [0, -1] };
  expect(cellText(words, 0, '', 'en')).toBe('direct');
  expect(cellText(words, 1, '', 'en')).toBe('—');
  expect(cellText(null, 0, '', 'zh')).toBe('');
});

test('a column has room for its head and for the field of its filter', () => {
  expect(track('areaM2', '占地面积（平方米）', 'number', 'zh', null).least).toBeGreaterThanOrEqual(9 * 12 + 16);
  expect(track('score', '得分', 'number', 'zh', 'range').least).toBeGreaterThan(
    track('score', '得分', 'number', 'zh', null).least,
  );
  expect(template([track('name', '小区', 'text', 'zh', null), track('rank', '名次', 'number', 'zh', null)])).toBe(
    'minmax(120px, 1.6fr) 72px',
  );
});
