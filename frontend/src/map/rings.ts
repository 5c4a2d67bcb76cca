// Rings around the estates where a problem recurs often, with their names where there is room.

import { type Ruler, type Type, write } from './canvas';
import type { Box, Field } from './field';
import type { Sight } from './sight';

const radius = 7;
const gap = 5;

interface Ring {
  at: number;
  x: number;
  y: number;
  /** Left edge and middle line of the name; null: there is no room. */
  name: { x: number; y: number } | null;
}

/** Places rings and names in their order and takes their room. */
export function placeRings(sight: Sight, ruler: Ruler, field: Field): Ring[] {
  const { hotspots, places, palette, selected } = sight.scene;
  if (!hotspots) return [];
  const r = (radius + 2) * palette.scale;
  const rings = hotspots.rings.flatMap((fid): Ring[] => {
    const at = places.position(fid);
    if (at < 0 || !places.isDrawn(at) || !sight.inFilter(at)) return [];
    const [x, y] = sight.pxOf(at);
    return sight.isNear(x, y) ? [{ at, x, y, name: null }] : [];
  });
  for (const { x, y } of rings) field.take({ x: x - r, y: y - r, w: 2 * r, h: 2 * r });
  const first = rings.filter((ring) => places.fid[ring.at] === selected);
  for (const ring of [...first, ...rings.filter((ring) => !first.includes(ring))]) {
    const type = typeOf(sight);
    const [w, h] = [ruler.width(places.name[ring.at] ?? '', type), type.size + 2];
    const box = beside(ring, r, w, h, palette.scale).find((one) => field.isFree(one));
    if (!box) continue;
    field.take({ ...box, x: box.x - gap, w: box.w + 2 * gap });
    ring.name = { x: box.x, y: box.y + box.h / 2 };
  }
  return rings;
}

/** Right, left, below, above, then at the corners. */
function beside({ x, y }: Ring, r: number, w: number, h: number, scale: number): Box[] {
  const away = r + gap * scale - 3;
  const corner = r * Math.SQRT1_2;
  return [
    { x: x + away, y: y - h / 2, w, h },
    { x: x - away - w, y: y - h / 2, w, h },
    { x: x - w / 2, y: y + away, w, h },
    { x: x - w / 2, y: y - away - h, w, h },
    ...[1, -1].flatMap((up) => [
      { x: x + corner, y: y + up * (corner + h / 2) - h / 2, w, h },
      { x: x - corner - w, y: y + up * (corner + h / 2) - h / 2, w, h },
    ]),
  ];
}

const typeOf = (sight: Sight): Type => ({ size: 12 * sight.scene.palette.scale, weight: 600 });

export function drawRings(context: CanvasRenderingContext2D, sight: Sight, rings: readonly Ring[]): void {
  const { palette, places } = sight.scene;
  for (const [color, width] of [
    [palette.halo, 5],
    [palette.label, 2],
  ] as const) {
    context.strokeStyle = color;
    context.lineWidth = width * palette.scale;
    for (const { x, y } of rings) {
      context.beginPath();
      context.arc(x, y, radius * palette.scale, 0, 2 * Math.PI);
      context.stroke();
    }
  }
  for (const { at, name } of rings) {
    if (name) write(context, places.name[at] ?? '', name.x, name.y, typeOf(sight), palette.label, palette);
  }
}
