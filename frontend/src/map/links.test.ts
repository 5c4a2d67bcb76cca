import { expect, test } from 'vitest';
import type { ProxyLink } from '../api/types';
import { companyLine, isHot, linkShape } from './links';
import type { Palette } from './palette';

const palette = { companies: ['one', 'two', 'three'], text2: 'grey' } as unknown as Palette;
const link = { fid: 7, hostFid: 9, company: 1 } as ProxyLink;

test('a link runs from nearest point to nearest point', () => {
  expect(linkShape([0, 0], [30, 0], [-10, 0], [60, 0])).toEqual({ from: [0, 0], to: [30, 0] });
});

test('a link too short to be seen starts at the middle of the estate and ends in the host', () => {
  expect(linkShape([0, 0], [9, 0], [-12, 3], [39, 6])).toEqual({ from: [-12, 3], to: [19, 2] });
});

test('companies are told apart by colour and by dashes, beyond the last colour too', () => {
  expect([0, 1, 2, 3].map((company) => companyLine(company, palette).color)).toEqual(['one', 'two', 'three', 'one']);
  expect(companyLine(0, palette).dash).toEqual([]);
  expect(companyLine(1, palette).dash).toEqual([7, 3]);
  expect(companyLine(-1, palette).color).toBe('three');
});

test('a link is lit by either of its ends, pointed at or selected', () => {
  expect(isHot(link, null, null)).toBe(false);
  expect([isHot(link, 7, null), isHot(link, 9, null), isHot(link, null, 7), isHot(link, 1, 9)]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(isHot(link, 1, 2)).toBe(false);
});
