// The estates as the map needs them: where they are in Web Mercator, how large, by position in the columns.

import type { District } from '../api/types';
import { groundScale, mercator } from './scale';

export class Places {
  readonly count: number;
  readonly fid: readonly number[];
  readonly name: readonly string[];
  readonly subdistrict: readonly number[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** m², 0 for an estate that is not on the map. */
  readonly area: readonly number[];
  /** Metres that a name has, east to west. */
  readonly width: readonly number[];
  /** Largest first. */
  readonly byArea: Uint32Array;
  /** west, south, east, north in Web Mercator; null without boundaries. */
  readonly extent: [number, number, number, number] | null;
  /** Metres on the ground of one unit of Web Mercator. */
  readonly metres: number;
  readonly #position: Map<number, number>;

  constructor(district: District) {
    const { estates, extent } = district;
    this.count = estates.fid.length;
    this.fid = estates.fid;
    this.name = estates.name;
    this.subdistrict = estates.subdistrict;
    this.area = estates.areaM2;
    this.width = estates.widthM;
    this.x = new Float64Array(this.count);
    this.y = new Float64Array(this.count);
    for (let at = 0; at < this.count; at++) {
      const [x, y] = mercator(estates.lon[at] ?? 0, estates.lat[at] ?? 0);
      this.x[at] = x;
      this.y[at] = y;
    }
    this.byArea = Uint32Array.from(estates.fid.keys()).sort((a, b) => this.area[b]! - this.area[a]! || a - b);
    this.#position = new Map(estates.fid.map((fid, at) => [fid, at]));
    const [west, south, east, north] = extent;
    const known = west !== undefined && south !== undefined && east !== undefined && north !== undefined;
    this.extent = known ? [...mercator(west, south), ...mercator(east, north)] : null;
    this.metres = known ? groundScale((south + north) / 2) : 1;
  }

  /** −1 if there is no such estate. */
  position(fid: number): number {
    return this.#position.get(fid) ?? -1;
  }

  isDrawn(at: number): boolean {
    return (this.area[at] ?? 0) > 0;
  }
}

const known = new WeakMap<District, Places>();

/** The same places for the same district. */
export function placesOf(district: District): Places {
  let places = known.get(district);
  if (!places) {
    places = new Places(district);
    known.set(district, places);
  }
  return places;
}
