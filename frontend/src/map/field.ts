// What room is taken on the screen.

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

export const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

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
