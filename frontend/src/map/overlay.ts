// Everything that lies over the polygons. What stands still while the map is dragged (links, symbols; badges, names) is kept as
// two images, a little larger than the map, and copied; outlines and pulses, between the two, are drawn in each frame.

import { Ruler } from './canvas';
import { drawFindings } from './findings';
import { drawHeat } from './heat';
import type { EdgeBadge } from './labels';
import { isHot } from './links';
import { drawDistances, drawLinks, drawSymbols } from './marks';
import { drawNames, placeEdges } from './names';
import { drawOutline } from './outlines';
import { type Frame, type Scene, Sight } from './sight';
import { Sprites } from './symbols';
import type { TileIndex } from './tiles';

/** Part of the map's size that the kept images reach beyond it on each side. */
const margin = 0.2;
const pulseRadius = 14;

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
  #pulse: { positions: readonly number[]; since: number } | null = null;

  constructor(scene: Scene, tiles: TileIndex) {
    this.#scene = scene;
    this.#tiles = tiles;
    this.#ruler = new Ruler(scene.palette.font);
  }

  update(scene: Scene): void {
    const before = this.#scene;
    this.#scene = scene;
    if (scene.palette !== before.palette) {
      this.#ruler = new Ruler(scene.palette.font);
      this.#sprites = null;
    }
    const { hovered: _, ...now } = scene;
    const changed = Object.entries(now).some(([key, value]) => before[key as keyof Scene] !== value);
    if (changed || this.#lightsLinks(before.hovered, scene.hovered)) this.#stale = true;
  }

  /** Hovering changes what stands still only where it lights a link. */
  #lightsLinks(before: number | null, now: number | null): boolean {
    if (before === now) return false;
    return this.#scene.proxies?.links.some((link) => isHot(link, before, now)) ?? false;
  }

  /** What is kept no longer holds: tiles have come. */
  invalidate(): void {
    this.#stale = true;
  }

  /** Lets a ring grow out of estates, once. */
  pulse(positions: readonly number[], now: number): void {
    this.#pulse = this.#scene.palette.pulseTime > 0 && positions.length > 0 ? { positions, since: now } : null;
  }

  /** Draws over the polygons; says whether another frame is needed. */
  paint(context: CanvasRenderingContext2D, frame: Frame, now: number): boolean {
    const sight = new Sight(this.#scene, frame);
    if (this.#needsRedraw(frame)) this.#redraw(sight);
    const still = this.#still;
    if (!still) return false;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 1;
    copy(context, still.below, still.frame, frame);
    context.scale(frame.pixelRatio, frame.pixelRatio);
    const more = this.#drawPulse(context, sight, now);
    this.#drawOutlines(context, sight);
    context.setTransform(1, 0, 0, 1, 0, 0);
    copy(context, still.above, still.frame, frame);
    context.restore();
    this.edges = placeEdges(sight, this.#ruler);
    return more;
  }

  #needsRedraw(frame: Frame): boolean {
    const kept = this.#still?.frame;
    if (!kept || this.#stale || kept.pixelRatio !== frame.pixelRatio) return true;
    if (kept.width !== frame.width || kept.height !== frame.height) return true;
    const sameScale = kept.resolution === frame.resolution;
    if (!frame.moving) return !sameScale || kept.center[0] !== frame.center[0] || kept.center[1] !== frame.center[1];
    // Zoomed, the images are stretched until the map rests.
    if (!sameScale) return false;
    const dx = Math.abs(kept.center[0] - frame.center[0]) / frame.resolution;
    const dy = Math.abs(kept.center[1] - frame.center[1]) / frame.resolution;
    return dx > frame.width * margin || dy > frame.height * margin;
  }

  #redraw(sight: Sight): void {
    const { frame, scene } = sight;
    this.#still ??= {
      below: document.createElement('canvas'),
      above: document.createElement('canvas'),
      frame,
    };
    this.#still.frame = frame;
    this.#stale = false;
    const below = blank(this.#still.below, frame);
    const above = blank(this.#still.above, frame);
    if (!below || !above) return;
    this.#sprites ??= new Sprites(scene.palette, frame.pixelRatio);
    drawHeat(below, sight);
    const hot = drawLinks(below, sight, margin);
    drawSymbols(below, sight, this.#sprites, margin);
    drawFindings(below, sight, margin);
    const pills = drawDistances(above, sight, this.#ruler, hot);
    drawNames(above, sight, this.#tiles, this.#ruler, pills);
  }

  #drawPulse(context: CanvasRenderingContext2D, sight: Sight, now: number): boolean {
    const pulse = this.#pulse;
    if (!pulse) return false;
    const { palette, places } = sight.scene;
    const part = (now - pulse.since) / palette.pulseTime;
    if (part >= 1) {
      this.#pulse = null;
      return false;
    }
    const radius = pulseRadius * palette.scale * (1 - (1 - part) ** 2);
    context.strokeStyle = palette.pulse;
    context.lineWidth = 2 * palette.scale;
    context.globalAlpha = 1 - part;
    context.beginPath();
    for (const at of pulse.positions) {
      const [x, y] = sight.pxOf(at);
      if (!places.isDrawn(at) || !sight.inFilter(at) || !sight.isNear(x, y)) continue;
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    }
    context.stroke();
    context.globalAlpha = 1;
    return true;
  }

  #drawOutlines(context: CanvasRenderingContext2D, sight: Sight): void {
    const { hovered, selected, palette } = sight.scene;
    const { hover, select, selectCasing, widths } = palette;
    if (hovered !== null && hovered !== selected) drawOutline(context, sight, this.#tiles, hovered, [[hover, 2]]);
    if (selected === null) return;
    drawOutline(context, sight, this.#tiles, selected, [
      [selectCasing, widths.casing],
      [select, widths.select],
    ]);
  }
}

/** Empties a kept image and sets it up to be drawn on in px of the map. */
function blank(canvas: HTMLCanvasElement, frame: Frame): CanvasRenderingContext2D | null {
  const side = (px: number) => Math.ceil(px * (1 + 2 * margin) * frame.pixelRatio);
  const [w, h] = [side(frame.width), side(frame.height)];
  const context = canvas.getContext('2d');
  if (!context) return null;
  if (canvas.width === w && canvas.height === h) {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, w, h);
  } else {
    canvas.width = w;
    canvas.height = h;
  }
  context.setTransform(frame.pixelRatio, 0, 0, frame.pixelRatio, w / 2, h / 2);
  context.translate(-frame.width / 2, -frame.height / 2);
  return context;
}

/** Copies a kept image to where it is now; only stretched while the map is zoomed, else px on px. */
function copy(context: CanvasRenderingContext2D, image: HTMLCanvasElement, kept: Frame, frame: Frame): void {
  const grow = kept.resolution / frame.resolution;
  const x = (kept.center[0] - frame.center[0]) / frame.resolution + frame.width / 2;
  const y = (frame.center[1] - kept.center[1]) / frame.resolution + frame.height / 2;
  const [w, h] = [image.width * grow, image.height * grow];
  const left = x * frame.pixelRatio - w / 2;
  const upper = y * frame.pixelRatio - h / 2;
  if (grow === 1) context.drawImage(image, Math.round(left), Math.round(upper));
  else context.drawImage(image, left, upper, w, h);
}
