import { describe, expect, test } from 'vitest';
import type { WizardCell, WizardColumn, WizardLine } from '../api/wizard';
import { columnWidths } from './wizardGrid';

const cell = (shown: string, span = 0): WizardCell => ({ shown, stored: '', read: '', state: '', number: false, span });
const column = (at: number, heading: string): WizardColumn => ({
  column: at,
  letter: 'ABC'[at] ?? '',
  heading,
  field: '',
  round: '',
  how: '',
  others: [],
});
const line = (kind: string, ...cells: WizardCell[]): WizardLine => ({ row: 1, to: 0, kind, cells });

describe('the sheet of the wizard', () => {
  test('columns are as wide as what stands in them, within bounds', () => {
    const lines = [line('data', cell('1'), cell('新泰东路4号院西侧平房'), cell('一'.repeat(90)))];
    const [number = 0, name = 0, remark = 0] = columnWidths(
      [column(0, '序号'), column(1, '小区'), column(2, '备注')],
      [],
      lines,
    );
    expect(number).toBe(76);
    expect(name).toBeGreaterThan(160);
    expect(remark).toBe(300);
  });

  test('a title asks for no room, the name of a field does', () => {
    const title = line('title', cell('一'.repeat(90), 2), cell(''));
    expect(columnWidths([column(0, 'A'), column(1, 'B')], [], [title])).toEqual([76, 76]);
    expect(columnWidths([column(0, 'A')], ['day of the check'], [title])[0]).toBeGreaterThan(150);
  });
});
