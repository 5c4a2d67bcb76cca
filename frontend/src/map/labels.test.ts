import { describe, expect, test } from 'vitest';
import { type Box, Field, meet } from './field';
import {
  type BandEstate,
  badgeHeight,
  nameGap,
  placeAreaName,
  placeBadge,
  placeEdgeBadge,
  placeEstateName,
  takeShape,
} from './labels';

const frame: Box = { x: 0, y: 0, w: 900, h: 500 };

/** The same numbers in each run. */
function numbers(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return (state / 4294967296) * most;
  };
}

function estate(at: number, x: number, y: number, half = 8): BandEstate {
  return { at, x, y, rx: half, ry: half, badgeWidth: 30, nameWidth: 80 };
}

const whole = (badge: ReturnType<typeof placeBadge>, nameWidth: number): Box =>
  badge.named ? { ...badge.box, w: badge.box.w + nameGap + nameWidth } : badge.box;

const inside = (box: Box): boolean =>
  box.x >= frame.x && box.y >= frame.y && box.x + box.w <= frame.w && box.y + box.h <= frame.h;

describe('badges of the bands', () => {
  test('stand to the right of an estate that has room there', () => {
    const badge = placeBadge(estate(0, 400, 250), new Field(frame));
    expect(badge.named).toBe(true);
    expect(badge.leader).toBeNull();
    expect(badge.box.x).toBeGreaterThan(408);
    expect(badge.box.y + badgeHeight / 2).toBe(250);
  });

  test('stand to the left at the right edge', () => {
    const badge = placeBadge(estate(0, 880, 250), new Field(frame));
    expect(badge.named).toBe(true);
    expect(badge.box.x + badge.box.w).toBeLessThan(872);
  });

  test('stand on an estate that is large enough', () => {
    const badge = placeBadge(estate(3, 400, 250, 90), new Field(frame));
    expect(badge.box.x).toBeLessThan(400);
    expect(badge.box.x + badge.box.w + nameGap + 80).toBeGreaterThan(400);
  });

  test('stand alone where no name fits', () => {
    const narrow = new Field({ x: 0, y: 0, w: 60, h: 60 });
    const badge = placeBadge(estate(0, 30, 30), narrow);
    expect(badge).toMatchObject({ named: false, leader: null });
    expect(badge.box).toMatchObject({ x: 15, w: 30 });
  });

  test('reach further off with a leader when everything near is taken', () => {
    const field = new Field(frame);
    field.take({ x: 395, y: 220, w: 10, h: 60 });
    field.take({ x: 260, y: 240, w: 280, h: 20 });
    const badge = placeBadge(estate(0, 400, 250), field);
    expect(badge.named).toBe(true);
    expect(badge.leader).toEqual({ x: 400, y: 250 });
  });

  test('without a name step aside for one another', () => {
    const field = new Field({ x: 0, y: 0, w: 110, h: 110 });
    const badges = Array.from({ length: 5 }, (_, at) => placeBadge(estate(at, 55, 55, 4), field));
    expect(badges.every((badge) => !badge.named)).toBe(true);
    for (const [i, badge] of badges.entries()) {
      for (const other of badges.slice(i + 1)) expect(meet(badge.box, other.box)).toBe(false);
    }
    expect(badges.slice(1).every((badge) => badge.leader !== null)).toBe(true);
  });

  test('with a name never lie on another name or on the shape of another band, whatever the crowd', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const next = numbers(seed);
      const count = 2 + Math.floor(next(30));
      const estates = Array.from({ length: count }, (_, at) =>
        estate(at, next(900), next(500), 6 + (next(1) > 0.8 ? next(80) : 4)),
      );
      const field = new Field(frame);
      for (const one of estates) takeShape(one, field);
      const badges = estates.map((one) => placeBadge(one, field));
      const named = badges.filter((badge) => badge.named);
      for (const [i, badge] of named.entries()) {
        const box = whole(badge, 80);
        expect(inside(box)).toBe(true);
        for (const other of named.slice(i + 1)) expect(meet(box, whole(other, 80))).toBe(false);
        for (const one of estates) {
          if (one.at === badge.at) continue;
          const shape = { x: one.x - one.rx, y: one.y - one.ry, w: 2 * one.rx, h: 2 * one.ry };
          expect(meet(box, shape)).toBe(false);
        }
      }
    }
  });
});

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
