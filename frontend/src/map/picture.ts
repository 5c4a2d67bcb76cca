// How the proxy desk fills the estates: hosts tinted by company, hosts that could be chosen stronger, scattered estates white,
// dotted where nobody serves them. Pure.

import type { RoundView } from '../api/types';
import { Part, type ProxyPicture } from '../model/proxyPicture';
import type { Fills, Ground } from './fills';
import type { Palette } from './palette';
import type { Places } from './places';

/** Parts of a company's colour over the ground of a block. */
const tint = 0.22;
const strong = 0.46;

const plain = (colour: string): Ground => ({ colour, hatchInk: null, dotted: false, texture: 'plain' });

/** Where each kind of ground stands in the list. */
const aside = 0;
const scattered = 1;
const chosen = 2;
const unserved = 3;
const firstTint = 4;

const known = new WeakMap<Palette, readonly Ground[]>();

/** The same ones for the same palette, so that styles that are kept by ground hold from run to run. */
function groundsOf(palette: Palette): readonly Ground[] {
  let grounds = known.get(palette);
  if (!grounds) {
    const { companies, block } = palette;
    grounds = [
      plain(mix(palette.edge, block, 0.08)),
      plain(palette.surface),
      plain(palette.accent),
      { ...plain(palette.surface), dotted: true },
      ...companies.map((colour) => plain(mix(colour, block, tint))),
      ...companies.map((colour) => plain(mix(colour, block, strong))),
    ];
    known.set(palette, grounds);
  }
  return grounds;
}

export function pictureFills(picture: ProxyPicture, places: Places, selected: number | null, palette: Palette): Fills {
  const { companies } = palette;
  const could = new Set(picture.candidates.map((candidate) => candidate.hostFid));
  const of = new Uint8Array(places.count).fill(aside);
  for (let at = 0; at < places.count; at++) {
    const fid = places.fid[at]!;
    const part = picture.parts[at];
    if (part === Part.scattered) of[at] = fid === selected ? chosen : scattered;
    if (part === Part.unserved) of[at] = fid === selected ? chosen : unserved;
    const company = picture.company[at] ?? -1;
    if (part !== Part.host || company < 0) continue;
    of[at] = firstTint + (company % companies.length) + (could.has(fid) ? companies.length : 0);
  }
  return { grounds: groundsOf(palette), of };
}

/** part of one colour over another, as both are stored. */
export function mix(over: string, under: string, part: number): string {
  const [a, b] = [channels(over), channels(under)];
  const digits = a.map((channel, i) =>
    Math.round(channel * part + b[i]! * (1 - part))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.join('')}`;
}

function channels(hex: string): number[] {
  const digits = hex.replace('#', '');
  const wide = digits.length < 6 ? [...digits].map((d) => d + d).join('') : digits;
  return [0, 2, 4].map((at) => Number.parseInt(wide.slice(at, at + 2), 16) || 0);
}

const plainViews = new WeakMap<RoundView, RoundView>();

/** A round without bands and states: the desk speaks of neither. */
export function withoutRanks(view: RoundView): RoundView {
  let made = plainViews.get(view);
  if (!made) {
    made = { ...view, band: [], state: [], changed: [] };
    plainViews.set(view, made);
  }
  return made;
}
