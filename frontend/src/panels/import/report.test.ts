import { expect, test } from 'vitest';
import type { ImportResult } from '../../api/types';
import { lines, report } from './report';

const line = (file: string, row: number, column: string, zh: string) => ({
  file,
  row,
  column,
  text: { zh, en: `${zh} (en)` },
});
const result: ImportResult = {
  done: false,
  project: { name: '', path: '', version: '', readOnly: false, madeUp: false },
  faults: [line('scores.csv', 3, 'score', '得分不在 0—100 之间')],
  notes: [line('estates.geojson', 12, '', '补上闭合点')],
  counts: [],
};

test('faults come first, then what was noted', () => {
  expect(lines(result).map((l) => [l.file, l.note])).toEqual([
    ['scores.csv', false],
    ['estates.geojson', true],
  ]);
});

test('the copied list reads as the command line prints it', () => {
  expect(report(result, 'zh')).toBe('scores.csv:3: score: 得分不在 0—100 之间\nestates.geojson:12: 补上闭合点');
  expect(report(result, 'en')).toContain('(en)');
});
