// What the user says in the import wizard, one thing after the other. Pure.

import type { WizardChoice, WizardEdit, WizardRemedy, WizardRepair, WizardRound, WizardRoundView } from '../api/wizard';

/** Another encoding, separator, sheet, heading or table; what was said about rows and columns no longer holds. */
export function readAs(
  choice: WizardChoice,
  part: Partial<Pick<WizardChoice, 'encoding' | 'separator' | 'sheet' | 'headerRow' | 'table'>>,
): WizardChoice {
  const sheet = 'sheet' in part ? { headerRow: 0, table: '' } : {};
  const columns =
    'headerRow' in part || 'sheet' in part || 'separator' in part || 'table' in part ? [] : choice.columns;
  const rows = 'encoding' in part || 'table' in part ? {} : { skipped: [], taken: [], cells: [], revoked: [] };
  return { ...choice, ...sheet, ...rows, rounds: [], answers: [], columns, ...part };
}

/** '' leaves the column. */
export function readColumn(choice: WizardChoice, column: number, field: string, round: string): WizardChoice {
  const others = choice.columns.filter((one) => one.column !== column);
  return { ...choice, columns: [...others, { column, field, round }] };
}

export function setRound(choice: WizardChoice, round: WizardRoundView, part: Partial<WizardRound>): WizardChoice {
  const { key, id, name, kind, heldOn, skip } = round;
  const others = choice.rounds.filter((one) => one.key !== key);
  return { ...choice, rounds: [...others, { key, id, name, kind, heldOn, skip, ...part }] };
}

/** '' takes the answer back. */
export function answer(choice: WizardChoice, key: string, value: string): WizardChoice {
  const others = choice.answers.filter((one) => one.key !== key);
  return { ...choice, answers: value === '' ? others : [...others, { key, value }] };
}

export function edit(choice: WizardChoice, row: number, column: number, text: string): WizardChoice {
  return edited(choice, [{ row, column, text }]);
}

function edited(choice: WizardChoice, cells: readonly WizardEdit[]): WizardChoice {
  const others = choice.cells.filter(
    (one) => !cells.some((cell) => cell.row === one.row && cell.column === one.column),
  );
  return { ...choice, cells: [...others, ...cells] };
}

export function remedied(choice: WizardChoice, remedy: WizardRemedy): WizardChoice {
  const read = remedy.columns.reduce((to, one) => readColumn(to, one.column, one.field, one.round), choice);
  return skip(edited(read, remedy.cells), remedy.skip, true);
}

export function skip(choice: WizardChoice, rows: readonly number[], left: boolean): WizardChoice {
  const others = choice.skipped.filter((row) => !rows.includes(row));
  return { ...choice, skipped: left ? [...others, ...rows] : others };
}

export function takeIn(choice: WizardChoice, rows: readonly number[]): WizardChoice {
  return { ...choice, taken: [...choice.taken.filter((row) => !rows.includes(row)), ...rows] };
}

/** Takes a repair back, or lets it stand after all; rows that were left are taken in. */
export function revoke(choice: WizardChoice, { key, take, revoked }: WizardRepair): WizardChoice {
  if (key === '') return takeIn(choice, take);
  const others = choice.revoked.filter((one) => one !== key);
  return { ...choice, revoked: revoked ? others : [...others, key] };
}

/** Another layer has its own columns and system. */
export function readShapes(choice: WizardChoice, part: Partial<WizardChoice['shapes']>): WizardChoice {
  const anew = 'layer' in part ? { columns: [], system: '' } : {};
  return { ...choice, shapes: { ...choice.shapes, ...anew, ...part } };
}
