// What the map shows of faults in the records.

import type { Shape } from './drawing';

export interface FaultMark {
  key: string;
  lon: number;
  lat: number;
}

export interface FaultPicture {
  marks: readonly FaultMark[];
  /** The chosen one. */
  key: string;
  /** Boundaries of the estates that it names. */
  estates: readonly Shape[];
  /** What it is about. */
  ground: Shape;
  /** Boundaries as a repair that is looked at would leave them. */
  after: readonly Shape[];
}

/** A box of places as SVG sees it: the shapes' corners in px of a picture so wide and high, north up, with some room around. */
export function fitter(
  shapes: readonly Shape[],
  width: number,
  height: number,
  room: number,
): (p: readonly number[]) => [number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const shape of shapes)
    for (const polygon of shape)
      for (const ring of polygon)
        for (const [lon, lat] of ring) {
          west = Math.min(west, lon);
          south = Math.min(south, lat);
          east = Math.max(east, lon);
          north = Math.max(north, lat);
        }
  if (west > east) return () => [width / 2, height / 2];
  const across = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(
    (width - 2 * room) / Math.max((east - west) * across, 1e-9),
    (height - 2 * room) / Math.max(north - south, 1e-9),
  );
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  return ([lon = 0, lat = 0]) => [width / 2 + (lon - x) * across * scale, height / 2 - (lat - y) * scale];
}

/** The path of a shape, for a fill by the even-odd rule. */
export function pathOf(shape: Shape, to: (p: readonly number[]) => [number, number]): string {
  return shape
    .flatMap((polygon) =>
      polygon.map(
        (ring) =>
          `M${ring
            .map((p) =>
              to(p)
                .map((v) => v.toFixed(1))
                .join(' '),
            )
            .join('L')}Z`,
      ),
    )
    .join('');
}
