// The rank history as shapes: rank 1 on top, rounds from left to right, gaps where the estate was not scored.

import type { HistoryPoint } from '../api/types';

export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Mark {
  x: number;
  y: number;
  kind: 'bottom' | 'top' | 'last';
  point: HistoryPoint;
}

export interface RankChart {
  /** One SVG path for the line, broken where a round is missing. */
  path: string;
  marks: Mark[];
  /** Every scored round, for pointing at. */
  points: { x: number; y: number; point: HistoryPoint }[];
  /** Rank labels: first, middle, last place. */
  ranks: { y: number; rank: number }[];
  topWash: { y: number; height: number };
  bottomWash: { y: number; height: number };
  x(index: number): number;
}

/** Shapes of a history in a frame. The last place is the most estates that any of its rounds scored. */
export function rankChart(history: readonly HistoryPoint[], frame: Frame): RankChart {
  const places = Math.max(2, ...history.map((p) => p.of), ...history.map((p) => p.rank));
  const across = frame.width - frame.left - frame.right;
  const down = frame.height - frame.top - frame.bottom;
  const x = (i: number) => round(frame.left + (history.length > 1 ? (across * i) / (history.length - 1) : across));
  const y = (rank: number) => round(frame.top + (down * (rank - 1)) / (places - 1));

  const points = history.flatMap((point, i) =>
    point.rank > 0 ? [{ x: x(i), y: y(point.rank), point, index: i }] : [],
  );
  let path = '';
  points.forEach((p, i) => {
    const joined = i > 0 && points[i - 1]!.index === p.index - 1;
    path += `${joined ? 'L' : 'M'}${p.x} ${p.y}`;
  });
  const last = points[points.length - 1];
  const marks: Mark[] = [];
  for (const p of points) {
    if (p.point.band === 'bottom') marks.push({ x: p.x, y: p.y, kind: 'bottom', point: p.point });
    else if (p.point.band === 'top') marks.push({ x: p.x, y: p.y, kind: 'top', point: p.point });
    else if (p === last) marks.push({ x: p.x, y: p.y, kind: 'last', point: p.point });
  }
  const middle = Math.round((places + 1) / 2);
  return {
    path,
    marks,
    points,
    ranks: (places > 4 ? [1, middle, places] : [1, places]).map((rank) => ({ rank, y: y(rank) })),
    topWash: { y: y(1) - 3, height: 6 },
    bottomWash: { y: y(places) - 5, height: 9 },
    x,
  };
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}

/** Where to name rounds on the axis: the first, the first of a later year if it is far enough from both ends, the last. */
export function axisTicks(history: readonly HistoryPoint[]): number[] {
  const last = history.length - 1;
  if (last < 0) return [];
  if (last === 0) return [0];
  const apart = last / 4;
  const years = history.flatMap((p, i) =>
    i > 0 && p.heldOn.slice(0, 4) !== history[i - 1]!.heldOn.slice(0, 4) ? [i] : [],
  );
  const between = years.find((i) => i >= apart && last - i >= apart);
  return between === undefined ? [0, last] : [0, between, last];
}
