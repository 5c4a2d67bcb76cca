import { fromLonLat } from 'ol/proj';
import { describe, expect, test } from 'vitest';
import { coordinates, groundScale, mercator, scaleBar } from './scale';

describe('scale bar', () => {
  test('is 1, 2 or 5 times a power of ten, true to length and never too long', () => {
    for (let exponent = -3; exponent < 4; exponent += 0.07) {
      const metresPerPx = 10 ** exponent;
      const { px, label } = scaleBar(metresPerPx, 110, 'en');
      expect(px).toBeLessThanOrEqual(110.0001);
      expect(px).toBeGreaterThan(110 / 2.51);
      const [figure, unit] = label.replace(/,/g, '').split(' ');
      const metres = Number(figure) * (unit === 'km' ? 1000 : 1);
      expect(metres / metresPerPx).toBeCloseTo(px, 5);
      expect([1, 2, 5]).toContain(Number(metres.toExponential()[0]));
    }
  });

  test('speaks the language', () => {
    expect(scaleBar(4.6, 110, 'zh').label).toBe('500 米');
    expect(scaleBar(20, 110, 'zh').label).toBe('2 公里');
    expect(scaleBar(20, 110, 'en').label).toBe('2 km');
  });

  test('is not there before the map is', () => {
    expect(scaleBar(0, 110, 'zh').px).toBe(0);
    expect(scaleBar(Number.NaN, 110, 'zh').px).toBe(0);
  });
});

test('a unit of Web Mercator is shorter on the ground the farther north', () => {
  expect(groundScale(0)).toBe(1);
  expect(groundScale(39.1)).toBeCloseTo(0.7771, 4);
  expect(groundScale(60)).toBeCloseTo(0.50126, 5);
});

test('places agree with the projection of the map', () => {
  for (const [lon, lat] of [
    [117.2846, 39.1192],
    [0, 0],
    [-179.5, -60],
  ] as const) {
    const [x, y] = mercator(lon, lat);
    const expected = fromLonLat([lon, lat]);
    expect(x).toBeCloseTo(expected[0]!, 3);
    expect(y).toBeCloseTo(expected[1]!, 3);
  }
});

test('coordinates', () => {
  expect(coordinates(117.2846, 39.1192)).toBe('117.2846°E 39.1192°N');
  expect(coordinates(-0.5, -0.25)).toBe('0.5000°W 0.2500°S');
});

test('the bar is as long as the ground below it', () => {
  // Metres of a degree of longitude on the ellipsoid, as geodesy textbooks list them.
  for (const [lat, metres] of [
    [0, 111_320],
    [15, 107_551],
    [30, 96_486],
    [45, 78_847],
    [60, 55_800],
  ] as const) {
    const resolution = 4.2;
    const { px, label } = scaleBar(resolution * groundScale(lat), 110, 'en');
    const [west] = mercator(117, lat);
    const [east] = mercator(118, lat);
    const pxOfDegree = (east - west) / resolution;
    const said = Number(label.split(' ')[0]);
    expect(((px / pxOfDegree) * metres) / said, `${lat}°`).toBeCloseTo(1, 4);
  }
});
