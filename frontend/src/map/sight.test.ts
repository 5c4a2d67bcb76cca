import { describe, expect, test } from 'vitest';
import { makeDistrict, makeRound } from '../test/fixture';
import { bandsOf } from './names';
import type { Palette } from './palette';
import { Places } from './places';
import { type Frame, type Scene, Sight } from './sight';
import { bottom, top } from './style';

const district = makeDistrict();
const places = new Places(district);
const scene: Scene = {
  fills: { grounds: [], of: [] },
  places,
  palette: {} as Palette,
  view: makeRound(),
  visible: null,
  selected: null,
  hovered: null,
  proxies: null,
  candidates: [],
  hotspots: null,
  lang: 'zh',
  padding: { top: 10, right: 60, bottom: 40, left: 240 },
  subdistricts: district.subdistricts,
};
const frame: Frame = {
  center: [places.x[3]!, places.y[3]!],
  resolution: 8,
  width: 1000,
  height: 500,
  pixelRatio: 1,
  z: 13,
  moving: false,
};

describe('from the ground to the screen', () => {
  const sight = new Sight(scene, frame);

  test('the middle of the map is the middle of the screen, north is up', () => {
    expect(sight.pxOf(3)).toEqual([500, 250]);
    expect(sight.px(frame.center[0] + 80, frame.center[1] + 80)).toEqual([510, 240]);
  });

  test('and back', () => {
    const [x, y] = sight.ground(123, 45);
    const [px, py] = sight.px(x, y);
    expect(px).toBeCloseTo(123, 6);
    expect(py).toBeCloseTo(45, 6);
  });

  test('the free part is what no panel covers', () => {
    expect(sight.free()).toEqual({ x: 240, y: 10, w: 700, h: 450 });
    const [west, south, east, north] = sight.extent(sight.free());
    expect((east - west) / frame.resolution).toBeCloseTo(700, 6);
    expect((north - south) / frame.resolution).toBeCloseTo(450, 6);
  });

  test('a metre is longer on screen than a unit of Web Mercator', () => {
    expect(sight.pxPerM).toBeCloseTo(1 / 8 / 0.7752, 3);
  });
});

describe('the estates of a district', () => {
  test('one without a boundary is not on the map', () => {
    expect(places.isDrawn(10)).toBe(false);
    expect(places.isDrawn(3)).toBe(true);
  });

  test('are found by fid and ordered by area', () => {
    expect(places.position(103)).toBe(2);
    expect(places.position(999)).toBe(-1);
    const areas = Array.from(places.byArea, (at) => places.area[at]!);
    expect(areas).toEqual([...areas].sort((a, b) => b - a));
  });

  test('the bands run from last place up, then from the first down', () => {
    const view = makeRound();
    const walk = bandsOf(view);
    const bands = walk.map((at) => view.band[at]);
    expect(bands.indexOf(top)).toBeGreaterThan(bands.lastIndexOf(bottom));
    const ranks = walk.map((at) => view.rank[at]!);
    const firstTop = bands.indexOf(top);
    expect(ranks.slice(0, firstTop)).toEqual(ranks.slice(0, firstTop).sort((a, b) => b - a));
    expect(ranks.slice(firstTop)).toEqual(ranks.slice(firstTop).sort((a, b) => a - b));
  });
});
