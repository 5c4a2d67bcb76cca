// Where badges and names stand, so that none lies on another. Pure: everything is px on the screen. The order of the calls is
// the order of right: bands (selected, bottom, top), subdistricts, water, estates by area.

import type { Box, Field } from './field';

/** An estate of a band with what its badge needs. */
export interface BandEstate {
  /** Position in the columns. */
  at: number;
  x: number;
  y: number;
  /** Half of the shape's width and height. */
  rx: number;
  ry: number;
  badgeWidth: number;
  nameWidth: number;
}

export interface Badge {
  at: number;
  /** Of the badge; the name stands nameGap to its right. */
  box: Box;
  named: boolean;
  /** From the estate to a badge that stands further off. */
  leader: { x: number; y: number } | null;
}

export const badgeHeight = 20;
export const nameGap = 4;
const clear = 2;
const roomInside = 100;
/** Where a badge without a name may step aside to, in badges. */
const around = [1, 2, 3].flatMap((n) => [
  [n, 0],
  [-n, 0],
  [0, -n],
  [0, n],
  [n, -n],
  [-n, n],
  [n, n],
  [-n, -n],
]) as readonly (readonly [number, number])[];

/** The room of a band's shape, which no other badge may cover; the badge of the estate itself may stand in it. */
export function takeShape(estate: BandEstate, field: Field): void {
  field.take({ x: estate.x - estate.rx, y: estate.y - estate.ry, w: 2 * estate.rx, h: 2 * estate.ry }, estate.at);
}

/**
 * Places the badge of a band's estate with its name: on a large shape, else right, left, above, below, at the corners, further
 * off with a leader. Where no name fits the badge stands alone, over the estate or, if that is taken, aside with a leader.
 * Takes its room.
 */
export function placeBadge(estate: BandEstate, field: Field, scale = 1): Badge {
  const { at, x, y, rx, ry, badgeWidth } = estate;
  const h = badgeHeight * scale;
  const w = badgeWidth + nameGap * scale + estate.nameWidth + 2;
  if (Math.min(rx, ry) * 2 > roomInside && w < rx * 2) {
    const inside = { x: x - w / 2, y: y - h / 2, w, h };
    if (field.isFree(grown(inside), at)) return put(inside, true, false);
  }
  const near = 3;
  const far = 24 * scale;
  const places: readonly (readonly [number, number])[] = [
    [x + rx + near, y - h / 2],
    [x - rx - near - w, y - h / 2],
    [x - w / 2, y - ry - h - near],
    [x - w / 2, y + ry + near],
    [x + rx, y - ry - h],
    [x + rx, y + ry],
    [x - rx - w, y - ry - h],
    [x - rx - w, y + ry],
    [x + rx + far, y - h * 1.6],
    [x - rx - far - w, y + h * 0.6],
    [x - w / 2, y - ry - h * 2.2],
    [x - w / 2, y + ry + h * 1.3],
    [x + rx + far, y + h * 1.6],
    [x - rx - far - w, y - h * 1.6],
  ];
  const firstFar = 8;
  for (const [i, [left, upper]] of places.entries()) {
    const box = { x: left, y: upper, w, h };
    if (field.isFree(grown(box))) return put(box, true, i >= firstFar);
  }
  const home = { x: x - badgeWidth / 2, y: y - h / 2, w: badgeWidth, h };
  if (field.isFree(grown(home), at)) return put(home, false, false);
  for (const [dx, dy] of around) {
    const box = { ...home, x: home.x + dx * (badgeWidth + 2 * clear), y: home.y + dy * (h + 2 * clear) };
    if (field.isFree(grown(box))) return put(box, false, true);
  }
  return put(home, false, false);

  function put(box: Box, named: boolean, leader: boolean): Badge {
    field.take(grown(box));
    return { at, box: { ...box, w: badgeWidth }, named, leader: leader ? { x, y } : null };
  }
}

const grown = (box: Box): Box => ({
  x: box.x - clear,
  y: box.y - clear,
  w: box.w + 2 * clear,
  h: box.h + 2 * clear,
});

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
