// What room is taken on the screen.

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

export const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** x, y of either end. */
export type Segment = readonly [number, number, number, number];

export const grown = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  w: box.w + 2 * by,
  h: box.h + 2 * by,
});

/** The point of a box that is nearest to x, y. */
export function nearestPoint(x: number, y: number, box: Box): [number, number] {
  return [Math.min(box.x + box.w, Math.max(box.x, x)), Math.min(box.y + box.h, Math.max(box.y, y))];
}

/** Whether a segment has a point inside a box (Liang–Barsky). */
export function runsThrough([ax, ay, bx, by]: Segment, { x, y, w, h }: Box): boolean {
  if (Math.max(ax, bx) <= x || Math.min(ax, bx) >= x + w || Math.max(ay, by) <= y || Math.min(ay, by) >= y + h)
    return false;
  let from = 0;
  let to = 1;
  const [dx, dy] = [bx - ax, by - ay];
  if (dx !== 0) {
    const one = (x - ax) / dx;
    const other = (x + w - ax) / dx;
    from = Math.max(from, Math.min(one, other));
    to = Math.min(to, Math.max(one, other));
  }
  if (dy !== 0) {
    const one = (y - ay) / dy;
    const other = (y + h - ay) / dy;
    from = Math.max(from, Math.min(one, other));
    to = Math.min(to, Math.max(one, other));
  }
  return from < to;
}

/** Whether two segments cross; ends that only touch do not. */
export function crosses([ax, ay, bx, by]: Segment, [cx, cy, dx, dy]: Segment): boolean {
  const side = (x: number, y: number, ox: number, oy: number, px: number, py: number) =>
    Math.sign((px - ox) * (y - oy) - (py - oy) * (x - ox));
  const [c, d] = [side(cx, cy, ax, ay, bx, by), side(dx, dy, ax, ay, bx, by)];
  const [a, b] = [side(ax, ay, cx, cy, dx, dy), side(bx, by, cx, cy, dx, dy)];
  return c * d < 0 && a * b < 0;
}

interface Taken extends Box {
  owner: number;
}

const cell = 64;

/** Boxes that nothing else may meet, inside a frame that nothing may leave (px). */
export class Field {
  readonly frame: Box;
  readonly #cells = new Map<number, Taken[]>();

  constructor(frame: Box) {
    this.frame = frame;
  }

  /** Takes room; an owner (≥ 0) may be let through its own box. */
  take(box: Box, owner = -1): void {
    const taken = { ...box, owner };
    this.#each(box, (key) => {
      const list = this.#cells.get(key);
      if (list) list.push(taken);
      else this.#cells.set(key, [taken]);
      return false;
    });
  }

  isFree(box: Box, owner = -1): boolean {
    const { frame } = this;
    if (box.x < frame.x || box.y < frame.y) return false;
    if (box.x + box.w > frame.x + frame.w || box.y + box.h > frame.y + frame.h) return false;
    return !this.#each(
      box,
      (key) => this.#cells.get(key)?.some((taken) => (owner < 0 || taken.owner !== owner) && meet(taken, box)) ?? false,
    );
  }

  /** Another field with the same room taken. */
  fork(): Field {
    const other = new Field(this.frame);
    for (const [key, list] of this.#cells) other.#cells.set(key, [...list]);
    return other;
  }

  /** Calls visit for the cells under the box until one says true. */
  #each(box: Box, visit: (key: number) => boolean): boolean {
    for (let row = Math.floor(box.y / cell); row * cell < box.y + box.h; row++) {
      for (let column = Math.floor(box.x / cell); column * cell < box.x + box.w; column++) {
        if (visit(row * 65536 + column)) return true;
      }
    }
    return false;
  }
}
