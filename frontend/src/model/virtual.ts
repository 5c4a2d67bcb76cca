// Which rows of a long list have to exist: those in sight and a few more on either side.

export interface Window {
  first: number; // index of the first row to draw
  last: number; // index after the last row to draw
}

/** The rows of equal height that are in sight, with `spare` more on either side. */
export function rowsInSight(scrollTop: number, height: number, rowHeight: number, rows: number, spare = 8): Window {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - spare);
  const last = Math.min(rows, Math.ceil((scrollTop + height) / rowHeight) + spare);
  return { first: Math.min(first, Math.max(0, last)), last: Math.max(0, last) };
}

/** Where to scroll so that the row is in sight, moving as little as possible. */
export function scrollToRow(row: number, scrollTop: number, height: number, rowHeight: number): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  if (top + rowHeight > scrollTop + height) return top + rowHeight - height;
  return scrollTop;
}

/**
 * Heights of rows that are known only once they are drawn: an estimate until then. Sums are kept in a Fenwick tree, so that
 * finding the row at an offset and the offset of a row take log n steps.
 */
export class RowHeights {
  readonly rows: number;
  readonly #heights: Float64Array;
  readonly #sums: Float64Array;

  constructor(rows: number, estimate: number) {
    this.rows = rows;
    this.#heights = new Float64Array(rows).fill(estimate);
    this.#sums = new Float64Array(rows + 1);
    for (let i = 1; i <= rows; i++) this.#sums[i] = (i & -i) * estimate;
  }

  get total(): number {
    return this.offset(this.rows);
  }

  /** Takes the measured height of a row and says whether it differs from what was known. */
  measure(row: number, height: number): boolean {
    const difference = height - (this.#heights[row] ?? height);
    if (Math.abs(difference) < 0.5) return false;
    this.#heights[row] = height;
    for (let i = row + 1; i <= this.rows; i += i & -i) this.#sums[i] = (this.#sums[i] ?? 0) + difference;
    return true;
  }

  /** The distance from the top of the list to the top of the row. */
  offset(row: number): number {
    let sum = 0;
    for (let i = row; i > 0; i -= i & -i) sum += this.#sums[i] ?? 0;
    return sum;
  }

  /** The row that covers the offset, at most the last one. */
  rowAt(offset: number): number {
    let row = 0;
    let rest = offset;
    for (let step = 1 << Math.floor(Math.log2(Math.max(1, this.rows))); step > 0; step >>= 1) {
      const next = row + step;
      const sum = this.#sums[next];
      if (next <= this.rows && sum !== undefined && sum <= rest) {
        row = next;
        rest -= sum;
      }
    }
    return Math.min(row, Math.max(0, this.rows - 1));
  }

  inSight(scrollTop: number, height: number, spare = 4): Window {
    if (this.rows === 0) return { first: 0, last: 0 };
    return {
      first: Math.max(0, this.rowAt(scrollTop) - spare),
      last: Math.min(this.rows, this.rowAt(scrollTop + height) + 1 + spare),
    };
  }
}
