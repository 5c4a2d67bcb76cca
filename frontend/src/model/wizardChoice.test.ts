import { describe, expect, test } from 'vitest';
import { asDetected, type WizardRepair } from '../api/wizard';
import * as choices from './wizardChoice';

const repair = (part: Partial<WizardRepair>): WizardRepair => ({
  key: 'r1',
  rows: [6],
  column: 4,
  letter: 'E',
  text: { zh: '', en: '' },
  take: [],
  revoked: false,
  ...part,
});

describe('what is said in the import wizard', () => {
  test('another sheet forgets what was said about rows and columns; another encoding keeps columns and corrections', () => {
    const said = { ...asDetected(), headerRow: 3, columns: [{ column: 1, field: 'score', round: '' }], skipped: [9] };
    expect(choices.readAs(said, { sheet: '4月' })).toEqual({ ...asDetected(), sheet: '4月' });
    const encoded = choices.readAs(said, { encoding: 'GB18030' });
    expect([encoded.columns, encoded.skipped, encoded.headerRow]).toEqual([said.columns, [9], 3]);
  });

  test('a column, an answer and a cell are said once: the last word holds', () => {
    let said = choices.readColumn(asDetected(), 4, 'score', '');
    said = choices.readColumn(said, 4, '', '');
    expect(said.columns).toEqual([{ column: 4, field: '', round: '' }]);
    said = choices.answer(choices.answer(said, 'q1', 'e1'), 'q1', 'e2');
    expect(said.answers).toEqual([{ key: 'q1', value: 'e2' }]);
    expect(choices.answer(said, 'q1', '').answers).toEqual([]);
    said = choices.edit(choices.edit(said, 6, 4, '1'), 6, 4, '2');
    expect(said.cells).toEqual([{ row: 6, column: 4, text: '2' }]);
  });

  test('a repair is taken back and stands again; rows that were left are taken in', () => {
    const back = choices.revoke(asDetected(), repair({}));
    expect(back.revoked).toEqual(['r1']);
    expect(choices.revoke(back, repair({ revoked: true })).revoked).toEqual([]);
    expect(choices.revoke(asDetected(), repair({ key: '', take: [10, 11] })).taken).toEqual([10, 11]);
  });

  test('rows are left and taken in again', () => {
    const left = choices.skip(asDetected(), [7, 8], true);
    expect(left.skipped).toEqual([7, 8]);
    expect(choices.skip(left, [7], false).skipped).toEqual([8]);
  });

  test('another layer has its own system and columns', () => {
    const said = choices.readShapes(asDetected(), { system: 'EPSG:4548', columns: [{ field: 'MC', column: 'name' }] });
    expect(choices.readShapes(said, { datum: 'gcj02' }).shapes).toMatchObject({ system: 'EPSG:4548', datum: 'gcj02' });
    expect(choices.readShapes(said, { layer: '地块' }).shapes).toMatchObject({
      layer: '地块',
      system: '',
      columns: [],
    });
  });
});
