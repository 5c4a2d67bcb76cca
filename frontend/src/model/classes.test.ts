import { expect, test } from 'vitest';
import type { ColourClass, Colouring } from '../api/types';
import { sameClasses } from './classes';

const none = { zh: '', en: '' };
const limits = (from: number, more: Partial<ColourClass> = {}): ColourClass => ({
  from,
  to: from + 10,
  label: none,
  index: -1,
  step: 0,
  count: 1,
  ...more,
});
const colouring = (by: string, classes: ColourClass[]): Colouring => ({
  ask: { by, method: 'quantile', classes: classes.length, breaks: [] },
  roundId: 'r1',
  asOf: '',
  unit: '',
  signed: false,
  class: [],
  value: [],
  classes,
  missing: 0,
  text: none,
});

test('numbers keep the limits that they had, so that a colour means the same in another round', () => {
  const { method, breaks } = sameClasses(colouring('score', [limits(60), limits(70), limits(80)]));
  expect([method, breaks]).toEqual(['given', [70, 80]]);
});

test('a test has the same classes in every round and is asked anew', () => {
  const shown = colouring('gi', [limits(0, { key: 'hot_99' }), limits(0, { key: 'none' })]);
  expect(sameClasses(shown)).toEqual(shown.ask);
});

test('so are groups', () => {
  const shown = colouring('company', [limits(0, { index: 0 }), limits(0, { index: 1 })]);
  expect(sameClasses(shown)).toEqual(shown.ask);
});
