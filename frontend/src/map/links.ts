// Proxy links: from a scattered estate to the host whose company looks after it.

import type { ProxyLink } from '../api/types';
import type { Palette } from './palette';

export interface LinkShape {
  from: readonly [number, number];
  to: readonly [number, number];
}

const shortest = 16;

/**
 * The line in px: nearest point to nearest point; a link too short to be seen starts at the middle of the scattered estate and
 * ends a third of the way into the host.
 */
export function linkShape(
  from: readonly [number, number],
  to: readonly [number, number],
  middle: readonly [number, number],
  host: readonly [number, number],
): LinkShape {
  if (Math.hypot(to[0] - from[0], to[1] - from[1]) >= shortest) return { from, to };
  return { from: middle, to: [(host[0] + 2 * to[0]) / 3, (host[1] + 2 * to[1]) / 3] };
}

/** Companies are told apart by colour and, every second one, by dashes. */
export function companyLine(company: number, palette: Palette): { color: string; dash: readonly number[] } {
  const { companies } = palette;
  const color = companies[((company % companies.length) + companies.length) % companies.length] ?? palette.text2;
  return { color, dash: company % 2 === 0 ? [] : [7, 3] };
}

export function isHot(link: ProxyLink, selected: number | null, hovered: number | null): boolean {
  const touches = (fid: number | null) => fid !== null && (link.fid === fid || link.hostFid === fid);
  return touches(selected) || touches(hovered);
}

export function drawLink(
  context: CanvasRenderingContext2D,
  { from, to }: LinkShape,
  company: number,
  hot: boolean,
  palette: Palette,
  ownDash?: readonly number[],
): void {
  const line = companyLine(company, palette);
  const { color } = line;
  const dash = ownDash ?? line.dash;
  const width = hot ? palette.widths.linkHot : palette.widths.link;
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(from[0], from[1]);
  context.lineTo(to[0], to[1]);
  context.setLineDash([]);
  context.strokeStyle = palette.halo;
  context.lineWidth = width + 2.5;
  context.stroke();
  context.strokeStyle = color;
  context.lineWidth = width;
  context.lineCap = dash.length > 0 ? 'butt' : 'round';
  context.setLineDash(dash as number[]);
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  context.arc(to[0], to[1], hot ? 4 : 2.6, 0, 2 * Math.PI);
  context.fillStyle = color;
  context.strokeStyle = palette.halo;
  context.lineWidth = 1.2;
  context.fill();
  context.stroke();
}
