import type { ProxyCalls } from '../api/proxy';
import type { ProxyAsk, ProxyRow, ProxyRunView, ProxyTotals } from '../api/proxy-types';
import type { Decided } from '../api/types';

export const proxyAsk: ProxyAsk = {
  asOf: '',
  within: 'district',
  maxDistanceM: 1000,
  capacity: false,
  eachCapacity: -1,
  keep: false,
  keepM: 0,
  barriers: false,
  pins: [],
};

/** A scattered estate that its nearest host takes. */
export function makeProxyRow(part: Partial<ProxyRow>): ProxyRow {
  return {
    fid: 103,
    status: 'assigned',
    hostFid: 110,
    company: 0,
    distanceM: 180.7,
    present: 1,
    changed: true,
    kept: false,
    pinned: false,
    locked: false,
    invalid: false,
    crosses: false,
    nextFid: 109,
    nextCompany: 1,
    gapM: 76.7,
    cause: 'nearest',
    why: { zh: '最近', en: 'nearest' },
    ...part,
  };
}

export const proxyTotals: ProxyTotals = {
  estates: 4,
  served: 3,
  unserved: 1,
  changed: 2,
  overridden: 0,
  other: 1,
  totalM: 290.9,
  worstM: 180.7,
  meanM: 97,
  overCapacity: 0,
};

/** Four scattered estates, one of them out of reach. */
export function makeProxyRun(part: Partial<ProxyRunView> = {}): ProxyRunView {
  return {
    ask: proxyAsk,
    asOf: '2026-03-18',
    rows: [
      makeProxyRow({ fid: 101, distanceM: 20 }),
      makeProxyRow({ fid: 103 }),
      makeProxyRow({ fid: 104, distanceM: 90.2, changed: false, present: 0 }),
      makeProxyRow({ fid: 107, status: 'unassigned', company: -1, distanceM: 1432, cause: 'beyond_max_distance' }),
    ],
    total: proxyTotals,
    loads: [
      {
        company: 0,
        capacity: -1,
        before: { estates: 1, households: 10, areaM2: 900 },
        after: { estates: 3, households: 30, areaM2: 2700 },
      },
    ],
    bins: [
      { fromM: 0, toM: 500, count: 3 },
      { fromM: 500, toM: 1000, count: 0 },
    ],
    links: [],
    text: { zh: '全区就近', en: 'nearest in the district' },
    clause: { document: 'TJ', place: '六(一)' },
    hasBarriers: false,
    ...part,
  };
}

const decided: Decided = { session: { version: 'test', desktop: true }, undo: {} };

export const proxyAnswers: ProxyCalls = {
  proxyRun: async (ask) => makeProxyRun({ ask }),
  proxyProgress: async () => ({ running: false, done: 0, total: 0 }),
  cancelProxyRun: async () => {},
  proxyChoice: async (_, fid) => ({ row: makeProxyRow({ fid }), name: '', hosts: [] }),
  scenarios: async () => [],
  keepScenario: async () => decided,
  dropScenario: async () => decided,
  compareScenarios: async () => {
    const side = { id: '', name: { zh: '现行', en: 'In force' }, total: proxyTotals };
    return { a: side, b: side, changes: [], loads: [] };
  },
  barriers: async () => ({ lines: 0, lengthM: 0, classes: [] }),
  previewBarriers: async () => ({ lines: 1, lengthM: 1000, classes: [{ class: 'river', lines: 1, lengthM: 1000 }] }),
  setBarriers: async () => decided,
  setOverride: async () => decided,
  removeOverride: async () => decided,
  previewAccept: async ({ from }) => ({
    from,
    begins: [],
    ends: [],
    stay: 0,
    none: 0,
    refused: [],
    text: { zh: '', en: '' },
  }),
  acceptRun: async () => decided,
  enclosing: async (gapM) => ({
    gapM,
    scattered: 4,
    possible: 0,
    rows: [],
    hasBarriers: false,
    clause: { document: 'TJ', place: '六(一)' },
  }),
  boundaries: async () => ({ shape: [], near: [] }),
  previewBoundary: async () => ({ areaM2: 1200, beforeM2: 1000, overlaps: [], fault: { zh: '', en: '' } }),
  editBoundary: async () => decided,
  addEstate: async () => decided,
  previewSplit: async () => ({
    keptM2: 700,
    partedM2: 300,
    parted: [],
    text: { zh: '', en: '' },
    fault: { zh: '', en: '' },
  }),
  splitEstate: async () => decided,
  previewMerge: async () => ({ areaM2: 1500, parts: 1, joined: [], refused: [], closed: [], text: { zh: '', en: '' } }),
  mergeEstates: async () => decided,
};
