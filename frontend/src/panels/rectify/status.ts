/** How the chip of a status looks: under way blue, recheck amber, overdue red, done blue-green. */
export function chipOf(status: string): string {
  return { open: 'accent', overdue: 'danger', recheck: 'warn', done: 'done' }[status] ?? '';
}

/** Statuses with words of their own. */
export type RowStatus = 'open' | 'overdue' | 'recheck' | 'done';
export type FindingStatus = 'open' | 'overdue' | 'done';
