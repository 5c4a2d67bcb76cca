// Whether the classes of the map can be told apart, by eyes of each kind, in each theme. Bounds are CIEDE2000; about 2.3 is what
// can just be noticed side by side. The map never lets colour alone carry a class, so the bound of a pair follows from what else
// tells it: nothing else (15 and more), a place in an order with the class between on the map's legend (5), a texture besides (8).

import { describe, expect, test } from 'vitest';
import { contrast } from '../model/colour';
import { groupSwatch, mixed, rampsOf } from '../model/ramp';
import { themes, tokens } from '../test/tokens';
import { apart, type Eyes, eyes } from '../test/vision';

type Pair = readonly [name: string, a: string, b: string];

const every = (colours: Readonly<Record<string, string>>): Pair[] => {
  const list = Object.entries(colours);
  return list.flatMap(([m, a], i) => list.slice(i + 1).map(([n, b]): Pair => [`${m}–${n}`, a, b]));
};
const chain = (colours: readonly string[]): Pair[] =>
  colours.slice(1).map((b, i): Pair => [`${i + 1}–${i + 2}`, colours[i] ?? '', b]);

/** The pairs that are nearer than the bound. */
function tooNear(pairs: readonly Pair[], bound: number, kind: Eyes): string[] {
  return pairs.flatMap(([name, a, b]) => {
    const far = apart(a, b, kind);
    return far >= bound ? [] : [`${name} ${far.toFixed(1)} < ${bound}`];
  });
}

const counts = [2, 3, 4, 5, 6, 7, 8, 9];
const part = (i: number, n: number) => i / (n - 1);

describe.each(themes)('in the theme %s', (theme) => {
  const css = tokens(theme);
  const token = (name: string): string => {
    const value = css.get(name);
    if (!/^#[0-9a-f]{6}$/.test(value ?? '')) throw new Error(`${name} is no colour: ${value}`);
    return value!;
  };
  const fill = (band: string) => token(`--fill-${band}`);
  const pick = (...bands: string[]) => Object.fromEntries(bands.map((band) => [band, fill(band)]));
  const middle = ['m1', 'm2', 'm3', 'm4', 'm5'];
  const ramps = rampsOf(token);

  describe.each(eyes)('with %s eyes', (kind) => {
    test('the first and the last ten are far from each other', () => {
      expect(tooNear(every(pick('top', 'bottom')), 25, kind)).toEqual([]);
    });

    test('top, both ends of the middle, bottom and not scored are told apart by colour alone', () => {
      expect(tooNear(every(pick('top', 'm1', 'm5', 'bottom', 'unranked')), 15, kind)).toEqual([]);
    });

    test('bottom is told from each fifth of the middle', () => {
      expect(
        tooNear(
          middle.map((band) => [band, fill('bottom'), fill(band)]),
          15,
          kind,
        ),
      ).toEqual([]);
    });

    test('neighbours in the order of ranks differ', () => {
      expect(tooNear(chain(['top', ...middle, 'bottom'].map(fill)), 5, kind)).toEqual([]);
    });

    test('not scored, which has dots too, differs from each fifth', () => {
      expect(
        tooNear(
          middle.map((band) => [band, fill('unranked'), fill(band)]),
          8,
          kind,
        ),
      ).toEqual([]);
    });

    test('inks of withheld and proposed subsidy are seen on every ground', () => {
      const grounds = [...middle, 'unranked'].map((band): Pair => [band, token('--state-withheld'), fill(band)]);
      const onBands = ['top', 'bottom'].map((band): Pair => [band, token('--hatch-on-band'), fill(band)]);
      expect(tooNear([...grounds, ...onBands], 30, kind)).toEqual([]);
    });

    // Withheld is hatched besides and its outline wider, so 14 will do. The two greys of not enrolled and exited differ by dash, dots and ×; the olive of unfunded is dotted.
    test('inks of states are told from the ground, and money withheld from all that is not', () => {
      const land = ['withheld', 'unfunded', 'not-enrolled', 'exited', 'paid'].map(
        (state): Pair => [state, token(`--state-${state}`), token('--map-land')],
      );
      expect(tooNear(land, 30, kind)).toEqual([]);
      const others = ['unfunded', 'not-enrolled', 'paid'].map(
        (state): Pair => [state, token('--state-withheld'), token(`--state-${state}`)],
      );
      expect(tooNear(others, 14, kind)).toEqual([]);
    });

    test('what is selected is seen on every fill, by its line or by its casing', () => {
      for (const band of ['top', ...middle, 'bottom', 'unranked']) {
        const far = ['--select', '--select-casing'].map((name) => apart(token(name), fill(band), kind));
        expect(Math.max(...far), band).toBeGreaterThanOrEqual(30);
      }
    });

    test('classes of a number are told from their neighbours, up to nine of them', () => {
      for (const n of counts) {
        const run = (stops: readonly string[]) => Array.from({ length: n }, (_, i) => mixed(stops, part(i, n)));
        expect(tooNear(chain(run(ramps.sequence)), 6.5, kind), `${n}`).toEqual([]);
        expect(tooNear(chain(run(ramps.signed)), 8, kind), `${n}, signed`).toEqual([]);
      }
    });

    test('what fell is told from what rose by as much', () => {
      for (const n of [3, 5, 7, 9]) {
        for (let i = 0; i < (n - 1) / 2; i++) {
          const far = apart(mixed(ramps.signed, part(i, n)), mixed(ramps.signed, part(n - 1 - i, n)), kind);
          expect(far, `${i} of ${n}`).toBeGreaterThanOrEqual(14);
        }
      }
    });

    test('companies of the same texture differ; all twelve are named in the legend', () => {
      const all = Array.from({ length: 12 }, (_, index) => groupSwatch(index, ramps));
      for (const texture of ['plain', 'stripes']) {
        const same = all.flatMap((swatch, i) => (swatch.texture === texture ? [[`${i + 1}`, swatch.colour]] : []));
        expect(same).toHaveLength(6);
        expect(tooNear(every(Object.fromEntries(same)), 10, kind)).toEqual([]);
      }
    });

    test('hot and cold spots are told apart', () => {
      const names = ['hot-99', 'hot-95', 'hot-90', 'hot-none', 'cold-90', 'cold-95', 'cold-99'];
      const colours = names.map((name) => token(`--${name}`));
      expect(tooNear(chain(colours), 10, kind)).toEqual([]);
      const apartOnes = Object.fromEntries([0, 1, 3, 5, 6].map((i) => [names[i], colours[i] ?? '']));
      expect(tooNear(every(apartOnes), 14, kind)).toEqual([]);
    });
  });

  test('hatches stand out from each class of any colouring, in the ink of their state or the light one', () => {
    const inks = [token('--state-withheld'), token('--hatch-on-band')];
    for (const stops of [ramps.sequence, ramps.signed]) {
      for (let i = 0; i <= 40; i++) {
        const colour = mixed(stops, i / 40);
        expect(Math.max(...inks.map((ink) => contrast(ink, colour))), colour).toBeGreaterThanOrEqual(3);
      }
    }
    for (const colour of ramps.groups) {
      expect(Math.max(...inks.map((ink) => contrast(ink, colour))), colour).toBeGreaterThanOrEqual(3);
    }
  });

  test('names can be read on their halo, ranks on their badges', () => {
    expect(contrast(token('--map-label'), token('--map-label-halo'))).toBeGreaterThanOrEqual(
      theme === 'projector' ? 7 : 4.5,
    );
    for (const band of ['top', 'bottom'])
      expect(contrast(token(`--on-fill-${band}`), fill(band))).toBeGreaterThanOrEqual(4.5);
  });
});

test('a palette that looks different to most eyes only is found out', () => {
  expect(tooNear([['red–green', '#c0392b', '#7a7a1a']], 15, 'normal')).toEqual([]);
  expect(tooNear([['red–green', '#c0392b', '#7a7a1a']], 15, 'deuteranopia')).toHaveLength(1);
});
