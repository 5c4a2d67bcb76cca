// What an import says: its faults, or what it noted, as lines to show and as a text to send to whoever mends the files.

import type { ImportLine, ImportResult, Lang } from '../../api/types';

export interface ReportLine extends ImportLine {
  /** Something that was mended or left, not a fault. */
  note: boolean;
}

/** Faults first, then notes. */
export function lines(result: ImportResult): ReportLine[] {
  return [
    ...result.faults.map((line) => ({ ...line, note: false })),
    ...result.notes.map((line) => ({ ...line, note: true })),
  ];
}

/** One line each, as the command line prints them: file:row: column: what is wrong. */
export function report(result: ImportResult, lang: Lang): string {
  return lines(result)
    .map(({ file, row, column, text }) => [`${file}:${row}`, column, text[lang] || text.zh].filter(Boolean).join(': '))
    .join('\n');
}
