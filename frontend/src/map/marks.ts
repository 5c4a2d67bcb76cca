// Links and symbols: what lies on the polygons and stands still while the map is dragged.

import { distance } from '../model/format';
import { drawPill, type Ruler, type Type } from './canvas';
import { type Box, meet } from './field';
import { companyLine, drawLink, isHot, type LinkShape, linkShape } from './links';
import { mercator } from './scale';
import type { Sight } from './sight';
import { isBand, outOfFilter, State } from './style';
import type { Sprites } from './symbols';

/** A link that is pointed at, or could be chosen, with its distance. */
export interface HotLink {
  shape: LinkShape;
  company: number;
  metres: number;
  /** Among the hosts that could be chosen; 0 is none of them. */
  rank: number;
  dotted: boolean;
}

const runnerUpDash = [2, 4];

/** Draws the links, those pointed at and those that could be chosen last, and returns these. */
export function drawLinks(context: CanvasRenderingContext2D, sight: Sight, beyond: number): HotLink[] {
  const { proxies, candidates, places, palette, selected, hovered } = sight.scene;
  const hot: HotLink[] = [];
  const point = (lonLat: readonly number[]) => sight.px(...mercator(lonLat[0] ?? 0, lonLat[1] ?? 0));
  const open = candidates[0]?.fid;
  for (const link of proxies?.links ?? []) {
    if (link.fid === open) continue;
    const from = places.position(link.fid);
    const to = places.position(link.hostFid);
    if (from < 0 || to < 0 || !sight.inFilter(from)) continue;
    const shape = linkShape(point(link.from), point(link.to), sight.pxOf(from), sight.pxOf(to));
    if (!sight.isNear(...shape.from, beyond) && !sight.isNear(...shape.to, beyond)) continue;
    if (isHot(link, selected, hovered))
      hot.push({ shape, company: link.company, metres: link.distanceM, rank: 0, dotted: false });
    else drawLink(context, shape, link.company, false, palette);
  }
  for (const { shape, company } of hot) drawLink(context, shape, company, true, palette);
  const choices = candidates.flatMap(({ fid, hostFid, company, distanceM, rank, taken, from, to }): HotLink[] => {
    const [scattered, host] = [places.position(fid), places.position(hostFid)];
    if (scattered < 0 || host < 0 || from.length < 2 || to.length < 2) return [];
    const shape = linkShape(point(from), point(to), sight.pxOf(scattered), sight.pxOf(host));
    return [{ shape, company, metres: distanceM, rank, dotted: !taken }];
  });
  // The one taken lies over the others.
  for (const { shape, company, dotted } of [...choices].sort((a, b) => Number(b.dotted) - Number(a.dotted))) {
    drawLink(context, shape, company, !dotted, palette, dotted ? runnerUpDash : undefined);
  }
  return [...choices, ...hot];
}

/** Writes the distances of links where they do not meet, and returns the room that they take. */
export function drawDistances(
  context: CanvasRenderingContext2D,
  sight: Sight,
  ruler: Ruler,
  hot: readonly HotLink[],
): Box[] {
  const { palette, lang } = sight.scene;
  const type: Type = { size: 12 * palette.scale, weight: 600 };
  const taken: Box[] = [];
  for (const { shape, company, metres, rank } of hot) {
    const far = distance(metres, lang);
    const text = rank > 0 ? `${rank} · ${far}` : far;
    const [w, h] = [ruler.width(text, type) + 18 * palette.scale, 20 * palette.scale];
    for (const part of rank > 0 ? parts : parts.slice(0, 1)) {
      const [x, y] = beside(shape, part, w, h);
      const box = { x: x - w / 2 - 2, y: y - h / 2 - 2, w: w + 4, h: h + 4 };
      if (taken.some((other) => meet(other, box))) continue;
      taken.push(box);
      drawPill(context, text, x, y, w, companyLine(company, palette).color, palette);
      break;
    }
  }
  return taken;
}

/** Where on a line its label may stand, best first; those that could be chosen start from one point and lie apart at their ends. */
const parts = [0.5, 0.68, 0.84, 0.34] as const;

/** The middle of a label at a part of a line: on the line, or beside one that it would hide. */
function beside({ from, to }: LinkShape, part: number, w: number, h: number): [number, number] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  // Across the line, upwards.
  const up = dx < 0 ? -1 : 1;
  const [nx, ny] = [(up * dy) / length, (-up * dx) / length];
  const hides = length < Math.abs(ny) * w + Math.abs(nx) * h + 24;
  const away = hides ? (Math.abs(nx) * w + Math.abs(ny) * h) / 2 + 6 : 0;
  return [from[0] + dx * part + nx * away, from[1] + dy * part + ny * away];
}

/** Draws the estates that are too small to show their shape, bands last, and the × of those that have left. */
export function drawSymbols(context: CanvasRenderingContext2D, sight: Sight, sprites: Sprites, beyond: number): void {
  const { places, visible } = sight.scene;
  const { pixelRatio } = sight.frame;
  const put = (at: number) => {
    const [x, y] = sight.pxOf(at);
    if (!sight.isNear(x, y, beyond)) return;
    const { image, middle } = sprites.get(sight.band(at), sight.fill(at), sight.state(at), sight.pxPerM);
    const left = Math.round((x - middle) * pixelRatio) / pixelRatio;
    const upper = Math.round((y - middle) * pixelRatio) / pixelRatio;
    context.drawImage(image, left, upper, 2 * middle, 2 * middle);
  };
  if (visible) {
    context.globalAlpha = outOfFilter;
    for (let at = 0; at < places.count; at++) {
      if (visible[at] !== 1 && places.isDrawn(at) && sight.isSmall(at)) put(at);
    }
    context.globalAlpha = 1;
  }
  const bands: number[] = [];
  for (let at = 0; at < places.count; at++) {
    if (!places.isDrawn(at) || !sight.inFilter(at)) continue;
    if (!sight.isSmall(at)) {
      if (sight.state(at) === State.exited) drawCross(context, sight, at);
    } else if (isBand(sight.band(at))) bands.push(at);
    else put(at);
  }
  for (const at of bands) put(at);
}

function drawCross(context: CanvasRenderingContext2D, sight: Sight, at: number): void {
  const { palette } = sight.scene;
  const [x, y] = sight.pxOf(at);
  const arm = 4 * palette.scale;
  context.strokeStyle = palette.inks[State.exited] ?? '';
  context.lineWidth = 1.25 * palette.scale;
  context.beginPath();
  context.moveTo(x - arm, y - arm);
  context.lineTo(x + arm, y + arm);
  context.moveTo(x + arm, y - arm);
  context.lineTo(x - arm, y + arm);
  context.stroke();
}
