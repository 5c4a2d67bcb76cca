// How an estate looks: fill by rank band or class, outline and hatch by subsidy state (two channels read at once). Pure; what
// draws it is layers.ts for polygons and symbols.ts for estates too small to show their shape.

import type { Ground } from './fills';
import type { Palette } from './palette';

export const unranked = 0;
export const top = 1;
export const bottom = 7;

export const isBand = (band: number): boolean => band === top || band === bottom;

/** RoundView.state. */
export const State = {
  paid: 0,
  proposed: 1,
  month: 2,
  quarter: 3,
  year: 4,
  unfunded: 5,
  notEnrolled: 6,
  exited: 7,
} as const;

/** Steps of the zoom at which weights change: district, part, names, block. */
export type ZoomClass = 0 | 1 | 2 | 3;

/** px is how many CSS pixels a metre on the ground has. */
export function zoomClass(pxPerM: number): ZoomClass {
  if (pxPerM < 0.12) return 0;
  if (pxPerM < 0.3) return 1;
  return pxPerM < 0.5 ? 2 : 3;
}

const smallestShape = 8;

/** Whether an estate of that ground area is drawn as a symbol: its shape would be under 8 px wide. */
export function isSymbol(areaM2: number, pxPerM: number): boolean {
  return Math.sqrt(areaM2) * pxPerM < smallestShape;
}

export type Texture = 'dots' | 'groupStripes' | 'groupDots' | 'broken' | 'month' | 'quarter' | 'year';

export interface Outline {
  color: string;
  width: number;
  dash: readonly number[];
  opacity: number;
}

export interface Hatch {
  texture: Texture;
  ink: string;
  opacity: number;
  width: number;
  /** How much further apart the lines stand than in the legend. */
  spread: number;
}

export interface Look {
  fill: string;
  hatches: readonly Hatch[];
  outline: Outline;
}

const paidWidth = [0.6, 0.7, 0.8, 1] as const;
const stateWidth = [0.69, 0.69, 0.86, 1] as const;
const strongWidth = [0.7, 0.7, 0.9, 1] as const;
const dashes: readonly (readonly number[])[] = [[], [6, 3], [], [], [], [1.5, 2.5], [8, 3, 1.5, 3], [3, 3]];
const textures: readonly (Texture | null)[] = [null, 'broken', 'month', 'quarter', 'year', null, 'dots', null];

export function look(ground: Ground, state: number, zoom: ZoomClass, palette: Palette): Look {
  const hatches: Hatch[] = [];
  const spread = zoom === 3 ? 1.35 : 1;
  const texture = textures[state] ?? null;
  const { widths } = palette;
  const { colour, hatchInk } = ground;
  if (ground.texture !== 'plain') {
    const texture = ground.texture === 'stripes' ? 'groupStripes' : 'groupDots';
    hatches.push({ texture, ink: palette.land, opacity: 0.75, width: 1.25, spread: 1 });
  }
  if (ground.dotted || texture === 'dots') {
    hatches.push({ texture: 'dots', ink: palette.dots, opacity: 0.55, width: 0.8, spread: 1 });
  }
  if (texture !== null && texture !== 'dots') {
    hatches.push({
      texture,
      ink: hatchInk ?? palette.inks[state] ?? palette.edge,
      opacity: hatchInk ? 0.8 : 0.55,
      width: texture === 'month' || texture === 'broken' ? widths.hatch : widths.hatchStrong,
      spread,
    });
  }
  return { fill: colour, hatches, outline: outline(state, zoom, palette) };
}

function outline(state: number, zoom: ZoomClass, { widths, inks, edge }: Palette): Outline {
  const color = inks[state] ?? edge;
  const dash = dashes[state] ?? [];
  if (state === State.paid) return { color, width: widths.outline * paidWidth[zoom], dash, opacity: 0.75 };
  if (state === State.year) return { color, width: widths.strong * strongWidth[zoom], dash, opacity: 1 };
  const width = state < State.notEnrolled ? widths.state * stateWidth[zoom] : widths.outline;
  return { color, width, dash, opacity: 1 };
}

/** Estates that the filter leaves out stay on the map as a trace. */
export const outOfFilter = 0.15;

/** One number for each look that a colouring has: ground, state, zoom class, whether it is drawn over the others and in the filter. */
export function lookKey(ground: number, state: number, zoom: ZoomClass, over: boolean, inFilter: boolean): number {
  return (((ground * 8 + state) * 4 + zoom) * 2 + (over ? 1 : 0)) * 2 + (inFilter ? 1 : 0);
}

export interface RoadLook {
  /** Metres on the ground. */
  width: number;
  /** px below which the line does not shrink. */
  least: number;
  /** Smallest px per metre at which it is drawn. */
  from: number;
}

const roads: Record<string, RoadLook> = {
  expressway: { width: 56, least: 3.5, from: 0 },
  primary: { width: 36, least: 2.5, from: 0 },
  secondary: { width: 24, least: 1.5, from: 0.03 },
  minor: { width: 12, least: 1, from: 0.08 },
};
const plainRoad: RoadLook = { width: 18, least: 1.2, from: 0.05 };

/** Streets are gaps of land between the blocks; a class that is not known is a plain street. */
export function roadWidth(roadClass: string, pxPerM: number): number {
  const road = roads[roadClass] ?? plainRoad;
  return pxPerM < road.from ? 0 : Math.max(road.least, road.width * pxPerM);
}
