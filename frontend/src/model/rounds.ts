// The timeline: one column for each round, and steps along it.

import type { RoundInfo } from '../api/types';
import { civil } from './format';

export interface RoundColumn {
  id: string;
  label: string;
  /** A year begins here. */
  startsYear: boolean;
  /** That year, where there is room to name it before the next one. */
  year: number | null;
  /** Height of the bar in px: 2 for no change, up to `tallest`. */
  bar: number;
}

const tallest = 12;

/** Room that the label of a year takes, px. */
const yearWidth = 50;

/**
 * The columns. A round's label is its month, or its day where the round before was in the same month; where the columns are too
 * narrow for all labels, every second, third, … is named, counted back from the last.
 */
export function roundColumns(rounds: readonly RoundInfo[], width: number): RoundColumn[] {
  const most = Math.max(1, ...rounds.map((r) => r.changed));
  const each = rounds.length > 0 ? width / rounds.length : width;
  const step = Math.max(1, Math.ceil(18 / Math.max(1, each)));
  return rounds.map((round, i) => {
    const date = civil(round.heldOn);
    const before = civil(rounds[i - 1]?.heldOn ?? '');
    const sameMonth = date !== null && date.year === before?.year && date.month === before.month;
    const named = (rounds.length - 1 - i) % step === 0;
    const label = date ? String(sameMonth ? date.day : date.month) : '';
    const startsYear = date !== null && date.year !== before?.year;
    return {
      id: round.id,
      label: named ? label : '',
      startsYear,
      year: startsYear && yearLength(rounds, i) * each >= yearWidth ? date.year : null,
      bar: 2 + Math.round(((tallest - 2) * round.changed) / most),
    };
  });
}

/** How many rounds from the given one on are in its year; a year that goes on past the last has room enough. */
function yearLength(rounds: readonly RoundInfo[], from: number): number {
  const year = rounds[from]?.heldOn.slice(0, 4);
  const next = rounds.findIndex((r, i) => i > from && r.heldOn.slice(0, 4) !== year);
  return next < 0 ? Number.POSITIVE_INFINITY : next - from;
}

/** The round so many steps from the given one, held at either end. */
export function stepFrom(rounds: readonly RoundInfo[], id: string, steps: number): string {
  const at = rounds.findIndex((r) => r.id === id);
  const next = Math.max(0, Math.min(rounds.length - 1, (at < 0 ? rounds.length - 1 : at) + steps));
  return rounds[next]?.id ?? id;
}

/** The rounds worth having ready: the neighbours, the later one first because that is where play goes. */
export function neighbours(rounds: readonly RoundInfo[], id: string): string[] {
  return [stepFrom(rounds, id, 1), stepFrom(rounds, id, -1)].filter((other) => other !== id);
}
