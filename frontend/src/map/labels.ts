// Where names and the badges at the edge stand, so that none lies on another. Pure: everything is px on the screen. The order of
// the calls is the order of right: edge badges, bands (badges.ts), subdistricts, water, estates by area.

import type { Box, Field } from './field';

/** A badge at the edge of the free part of the map for an estate that is not in it. */
export interface EdgeBadge {
  at: number;
  box: Box;
  /** Towards the estate, radians clockwise from east. */
  angle: number;
}

/** Least px of such a badge: three figures. */
export const edgeWidth = 34;
const edgeHeight = 20;
const arrowRoom = 10;

/**
 * Where the badge of an estate at x, y outside the frame stands: on the frame's nearest edge, moved along it until it is free.
 * null inside the frame. Takes its room; when the whole edge is taken it stands where it belongs.
 */
export function placeEdgeBadge(
  at: number,
  x: number,
  y: number,
  w: number,
  frame: Box,
  field: Field,
  scale = 1,
): EdgeBadge | null {
  const right = frame.x + frame.w;
  const lower = frame.y + frame.h;
  if (x >= frame.x && x <= right && y >= frame.y && y <= lower) return null;
  const h = edgeHeight * scale;
  const least = { x: frame.x + arrowRoom, y: frame.y + arrowRoom };
  const most = { x: Math.max(least.x, right - w - arrowRoom), y: Math.max(least.y, lower - h - arrowRoom) };
  const home = { x: clamp(x - w / 2, least.x, most.x), y: clamp(y - h / 2, least.y, most.y), w, h };
  const alongX = y < frame.y || y > lower;
  let box: Box = home;
  for (let i = 0; i < 80; i++) {
    const step = (i % 2 ? -1 : 1) * Math.ceil(i / 2) * 12;
    const tried: Box = alongX
      ? { ...home, x: clamp(home.x + step, least.x, most.x) }
      : { ...home, y: clamp(home.y + step, least.y, most.y) };
    if (field.isFree({ x: tried.x - 3, y: tried.y - 3, w: w + 6, h: h + 6 })) {
      box = tried;
      break;
    }
  }
  field.take({ x: box.x - 3, y: box.y - 3, w: w + 6, h: h + 6 });
  return { at, box, angle: Math.atan2(y - box.y - h / 2, x - box.x - w / 2) };
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

export interface Name {
  text: string;
  /** The middle. */
  x: number;
  y: number;
}

const offsets: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, -22],
  [0, 22],
  [40, -10],
  [-40, 10],
  [40, 20],
  [-40, -24],
  [0, -46],
  [0, 46],
  [76, -20],
  [-76, 20],
  [76, 24],
  [-76, -30],
  [0, 70],
  [0, -70],
  [120, 40],
  [-120, -40],
  [0, -100],
  [0, 100],
];

/**
 * Places a name of an area near its middle; null where there is no room. Each of avoid holds what it should rather not cover,
 * the most wished first; they are given up one by one.
 */
export function placeAreaName(
  text: string,
  x: number,
  y: number,
  width: number,
  height: number,
  field: Field,
  avoid: readonly Field[],
): Name | null {
  for (const soft of [...avoid, null]) {
    for (const [dx, dy] of offsets) {
      const box = { x: x + dx - width / 2 - 4, y: y + dy - height / 2 - 3, w: width + 8, h: height + 6 };
      if (!field.isFree(box) || (soft && !soft.isFree(box))) continue;
      field.take(box);
      return { text, x: x + dx, y: y + dy };
    }
  }
  return null;
}

/** Places an estate's name over its middle, if it fits in the room that the shape has there and nothing is in the way. */
export function placeEstateName(
  text: string,
  x: number,
  y: number,
  width: number,
  height: number,
  room: number,
  field: Field,
): Name | null {
  if (width > room) return null;
  const box = { x: x - width / 2 - 1, y: y - height / 2 - 1, w: width + 2, h: height + 2 };
  if (!field.isFree(box)) return null;
  field.take(box);
  return { text, x, y };
}
