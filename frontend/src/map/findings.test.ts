import { describe, expect, test } from 'vitest';
import type { HotspotPicture, MapPoint } from '../model/hotspotPicture';
import { makeDistrict } from '../test/fixture';
import { findingsAt } from './findings';
import type { Palette } from './palette';
import { Places } from './places';
import { mercator } from './scale';
import { type Scene, Sight } from './sight';

const district = makeDistrict();
const middle = mercator(117.25, 39.15);

function sight(points: MapPoint[], grouped: boolean): Sight {
  const hotspots: HotspotPicture = { rings: [], points, grouped, heat: [], walk: [] };
  const scene: Scene = {
    fills: { grounds: [], of: [] },
    places: new Places(district),
    palette: { scale: 1 } as Palette,
    view: null,
    visible: null,
    selected: null,
    hovered: null,
    proxies: null,
    candidates: [],
    hotspots,
    lang: 'zh',
    padding: { top: 0, right: 0, bottom: 0, left: 0 },
    subdistricts: [],
  };
  return new Sight(scene, {
    center: middle,
    resolution: 5,
    width: 800,
    height: 600,
    pixelRatio: 1,
    z: 14,
    moving: false,
  });
}

const point = (id: string, lon: number): MapPoint => ({ id, lon, lat: 39.15, status: 'open' });

describe('a click on the marks of findings', () => {
  const points = [point('a', 117.25), point('b', 117.2502), point('far', 117.27)];

  test('means the nearest one', () => {
    expect(findingsAt(400, 300, sight(points, false))).toEqual(['a']);
    expect(findingsAt(405, 300, sight(points, false))).toEqual(['b']);
  });

  test('means all of a group', () => {
    const [x, y] = sight(points, true).px(...mercator(117.2501, 39.15));
    expect([...findingsAt(x, y, sight(points, true))].sort()).toEqual(['a', 'b']);
  });

  test('beside them means none', () => {
    expect(findingsAt(430, 340, sight(points, false))).toEqual([]);
  });
});
