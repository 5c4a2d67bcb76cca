import { describe, expect, test } from 'vitest';
import { makeDistrict, makeRound } from '../test/fixture';
import { tokenPalette } from '../test/tokens';
import { fillsOf } from './fills';
import { drawStamp, squares } from './miniature';
import { Places } from './places';
import { outOfFilter } from './style';

const district = makeDistrict();
const view = makeRound();
const places = new Places(district);
const palette = { ...tokenPalette('light'), halo: '#ffffff' };
const fills = fillsOf(view, null, palette);
const size = { width: 200, height: 150 };

/** Writes down what is painted. */
function paper() {
  const painted: { colour: string; alpha: number; round: boolean }[] = [];
  const context = {
    fillStyle: '',
    globalAlpha: 1,
    fillRect() {
      painted.push({ colour: this.fillStyle, alpha: this.globalAlpha, round: false });
    },
    beginPath() {},
    arc() {},
    fill() {
      painted.push({ colour: this.fillStyle, alpha: this.globalAlpha, round: true });
    },
  };
  return { context: context as unknown as CanvasRenderingContext2D, painted };
}

describe('a round at the size of a stamp', () => {
  test('holds every estate of the map in its middle, north up', () => {
    const at = squares({ ...size, places, band: view.band });
    for (let i = 0; i < places.count; i++) {
      expect(at[i] === null).toBe(!places.isDrawn(i));
      if (!at[i]) continue;
      const [x, y, side] = at[i]!;
      expect(x + side / 2).toBeGreaterThanOrEqual(0);
      expect(x + side / 2).toBeLessThanOrEqual(size.width);
      expect(y + side / 2).toBeGreaterThanOrEqual(0);
      expect(y + side / 2).toBeLessThanOrEqual(size.height);
    }
    const drawn = [...places.fid.keys()].filter((i) => places.isDrawn(i));
    const northern = drawn.reduce((a, b) => (places.y[b]! > places.y[a]! ? b : a));
    const southern = drawn.reduce((a, b) => (places.y[b]! < places.y[a]! ? b : a));
    expect(at[northern]![1]).toBeLessThan(at[southern]![1]);
  });

  test('paints the bands last, and what the filter leaves out as a trace', () => {
    const out = [...places.fid.keys()].find((i) => places.isDrawn(i) && view.band[i] !== 7 && view.band[i] !== 1)!;
    const visible = new Uint8Array(places.count).fill(1);
    visible[out] = 0;
    const { context, painted } = paper();
    drawStamp(context, { ...size, places, palette, band: view.band, fills, visible });
    expect(painted.filter(({ alpha }) => alpha === outOfFilter)).toHaveLength(1);
    const ends = painted.slice(-1)[0]!.colour;
    expect([palette.fills[7], palette.fills[1]]).toContain(ends);
    const rounds = new Set(painted.filter(({ round }) => round).map(({ colour }) => colour));
    expect(rounds).toEqual(new Set([palette.halo, palette.fills[1]]));
  });

  test('of five thousand estates is painted in ten milliseconds', () => {
    const n = 5000;
    const many = new Places({
      ...district,
      estates: {
        ...district.estates,
        fid: Array.from({ length: n }, (_, i) => i + 1),
        lon: Array.from({ length: n }, (_, i) => 117.2 + (i % 70) / 1000),
        lat: Array.from({ length: n }, (_, i) => 39.1 + Math.floor(i / 70) / 1000),
        areaM2: Array.from({ length: n }, () => 9000),
      },
    });
    const band = Array.from({ length: n }, (_, i) => i % 8);
    const once = () => {
      const start = performance.now();
      drawStamp(paper().context, {
        ...size,
        places: many,
        palette,
        band,
        fills: { ...fills, of: band },
        visible: null,
      });
      return performance.now() - start;
    };
    expect(Math.min(...Array.from({ length: 8 }, once))).toBeLessThan(10);
  });
});
