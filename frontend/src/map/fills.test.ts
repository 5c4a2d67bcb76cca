import { describe, expect, test } from 'vitest';
import type { Colouring } from '../api/types';
import { makeDistrict, makeRound } from '../test/fixture';
import { tokenPalette } from '../test/tokens';
import { fillsOf } from './fills';
import { isBand } from './style';

const palette = tokenPalette('light');
const district = makeDistrict();
const view = makeRound(district.rounds[0]!.id);
const count = district.estates.fid.length;

function colouring(part: Partial<Colouring>): Colouring {
  const text = { zh: '', en: '' };
  return {
    ask: { by: 'score', method: 'quantile', classes: 3, breaks: [] },
    roundId: view.roundId,
    asOf: view.asOf,
    unit: 'points',
    signed: false,
    class: Array.from({ length: count }, (_, at) => (at === 0 ? -1 : at % 3)),
    value: [],
    classes: [0, 0.5, 1].map((step, i) => ({ from: i, to: i + 1, label: text, index: i, step, count: 1 })),
    missing: 1,
    text,
    ...part,
  };
}

describe('fills', () => {
  test('are the rank bands without a colouring, and with one of another round', () => {
    for (const other of [null, colouring({ roundId: 'another' })]) {
      const { grounds, of } = fillsOf(view, other, palette);
      expect(Array.from({ length: count }, (_, at) => grounds[of[at]!]!.colour)).toEqual(
        view.band.map((band) => palette.fills[band]),
      );
    }
  });

  test('of bands take the light hatch, and only those', () => {
    const { grounds } = fillsOf(view, null, palette);
    expect(grounds.map((g) => g.hatchInk !== null)).toEqual(grounds.map((_, band) => isBand(band)));
  });

  test('are the classes of a colouring; an estate without a value is dotted', () => {
    const { grounds, of } = fillsOf(view, colouring({}), palette);
    expect(grounds[of[0]!]).toMatchObject({ colour: palette.ramps.none, dotted: true });
    expect(grounds[of[3]!]!.colour).toBe(palette.ramps.sequence[0]);
    expect(grounds[of[5]!]!.colour).toBe(palette.ramps.sequence[4]);
    expect(grounds[of[5]!]!.dotted).toBe(false);
  });

  test('on a dark class the hatch turns light', () => {
    const { grounds } = fillsOf(view, colouring({}), palette);
    expect(grounds[1]!.hatchInk).toBeNull();
    expect(grounds[3]!.hatchInk).toBe(palette.hatchOnBand);
  });

  test('a signed number has its 0 in the neutral middle', () => {
    const classes = [-1, 0, 1].map((step) => ({ ...colouring({}).classes[0]!, step }));
    const { grounds } = fillsOf(view, colouring({ signed: true, classes }), palette);
    expect(grounds.slice(1).map((g) => g.colour)).toEqual([0, 3, 6].map((i) => palette.ramps.signed[i]));
  });

  test('of companies next to each other differ in texture too', () => {
    const classes = [0, 1, 12].map((index) => ({ ...colouring({}).classes[0]!, index }));
    const ask = { ...colouring({}).ask, by: 'company' };
    const { grounds } = fillsOf(view, colouring({ ask, classes }), palette);
    expect(grounds.slice(1).map((g) => g.texture)).toEqual(['plain', 'stripes', 'dots']);
    expect(grounds[3]!.colour).toBe(grounds[1]!.colour);
  });
});
