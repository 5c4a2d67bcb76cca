// Where the badge of one estate of a band might stand, and what each place costs. Pure; everything is px on the screen.

import { type Box, type Field, grown, nearestPoint, type Segment } from './field';

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
  /** Goes before the others. */
  selected: boolean;
}

export const badgeHeight = 20;
export const nameGap = 4;
/** px around a label. */
export const clear = 2;
/** px of a shape across from which on its badge stands on it. */
const roomInside = 100;

/** What a place is worse than the best by: px of leader, a name left out, another band's shape covered. */
export const cost = { leader: 14, px: 0.7, overShape: 400, leaderOverShape: 30, unnamed: 250 };

/** A place for a badge. */
export interface Candidate {
  /** Of badge and name. */
  whole: Box;
  /** With what is kept clear around it. */
  room: Box;
  named: boolean;
  leader: Segment | null;
  cost: number;
}

export const candidate = (whole: Box, named: boolean, leader: Segment | null, price: number): Candidate => ({
  whole,
  room: grown(whole, clear),
  named,
  leader,
  cost: price,
});

export function leaderTo({ x, y }: BandEstate, box: Box): Segment {
  return [x, y, ...nearestPoint(x, y, box)];
}

export interface Badge {
  at: number;
  /** Of the badge; the name stands nameGap to its right. */
  box: Box;
  named: boolean;
  /** From the estate to a badge that stands further off; none for those in a list. */
  leader: Segment | null;
}

/** Badges of estates that lie on one spot, one below the other. */
export interface BadgeList {
  box: Box;
  leader: Segment;
}

/** The room of an estate's shape. */
export const shapeBox = ({ x, y, rx, ry }: BandEstate): Box => ({ x: x - rx, y: y - ry, w: 2 * rx, h: 2 * ry });

/** Takes the room of a label and of its leader from the field. */
export function takeLabel(field: Field, whole: Box, leader: Segment | null): void {
  field.take(grown(whole, clear));
  if (!leader) return;
  const [ax, ay, bx, by] = leader;
  const steps = Math.ceil(Math.hypot(bx - ax, by - ay) / 5);
  for (let i = 0; i <= steps; i++) {
    const part = i / Math.max(1, steps);
    field.take({ x: ax + (bx - ax) * part - 2, y: ay + (by - ay) * part - 2, w: 4, h: 4 });
  }
}

/** px of badge and name. */
export const labelWidth = ({ badgeWidth, nameWidth }: BandEstate, scale: number): number =>
  badgeWidth + nameGap * scale + nameWidth + 2;

/** On a large shape, beside it and at its corners, with the name. */
export function nearPlaces(estate: BandEstate, scale: number): Candidate[] {
  const { x, y, rx, ry } = estate;
  const h = badgeHeight * scale;
  const w = labelWidth(estate, scale);
  const list = beside(estate, w, h, true, 0);
  if (Math.min(rx, ry) * 2 > roomInside && w < rx * 2) {
    list.unshift(candidate({ x: x - w / 2, y: y - h / 2, w, h }, true, null, 0));
  }
  return list;
}

/** Further off, and for the badge alone. */
export function farPlaces(estate: BandEstate, scale: number): Candidate[] {
  const { x, y, badgeWidth: w } = estate;
  const h = badgeHeight * scale;
  return [
    ...farOff(estate, labelWidth(estate, scale), h, true, 0, scale),
    candidate({ x: x - w / 2, y: y - h / 2, w, h }, false, null, cost.unnamed),
    ...beside(estate, w, h, false, cost.unnamed + 5),
    ...farOff(estate, w, h, false, cost.unnamed + 5, scale),
  ];
}

function beside({ x, y, rx, ry }: BandEstate, w: number, h: number, named: boolean, base: number): Candidate[] {
  const near = 3;
  const corners: readonly (readonly [number, number])[] = [
    [x + rx + near, y - h / 2],
    [x - rx - near - w, y - h / 2],
    [x - w / 2, y - ry - h - near],
    [x - w / 2, y + ry + near],
    [x + rx, y - ry - h],
    [x + rx, y + ry],
    [x - rx - w, y - ry - h],
    [x - rx - w, y + ry],
  ];
  return corners.map(([left, upper], i) => candidate({ x: left, y: upper, w, h }, named, null, base + i));
}

const directions = 20;
const distances = [14, 28, 46, 70, 100, 140];

/** In all directions, with a leader. */
function farOff(estate: BandEstate, w: number, h: number, named: boolean, base: number, scale: number): Candidate[] {
  const { x, y, rx, ry } = estate;
  const list: Candidate[] = [];
  for (const far of distances) {
    for (let i = 0; i < directions; i++) {
      const angle = (i * 2 * Math.PI) / directions;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const [px, py] = [x + c * (rx + far * scale), y + s * (ry + far * scale)];
      const left = c > 0.3 ? px : c < -0.3 ? px - w : px - w / 2;
      const upper = s > 0.6 ? py : s < -0.6 ? py - h : py - h / 2;
      const whole = { x: left, y: upper, w, h };
      const price = base + cost.leader + far * cost.px + (c < 0 ? 2 : 0);
      list.push(candidate(whole, named, leaderTo(estate, whole), price));
    }
  }
  return list;
}
