// Badges of the bands and all names on the map, placed and written anew whenever the map comes to rest.

import type { RoundView } from '../api/types';
import { type Badge, type BadgeList, type BandEstate, badgeHeight, nameGap, shapeBox } from './badgePlaces';
import { placeBadges } from './badges';
import { drawBadge, type Ruler, type Type, write } from './canvas';
import { type Box, Field, type Segment } from './field';
import { type EdgeBadge, edgeWidth, placeAreaName, placeEdgeBadge, placeEstateName } from './labels';
import { shapeOf } from './outlines';
import { drawRings, placeRings } from './rings';
import type { Extent4, Sight } from './sight';
import { bottom, isBand, zoomClass } from './style';
import { roundRect } from './symbols';
import { gather, type Mass, massWithin, type TileIndex } from './tiles';

/** Draws badges and names in the order of right; taken is room that is gone already. */
export function drawNames(
  context: CanvasRenderingContext2D,
  sight: Sight,
  tiles: TileIndex,
  ruler: Ruler,
  taken: readonly Box[],
): void {
  const field = new Field(sight.free());
  for (const box of taken) field.take(box);
  placeEdges(sight, ruler, field);
  const bands = bandsInSight(sight, tiles, ruler);
  const { badges, lists } = placeBadges(bands, field, sight.scene.palette.scale);
  for (const estate of bands) field.take(shapeBox(estate));
  const rings = placeRings(sight, ruler, field);
  writeAreas(context, sight, tiles, ruler, field);
  writeWater(context, sight, tiles, ruler, field);
  writeEstates(context, sight, ruler, field, new Set([...bands, ...rings].map((estate) => estate.at)));
  drawRings(context, sight, rings);
  for (const { leader } of badges) if (leader) drawLeader(context, sight, leader);
  for (const list of lists) drawList(context, sight, list);
  for (const badge of badges.reverse()) writeBadge(context, sight, badge);
}

const walks = new WeakMap<RoundView, readonly number[]>();

/** The estates of the two bands, by position: bottom from last place up, then top from the first down. */
export function bandsOf(view: RoundView): readonly number[] {
  let walk = walks.get(view);
  if (!walk) {
    const order = (at: number) => (view.band[at] === bottom ? view.rankFromBottom[at]! : 1e9 + view.rank[at]!);
    walk = view.band.flatMap((band, at) => (isBand(band) ? [at] : [])).sort((a, b) => order(a) - order(b) || a - b);
    walks.set(view, walk);
  }
  return walk;
}

function bandsOnMap(sight: Sight): number[] {
  const { view, places } = sight.scene;
  return view ? bandsOf(view).filter((at) => places.isDrawn(at) && sight.inFilter(at)) : [];
}

function rankWidth(at: number, sight: Sight, ruler: Ruler): number {
  const { palette, view } = sight.scene;
  const rank = ruler.width(String(view?.rank[at] ?? 0), { size: 12 * palette.scale, weight: 600 });
  return Math.max(badgeHeight * palette.scale, rank + 10 * palette.scale);
}

/** The badges at the edge of the free part of the map for bottom estates that are not in it. */
export function placeEdges(sight: Sight, ruler: Ruler, into?: Field): EdgeBadge[] {
  const { palette } = sight.scene;
  const free = sight.free();
  const field = into ?? new Field(free);
  return bandsOnMap(sight)
    .filter((at) => sight.band(at) === bottom)
    .flatMap((at) => {
      const width = Math.max(edgeWidth * palette.scale, rankWidth(at, sight, ruler));
      return placeEdgeBadge(at, ...sight.pxOf(at), width, free, field, palette.scale) ?? [];
    });
}

/** The estates of the bands whose middle is in the free part, in the order of right. */
function bandsInSight(sight: Sight, tiles: TileIndex, ruler: Ruler): BandEstate[] {
  const { places, palette, selected } = sight.scene;
  const free = sight.free();
  return bandsOnMap(sight).flatMap((at): BandEstate[] => {
    const [x, y] = sight.pxOf(at);
    if (x < free.x || y < free.y || x > free.x + free.w || y > free.y + free.h) return [];
    return [
      {
        at,
        x,
        y,
        ...halfSize(at, sight, tiles),
        badgeWidth: rankWidth(at, sight, ruler),
        nameWidth: ruler.width(places.name[at] ?? '', { size: 13 * palette.scale, weight: 600 }),
        selected: places.fid[at] === selected,
      },
    ];
  });
}

/** Half the width and height on screen of an estate's shape about its middle. */
function halfSize(at: number, sight: Sight, tiles: TileIndex): { rx: number; ry: number } {
  const { places, palette } = sight.scene;
  if (sight.isSmall(at)) {
    const half = palette.widths.symbolBand / 2 + 2;
    return { rx: half, ry: half };
  }
  const [x, y] = sight.pxOf(at);
  const pieces = shapeOf(places.fid[at]!, sight, tiles);
  let rx = pieces.length > 0 ? 0 : (Math.sqrt(places.area[at]!) * sight.pxPerM) / 2;
  let ry = rx;
  for (const { shape } of pieces) {
    const [west, south, east, north] = shape.getExtent() as Extent4;
    const [left, lower] = sight.px(west, south);
    const [right, upper] = sight.px(east, north);
    rx = Math.max(rx, right - x, x - left);
    ry = Math.max(ry, lower - y, y - upper);
  }
  return { rx, ry };
}

function drawLeader(context: CanvasRenderingContext2D, sight: Sight, [ax, ay, bx, by]: Segment): void {
  const { palette } = sight.scene;
  for (const [color, width] of [
    [palette.halo, 3],
    [palette.text2, 1],
  ] as const) {
    context.beginPath();
    context.moveTo(ax, ay);
    context.lineTo(bx, by);
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
  }
  context.beginPath();
  context.arc(ax, ay, 1.75, 0, 2 * Math.PI);
  context.fillStyle = palette.text2;
  context.fill();
}

/** The ground of a list of badges. */
function drawList(context: CanvasRenderingContext2D, sight: Sight, { box, leader }: BadgeList): void {
  const { palette } = sight.scene;
  drawLeader(context, sight, leader);
  roundRect(context, box.x, box.y, box.w, box.h, 6);
  context.fillStyle = palette.surface;
  context.strokeStyle = palette.text3;
  context.lineWidth = 1;
  context.globalAlpha = 0.94;
  context.fill();
  context.globalAlpha = 1;
  context.stroke();
}

function writeBadge(context: CanvasRenderingContext2D, sight: Sight, { at, box, named }: Badge): void {
  const { palette, places, view } = sight.scene;
  if (named) {
    const type: Type = { size: 13 * palette.scale, weight: 600 };
    const x = box.x + box.w + nameGap * palette.scale;
    write(context, places.name[at] ?? '', x, box.y + box.h / 2, type, palette.label, palette);
  }
  drawBadge(context, box, view?.rank[at] ?? 0, sight.band(at) === bottom, palette);
}

function writeAreas(
  context: CanvasRenderingContext2D,
  sight: Sight,
  tiles: TileIndex,
  ruler: Ruler,
  field: Field,
): void {
  const { palette } = sight.scene;
  const avoid = estatesToAvoid(sight);
  const type: Type = { size: (sight.pxPerM < 0.2 ? 13 : 14) * palette.scale, weight: 600, spacing: 2 };
  for (const [name, x, y] of areasInSight(sight, tiles)) {
    const width = ruler.width(name, type);
    const placed = placeAreaName(name, ...sight.px(x, y), width, type.size, field, avoid);
    if (placed) write(context, name, placed.x - width / 2, placed.y, type, palette.text3, palette);
  }
}

/** px²; of a subdistrict less than that is in sight, it is not named. */
const leastArea = 3600;

/** Names of subdistricts with the middle of what is in sight of them: of their boundaries, else of their estates. */
function areasInSight(sight: Sight, tiles: TileIndex): [string, number, number][] {
  const extent = sight.extent(sight.free());
  const masses: [string, Mass][] = [];
  for (const { shape, within } of tiles.backdrop(sight.frame.z, extent, 'subdistricts')) {
    const name = shape.get('name');
    const mass = massWithin(shape, common(within, extent));
    if (mass && typeof name === 'string' && name !== '') masses.push([name, mass]);
  }
  if (masses.length === 0) return estatesMiddles(sight, extent);
  return [...gather(masses)]
    .filter(([, mass]) => mass.area > leastArea * sight.frame.resolution ** 2)
    .map(([name, mass]) => [name, mass.x, mass.y]);
}

function estatesMiddles(sight: Sight, [west, south, east, north]: Extent4): [string, number, number][] {
  const { places, subdistricts } = sight.scene;
  const sums = subdistricts.map(() => ({ x: 0, y: 0, n: 0 }));
  for (let at = 0; at < places.count; at++) {
    const sum = sums[places.subdistrict[at] ?? -1];
    const [x, y] = [places.x[at]!, places.y[at]!];
    if (!sum || !places.isDrawn(at) || x < west || y < south || x > east || y > north) continue;
    sum.x += x;
    sum.y += y;
    sum.n++;
  }
  const few = 2;
  return sums.flatMap(({ x, y, n }, i): [string, number, number][] =>
    n > few ? [[subdistricts[i] ?? '', x / n, y / n]] : [],
  );
}

/** What a name of an area should rather not cover: the estates, and if that cannot be, at least their middles. */
function estatesToAvoid(sight: Sight): Field[] {
  const { places } = sight.scene;
  return [
    [0.5, 120],
    [0.32, 16],
  ].map(([part, most]) => {
    const field = new Field({ x: -1e5, y: -1e5, w: 2e5, h: 2e5 });
    for (let at = 0; at < places.count; at++) {
      const [x, y] = sight.pxOf(at);
      if (!places.isDrawn(at) || !sight.isNear(x, y)) continue;
      const half = sight.isSmall(at) ? 6 : Math.min(most!, Math.sqrt(places.area[at]!) * sight.pxPerM * part!);
      field.take({ x: x - half, y: y - half, w: 2 * half, h: 2 * half });
    }
    return field;
  });
}

function writeWater(
  context: CanvasRenderingContext2D,
  sight: Sight,
  tiles: TileIndex,
  ruler: Ruler,
  field: Field,
): void {
  const { palette } = sight.scene;
  const { resolution } = sight.frame;
  const type: Type = { size: 12 * palette.scale, weight: 400, spacing: 6, italic: true };
  for (const [name, mass] of largestWaters(sight, tiles)) {
    const width = ruler.width(name, type);
    const [length, across] = [mass.length / resolution, mass.width / resolution];
    if (across < type.size * 1.2 || length < width * 1.2) continue;
    const [x, y] = sight.px(mass.x, mass.y);
    const angle = across > length * 0.6 ? 0 : -mass.angle;
    const [c, s] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
    const [w, h] = [width * c + type.size * s, width * s + type.size * c];
    const box = { x: x - w / 2, y: y - h / 2, w, h };
    if (!field.isFree(box)) continue;
    field.take(box);
    context.save();
    context.translate(x, y);
    context.rotate(angle);
    write(context, name, -width / 2, 0, type, palette.waterText, { ...palette, halo: palette.water });
    context.restore();
  }
}

/** Of each named water the largest piece in sight: a river bends, a piece of one tile hardly does. */
function largestWaters(sight: Sight, tiles: TileIndex): Map<string, Mass> {
  const extent = sight.extent(sight.free());
  const largest = new Map<string, Mass>();
  for (const { shape, within } of tiles.backdrop(sight.frame.z, extent, 'water')) {
    const name = shape.get('name');
    if (typeof name !== 'string' || name === '') continue;
    const mass = massWithin(shape, common(within, extent));
    if (mass && mass.area > (largest.get(name)?.area ?? 0)) largest.set(name, mass);
  }
  return largest;
}

function writeEstates(
  context: CanvasRenderingContext2D,
  sight: Sight,
  ruler: Ruler,
  field: Field,
  badged: ReadonlySet<number>,
): void {
  const { places, palette, candidates } = sight.scene;
  const { pxPerM } = sight;
  const type: Type = { size: palette.scale > 1 ? 18 : pxPerM > 0.6 ? 12 : 11, weight: 400 };
  // Hosts that can be chosen are named at every zoom, whether there is room in them or not.
  for (const { hostFid } of candidates) {
    const at = places.position(hostFid);
    if (at < 0) continue;
    const [x, y] = sight.pxOf(at);
    const name = places.name[at] ?? '';
    const width = ruler.width(name, type);
    const box = { x: x - width / 2, y: y - type.size / 2 - 1, w: width, h: type.size + 2 };
    if (!sight.isNear(x, y) || !field.isFree(box)) continue;
    field.take(box);
    write(context, name, x - width / 2, y, type, palette.label, palette);
  }
  if (zoomClass(pxPerM) < 2) return;
  for (const at of places.byArea) {
    // Largest first: from here on all are symbols.
    if (sight.isSmall(at)) break;
    const [x, y] = sight.pxOf(at);
    if (!sight.isNear(x, y) || badged.has(at) || !sight.inFilter(at)) continue;
    const name = places.name[at] ?? '';
    const width = ruler.width(name, type);
    const placed = placeEstateName(name, x, y, width, type.size + 2, places.width[at]! * pxPerM * 1.02, field);
    if (placed) write(context, name, x - width / 2, y, type, palette.label, palette);
  }
}

function common(a: readonly number[], b: readonly number[]): Extent4 {
  return [Math.max(a[0]!, b[0]!), Math.max(a[1]!, b[1]!), Math.min(a[2]!, b[2]!), Math.min(a[3]!, b[3]!)];
}
