// Findings (点位) on the map: one by one or gathered, drawn over estates and below names.

import type { MapPoint, PointStatus } from '../model/hotspotPicture';
import { type Group, gatherPoints } from './clusters';
import type { Palette } from './palette';
import { mercator } from './scale';
import type { Sight } from './sight';

/** px of a gathering square, and of a mark's radius. */
const square = 44;
const dot = 4.5;
/** px around a mark in which a click still means it. */
const reach = 4;

const ofScale = (n: number): number => Math.min(19, 9 + Math.sqrt(n) * 2.2);
const most: readonly PointStatus[] = ['overdue', 'open', 'done'];

/** The marks in sight, in px of the map. */
function marks(sight: Sight, beyond: number): Group<MapPoint>[] {
  const { hotspots } = sight.scene;
  if (!hotspots || hotspots.points.length === 0) return [];
  const { resolution } = sight.frame;
  const placed = hotspots.points.map((of) => {
    const [x, y] = mercator(of.lon, of.lat);
    return { x, y, of };
  });
  const groups = hotspots.grouped
    ? gatherPoints(placed, square * sight.scene.palette.scale * resolution)
    : placed.map(({ x, y, of }) => ({ x, y, of: [of] }));
  return groups.flatMap((group) => {
    const [x, y] = sight.px(group.x, group.y);
    return sight.isNear(x, y, beyond) ? [{ x, y, of: group.of }] : [];
  });
}

const worst = (points: readonly MapPoint[]): PointStatus =>
  most.find((status) => points.some((point) => point.status === status)) ?? 'done';

function ink(status: PointStatus, palette: Palette): string {
  return { overdue: palette.danger, open: palette.accent, done: palette.ok }[status];
}

function radius(group: Group<MapPoint>, palette: Palette): number {
  return (group.of.length > 1 ? ofScale(group.of.length) : dot) * palette.scale;
}

/** Draws what is done first, what is overdue last. */
export function drawFindings(context: CanvasRenderingContext2D, sight: Sight, beyond: number): void {
  const { palette } = sight.scene;
  const order = (group: Group<MapPoint>) => -most.indexOf(worst(group.of));
  for (const group of marks(sight, beyond).sort((a, b) => order(a) - order(b))) {
    const status = worst(group.of);
    context.beginPath();
    context.arc(group.x, group.y, radius(group, palette), 0, 2 * Math.PI);
    context.fillStyle = group.of.length > 1 || status === 'overdue' ? ink(status, palette) : palette.surface;
    context.strokeStyle = palette.halo;
    context.lineWidth = 4 * palette.scale;
    context.stroke();
    context.fill();
    context.strokeStyle = ink(status, palette);
    context.lineWidth = 2 * palette.scale;
    context.stroke();
    if (group.of.length > 1) {
      context.font = `600 ${12 * palette.scale}px ${palette.font}`;
      context.textAlign = 'center';
      context.textBaseline = 'alphabetic';
      context.fillStyle = palette.surface;
      context.fillText(String(group.of.length), group.x, group.y + 12 * palette.scale * 0.36);
    } else if (status === 'done') {
      context.beginPath();
      context.arc(group.x, group.y, 1.25 * palette.scale, 0, 2 * Math.PI);
      context.fillStyle = ink(status, palette);
      context.fill();
    }
  }
}

/** The findings at a px of the map, by id; empty where there are none. */
export function findingsAt(px: number, py: number, sight: Sight): string[] {
  let best: Group<MapPoint> | null = null;
  let bestFar = Number.POSITIVE_INFINITY;
  for (const group of marks(sight, 0)) {
    const far = Math.hypot(group.x - px, group.y - py);
    if (far <= radius(group, sight.scene.palette) + reach && far < bestFar) [best, bestFar] = [group, far];
  }
  return best?.of.map((point) => point.id) ?? [];
}
