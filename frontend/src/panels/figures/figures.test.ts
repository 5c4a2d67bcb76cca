import { expect, test } from 'vitest';
import type { Figure } from '../../api/types';
import { figureName, wording } from './figures';

const figure = (own: Partial<Figure>): Figure => ({
  key: 'scored',
  label: { zh: '参评小区', en: 'Estates scored' },
  unit: 'estates',
  count: 0,
  fen: 0,
  money: false,
  notes: [],
  fids: [],
  ...own,
});
const note = (key: string, own: object = {}) => ({ key, count: 0, fen: 0, text: '', ...own });

test('a count with its notes', () => {
  const bottom = figure({
    key: 'bottom',
    count: 10,
    notes: [note('bottomIn', { count: 4 }), note('bottomOut', { count: 3 })],
  });
  expect(wording(bottom, '2026-03-18', 'zh')).toEqual({
    label: '后十名',
    value: '10',
    unit: '个',
    notes: '新进 4，退出 3',
    sentence: '后十名 10 个，新进 4，退出 3',
  });
  expect(wording(bottom, '2026-03-18', 'en')).toMatchObject({ value: '10', unit: '', notes: '4 new, 3 out' });
});

test('an amount has room for one note; the sentence has all, proposed sums apart', () => {
  const month = figure({
    key: 'withheldMonth',
    money: true,
    fen: 22_040_000,
    notes: [note('estates', { count: 94 }), note('proposedFen', { fen: 490_000 })],
  });
  expect(wording(month, '2026-03-18', 'zh')).toEqual({
    label: '3月扣减',
    value: '22.04',
    unit: '万元',
    notes: '94 个小区',
    sentence: '3月扣减 22.04 万元，94 个小区，另拟扣 4,900.00 元',
  });
});

test('a note in the unit of the figure does not repeat it', () => {
  const year = figure({
    key: 'withheldYear',
    money: true,
    fen: 99_640_000,
    notes: [note('clawback', { fen: 5_620_000 })],
  });
  expect(wording(year, '2026-03-18', 'zh')?.notes).toBe('追回 5.62');
});

test('a figure of a later version is left out, a note of one shows its text', () => {
  expect(wording(figure({ key: 'happiness' }), '2026-03-18', 'zh')).toBeNull();
  expect(wording(figure({ notes: [note('news', { text: '甲' })] }), '2026-03-18', 'zh')?.notes).toBe('甲');
  expect(figureName('withheldMonth', '2026-03-18', 'en')).toBe('Withheld in Mar');
});
