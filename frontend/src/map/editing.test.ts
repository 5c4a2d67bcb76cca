import { expect, test } from 'vitest';
import type { Shape } from '../model/drawing';
import { Exact } from './editing';

const shape: Shape = [
  [
    [
      [117.2345678901, 39.1234567891],
      [117.2356789012, 39.1234567891],
      [117.2356789012, 39.1245678902],
      [117.2345678901, 39.1234567891],
    ],
  ],
];

test('a boundary that nobody moved comes back to the last digit', () => {
  const exact = new Exact();
  expect(exact.shape(exact.plane(shape))).toEqual(shape);
});

test('a vertex that snapped to a neighbour takes its very place', () => {
  const exact = new Exact();
  const [[[neighbour]]] = exact.plane(shape) as [[[number[]]]];
  expect(exact.degrees([...neighbour])).toEqual(shape[0]![0]![0]);
});

test('a vertex that was moved is where it was moved to', () => {
  const exact = new Exact();
  exact.plane(shape);
  const [lon, lat] = exact.degrees([13050000, 4740000]);
  expect(lon).toBeCloseTo(117.2303, 3);
  expect(lat).toBeCloseTo(39.1278, 3);
});
