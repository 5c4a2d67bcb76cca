import { expect, test } from 'vitest';
import type { Card, CardMeasure, Reason } from '../../api/types';
import { chipOf, levelName, reasonsOf } from './measures';

const measure = (own: Partial<CardMeasure>): CardMeasure => ({
  roundId: 'r3',
  heldOn: '2026-03-18',
  rank: 389,
  cause: 'company',
  confirmedLevel: 0,
  proposedLevel: 0,
  text: { zh: '', en: '' },
  reasons: [],
  ...own,
});
const card = (measures: CardMeasure[], reasons: Reason[] = []) =>
  ({ roundId: 'r3', measures, reasons }) as unknown as Card;

test('the head says the level of this round, confirmed before proposed', () => {
  expect(chipOf(card([measure({ confirmedLevel: 3, proposedLevel: 3 })]))).toEqual({
    key: 'measures.isConfirmed',
    level: 3,
    look: 'danger',
  });
  expect(chipOf(card([measure({ confirmedLevel: 1, proposedLevel: 2 })]))).toMatchObject({ level: 1, look: '' });
  expect(chipOf(card([measure({ proposedLevel: 2 })]))).toEqual({ key: 'measures.isProposed', level: 2, look: 'warn' });
});

test('a measure of an earlier round, and a bottom result without a level, have no head', () => {
  expect(chipOf(card([measure({ roundId: 'r2', confirmedLevel: 2 })]))).toBeNull();
  expect(chipOf(card([measure({})]))).toBeNull();
  expect(chipOf(card([]))).toBeNull();
});

test('a reason is told once', () => {
  const reason = (zh: string): Reason => ({
    clause: { document: 'HB', place: '五(二)' },
    text: { zh, en: zh },
    roundIds: ['r3'],
  });
  const told = reasonsOf(card([measure({ reasons: [reason('甲'), reason('乙')] })], [reason('甲')]));
  expect(told.map((r) => r.text.zh)).toEqual(['甲', '乙']);
});

test('levels by name', () => {
  expect([1, 2, 3, 9].map((n) => levelName(n, 'zh'))).toEqual(['一级', '二级', '三级', '无级别']);
});
