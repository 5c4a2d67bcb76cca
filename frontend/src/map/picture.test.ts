import { describe, expect, test } from 'vitest';
import { Part, type ProxyPicture } from '../model/proxyPicture';
import { makeDistrict, makeRound } from '../test/fixture';
import { themes, tokenPalette } from '../test/tokens';
import { mix, pictureFills, withoutRanks } from './picture';
import { Places } from './places';

const places = new Places(makeDistrict());
const palette = tokenPalette('light');
const candidate = { fid: 103, company: 1, distanceM: 20, rank: 1, taken: true, from: [117.2, 39.1], to: [117.2, 39.1] };
const picture: ProxyPicture = {
  parts: Uint8Array.from(
    places.fid,
    (_, at) => [Part.host, Part.host, Part.scattered, Part.scattered][at] ?? Part.aside,
  ),
  company: places.fid.map((_, at) => [0, 13][at] ?? -1),
  candidates: [{ ...candidate, hostFid: 102 }],
  walk: [],
};

describe('the estates at the proxy desk', () => {
  const fills = pictureFills(picture, places, 103, palette);
  const colours = places.fid.map((_, at) => fills.grounds[fills.of[at] ?? 0]?.colour);

  test('a host has a tint of its company, a stronger one where it could be chosen', () => {
    expect(colours[0]).toBe(mix(palette.companies[0]!, palette.block, 0.22));
    expect(colours[1]).toBe(mix(palette.companies[1]!, palette.block, 0.46));
  });

  test('scattered estates are white, the selected one has the colour of what is chosen', () => {
    expect(colours[3]).toBe(palette.surface);
    expect(colours[2]).toBe(palette.accent);
  });

  test('one that nobody serves is told apart without a colour', () => {
    const parts = Uint8Array.from(picture.parts, (part) => (part === Part.scattered ? Part.unserved : part));
    const other = pictureFills({ ...picture, parts }, places, null, palette);
    expect(other.grounds[other.of[3] ?? 0]).toMatchObject({ colour: palette.surface, dotted: true });
    expect(fills.grounds[fills.of[3] ?? 0]).toMatchObject({ colour: palette.surface, dotted: false });
  });

  test('the others stay behind', () => {
    const behind = colours[4];
    expect([colours[0], colours[1], colours[2], colours[3]]).not.toContain(behind);
    expect(new Set(colours.slice(4)).size).toBe(1);
  });

  test.each(themes)('every tint is a colour that can be drawn: %s', (theme) => {
    for (const { colour } of pictureFills(picture, places, null, tokenPalette(theme)).grounds) {
      expect(colour).toMatch(/^#[0-9a-f]{3,6}$/);
    }
  });

  test('neither ranks nor subsidy states show, and the same round stays the same', () => {
    const view = makeRound();
    const plain = withoutRanks(view);
    expect([plain.band, plain.state]).toEqual([[], []]);
    expect(withoutRanks(view)).toBe(plain);
  });
});
