import { expect, test } from 'vitest';
import type { Shape } from './drawing';
import { fitter, pathOf } from './faults';

const square = (lon: number, lat: number, side: number): Shape => [
  [
    [
      [lon, lat],
      [lon + side, lat],
      [lon + side, lat + side],
      [lon, lat + side],
      [lon, lat],
    ],
  ],
];

test('shapes fill the picture with north up and nothing outside of it', () => {
  const to = fitter([square(117.2, 39.1, 0.001), square(117.2005, 39.1005, 0.001)], 300, 150, 10);
  const [left, bottom] = to([117.2, 39.1]);
  const [right, top] = to([117.2015, 39.1015]);
  expect([top, bottom]).toEqual([expect.closeTo(10, 6), expect.closeTo(140, 6)]);
  expect(left).toBeGreaterThan(10);
  expect(left + right).toBeCloseTo(300, 6);
  // A degree of longitude is shorter than one of latitude.
  expect((right - left) / (bottom - top)).toBeCloseTo(Math.cos((39.10075 * Math.PI) / 180), 6);
});

test('nothing to show is no fault', () => {
  expect(fitter([[]], 300, 150, 10)([117, 39])).toEqual([150, 75]);
  expect(pathOf([], () => [0, 0])).toBe('');
});

test('each ring is a closed path of its own', () => {
  const path = pathOf([...square(0, 0, 1), ...square(2, 2, 1)], ([x = 0, y = 0]) => [x, y]);
  expect(path.match(/M/g)?.length).toBe(2);
  expect(path.match(/Z/g)?.length).toBe(2);
  expect(path.startsWith('M0.0 0.0L1.0 0.0L1.0 1.0')).toBe(true);
});
