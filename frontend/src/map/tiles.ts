// What the loaded tiles hold, for questions that drawing does not answer: which estate is under the pointer, what is the shape of
// one estate, where does an area lie in sight.

import type { Extent } from 'ol/extent';

/** A shape of a tile, clipped to it (RenderFeature). */
export interface TileShape {
  getId(): string | number | undefined;
  get(key: string): unknown;
  getExtent(): Extent;
  getFlatCoordinates(): number[];
  getEnds(): number[] | number[][] | null;
}

/** A shape with the extent of the tile that it was cut for; outside of that it is another tile's. */
export interface Piece {
  shape: TileShape;
  within: Extent;
}

interface LoadedTile {
  extent: Extent;
  estates: TileShape[];
  backdrop: TileShape[];
  byFid: Map<number, TileShape> | null;
}

/** Enough for three screens full; each holds what OpenLayers keeps anyway. */
const mostTiles = 256;

export class TileIndex {
  /** By level, then by column and row; oldest first within the whole. */
  readonly #tiles = new Map<string, LoadedTile>();

  add(z: number, x: number, y: number, extent: Extent, shapes: readonly TileShape[]): void {
    const key = `${z}/${x}/${y}`;
    this.#tiles.delete(key);
    this.#tiles.set(key, {
      extent,
      estates: shapes.filter((shape) => shape.get('layer') === 'estates'),
      backdrop: shapes.filter((shape) => shape.get('layer') !== 'estates'),
      byFid: null,
    });
    for (const old of this.#tiles.keys()) {
      if (this.#tiles.size <= mostTiles) break;
      this.#tiles.delete(old);
    }
  }

  clear(): void {
    this.#tiles.clear();
  }

  /** The loaded tiles of level z that meet the extent. */
  *#at(z: number, extent: Extent): Generator<LoadedTile> {
    const prefix = `${z}/`;
    for (const [key, tile] of this.#tiles) {
      if (key.startsWith(prefix) && overlap(tile.extent, extent)) yield tile;
    }
  }

  /** The fid of the estate whose shape holds the point, for which accept is true; null if there is none. */
  estateAt(z: number, point: readonly [number, number], accept: (fid: number) => boolean): number | null {
    const [x, y] = point;
    for (const tile of this.#at(z, [x, y, x, y])) {
      for (let i = tile.estates.length - 1; i >= 0; i--) {
        const shape = tile.estates[i]!;
        const fid = Number(shape.getId());
        if (holds(shape, x, y) && accept(fid)) return fid;
      }
    }
    return null;
  }

  /** The pieces of an estate in the tiles of level z that meet the extent. */
  estate(z: number, extent: Extent, fid: number): Piece[] {
    const pieces: Piece[] = [];
    for (const tile of this.#at(z, extent)) {
      tile.byFid ??= new Map(tile.estates.map((shape) => [Number(shape.getId()), shape]));
      const shape = tile.byFid.get(fid);
      if (shape) pieces.push({ shape, within: tile.extent });
    }
    return pieces;
  }

  /** The polygons of a backdrop layer in sight. */
  backdrop(z: number, extent: Extent, layer: 'water' | 'subdistricts'): Piece[] {
    const pieces: Piece[] = [];
    for (const tile of this.#at(z, extent)) {
      for (const shape of tile.backdrop) {
        if (shape.get('layer') === layer && shape.getEnds()?.length) pieces.push({ shape, within: tile.extent });
      }
    }
    return pieces;
  }
}

const overlap = (a: Extent, b: Extent): boolean => a[0]! <= b[2]! && a[2]! >= b[0]! && a[1]! <= b[3]! && a[3]! >= b[1]!;

/** Calls visit with each ring of a shape: where it starts and ends in the flat coordinates. */
export function eachRing(shape: TileShape, visit: (flat: number[], start: number, end: number) => void): void {
  const flat = shape.getFlatCoordinates();
  let start = 0;
  for (const end of (shape.getEnds() ?? []).flat()) {
    visit(flat, start, end);
    start = end;
  }
}

/** Even-odd: a point in a hole is outside. */
export function holds(shape: TileShape, x: number, y: number): boolean {
  const [west, south, east, north] = shape.getExtent() as [number, number, number, number];
  if (x < west || x > east || y < south || y > north) return false;
  let inside = false;
  eachRing(shape, (flat, start, end) => {
    for (let i = start, j = end - 2; i < end; j = i, i += 2) {
      const [ax, ay, bx, by] = [flat[i]!, flat[i + 1]!, flat[j]!, flat[j + 1]!];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  });
  return inside;
}

/** What a shape is like as a mass: where its middle is, how it lies. */
export interface Mass {
  area: number;
  x: number;
  y: number;
  /** Of the longer axis, radians counter-clockwise from east. */
  angle: number;
  /** Sides of the rectangle that is spread out alike. */
  length: number;
  width: number;
}

/** The mass of the part of a polygon that lies in the extent; null if nothing does. */
export function massWithin(shape: TileShape, extent: Extent): Mass | null {
  let area = 0;
  let [mx, my, xx, yy, xy] = [0, 0, 0, 0, 0];
  // Moments are taken about the extent's middle: far from the origin they would lose all their digits.
  const ox = (extent[0]! + extent[2]!) / 2;
  const oy = (extent[1]! + extent[3]!) / 2;
  eachRing(shape, (flat, start, end) => {
    const ring = clipRing(flat, start, end, extent);
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [ax, ay, bx, by] = [ring[j]! - ox, ring[j + 1]! - oy, ring[i]! - ox, ring[i + 1]! - oy];
      const cross = ax * by - bx * ay;
      area += cross / 2;
      mx += ((ax + bx) * cross) / 6;
      my += ((ay + by) * cross) / 6;
      xx += ((ax * ax + ax * bx + bx * bx) * cross) / 12;
      yy += ((ay * ay + ay * by + by * by) * cross) / 12;
      xy += ((ax * (2 * ay + by) + bx * (ay + 2 * by)) * cross) / 24;
    }
  });
  if (Math.abs(area) < 1e-9) return null;
  const [cx, cy] = [mx / area, my / area];
  const [vx, vy, vxy] = [xx / area - cx * cx, yy / area - cy * cy, xy / area - cx * cy];
  const spread = Math.hypot((vx - vy) / 2, vxy);
  const middle = (vx + vy) / 2;
  return {
    area: Math.abs(area),
    x: cx + ox,
    y: cy + oy,
    angle: 0.5 * Math.atan2(2 * vxy, vx - vy),
    length: Math.sqrt(12 * Math.max(0, middle + spread)),
    width: Math.sqrt(12 * Math.max(0, middle - spread)),
  };
}

/** Sutherland–Hodgman: the part of a ring in a box, as flat coordinates. */
export function clipRing(flat: readonly number[], start: number, end: number, box: Extent): number[] {
  let ring = flat.slice(start, end);
  for (const [axis, limit, sign] of [
    [0, box[0]!, 1],
    [0, box[2]!, -1],
    [1, box[1]!, 1],
    [1, box[3]!, -1],
  ] as const) {
    const kept: number[] = [];
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const before = (ring[j + axis]! - limit) * sign;
      const here = (ring[i + axis]! - limit) * sign;
      if (before < 0 !== here < 0) {
        const part = before / (before - here);
        kept.push(ring[j]! + (ring[i]! - ring[j]!) * part, ring[j + 1]! + (ring[i + 1]! - ring[j + 1]!) * part);
      }
      if (here >= 0) kept.push(ring[i]!, ring[i + 1]!);
    }
    ring = kept;
  }
  return ring;
}

/** Sums masses that bear the same name, weighted by their areas; the longest piece gives angle, length and width. */
export function gather(masses: Iterable<readonly [string, Mass]>): Map<string, Mass> {
  const sums = new Map<string, Mass>();
  for (const [name, mass] of masses) {
    const sum = sums.get(name);
    if (!sum) {
      sums.set(name, { ...mass });
      continue;
    }
    const area = sum.area + mass.area;
    sum.x = (sum.x * sum.area + mass.x * mass.area) / area;
    sum.y = (sum.y * sum.area + mass.y * mass.area) / area;
    sum.area = area;
  }
  return sums;
}
