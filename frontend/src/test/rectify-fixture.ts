import type { RectifyCalls } from '../api/rectify';
import type { FindingRow, FindingSums, RectifyEstate, RectifyRow, RectifyView } from '../api/rectify-types';
import type { Decided } from '../api/types';

const none = { zh: '', en: '' };

const decided: Decided = { session: { version: 'test', desktop: true }, undo: {} };

const noFindings: FindingSums = { total: 0, open: 0, overdue: 0, resolved: 0, late: 0, rate: -1 };

/** A desk without a row. */
export const noRectification: RectifyView = {
  roundId: '',
  asOf: '2026-03-18',
  on: '2026-03-18',
  window: 6,
  kinds: ['district_sanitary', 'joint_check', 'routine'],
  bandM: 0,
  bandGiven: false,
  bandCapped: false,
  sums: {
    listed: 0,
    estates: 0,
    frequent: 0,
    prone: 0,
    both: 0,
    open: 0,
    recheck: 0,
    done: 0,
    overdue: 0,
    dueSoon: 0,
    noDue: 0,
    unscored: 0,
    unscoredFids: [],
  },
  rounds: [],
  estates: [],
  rows: [],
  items: [],
  subdistricts: [],
  companies: [],
  parties: [],
  matrix: { items: [], subdistricts: [], cells: [] },
  months: [],
  times: [],
  clusters: [],
  lisa: [],
  courses: [],
  findings: noFindings,
  log: [],
};

/** A district in which nothing recurs. */
export const rectifyAnswers: RectifyCalls = {
  rectification: async () => noRectification,
  rectifyProgress: async () => ({ running: false, done: 0, total: 0 }),
  cancelRectification: async () => {},
  rectifySteps: async () => [],
  rectify: async () => decided,
  findings: async (ask) => ({ on: ask.on, sums: noFindings, rows: [] }),
  findingPlaces: async () => [],
  setFinding: async () => decided,
  resolveFindings: async () => decided,
  heat: async (ask) => ({
    of: ask.of,
    on: '2026-03-18',
    bandwidthM: 300,
    cellM: 25,
    points: 0,
    left: 0,
    most: 0,
    unit: none,
    bands: [],
    text: none,
  }),
};

/** A row of the list: item C2 of estate 101, open and without a deadline unless said otherwise. */
export function makeRectifyRow(part: Partial<RectifyRow> = {}): RectifyRow {
  return {
    estate: 0,
    fid: 101,
    item: 'C2',
    name: '垃圾容器与日产日清',
    in: [true, false, true, true, false, true],
    occurrences: 4,
    scored: 6,
    frequent: true,
    prone: true,
    side: 'company',
    party: { zh: '瑞丰', en: '瑞丰' },
    company: 0,
    contact: '',
    status: 'open',
    recurred: false,
    source: 'none',
    dueOn: '',
    daysLeft: 0,
    note: '',
    by: '',
    stepOn: '',
    steps: 0,
    lastSeen: '2026-03-18',
    findings: 0,
    openFindings: 0,
    ...part,
  };
}

/** An estate of the list by position in the district. */
function makeRectifyEstate(at: number, burden: number, cluster: string): RectifyEstate {
  return {
    fid: 101 + at,
    name: `小区${at + 1}`,
    subdistrict: at % 2,
    community: '',
    company: 0,
    burden,
    scored: 6,
    occurrences: 4,
    scoredIn: [true, true, true, true, true, true],
    points: [1, 1, 1, 1, 1, 1],
    cluster,
    z: 0,
    p: 1,
    q: 1,
    lisa: 'none',
    lisaI: 0,
    lisaP: 1,
    trend: 'none',
    trendP: 1,
    course: 'persistent',
    ranks: [],
    lon: 117.2,
    lat: 39.1,
    onMap: true,
    rows: 1,
  };
}

/** Three estates and five rows: one of each status that the tabs tell apart. */
export function makeRectification(part: Partial<RectifyView> = {}): RectifyView {
  return {
    ...noRectification,
    roundId: 'r3',
    estates: [
      makeRectifyEstate(0, 57.4, 'hot_99'),
      makeRectifyEstate(1, 38.2, 'none'),
      makeRectifyEstate(2, 30.1, 'unknown'),
    ],
    rows: [
      makeRectifyRow({ dueOn: '2026-03-10', daysLeft: -8, status: 'overdue' }),
      makeRectifyRow({ item: 'T3', name: '乱堆乱倒', frequent: false, party: { zh: '万新街', en: '万新街' } }),
      makeRectifyRow({ estate: 1, fid: 102, dueOn: '2026-03-25', daysLeft: 7 }),
      makeRectifyRow({ estate: 1, fid: 102, item: 'C5', status: 'recheck', occurrences: 6 }),
      makeRectifyRow({ estate: 2, fid: 103, item: 'C5', status: 'done', frequent: false }),
    ],
    clusters: ['hot_99', 'none', 'unknown'].map((key) => ({ key, text: { zh: key, en: key }, means: none, count: 1 })),
    ...part,
  };
}

/** A finding of estate 101 with a place, open. */
export function makeFinding(part: Partial<FindingRow> = {}): FindingRow {
  return {
    id: 'f1',
    fid: 101,
    estate: '月牙河东里',
    subdistrict: 0,
    company: 0,
    roundId: '',
    item: 'C2',
    name: '垃圾容器与日产日清',
    side: 'company',
    party: { zh: '瑞丰', en: '瑞丰' },
    foundOn: '2026-03-01',
    dueOn: '2026-03-20',
    resolvedOn: '',
    status: 'open',
    daysLeft: 2,
    description: '',
    photo: '',
    note: '',
    by: '',
    onMap: true,
    lon: 117.21,
    lat: 39.11,
    hasPlace: true,
    ...part,
  };
}
