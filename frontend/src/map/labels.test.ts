import { describe, expect, test } from 'vitest';
import { type Box, Field, meet } from './field';
import { placeAreaName, placeEdgeBadge, placeEstateName } from './labels';

const frame: Box = { x: 0, y: 0, w: 900, h: 500 };

/** The same numbers in each run. */
function numbers(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return (state / 4294967296) * most;
  };
}

describe('badges at the edge', () => {
  const free: Box = { x: 240, y: 12, w: 600, h: 440 };

  test('are for estates out of sight only', () => {
    expect(placeEdgeBadge(0, 300, 100, 34, free, new Field(frame))).toBeNull();
    expect(placeEdgeBadge(0, 100, 100, 34, free, new Field(frame))).not.toBeNull();
  });

  test('stand on the side of the estate and point at it', () => {
    const left = placeEdgeBadge(0, -500, 200, 34, free, new Field(frame))!;
    expect(left.box.x).toBeLessThan(260);
    expect(Math.abs(Math.abs(left.angle) - Math.PI)).toBeLessThan(0.1);
    const below = placeEdgeBadge(0, 500, 4000, 34, free, new Field(frame))!;
    expect(below.box.y + below.box.h).toBeGreaterThan(430);
    expect(below.angle).toBeCloseTo(Math.PI / 2, 1);
  });

  test('make way for each other along the edge', () => {
    const field = new Field(frame);
    const boxes = Array.from({ length: 8 }, (_, at) => placeEdgeBadge(at, 500, -100 - at, 34, free, field)!.box);
    for (const [i, box] of boxes.entries()) {
      expect(box.y).toBe(boxes[0]!.y);
      for (const other of boxes.slice(i + 1)) expect(meet(box, other)).toBe(false);
    }
  });

  test('stay inside a map that is hardly there', () => {
    const badge = placeEdgeBadge(0, 900, 900, 34, { x: 10, y: 10, w: 0, h: 0 }, new Field(frame));
    expect(Number.isFinite(badge?.box.x)).toBe(true);
  });
});

describe('names', () => {
  test('of an area move aside for what is taken, and stay away when there is no room', () => {
    const field = new Field(frame);
    const open = new Field({ x: -1e4, y: -1e4, w: 2e4, h: 2e4 });
    field.take({ x: 380, y: 240, w: 40, h: 20 });
    const name = placeAreaName('万新街', 400, 250, 44, 14, field, [open])!;
    expect(name.y).not.toBe(250);
    expect(placeAreaName('万新街', 20, 20, 44, 14, new Field({ x: 0, y: 0, w: 30, h: 30 }), [open])).toBeNull();
  });

  test('of an area keep off the estates if they can', () => {
    const avoid = new Field({ x: -1e4, y: -1e4, w: 2e4, h: 2e4 });
    avoid.take({ x: 390, y: 240, w: 20, h: 20 });
    const aside = placeAreaName('万新街', 400, 250, 44, 14, new Field(frame), [avoid])!;
    expect(aside.y).not.toBe(250);
    avoid.take({ x: 0, y: 0, w: 900, h: 500 });
    expect(placeAreaName('万新街', 400, 250, 44, 14, new Field(frame), [avoid])).toMatchObject({ x: 400, y: 250 });
  });

  test('of an estate are written only where they fit', () => {
    const field = new Field(frame);
    expect(placeEstateName('月牙河东里', 400, 250, 55, 13, 54, field)).toBeNull();
    expect(placeEstateName('月牙河东里', 400, 250, 55, 13, 56, field)).not.toBeNull();
    expect(placeEstateName('月牙河西里', 420, 255, 55, 13, 56, field)).toBeNull();
  });
});

test('a field finds exactly what meets a box', () => {
  const next = numbers(7);
  const boxes = Array.from({ length: 300 }, () => ({
    x: next(1000) - 50,
    y: next(600) - 50,
    w: next(90),
    h: next(60),
  }));
  const field = new Field({ x: -500, y: -500, w: 3000, h: 3000 });
  const taken: Box[] = [];
  for (const box of boxes) {
    expect(field.isFree(box)).toBe(!taken.some((other) => meet(other, box)));
    if (field.isFree(box)) {
      field.take(box);
      taken.push(box);
    }
  }
});
