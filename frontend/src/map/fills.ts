// What estates are filled with: rank bands, or the classes of another colouring. Pure.

import type { Colouring, RoundView } from '../api/types';
import { contrast } from '../model/colour';
import { type GroupTexture, swatchOf } from '../model/ramp';
import type { Palette } from './palette';
import { isBand, unranked } from './style';

/** One kind of fill. */
export interface Ground {
  colour: string;
  /** Ink of the hatch where that of the state would not be seen; null: it is. */
  hatchInk: string | null;
  /** There is nothing to colour by. */
  dotted: boolean;
  texture: GroupTexture;
}

/** The fills of all estates in one round. */
export interface Fills {
  grounds: readonly Ground[];
  /** By position: which of the grounds. */
  of: ArrayLike<number>;
}

/** What the map shows before there is a round. */
export function noFills(palette: Palette): Fills {
  return { grounds: bandGrounds(palette), of: [] };
}

/** All estates alike: something else is told by colour. */
export function plainFills(palette: Palette): Fills {
  const colour = palette.ramps.tests['hot-none'] ?? palette.block;
  return { grounds: [{ colour, hatchInk: null, dotted: false, texture: 'plain' }], of: [] };
}

export function fillsOf(view: RoundView | null, colouring: Colouring | null, palette: Palette): Fills {
  if (!view) return noFills(palette);
  if (!colouring || colouring.roundId !== view.roundId) return { grounds: bandGrounds(palette), of: view.band };
  const plain = palette.inks[withheld] ?? palette.edge;
  const grounds = [-1, ...colouring.classes.keys()].map((at): Ground => {
    const { colour, texture } = swatchOf(colouring, at, palette.ramps);
    const seen = contrast(plain, colour) >= leastContrast;
    return { colour, texture, hatchInk: seen ? null : palette.hatchOnBand, dotted: at < 0 };
  });
  return { grounds, of: colouring.class.map((at) => at + 1) };
}

/** WCAG 1.4.11, for what is not text. */
const leastContrast = 3;
const withheld = 4;

const known = new WeakMap<Palette, readonly Ground[]>();

/** The same ones for the same palette: styles that are kept by ground hold from round to round. */
function bandGrounds(palette: Palette): readonly Ground[] {
  let grounds = known.get(palette);
  if (!grounds) {
    grounds = makeBandGrounds(palette);
    known.set(palette, grounds);
  }
  return grounds;
}

function makeBandGrounds(palette: Palette): Ground[] {
  return palette.fills.map((colour, band) => ({
    colour,
    hatchInk: isBand(band) ? palette.hatchOnBand : null,
    dotted: band === unranked,
    texture: 'plain',
  }));
}
