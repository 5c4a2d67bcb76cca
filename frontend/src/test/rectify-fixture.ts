import type { RectifyCalls } from '../api/rectify';
import type { FindingSums, RectifyView } from '../api/rectify-types';
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
