// A round's map at the size of a stamp: each estate a square of its fill, the bands last and never too small to be seen.

import type { Fills } from './fills';
import type { Palette } from './palette';
import type { Places } from './places';
import { isBand, outOfFilter, top } from './style';

export interface Stamp {
  /** CSS px. */
  width: number;
  height: number;
  places: Places;
  palette: Pick<Palette, 'halo'>;
  band: readonly number[];
  fills: Fills;
  visible: Uint8Array | null;
}

/** px of a side. */
const least = { plain: 1.6, band: 5 };
const room = 4;

/** The square of an estate: its upper left corner and its side, px. */
export type Square = readonly [x: number, y: number, side: number];

/** Where the estates stand on a stamp, by position; null for those that are not on the map. North is up, the scale is one. */
export function squares({
  width,
  height,
  places,
  band,
}: Pick<Stamp, 'width' | 'height' | 'places' | 'band'>): (Square | null)[] {
  const { extent } = places;
  if (!extent) return [];
  const [west, south, east, north] = extent;
  const scale = Math.min(
    (width - 2 * room) / Math.max(1, east - west),
    (height - 2 * room) / Math.max(1, north - south),
  );
  const [cx, cy] = [(west + east) / 2, (south + north) / 2];
  return Array.from({ length: places.count }, (_, at) => {
    if (!places.isDrawn(at)) return null;
    const own = (Math.sqrt(places.area[at]!) / places.metres) * scale;
    const side = Math.max(isBand(band[at] ?? 0) ? least.band : least.plain, own);
    const [x, y] = [width / 2 + (places.x[at]! - cx) * scale, height / 2 - (places.y[at]! - cy) * scale];
    return [x - side / 2, y - side / 2, side];
  });
}

export function drawStamp(context: CanvasRenderingContext2D, stamp: Stamp): void {
  const { band, fills, visible, palette } = stamp;
  const at = squares(stamp);
  // By fill: changing the colour costs more than a square.
  const groups = fills.grounds.map((): { plain: Square[]; faint: Square[]; bands: Square[]; bandOf: number[] } => ({
    plain: [],
    faint: [],
    bands: [],
    bandOf: [],
  }));
  at.forEach((square, i) => {
    const group = groups[fills.of[i] ?? 0];
    if (!square || !group) return;
    if (visible && visible[i] !== 1) group.faint.push(square);
    else if (isBand(band[i] ?? 0)) {
      group.bands.push(square);
      group.bandOf.push(band[i]!);
    } else group.plain.push(square);
  });
  const paint = (squares: readonly Square[], colour: string) => {
    context.fillStyle = colour;
    for (const [x, y, side] of squares) context.fillRect(x, y, side, side);
  };
  context.globalAlpha = outOfFilter;
  fills.grounds.forEach(({ colour }, i) => {
    paint(groups[i]!.faint, colour);
  });
  context.globalAlpha = 1;
  fills.grounds.forEach(({ colour }, i) => {
    paint(groups[i]!.plain, colour);
  });
  fills.grounds.forEach(({ colour }, i) => {
    for (const [n, square] of groups[i]!.bands.entries()) {
      const isTop = groups[i]!.bandOf[n] === top;
      mark(context, square, isTop, 1, palette.halo);
      mark(context, square, isTop, 0, colour);
    }
  });
}

/** A band's estate, shaped as its badge: bottom square, top round. */
function mark(
  context: CanvasRenderingContext2D,
  [x, y, side]: Square,
  isTop: boolean,
  around: number,
  colour: string,
): void {
  context.fillStyle = colour;
  if (!isTop) {
    context.fillRect(x - around, y - around, side + 2 * around, side + 2 * around);
    return;
  }
  context.beginPath();
  context.arc(x + side / 2, y + side / 2, side / 2 + around, 0, 2 * Math.PI);
  context.fill();
}
