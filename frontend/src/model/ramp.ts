// The colours of the map's colourings, for map and legend alike: ramps for numbers, a set of colours with textures for groups.
// Only their ends and middles are tokens (--ramp-…); what lies between is mixed in CIELAB, so that equal steps look equal.

import type { Colouring } from '../api/types';
import { hexOfLab, labOfHex } from './colour';

/** As read from the page for one theme. */
export interface Ramps {
  /** From the least to the most. */
  sequence: readonly string[];
  /** From −1 over the neutral 0 to 1. */
  signed: readonly string[];
  /** Of companies or subdistricts, by index. */
  groups: readonly string[];
  /** Of the classes of a statistical test, by the name of their token: hot-99, cold-90. */
  tests: Readonly<Record<string, string>>;
  /** Of estates without a value. */
  none: string;
}

const sequenceStops = 5;
const signedStops = 7;
const groupColours = 12;
const testHues = ['hot-99', 'hot-95', 'hot-90', 'hot-none', 'cold-90', 'cold-95', 'cold-99'] as const;

export function readRamps(element: Element): Ramps {
  const css = getComputedStyle(element);
  return rampsOf((name) => css.getPropertyValue(name).trim());
}

/** The ramps of custom properties by name (--ramp-seq-1). */
export function rampsOf(token: (name: string) => string): Ramps {
  const run = (name: string, count: number) => Array.from({ length: count }, (_, i) => token(`--${name}-${i + 1}`));
  return {
    sequence: run('ramp-seq', sequenceStops),
    signed: run('ramp-div', signedStops),
    groups: run('ramp-group', groupColours),
    tests: Object.fromEntries(testHues.map((hue) => [hue, token(`--${hue}`)])),
    none: token('--ramp-none'),
  };
}

/** How a class is told from another of the same or a like colour: stripes across, dots. */
export type GroupTexture = 'plain' | 'stripes' | 'dots';

export interface Swatch {
  /** Hex. */
  colour: string;
  /** In the colour of the ground (--map-land) over the fill; numbers have none. */
  texture: GroupTexture;
}

/** What a class of a colouring is filled with; −1 is without a value. */
export function swatchOf(colouring: Colouring, classIndex: number, ramps: Ramps): Swatch {
  const found = colouring.classes[classIndex];
  if (!found) return { colour: ramps.none, texture: 'plain' };
  if (colouring.ask.by === 'company' || colouring.ask.by === 'subdistrict') return groupSwatch(found.index, ramps);
  const ofTest = ramps.tests[found.hue ?? ''];
  if (ofTest) return { colour: ofTest, texture: 'plain' };
  const colour = colouring.signed ? mixed(ramps.signed, (found.step + 1) / 2) : mixed(ramps.sequence, found.step);
  return { colour, texture: 'plain' };
}

/** Its colour alone. */
export function colourOf(colouring: Colouring, classIndex: number, ramps: Ramps): string {
  return swatchOf(colouring, classIndex, ramps).colour;
}

/**
 * Neighbouring indices differ in texture too, so that eyes that see fewer colours have six pairs to tell apart, not sixty-six.
 * From the thirteenth on the colours come again with dots, then all of it comes again: names and filter tell the rest.
 */
export function groupSwatch(index: number, { groups }: Ramps): Swatch {
  const count = groups.length;
  const at = ((index % count) + count) % count;
  const again = Math.floor(Math.max(0, index) / count) % 2 === 1;
  return { colour: groups[at] ?? '', texture: again ? 'dots' : at % 2 === 1 ? 'stripes' : 'plain' };
}

/** The colour at a part (0–1) of the way through the stops, which stand at equal distances. */
export function mixed(stops: readonly string[], part: number): string {
  const last = stops.length - 1;
  const along = Math.min(1, Math.max(0, part)) * last;
  const from = Math.min(Math.floor(along), last - 1);
  const a = stops[from];
  const b = stops[from + 1];
  if (a === undefined || b === undefined) return a ?? '';
  if (along === from) return a;
  const share = along - from;
  if (share === 1) return b;
  const [l, m] = [labOfHex(a), labOfHex(b)];
  return hexOfLab([0, 1, 2].map((i) => l[i]! + (m[i]! - l[i]!) * share) as [number, number, number]);
}
