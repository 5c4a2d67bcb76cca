import { describe, expect, test } from 'vitest';
import { clipRing, gather, holds, massWithin, TileIndex, type TileShape } from './tiles';

function shape(rings: number[][], properties: Record<string, unknown> = {}, id?: number): TileShape {
  const flat = rings.flat();
  const xs = flat.filter((_, i) => i % 2 === 0);
  const ys = flat.filter((_, i) => i % 2 === 1);
  let end = 0;
  const ends = rings.map((ring) => {
    end += ring.length;
    return end;
  });
  return {
    getId: () => id,
    get: (key) => properties[key],
    getExtent: () => [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    getFlatCoordinates: () => flat,
    getEnds: () => ends,
  };
}

const square = (x: number, y: number, side: number) => [x, y, x + side, y, x + side, y + side, x, y + side, x, y];
const estate = (id: number, rings: number[][]) => shape(rings, { layer: 'estates' }, id);

describe('what is under the pointer', () => {
  const withHole = estate(1, [square(0, 0, 10), square(4, 4, 2)]);

  test('a hole is outside', () => {
    expect(holds(withHole, 2, 2)).toBe(true);
    expect(holds(withHole, 5, 5)).toBe(false);
    expect(holds(withHole, 11, 5)).toBe(false);
  });

  test('the last drawn of those that may be pointed at', () => {
    const index = new TileIndex();
    index.add(14, 3, 5, [0, 0, 100, 100], [withHole, estate(2, [square(1, 1, 4)])]);
    expect(index.estateAt(14, [2, 2], () => true)).toBe(2);
    expect(index.estateAt(14, [2, 2], (fid) => fid !== 2)).toBe(1);
    expect(index.estateAt(14, [50, 50], () => true)).toBeNull();
    expect(index.estateAt(13, [2, 2], () => true)).toBeNull();
  });

  test('an estate across an edge has a piece in each tile', () => {
    const index = new TileIndex();
    index.add(14, 0, 0, [0, 0, 100, 100], [estate(7, [square(95, 10, 10)])]);
    index.add(14, 1, 0, [100, 0, 200, 100], [estate(7, [square(95, 10, 10)]), estate(8, [square(150, 10, 10)])]);
    expect(index.estate(14, [0, 0, 200, 100], 7)).toHaveLength(2);
    expect(index.estate(14, [120, 0, 200, 100], 7)).toHaveLength(1);
    expect(index.estate(14, [0, 0, 200, 100], 9)).toHaveLength(0);
  });

  test('old tiles are forgotten', () => {
    const index = new TileIndex();
    for (let x = 0; x < 300; x++) index.add(14, x, 0, [x, 0, x + 1, 1], [estate(x, [square(x, 0, 1)])]);
    expect(index.estateAt(14, [0.5, 0.5], () => true)).toBeNull();
    expect(index.estateAt(14, [299.5, 0.5], () => true)).toBe(299);
  });
});

describe('where an area lies', () => {
  test('the middle and size of what is in sight', () => {
    const mass = massWithin(shape([square(0, 0, 100)]), [0, 0, 50, 200])!;
    expect(mass.area).toBeCloseTo(5000);
    expect(mass.x).toBeCloseTo(25);
    expect(mass.y).toBeCloseTo(50);
    expect(mass.length).toBeCloseTo(100);
    expect(mass.width).toBeCloseTo(50);
    expect(Math.abs(mass.angle)).toBeCloseTo(Math.PI / 2);
  });

  test('a slanting river lies along its slant', () => {
    const river = shape([[0, 0, 100, 50, 95.5, 59, -4.5, 9, 0, 0]]);
    const mass = massWithin(river, [-1000, -1000, 1000, 1000])!;
    expect(mass.angle).toBeCloseTo(Math.atan2(50, 100), 1);
    expect(mass.length / mass.width).toBeGreaterThan(5);
  });

  test('far from the origin nothing is lost', () => {
    const [x, y] = [13_000_000, 4_700_000];
    const mass = massWithin(shape([square(x, y, 10)]), [x - 100, y - 100, x + 100, y + 100])!;
    expect(mass.x).toBeCloseTo(x + 5, 6);
    expect(mass.length).toBeCloseTo(10, 4);
  });

  test('out of sight there is nothing', () => {
    expect(massWithin(shape([square(0, 0, 10)]), [20, 20, 30, 30])).toBeNull();
    expect(massWithin(shape([square(0, 0, 10)]), [8, 0, 2, 10])).toBeNull();
  });

  test('pieces of the same name are one area', () => {
    const left = massWithin(shape([square(0, 0, 10)]), [0, 0, 99, 99])!;
    const right = massWithin(shape([square(10, 0, 10)]), [0, 0, 99, 99])!;
    const sum = gather([
      ['万新街', left],
      ['万新街', right],
      ['新立街', left],
    ]);
    const both = sum.get('万新街')!;
    expect(both.x).toBeCloseTo(10);
    expect(both.y).toBeCloseTo(5);
    expect(both.area).toBeCloseTo(200);
    expect(sum.size).toBe(2);
  });
});

test('clipping keeps what is in the box', () => {
  const ring = clipRing(square(0, 0, 10), 0, 10, [5, 5, 20, 20]);
  const xs = ring.filter((_, i) => i % 2 === 0);
  const ys = ring.filter((_, i) => i % 2 === 1);
  expect([Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]).toEqual([5, 10, 5, 10]);
  expect(clipRing(square(0, 0, 10), 0, 10, [11, 0, 20, 20])).toEqual([]);
});
