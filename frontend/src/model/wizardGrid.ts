// Measures of the sheet in the import wizard. Pure.

import type { WizardColumn, WizardLine } from '../api/wizard';

const letter = { wide: 14, narrow: 7.6 };
/** Padding and a mark beside a cell's text; padding and the arrow of a choice. */
const room = { cell: 34, choice: 52 };
const least = 76;
const most = 300;
/** Lines that are looked at: the first screens. */
const looked = 120;

/** px that a text takes, roughly: Chinese letters are twice as wide as others. */
function length(text: string): number {
  let px = 0;
  for (const one of text) px += one > '\u2e7f' ? letter.wide : letter.narrow;
  return px;
}

/**
 * px of each column: what its cells and the name of its field need, within bounds. A title that spans columns asks for nothing.
 */
export function columnWidths(
  columns: readonly WizardColumn[],
  names: readonly string[],
  lines: readonly WizardLine[],
): number[] {
  const widths = columns.map((column, at) =>
    Math.max(length(column.heading) + room.cell, length(names[at] ?? '') + room.choice),
  );
  for (const line of lines.slice(0, looked)) {
    if (line.kind === 'title' || line.to > 0) continue;
    line.cells.forEach((cell, at) => {
      if (at < widths.length && cell.span <= 1) widths[at] = Math.max(widths[at]!, length(cell.shown) + room.cell);
    });
  }
  return widths.map((px) => Math.round(Math.max(least, Math.min(most, px))));
}
