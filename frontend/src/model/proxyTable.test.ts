import { describe, expect, test } from 'vitest';
import { makeDistrict } from '../test/fixture';
import { makeProxyRow } from '../test/proxy-fixture';
import { countTabs, orderRows, ProxyNames } from './proxyTable';

const names = new ProxyNames(makeDistrict());
const rows = [
  makeProxyRow({ fid: 101, distanceM: 20, changed: true }),
  makeProxyRow({ fid: 102, distanceM: -1, hostFid: 0, company: -1, status: 'unassigned', changed: true }),
  makeProxyRow({ fid: 103, distanceM: 180.7, changed: true, status: 'override' }),
  makeProxyRow({ fid: 104, distanceM: 90.2, changed: false, locked: true }),
];
const order = (tab: Parameters<typeof orderRows>[1], column: 'distance' | 'estate', descending: boolean) =>
  orderRows(rows, tab, { column, descending }, names, 'zh').map((row) => row.fid);

describe('the list of scattered estates', () => {
  test('a tab counts what it shows; an estate without anybody does not change company', () => {
    const counts = countTabs(rows);
    expect(counts).toEqual({ changed: 2, unassigned: 1, all: 4, overrides: 2 });
    for (const tab of ['changed', 'unassigned', 'all', 'overrides'] as const) {
      expect(order(tab, 'distance', true)).toHaveLength(counts[tab]);
    }
  });

  test('what has no distance comes last, farthest first or nearest first', () => {
    expect(order('all', 'distance', true)).toEqual([103, 104, 101, 102]);
    expect(order('all', 'distance', false)).toEqual([101, 104, 103, 102]);
  });

  test('names are ordered as Chinese is', () => {
    expect(order('all', 'estate', false)).toEqual([104, 103, 101, 102]);
  });
});
