// Lists of badges for estates that lie on one spot. Pure; everything is px on the screen.

import {
  type Badge,
  type BadgeList,
  type BandEstate,
  badgeHeight,
  clear,
  labelWidth,
  shapeBox,
  takeLabel,
} from './badgePlaces';
import { type Box, type Field, grown, meet, nearestPoint, type Segment } from './field';

/** More than these on one spot share a list. */
export const mostInKnot = 4;
/** px of half the largest shape of which several can be on one spot. */
const largestOnSpot = 14;

/** Estates that lie so near to each other that their symbols are one heap; each of the others by itself. */
export function knots(estates: readonly BandEstate[], apart: number): BandEstate[][] {
  const groups: BandEstate[][] = [];
  const small = (estate: BandEstate) => Math.max(estate.rx, estate.ry) <= Math.max(largestOnSpot, apart / 2);
  const touch = (a: BandEstate, b: BandEstate) => small(a) && small(b) && Math.hypot(a.x - b.x, a.y - b.y) <= apart;
  for (const estate of estates) {
    const [joined, others]: [BandEstate[][], BandEstate[][]] = [[], []];
    for (const group of groups) (group.some((other) => touch(estate, other)) ? joined : others).push(group);
    groups.splice(0, groups.length, ...others, [...joined.flat(), estate]);
  }
  const order = new Map(estates.map((estate, i) => [estate, i]));
  return groups.map((group) => group.sort((a, b) => order.get(a)! - order.get(b)!));
}

/** Rows of a list before it gets another column. */
const rowsOfList = 10;
const listInset = 5;

/** With names where there is room for them, else badges alone; badges alone; these in as many rows as the map has room for. */
export type ListForm = 'named' | 'short' | 'any';

/** Places the list of a knot beside it; null if the frame has no room even for the badges alone. */
export function placeList(
  knot: readonly BandEstate[],
  shapes: readonly BandEstate[],
  field: Field,
  scale: number,
  form: ListForm,
): { list: BadgeList; badges: Badge[] } | null {
  const x = knot.reduce((sum, one) => sum + one.x, 0) / knot.length;
  const y = knot.reduce((sum, one) => sum + one.y, 0) / knot.length;
  const others = shapes.filter((shape) => !knot.includes(shape)).map(shapeBox);
  const narrow = Math.min(rowsOfList, knot.length);
  const wide = Math.min(4, Math.ceil(Math.sqrt(knot.length / 2)));
  const tries: Record<ListForm, readonly (readonly [boolean, number])[]> = {
    named: [
      [true, narrow],
      [false, wide],
    ],
    short: [[false, wide]],
    any: [
      [false, wide],
      [false, narrow],
    ],
  };
  for (const [named, rows] of tries[form]) {
    for (const [avoid, past] of [
      [others, knotReach(knot, x, y)],
      [[], knotReach(knot, x, y)],
      [[], 0],
    ] as const) {
      const size = listSize(knot, named, rows, scale);
      const box = nearestFree(x, y, size.w, size.h, field, avoid, past);
      if (!box) continue;
      const leader: Segment = [x, y, ...nearestPoint(x, y, box)];
      takeLabel(field, box, leader);
      return { list: { box, leader }, badges: size.place(box) };
    }
  }
  return null;
}

/** px from the middle of a knot to the edge of its symbols. */
const knotReach = (knot: readonly BandEstate[], x: number, y: number): number =>
  Math.max(...knot.map((one) => Math.max(Math.abs(one.x - x) + one.rx, Math.abs(one.y - y) + one.ry)));

function listSize(
  knot: readonly BandEstate[],
  named: boolean,
  rows: number,
  scale: number,
): { w: number; h: number; place: (box: Box) => Badge[] } {
  const gap = 2 * scale;
  const row = badgeHeight * scale + gap;
  const columns: BandEstate[][] = [];
  for (let i = 0; i < knot.length; i += rows) columns.push(knot.slice(i, i + rows));
  const width = (estate: BandEstate) => (named ? labelWidth(estate, scale) : estate.badgeWidth);
  const inset = listInset * scale;
  const between = (named ? 12 : 3) * scale;
  const widths = columns.map((column) => Math.max(...column.map(width)));
  const badge = columns.map((column) => Math.max(...column.map((estate) => estate.badgeWidth)));
  return {
    w: widths.reduce((sum, w) => sum + w, 0) + (columns.length - 1) * between + 2 * inset,
    h: rows * row - gap + 2 * inset,
    place: (box) =>
      columns.flatMap((column, c) => {
        const left = box.x + inset + widths.slice(0, c).reduce((sum, w) => sum + w + between, 0);
        return column.map((estate, r): Badge => {
          const y = box.y + inset + r * row;
          // Names of a column line up.
          const w = Math.max(badge[c]!, estate.badgeWidth);
          return { at: estate.at, box: { x: left, y, w, h: badgeHeight * scale }, named, leader: null };
        });
      }),
  };
}

/** The free place for a box nearest to a point, past what lies there; null if the frame has none. */
function nearestFree(
  x: number,
  y: number,
  w: number,
  h: number,
  field: Field,
  avoid: readonly Box[],
  past: number,
): Box | null {
  const { frame } = field;
  const step = 12;
  const heap = { x: x - past, y: y - past, w: 2 * past, h: 2 * past };
  let best: Box | null = null;
  let bestFar = Number.POSITIVE_INFINITY;
  const tryAt = (left: number, upper: number) => {
    const box = { x: left, y: upper, w, h };
    const [nx, ny] = nearestPoint(x, y, box);
    // Beside is better than above.
    const far = Math.abs(nx - x) + 1.3 * Math.abs(ny - y) + (nx < x ? 1 : 0) + 0.05 * Math.abs(upper + h / 2 - y);
    if (far >= bestFar || (past > 0 && meet(box, heap)) || !field.isFree(grown(box, clear))) return;
    if (avoid.some((shape) => meet(shape, box))) return;
    [best, bestFar] = [box, far];
  };
  for (const left of [x + past + 8, x - past - 8 - w]) tryAt(left, y - h / 2);
  for (let upper = frame.y + clear; upper + h <= frame.y + frame.h; upper += step) {
    for (let left = frame.x + clear; left + w <= frame.x + frame.w; left += step) tryAt(left, upper);
  }
  return best;
}
