import { expect, test } from 'vitest';
import { baseClass, plainAttribution, roadRank } from './baseStyle';

test('layers of both known schemas are understood', () => {
  expect(baseClass('transportation', { class: 'primary' })).toBe('road');
  expect(baseClass('roads', { kind: 'major_road' })).toBe('road');
  expect(baseClass('roads', { kind: 'rail' })).toBe('rail');
  expect(baseClass('landcover', { class: 'wood' })).toBe('green');
  expect(baseClass('landuse', { kind: 'park' })).toBe('green');
  expect(baseClass('landuse', { kind: 'industrial' })).toBeNull();
  expect(baseClass('water', {})).toBe('water');
  expect(baseClass('building', {})).toBe('building');
});

test('names, points and what is not known are left out', () => {
  for (const layer of ['places', 'place', 'pois', 'transportation_name', 'housenumber', ''])
    expect(baseClass(layer, {})).toBeNull();
});

test('greater roads are wider', () => {
  expect(
    [{ class: 'motorway' }, { kind: 'major_road' }, { class: 'secondary' }, { kind: 'minor_road' }].map(roadRank),
  ).toEqual([0, 1, 2, 3]);
  expect(roadRank({ kind: 'major_road', kind_detail: 'trunk' })).toBe(0);
});

test('an attribution is shown as words', () => {
  expect(plainAttribution('<a href="https://x" onclick="y()">&copy; OpenStreetMap</a>  contributors')).toBe(
    '© OpenStreetMap contributors',
  );
});
