import { describe, expect, test } from 'vitest';
import { makeDistrict, makeRound } from '../test/fixture';
import { firstValues } from './columns';
import { indexEstates } from './estates';
import * as f from './filter';

const district = makeDistrict();
const estates = indexEstates(district);
const view = makeRound();

function kept(filter: f.Filter): number[] {
  const visible = f.mask(filter, district, estates, view);
  return district.estates.fid.filter((_, i) => !visible || visible[i] === 1);
}

describe('a click on the legend', () => {
  test('shows only that class, a second click shows all again', () => {
    const only = f.toggleClass(f.noFilter, 'bands', 7, false);
    expect(kept(only)).toEqual([110, 111]);
    expect(f.toggleClass(only, 'bands', 7, false)).toEqual(f.noFilter);
  });

  test('on another class changes over, also from a state to a band', () => {
    const state = f.toggleClass(f.noFilter, 'states', 4, false);
    const band = f.toggleClass(state, 'bands', 1, false);
    expect([...band.states]).toEqual([]);
    expect(kept(band)).toEqual([101, 102]);
  });

  test('with Ctrl adds a class and takes it away again', () => {
    let both = f.toggleClass(f.noFilter, 'bands', 7, false);
    both = f.toggleClass(both, 'bands', 1, true);
    expect(kept(both)).toEqual([101, 102, 110, 111]);
    expect(kept(f.toggleClass(both, 'bands', 7, true))).toEqual([101, 102]);
  });

  test('with Ctrl in the other half narrows: the bottom ones in that state', () => {
    const bottom = f.toggleClass(f.noFilter, 'bands', 7, false);
    expect(kept(f.toggleClass(bottom, 'states', view.state[9]!, true))).toEqual([110]);
  });
});

describe('a click on a figure', () => {
  test('shows the estates behind it and again all', () => {
    const bottom = f.togglePick(f.noFilter, { kind: 'figure', key: 'bottom' }, false);
    expect(kept(bottom)).toEqual([110, 111]);
    expect(f.togglePick(bottom, { kind: 'figure', key: 'bottom' }, false)).toEqual(f.noFilter);
  });

  test('of which no estate is behind shows none, not all', () => {
    expect(kept(f.togglePick(f.noFilter, { kind: 'figure', key: 'funds' }, false))).toEqual([]);
  });

  test('company, street, notice, changed, not on the map', () => {
    const only = (pick: f.Pick) => kept(f.togglePick(f.noFilter, pick, false));
    expect(only({ kind: 'company', index: 1 })).toEqual([102, 104, 106, 108, 112]);
    expect(only({ kind: 'subdistrict', index: 0 })).toEqual([101, 103, 105, 107, 109, 111]);
    expect(only({ kind: 'community', index: 0 })).toEqual([101, 102, 103]);
    expect(only({ kind: 'notice', index: 0, roundId: 'r3' })).toEqual([103, 104]);
    expect(only({ kind: 'changed' })).toEqual([101, 102]);
    expect(only({ kind: 'unmapped' })).toEqual([111]);
    expect(only({ kind: 'listed', name: 'x', fids: [105, 999] })).toEqual([105]);
  });
});

test('parts name the filter and each can be taken away', () => {
  let filter = f.toggleClass(f.noFilter, 'bands', 7, false);
  filter = f.togglePick(filter, { kind: 'changed' }, true);
  expect(f.parts(filter)).toHaveLength(2);
  for (const part of f.parts(filter)) filter = f.without(filter, part);
  expect(f.isFiltering(filter)).toBe(false);
});

test('what named things of one round does not go on to another', () => {
  const filter = f.togglePick(f.noFilter, { kind: 'notice', index: 0, roundId: 'r3' }, false);
  expect(f.carriedTo(filter, 'r3')).toBe(filter);
  expect(f.isFiltering(f.carriedTo(filter, 'r2'))).toBe(false);
});

describe('the counts of the legend', () => {
  test('classes and what is not on the map add up to all estates', () => {
    const counts = f.countClasses(null, estates, view);
    const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
    expect(counts.total).toBe(12);
    expect(counts.unmapped).toBe(1);
    expect(sum(counts.bands) + counts.unmapped).toBe(12);
    expect(sum(counts.states) + counts.unmapped).toBe(12);
    // The second of the two bottom estates has no boundary and so is not drawn.
    expect(counts.bands[7]).toBe(1);
  });

  test('are of what the filter leaves', () => {
    const filter = f.toggleClass(f.noFilter, 'bands', 1, false);
    const counts = f.countClasses(f.mask(filter, district, estates, view), estates, view);
    expect(counts.total).toBe(2);
    expect(counts.bands).toEqual([0, 2, 0, 0, 0, 0, 0, 0]);
  });
});

describe('a test of a column', () => {
  const head = { zh: '得分', en: 'Score' };
  const score = { key: 'score', head, test: { kind: 'range' as const, from: 90, to: null } };
  const values = (key: string) => (key === 'score' ? firstValues('score', district, view) : null);
  const left = (filter: f.Filter) => {
    const visible = f.mask(filter, district, estates, view, null, view.figures, values);
    return district.estates.fid.filter((_, i) => !visible || visible[i] === 1);
  };

  test('narrows what else is chosen, and one column has one', () => {
    const bands = f.toggleClass(f.noFilter, 'bands', 1, false);
    const both = f.withColumn(bands, 'score', { ...score, test: { kind: 'range', from: 95, to: null } });
    expect(left(both)).toEqual([101]);
    expect(left(f.withColumn(both, 'score', score))).toEqual([101, 102]);
    expect(f.withColumn(both, 'score', score).columns).toHaveLength(1);
  });

  test('has a chip of its own, which takes it away', () => {
    const only = f.withColumn(f.noFilter, 'score', score);
    expect(f.isFiltering(only)).toBe(true);
    const [part] = f.parts(only);
    expect(part).toMatchObject({ kind: 'column' });
    expect(f.isFiltering(f.without(only, part!))).toBe(false);
  });

  test('leaves nothing while its column is not there', () => {
    expect(left(f.withColumn(f.noFilter, 'host', { ...score, key: 'host' }))).toEqual([]);
  });

  test('a second click on a class does not take it for all', () => {
    const both = f.withColumn(f.toggleClass(f.noFilter, 'bands', 1, false), 'score', score);
    expect(f.isFiltering(f.toggleClass(both, 'bands', 1, false))).toBe(true);
  });
});
