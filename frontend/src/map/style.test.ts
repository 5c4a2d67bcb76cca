import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { noFills } from './fills';
import { faded, milliseconds, type Palette } from './palette';
import { lineCount } from './patterns';
import { bottom, isSymbol, look, lookKey, roadWidth, State, top, unranked, type ZoomClass, zoomClass } from './style';

const zooms = [0, 1, 2, 3] as const satisfies readonly ZoomClass[];

const palette = {
  fills: ['none', 'top', 'm1', 'm2', 'm3', 'm4', 'm5', 'bottom'],
  inks: ['paid', 'proposed', 'ink', 'ink', 'ink', 'unfunded', 'out', 'gone'],
  hatchOnBand: 'white',
  dots: 'grey',
  edge: 'edge',
  widths: { outline: 1, state: 1.75, strong: 2.5, hatch: 1.25, hatchStrong: 1.5 },
} as unknown as Palette;

/** An estate of a rank band. */
const lookOf = (band: number, state: number, zoom: ZoomClass) =>
  look(noFills(palette).grounds[band]!, state, zoom, palette);

describe('how an estate looks', () => {
  test('fill is the band', () => {
    expect(Array.from({ length: 8 }, (_, band) => lookOf(band, State.paid, 0).fill)).toEqual(palette.fills);
  });

  test('the more money is withheld, the more lines and the heavier the outline', () => {
    for (const zoom of zooms) {
      const [month, quarter, year] = [State.month, State.quarter, State.year].map((state) => lookOf(4, state, zoom));
      expect([month, quarter, year].map((l) => l!.hatches[0]!.texture)).toEqual(['month', 'quarter', 'year']);
      expect(lineCount('quarter', 1)).toBeGreaterThan(lineCount('month', 1));
      expect(year!.outline.width).toBeGreaterThan(quarter!.outline.width);
      expect(month!.outline.width).toBeGreaterThan(lookOf(4, State.paid, zoom).outline.width);
    }
  });

  test('what is only proposed is dashed, in outline and hatch', () => {
    const { outline, hatches } = lookOf(4, State.proposed, 1);
    expect(outline.dash).toEqual([6, 3]);
    expect(hatches.map((h) => h.texture)).toEqual(['broken']);
  });

  test('hatches on the two band colours take another ink', () => {
    for (const band of [top, bottom]) {
      expect(lookOf(band, State.year, 1).hatches[0]).toMatchObject({ ink: 'white', opacity: 0.8 });
    }
    expect(lookOf(4, State.year, 1).hatches[0]).toMatchObject({ ink: 'ink', opacity: 0.55 });
  });

  test('dots mean not scored or not enrolled, and never stand twice', () => {
    expect(lookOf(unranked, State.paid, 1).hatches.map((h) => h.texture)).toEqual(['dots']);
    expect(lookOf(4, State.notEnrolled, 1).hatches.map((h) => h.texture)).toEqual(['dots']);
    expect(lookOf(unranked, State.notEnrolled, 1).hatches.map((h) => h.texture)).toEqual(['dots']);
    expect(lookOf(unranked, State.month, 1).hatches.map((h) => h.texture)).toEqual(['dots', 'month']);
  });

  test('outlines grow with the zoom, hatches spread only at the block', () => {
    const widths = zooms.map((zoom) => lookOf(3, State.paid, zoom).outline.width);
    expect(widths).toEqual([0.6, 0.7, 0.8, 1]);
    expect(zooms.map((zoom) => lookOf(3, State.month, zoom).hatches[0]!.spread)).toEqual([1, 1, 1, 1.35]);
  });

  test('each combination has its own number', () => {
    const keys = new Set<number>();
    for (let band = 0; band < 8; band++) {
      for (let state = 0; state < 8; state++) {
        for (const zoom of zooms)
          for (const isIn of [true, false]) {
            for (const over of [true, false]) keys.add(lookKey(band, state, zoom, over, isIn));
          }
      }
    }
    expect(keys.size).toBe(8 * 8 * 4 * 2 * 2);
  });
});

test('steps of the zoom', () => {
  expect([0.05, 0.12, 0.29, 0.3, 0.49, 0.5, 3].map(zoomClass)).toEqual([0, 1, 1, 2, 2, 3, 3]);
});

test('an estate is a symbol while its shape is under 8 px', () => {
  expect(isSymbol(6400, 0.0999)).toBe(true);
  expect(isSymbol(6400, 0.1)).toBe(false);
});

test('streets grow with the zoom and small ones come later', () => {
  expect(roadWidth('minor', 0.05)).toBe(0);
  expect(roadWidth('minor', 1)).toBeGreaterThan(roadWidth('minor', 0.5));
  expect(roadWidth('primary', 0.5)).toBeGreaterThan(roadWidth('secondary', 0.5));
  expect(roadWidth('goat path', 0.5)).toBeGreaterThan(0);
});

test('colours fade by their own opacity times the other', () => {
  expect(faded('#ff8040', 0.5)).toBe('rgba(255,128,64,0.5)');
  expect(faded('#00000080', 0.5)).toBe('rgba(0,0,0,0.251)');
  expect(faded('#fff', 1)).toBe('rgba(255,255,255,1)');
});

test('times are read whatever their unit', () => {
  expect([milliseconds('900ms'), milliseconds('.9s'), milliseconds('0ms'), milliseconds('')]).toEqual([900, 900, 0, 0]);
});

test('every colour that the map reads is in the tokens of each theme', () => {
  const source = readFileSync('src/map/palette.ts', 'utf8');
  const css = readFileSync('src/styles/tokens.css', 'utf8');
  for (const [, name] of source.matchAll(/(?:text|px)\('([\w-]+)'\)/g)) expect(css).toContain(`--${name}:`);
});
