// Everything that lies over the polygons: links, symbols, hover, selection, names, badges. What stands still while the map is
// dragged is kept as two images, a little larger than the map, and copied; outlines and pulses are drawn in each frame.

import type { Lang, ProxyView, RoundView } from '../api/types';
import { distance } from '../model/format';
import { drawBadge, drawPill, Ruler, type Type, write } from './canvas';
import { type Box, Field } from './field';
import {
  type Badge,
  type BandEstate,
  badgeHeight,
  type EdgeBadge,
  nameGap,
  placeAreaName,
  placeBadge,
  placeEdgeBadge,
  placeEstateName,
  takeShape,
} from './labels';
import { companyLine, drawLink, isHot, type LinkShape, linkShape } from './links';
import type { Palette } from './palette';
import type { Places } from './places';
import { mercator } from './scale';
import { bottom, isBand, isSymbol, outOfFilter, State, zoomClass } from './style';
import { Sprites, square, symbolSize } from './symbols';
import { eachRing, gather, type Mass, massWithin, type Piece, type TileIndex } from './tiles';

/** Where the map is: Web Mercator at the middle of the canvas, px are CSS px. */
export interface Frame {
  center: readonly [number, number];
  resolution: number;
  width: number;
  height: number;
  pixelRatio: number;
  /** Level of the tiles on screen. */
  z: number;
  /** Dragged or animated: what stands still is not placed anew. */
  moving: boolean;
}

export interface Padding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export interface Scene {
  places: Places;
  palette: Palette;
  view: RoundView | null;
  visible: Uint8Array | null;
  selected: number | null;
  hovered: number | null;
  proxies: ProxyView | null;
  lang: Lang;
  padding: Padding;
  subdistricts: readonly string[];
}

/** Part of the map's size that the kept images reach beyond it on each side. */
const margin = 0.2;

interface Still {
  below: HTMLCanvasElement;
  above: HTMLCanvasElement;
  frame: Frame;
}

export class Overlay {
  /** Badges at the edge for bottom estates out of sight, as of the last frame. */
  edges: readonly EdgeBadge[] = [];

  #scene: Scene;
  readonly #tiles: TileIndex;
  #ruler: Ruler;
  #sprites: Sprites | null = null;
  #still: Still | null = null;
  #stale = true;
  #pulse: { positions: number[]; since: number } | null = null;

  constructor(scene: Scene, tiles: TileIndex) {
    this.#scene = scene;
    this.#tiles = tiles;
    this.#ruler = new Ruler(scene.palette.font);
  }

  update(scene: Scene): void {
    if (scene.palette !== this.#scene.palette) {
      this.#ruler = new Ruler(scene.palette.font);
      this.#sprites = null;
    }
    const before = this.#scene;
    this.#scene = scene;
    // Hovering changes what stands still only where links are drawn.
    const still = (s: Scene) => [s.places, s.palette, s.view, s.visible, s.selected, s.proxies, s.lang, s.padding];
    const now = still(scene);
    if (still(before).some((value, i) => value !== now[i]) || (scene.proxies && before.hovered !== scene.hovered)) {
      this.#stale = true;
    }
  }

  /** What is kept no longer holds: tiles have come. */
  invalidate(): void {
    this.#stale = true;
  }

  /** Lets a ring grow out of estates, once. */
  pulse(positions: number[], now: number): void {
    this.#pulse = this.#scene.palette.pulseTime > 0 && positions.length > 0 ? { positions, since: now } : null;
  }

  /** Draws over the polygons; says whether another frame is needed. */
  paint(context: CanvasRenderingContext2D, frame: Frame, now: number): boolean {
    if (this.#needsRedraw(frame)) this.#redraw(frame);
    const still = this.#still;
    if (!still) return false;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 1;
    this.#copy(context, still.below, still.frame, frame);
    context.scale(frame.pixelRatio, frame.pixelRatio);
    const more = this.#drawPulse(context, frame, now);
    this.#drawOutlines(context, frame);
    context.setTransform(1, 0, 0, 1, 0, 0);
    this.#copy(context, still.above, still.frame, frame);
    context.restore();
    this.edges = this.#placeEdges(frame, null);
    return more;
  }

  #needsRedraw(frame: Frame): boolean {
    const kept = this.#still?.frame;
    if (!kept || this.#stale || kept.pixelRatio !== frame.pixelRatio) return true;
    if (kept.width !== frame.width || kept.height !== frame.height) return true;
    const sameScale = kept.resolution === frame.resolution;
    if (!frame.moving) return !sameScale || kept.center[0] !== frame.center[0] || kept.center[1] !== frame.center[1];
    if (!sameScale) return false;
    const dx = Math.abs(kept.center[0] - frame.center[0]) / frame.resolution;
    const dy = Math.abs(kept.center[1] - frame.center[1]) / frame.resolution;
    return dx > frame.width * margin || dy > frame.height * margin;
  }

  #copy(context: CanvasRenderingContext2D, image: HTMLCanvasElement, kept: Frame, frame: Frame): void {
    const grow = kept.resolution / frame.resolution;
    const x = (kept.center[0] - frame.center[0]) / frame.resolution + frame.width / 2;
    const y = (frame.center[1] - kept.center[1]) / frame.resolution + frame.height / 2;
    const [w, h] = [image.width * grow, image.height * grow];
    const left = x * frame.pixelRatio - w / 2;
    const upper = y * frame.pixelRatio - h / 2;
    if (grow === 1) context.drawImage(image, Math.round(left), Math.round(upper));
    else context.drawImage(image, left, upper, w, h);
  }

  #redraw(frame: Frame): void {
    const [w, h] = [frame.width, frame.height].map((side) => Math.ceil(side * (1 + 2 * margin) * frame.pixelRatio));
    const still = this.#still ?? {
      below: document.createElement('canvas'),
      above: document.createElement('canvas'),
      frame,
    };
    still.frame = frame;
    const contexts = [still.below, still.above].map((canvas) => {
      if (canvas.width === w && canvas.height === h) canvas.getContext('2d')?.clearRect(0, 0, w!, h!);
      else [canvas.width, canvas.height] = [w!, h!];
      const context = canvas.getContext('2d');
      context?.setTransform(1, 0, 0, 1, w! / 2, h! / 2);
      context?.scale(frame.pixelRatio, frame.pixelRatio);
      context?.translate(-frame.width / 2, -frame.height / 2);
      return context;
    });
    this.#still = still;
    this.#stale = false;
    const [below, above] = contexts;
    if (!below || !above) return;
    const onScreen = screen(frame);
    const pills = this.#drawLinks(below, above, frame, onScreen);
    this.#drawSymbols(below, frame);
    this.#drawNames(above, frame, pills);
  }

  /** Draws the links and returns the room that the distances of the pointed at take. */
  #drawLinks(below: CanvasRenderingContext2D, above: CanvasRenderingContext2D, frame: Frame, onScreen: Project): Box[] {
    const { proxies, places, palette, selected, hovered, lang } = this.#scene;
    const pills: Box[] = [];
    if (!proxies) return pills;
    const hot: { shape: LinkShape; company: number; metres: number }[] = [];
    const point = (lonLat: readonly number[]) => onScreen(...mercator(lonLat[0] ?? 0, lonLat[1] ?? 0));
    for (const link of proxies.links) {
      const from = places.position(link.fid);
      const to = places.position(link.hostFid);
      if (from < 0 || to < 0 || !this.#inFilter(from)) continue;
      const shape = linkShape(
        point(link.from),
        point(link.to),
        onScreen(places.x[from]!, places.y[from]!),
        onScreen(places.x[to]!, places.y[to]!),
      );
      if (!near(shape.from, frame) && !near(shape.to, frame)) continue;
      if (isHot(link, selected, hovered)) hot.push({ shape, company: link.company, metres: link.distanceM });
      else drawLink(below, shape, link.company, false, palette);
    }
    const type: Type = { size: 12 * palette.scale, weight: 600 };
    for (const { shape, company, metres } of hot) {
      drawLink(below, shape, company, true, palette);
      const text = distance(metres, lang);
      const width = this.#ruler.width(text, type) + 18 * palette.scale;
      const [x, y] = [(shape.from[0] + shape.to[0]) / 2, (shape.from[1] + shape.to[1]) / 2];
      const h = 20 * palette.scale;
      const box = { x: x - width / 2 - 2, y: y - h / 2 - 2, w: width + 4, h: h + 4 };
      if (pills.some((p) => p.x < box.x + box.w && box.x < p.x + p.w && p.y < box.y + box.h && box.y < p.y + p.h))
        continue;
      pills.push(box);
      drawPill(above, text, x, y, width, companyLine(company, palette).color, palette);
    }
    return pills;
  }

  #inFilter(at: number): boolean {
    const { visible } = this.#scene;
    return !visible || visible[at] === 1;
  }

  #drawSymbols(context: CanvasRenderingContext2D, frame: Frame): void {
    const { places, palette, view } = this.#scene;
    this.#sprites ??= new Sprites(palette, frame.pixelRatio);
    const sprites = this.#sprites;
    const pxPerM = 1 / (frame.resolution * places.metres);
    const [reachX, reachY] = [frame.width * margin + 12, frame.height * margin + 12];
    const last: number[] = [];
    const ratio = frame.pixelRatio;
    const put = (at: number) => {
      const x = (places.x[at]! - frame.center[0]) / frame.resolution + frame.width / 2;
      const y = (frame.center[1] - places.y[at]!) / frame.resolution + frame.height / 2;
      if (x < -reachX || y < -reachY || x > frame.width + reachX || y > frame.height + reachY) return;
      const sprite = sprites.get(view?.band[at] ?? 0, view?.state[at] ?? 0, pxPerM);
      const side = sprite.middle * 2;
      const left = Math.round((x - sprite.middle) * ratio) / ratio;
      const upper = Math.round((y - sprite.middle) * ratio) / ratio;
      context.drawImage(sprite.image, left, upper, side, side);
    };
    const { visible } = this.#scene;
    if (visible) {
      context.globalAlpha = outOfFilter;
      for (let at = 0; at < places.count; at++) {
        if (visible[at] !== 1 && places.isDrawn(at) && isSymbol(places.area[at]!, pxPerM)) put(at);
      }
      context.globalAlpha = 1;
    }
    for (let at = 0; at < places.count; at++) {
      if (!places.isDrawn(at) || (visible && visible[at] !== 1)) continue;
      const isSmall = isSymbol(places.area[at]!, pxPerM);
      if (!isSmall) {
        if (view?.state[at] === State.exited) this.#cross(context, frame, at);
      } else if (isBand(view?.band[at] ?? 0)) last.push(at);
      else put(at);
    }
    for (const at of last) put(at);
  }

  /** × over the shape of an estate that has left. */
  #cross(context: CanvasRenderingContext2D, frame: Frame, at: number): void {
    const { places, palette } = this.#scene;
    const [x, y] = screen(frame)(places.x[at]!, places.y[at]!);
    context.strokeStyle = palette.inks[State.exited] ?? '';
    context.lineWidth = 1.25 * palette.scale;
    context.beginPath();
    const arm = 4 * palette.scale;
    context.moveTo(x - arm, y - arm);
    context.lineTo(x + arm, y + arm);
    context.moveTo(x + arm, y - arm);
    context.lineTo(x - arm, y + arm);
    context.stroke();
  }

  #drawPulse(context: CanvasRenderingContext2D, frame: Frame, now: number): boolean {
    const pulse = this.#pulse;
    if (!pulse) return false;
    const { palette, places } = this.#scene;
    const part = (now - pulse.since) / palette.pulseTime;
    if (part >= 1) {
      this.#pulse = null;
      return false;
    }
    const onScreen = screen(frame);
    context.strokeStyle = palette.pulse;
    context.lineWidth = 2 * palette.scale;
    context.globalAlpha = 1 - part;
    const radius = 14 * palette.scale * (1 - (1 - part) ** 2);
    context.beginPath();
    for (const at of pulse.positions) {
      const [x, y] = onScreen(places.x[at]!, places.y[at]!);
      if (!places.isDrawn(at) || !this.#inFilter(at) || !near([x, y], frame)) continue;
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    }
    context.stroke();
    context.globalAlpha = 1;
    return true;
  }

  #drawOutlines(context: CanvasRenderingContext2D, frame: Frame): void {
    const { hovered, selected, palette } = this.#scene;
    const { hover, select, selectCasing, widths } = palette;
    if (hovered !== null && hovered !== selected) this.#outline(context, frame, hovered, [[hover, 2]]);
    if (selected !== null) {
      this.#outline(context, frame, selected, [
        [selectCasing, widths.casing],
        [select, widths.select],
      ]);
    }
  }

  #outline(
    context: CanvasRenderingContext2D,
    frame: Frame,
    fid: number,
    strokes: readonly (readonly [string, number])[],
  ): void {
    const { places, palette, view } = this.#scene;
    const at = places.position(fid);
    if (at < 0 || !places.isDrawn(at)) return;
    const onScreen = screen(frame);
    const pxPerM = 1 / (frame.resolution * places.metres);
    if (isSymbol(places.area[at]!, pxPerM)) {
      const [x, y] = onScreen(places.x[at]!, places.y[at]!);
      const size = symbolSize(view?.band[at] ?? 0, pxPerM, palette) + 6;
      context.save();
      context.translate(x, y);
      for (const [color, width] of strokes) {
        square(context, size, 4);
        context.strokeStyle = color;
        context.lineWidth = width;
        context.stroke();
      }
      context.restore();
      return;
    }
    const pieces = this.#shapeOf(fid, frame);
    context.lineJoin = 'round';
    for (const [color, width] of strokes) {
      context.strokeStyle = color;
      context.lineWidth = width;
      for (const { shape, within } of pieces) {
        context.save();
        const [left, lower] = onScreen(within[0]!, within[1]!);
        const [right, upper] = onScreen(within[2]!, within[3]!);
        context.beginPath();
        context.rect(left, upper, right - left, lower - upper);
        context.clip();
        context.beginPath();
        eachRing(shape, (flat, start, end) => {
          for (let i = start; i < end; i += 2) {
            const [x, y] = onScreen(flat[i]!, flat[i + 1]!);
            if (i === start) context.moveTo(x, y);
            else context.lineTo(x, y);
          }
          context.closePath();
        });
        context.stroke();
        context.restore();
      }
    }
  }

  /** The pieces of an estate in sight: of the tiles on screen, or, while those load, of the level that is. */
  #shapeOf(fid: number, frame: Frame): Piece[] {
    const extent = extentOf(frame, 0);
    for (const z of [frame.z, frame.z - 1, frame.z + 1, frame.z - 2]) {
      const pieces = this.#tiles.estate(z, extent, fid);
      if (pieces.length > 0) return pieces;
    }
    return [];
  }

  #drawNames(context: CanvasRenderingContext2D, frame: Frame, pills: readonly Box[]): void {
    const { palette, padding, places, view } = this.#scene;
    const free = freeFrame(frame, padding);
    const field = new Field(free);
    for (const pill of pills) field.take(pill);
    this.#placeEdges(frame, field);
    const bands = this.#bandsInSight(frame, free);
    const pxPerM = 1 / (frame.resolution * places.metres);
    for (const estate of bands) takeShape(estate, field);
    const badges = bands.map((estate) => placeBadge(estate, field, palette.scale));
    this.#writeAreas(context, frame, field, pxPerM);
    this.#writeWater(context, frame, field);
    this.#writeEstates(context, frame, field, pxPerM, new Set(bands.map((estate) => estate.at)));
    for (const badge of badges.reverse()) {
      this.#drawBandBadge(context, badge, view?.rank[badge.at] ?? 0, view?.band[badge.at] === bottom);
    }
  }

  #drawBandBadge(context: CanvasRenderingContext2D, badge: Badge, rank: number, isBottom: boolean): void {
    const { palette, places } = this.#scene;
    const { box, leader } = badge;
    if (leader) {
      for (const [color, width] of [
        [palette.halo, 3],
        [palette.text2, 1],
      ] as const) {
        context.beginPath();
        context.moveTo(leader.x, leader.y);
        context.lineTo(box.x + box.w / 2, box.y + box.h / 2);
        context.strokeStyle = color;
        context.lineWidth = width;
        context.stroke();
      }
    }
    if (badge.named) {
      const x = box.x + box.w + nameGap * palette.scale;
      const type: Type = { size: 13 * palette.scale, weight: 600 };
      write(context, places.name[badge.at] ?? '', x, box.y + box.h / 2, type, palette.label, palette);
    }
    drawBadge(context, box, rank, isBottom, palette);
  }

  /** The estates of the bands whose middle is in the free part: selected, then bottom from last place up, then top. */
  #bandsInSight(frame: Frame, free: Box): BandEstate[] {
    const { places, palette, view, selected } = this.#scene;
    if (!view) return [];
    const onScreen = screen(frame);
    const { scale } = palette;
    const pxPerM = 1 / (frame.resolution * places.metres);
    const order = (at: number): number => {
      if (places.fid[at] === selected) return -1;
      return view.band[at] === bottom ? view.rankFromBottom[at]! : 1e6 + view.rank[at]!;
    };
    return view.band
      .flatMap((band, at) => (isBand(band) && places.isDrawn(at) && this.#inFilter(at) ? [at] : []))
      .sort((a, b) => order(a) - order(b) || a - b)
      .flatMap((at): BandEstate[] => {
        const [x, y] = onScreen(places.x[at]!, places.y[at]!);
        if (x < free.x || y < free.y || x > free.x + free.w || y > free.y + free.h) return [];
        const rankWidth = this.#ruler.width(String(view.rank[at]), { size: 12 * scale, weight: 600 });
        const shape = this.#halfSize(at, frame, pxPerM, x, y);
        return [
          {
            at,
            x,
            y,
            ...shape,
            badgeWidth: Math.max(badgeHeight * scale, rankWidth + 10 * scale),
            nameWidth: this.#ruler.width(places.name[at] ?? '', { size: 13 * scale, weight: 600 }),
          },
        ];
      });
  }

  /** Half the width and height on screen of an estate's shape about its middle. */
  #halfSize(at: number, frame: Frame, pxPerM: number, x: number, y: number): { rx: number; ry: number } {
    const { places, palette } = this.#scene;
    if (isSymbol(places.area[at]!, pxPerM)) {
      const half = palette.widths.symbolBand / 2 + 2;
      return { rx: half, ry: half };
    }
    const pieces = this.#shapeOf(places.fid[at]!, frame);
    if (pieces.length === 0) {
      const half = (Math.sqrt(places.area[at]!) * pxPerM) / 2;
      return { rx: half, ry: half };
    }
    const onScreen = screen(frame);
    let [rx, ry] = [0, 0];
    for (const { shape } of pieces) {
      const [west, south, east, north] = shape.getExtent() as [number, number, number, number];
      const [left, lower] = onScreen(west, south);
      const [right, upper] = onScreen(east, north);
      rx = Math.max(rx, right - x, x - left);
      ry = Math.max(ry, lower - y, y - upper);
    }
    return { rx, ry };
  }

  #placeEdges(frame: Frame, into: Field | null): EdgeBadge[] {
    const { places, palette, padding, view } = this.#scene;
    if (!view) return [];
    const free = freeFrame(frame, padding);
    const field = into ?? new Field(free);
    const onScreen = screen(frame);
    return view.band
      .flatMap((band, at) => (band === bottom && places.isDrawn(at) && this.#inFilter(at) ? [at] : []))
      .sort((a, b) => view.rankFromBottom[a]! - view.rankFromBottom[b]! || a - b)
      .flatMap((at) => placeEdgeBadge(at, ...onScreen(places.x[at]!, places.y[at]!), free, field, palette.scale) ?? []);
  }

  #writeAreas(context: CanvasRenderingContext2D, frame: Frame, field: Field, pxPerM: number): void {
    const { palette, padding } = this.#scene;
    const avoid = this.#soft(frame, pxPerM);
    const type: Type = { size: (pxPerM < 0.2 ? 13 : 14) * palette.scale, weight: 600, spacing: 2 };
    const onScreen = screen(frame);
    const extent = extentOfBox(freeFrame(frame, padding), frame);
    for (const [name, x, y] of this.#areasInSight(frame, extent)) {
      const width = this.#ruler.width(name, type);
      const placed = placeAreaName(name, ...onScreen(x, y), width, type.size, field, avoid);
      if (placed) write(context, name, placed.x - width / 2, placed.y, type, palette.text3, palette);
    }
  }

  /** Names of subdistricts with the middle of what is in sight of them: of their boundaries, else of their estates. */
  #areasInSight(frame: Frame, extent: readonly number[]): [string, number, number][] {
    const { places, subdistricts } = this.#scene;
    const masses: [string, Mass][] = [];
    for (const { shape, within } of this.#tiles.backdrop(frame.z, [...extent], 'subdistricts')) {
      const name = shape.get('name');
      const mass = massWithin(shape, common(within, extent));
      if (mass && typeof name === 'string' && name !== '') masses.push([name, mass]);
    }
    const least = 3600 * frame.resolution ** 2;
    const known = [...gather(masses)].filter(([, mass]) => mass.area > least);
    if (masses.length > 0) return known.map(([name, mass]) => [name, mass.x, mass.y]);
    const sums = subdistricts.map(() => ({ x: 0, y: 0, n: 0 }));
    for (let at = 0; at < places.count; at++) {
      const sum = sums[places.subdistrict[at] ?? -1];
      const [x, y] = [places.x[at]!, places.y[at]!];
      if (!sum || !places.isDrawn(at)) continue;
      if (x < extent[0]! || y < extent[1]! || x > extent[2]! || y > extent[3]!) continue;
      sum.x += x;
      sum.y += y;
      sum.n++;
    }
    return sums.flatMap(({ x, y, n }, i): [string, number, number][] =>
      n > 2 ? [[subdistricts[i] ?? '', x / n, y / n]] : [],
    );
  }

  /** What a name of an area should not cover but may: the middles of the estates. */
  #soft(frame: Frame, pxPerM: number): Field {
    const { places } = this.#scene;
    const all = { x: -1e5, y: -1e5, w: 2e5, h: 2e5 };
    const field = new Field(all);
    const onScreen = screen(frame);
    for (let at = 0; at < places.count; at++) {
      if (!places.isDrawn(at)) continue;
      const [x, y] = onScreen(places.x[at]!, places.y[at]!);
      if (x < 0 || y < 0 || x > frame.width || y > frame.height) continue;
      const isSmall = isSymbol(places.area[at]!, pxPerM);
      const half = isSmall ? 6 : Math.min(16, Math.sqrt(places.area[at]!) * pxPerM * 0.32);
      field.take({ x: x - half, y: y - half, w: 2 * half, h: 2 * half });
    }
    return field;
  }

  #writeWater(context: CanvasRenderingContext2D, frame: Frame, field: Field): void {
    const { palette, padding } = this.#scene;
    const type: Type = { size: 12 * palette.scale, weight: 400, spacing: 6, italic: true };
    const onScreen = screen(frame);
    const extent = extentOfBox(freeFrame(frame, padding), frame);
    const best = new Map<string, Mass>();
    for (const { shape, within } of this.#tiles.backdrop(frame.z, [...extent], 'water')) {
      const name = shape.get('name');
      const mass = typeof name === 'string' && name !== '' ? massWithin(shape, common(within, extent)) : null;
      if (!mass || typeof name !== 'string') continue;
      if (mass.area > (best.get(name)?.area ?? 0)) best.set(name, mass);
    }
    for (const [name, mass] of best) {
      const width = this.#ruler.width(name, type);
      const [length, across] = [mass.length / frame.resolution, mass.width / frame.resolution];
      if (across < type.size * 1.2 || length < width * 1.2) continue;
      const [x, y] = onScreen(mass.x, mass.y);
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

  #writeEstates(
    context: CanvasRenderingContext2D,
    frame: Frame,
    field: Field,
    pxPerM: number,
    badged: ReadonlySet<number>,
  ): void {
    const { places, palette } = this.#scene;
    if (zoomClass(pxPerM) < 2) return;
    const type: Type = { size: (pxPerM > 0.6 ? 12 : 11) * (palette.scale > 1 ? palette.scale * 1.1 : 1), weight: 400 };
    const onScreen = screen(frame);
    for (const at of places.byArea) {
      // Largest first: from here on all are symbols.
      if (isSymbol(places.area[at]!, pxPerM)) break;
      const [x, y] = onScreen(places.x[at]!, places.y[at]!);
      if (x < 0 || y < 0 || x > frame.width || y > frame.height || badged.has(at) || !this.#inFilter(at)) continue;
      const name = places.name[at] ?? '';
      const width = this.#ruler.width(name, type);
      const placed = placeEstateName(name, x, y, width, type.size + 2, places.width[at]! * pxPerM * 1.02, field);
      if (placed) write(context, name, x - width / 2, y, type, palette.label, palette);
    }
  }
}

type Project = (x: number, y: number) => [number, number];

function screen(frame: Frame): Project {
  const { center, resolution, width, height } = frame;
  return (x, y) => [(x - center[0]) / resolution + width / 2, (center[1] - y) / resolution + height / 2];
}

function near([x, y]: readonly [number, number], { width, height }: Frame): boolean {
  return x > -width * margin && y > -height * margin && x < width * (1 + margin) && y < height * (1 + margin);
}

/** The part of the map that no panel covers. */
function freeFrame(frame: Frame, padding: Padding): Box {
  const inset = 4;
  return {
    x: Math.max(inset, padding.left),
    y: Math.max(inset, padding.top - 8),
    w: Math.max(0, frame.width - Math.max(inset, padding.left) - Math.max(inset, padding.right)),
    h: Math.max(0, frame.height - Math.max(inset, padding.top - 8) - Math.max(inset, padding.bottom)),
  };
}

function extentOf(frame: Frame, beyond: number): [number, number, number, number] {
  return extentOfBox({ x: -beyond, y: -beyond, w: frame.width + 2 * beyond, h: frame.height + 2 * beyond }, frame);
}

function extentOfBox(box: Box, { center, resolution, width, height }: Frame): [number, number, number, number] {
  const west = center[0] + (box.x - width / 2) * resolution;
  const north = center[1] - (box.y - height / 2) * resolution;
  return [west, north - box.h * resolution, west + box.w * resolution, north];
}

function common(a: readonly number[], b: readonly number[]): [number, number, number, number] {
  return [Math.max(a[0]!, b[0]!), Math.max(a[1]!, b[1]!), Math.min(a[2]!, b[2]!), Math.min(a[3]!, b[3]!)];
}
