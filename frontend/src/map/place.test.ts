import { describe, expect, test } from 'vitest';
import { Journey } from './place';

const at = (lon: number, zoom = 14) => ({ lon, lat: 39, zoom });

describe('back and forward through views', () => {
  test('go along the views that the map rested at', () => {
    const journey = new Journey();
    for (const lon of [1, 2, 3]) journey.rest(at(lon));
    expect(journey.back()).toEqual(at(2));
    expect(journey.back()).toEqual(at(1));
    expect(journey.back()).toBeNull();
    expect(journey.forward()).toEqual(at(2));
    expect(journey.canBack).toBe(true);
    expect(journey.canForward).toBe(true);
  });

  test('a view gone back to and rested at is no new one', () => {
    const journey = new Journey();
    for (const lon of [1, 2, 3]) journey.rest(at(lon));
    journey.rest(journey.back()!);
    expect(journey.forward()).toEqual(at(3));
  });

  test('a new view forgets what lay ahead', () => {
    const journey = new Journey();
    for (const lon of [1, 2, 3]) journey.rest(at(lon));
    journey.back();
    journey.rest(at(9));
    expect(journey.canForward).toBe(false);
    expect(journey.back()).toEqual(at(2));
  });

  test('only so many are kept', () => {
    const journey = new Journey();
    for (let lon = 0; lon < 500; lon++) journey.rest(at(lon));
    let steps = 0;
    while (journey.back()) steps++;
    expect(steps).toBe(99);
  });
});
