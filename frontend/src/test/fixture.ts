// A small district for tests: a dozen estates, three rounds, everything that a screen has to tell apart.

import type { Atlas } from '../api/atlas';
import type { Card, District, HistoryPoint, ImportResult, ProxyView, RoundView, Session } from '../api/types';
import { ledgerAnswers } from './ledger-fixture';
import { proxyAnswers } from './proxy-fixture';
import { qualityAnswers } from './quality-fixture';
import { rectifyAnswers } from './rectify-fixture';
import { wizardAnswers } from './wizard-fixture';

const names = [
  ['月牙河东里', 'yueyahedongli', 'yyhdl'],
  ['月牙河西里', 'yueyahexili', 'yyhxl'],
  ['昆仑里第一', 'kunlunlidiyi', 'klldy'],
  ['津塘路12号院', 'jintanglu12haoyuan', 'jtl12hy'],
  ['津塘路2号院', 'jintanglu2haoyuan', 'jtl2hy'],
  ['光华里', 'guanghuali', 'ghl'],
  ['秋丽家园', 'qiulijiayuan', 'qljy'],
  ['<img src=x onerror=alert(1)>', '', ''],
  ['海山南里', 'haishannanli', 'hsnl'],
  ['丽新里', 'lixinli', 'lxl'],
  ['振华里', 'zhenhuali', 'zhl'],
  ['景欣苑', 'jingxinyuan', 'jxy'],
] as const;

export function makeDistrict(): District {
  const n = names.length;
  const each = <T>(value: (i: number) => T) => names.map((_, i) => value(i));
  return {
    version: 'v1',
    extent: [117.2, 39.1, 117.3, 39.2],
    rounds: [
      { id: 'r1', name: '2025年12月创卫考核', heldOn: '2025-12-18', changed: 0 },
      { id: 'r2', name: '2026年1月创卫考核', heldOn: '2026-01-20', changed: 4 },
      { id: 'r3', name: '2026年3月创卫考核', heldOn: '2026-03-18', changed: 2 },
    ],
    companies: [
      { id: 'c1', name: '瑞丰物业有限公司', shortName: '瑞丰' },
      { id: 'c2', name: '恒泰安居物业', shortName: '恒泰' },
    ],
    subdistricts: ['万新街', '新立街'],
    communities: ['第一社区'],
    estates: {
      fid: each((i) => 101 + i),
      id: each((i) => `e${String(i + 1).padStart(3, '0')}`),
      name: names.map((x) => x[0]),
      pinyin: names.map((x) => x[1]),
      initials: names.map((x) => x[2]),
      subdistrict: each((i) => (i === 11 ? -1 : i % 2)),
      community: each((i) => (i < 3 ? 0 : -1)),
      form: each((i) => (i % 3 === 0 ? 1 : 0)),
      areaM2: each((i) => (i === 10 ? 0 : 1000 + i * 1000)),
      households: each((i) => (i === 5 ? -1 : 100 + i)),
      lon: each((i) => (i === 10 ? 0 : 117.2 + i / n / 10)),
      lat: each((i) => (i === 10 ? 0 : 39.1 + i / n / 10)),
      widthM: each(() => 60),
    },
    spellings: {
      companies: [
        { pinyin: 'ruifengwuyeyouxiangongsi', initials: 'rfwyyxgs' },
        { pinyin: 'hengtaianjuwuye', initials: 'htajwy' },
      ],
      subdistricts: [
        { pinyin: 'wanxinjie', initials: 'wxj' },
        { pinyin: 'xinlijie', initials: 'xlj' },
      ],
      communities: [{ pinyin: 'diyishequ', initials: 'dysq' }],
    },
    hasBackdrop: false,
    outlines: '',
    shifted: [],
  };
}

/** The last estate is not scored; the others rank 1 to 11 by position, turned by the round. */
export function makeRound(roundId = 'r3'): RoundView {
  const n = names.length;
  const turn = { r1: 4, r2: 2, r3: 0 }[roundId] ?? 0;
  const each = <T>(value: (i: number) => T) => names.map((_, i) => value(i));
  const rank = each((i) => (i === n - 1 ? 0 : 1 + ((i + turn) % (n - 1))));
  const band = rank.map((r) => (r === 0 ? 0 : r <= 2 ? 1 : r >= 10 ? 7 : 2 + Math.floor((r - 3) / 1.5)));
  const bottom = each((i) => 101 + i).filter((_, i) => band[i] === 7);
  return {
    roundId,
    asOf: { r1: '2025-12-18', r2: '2026-01-20', r3: '2026-03-18' }[roundId] ?? '',
    scored: n - 1,
    bandSize: 2,
    rank,
    rankFromBottom: rank.map((r) => (r === 0 ? 0 : n - r)),
    tied: each(() => false),
    score: rank.map((r) => (r === 0 ? '' : String(100 - r * 3))),
    change: each((i) => (i % 3) - 1),
    band,
    state: each((i) => i % 8),
    company: each((i) => (i === 9 ? -1 : i % 2)),
    proxy: each(() => false),
    cause: band.map((b) => (b === 7 ? 1 : 0)),
    level: each(() => 0),
    proposedLevel: each(() => 0),
    run: band.map((b) => (b === 7 ? 2 : 0)),
    payableFen: each((i) => i * 10_000),
    edges: [0, 0, 1, 2, 3, 4, 5, 5, 6, 7, 8, 8, 9, 9, 10, 11],
    figures: [
      {
        key: 'scored',
        label: { zh: '', en: '' },
        unit: 'estates',
        count: n - 1,
        fen: 0,
        money: false,
        notes: [],
        fids: each((i) => 101 + i).slice(0, n - 1),
      },
      {
        key: 'bottom',
        label: { zh: '', en: '' },
        unit: 'estates',
        count: bottom.length,
        fen: 0,
        money: false,
        notes: [],
        fids: bottom,
      },
      {
        key: 'funds',
        label: { zh: '', en: '' },
        unit: '',
        count: 0,
        fen: 40_380_000,
        money: true,
        notes: [],
        fids: [],
      },
    ],
    changed: [101, 102],
    warnings: [
      { text: { zh: '两个小区的公布名次与得分矛盾', en: 'Official ranks contradict the scores' }, fids: [103, 104] },
    ],
    companies: [],
    subdistricts: [],
  };
}

/** The card of a bottom estate with everything on it. */
export function makeCard(fid = 110, roundId = 'r3'): Card {
  const district = makeDistrict();
  const view = makeRound(roundId);
  const at = district.estates.fid.indexOf(fid);
  const clause = { document: 'HB', place: '五(二)' };
  return {
    fid,
    id: district.estates.id[at] ?? '',
    name: district.estates.name[at] ?? '',
    subdistrict: '新立街',
    community: '第一社区',
    form: 'contiguous',
    formDerived: false,
    mode: 'company',
    areaM2: 30_600,
    households: 486,
    onMap: true,
    roundId,
    asOf: view.asOf,
    rank: view.rank[at] ?? 0,
    rankFromBottom: 1,
    of: 11,
    bandSize: 2,
    tied: false,
    change: -3,
    hasPrevious: true,
    score: '61.5',
    band: 'bottom',
    run: 3,
    history: [
      { roundId: 'r1', heldOn: '2025-12-18', rank: 5, of: 11, band: 'middle', score: '85' },
      { roundId: 'r2', heldOn: '2026-01-20', rank: 9, of: 11, band: 'middle', score: '73' },
      { roundId: 'r3', heldOn: '2026-03-18', rank: 10, of: 11, band: 'bottom', score: '61.5' },
    ],
    measures: [
      {
        roundId: 'r3',
        heldOn: '2026-03-18',
        rank: 10,
        cause: 'company',
        confirmedLevel: 3,
        proposedLevel: 3,
        text: { zh: '扣全年，启动退出程序', en: 'Year withheld; exit begins' },
        reasons: [
          {
            clause,
            text: { zh: '连续三轮后十名', en: 'Bottom three rounds running' },
            roundIds: ['r1', 'r3'],
            expired: true,
          },
        ],
      },
    ],
    deductions: {
      total: '38.5',
      companyShare: 0.766,
      cause: 'company',
      determined: true,
      items: [{ item: 'C2', name: '垃圾容器与日产日清', points: '12.0', share: 0.31, company: true }],
    },
    money: {
      state: 'withheld_year',
      monthlyFen: 490_000,
      payableFen: 490_000,
      months: Array.from({ length: 12 }, (_, i) => ({
        month: `2026-${String(i + 1).padStart(2, '0')}`,
        payableFen: 490_000,
        status: 'confirmed',
        timing: i < 2 ? 'clawback' : 'withheld',
      })),
      scopeCount: 28,
      scopeFen: 64_260_000,
      scopeProposedFen: 0,
      reasons: [],
    },
    company: {
      index: 0,
      id: 'c1',
      name: '瑞丰物业有限公司',
      kind: 'direct',
      since: '2024-07-01',
      until: '',
      person: '李建国',
      phone: '',
      estates: 41,
      proxied: 14,
      lostAwards: true,
      blacklistedOn: '',
    },
    proxy: {
      status: 'assigned',
      hostFid: 103,
      hostName: '昆仑里第一',
      company: '瑞丰物业有限公司',
      distanceM: 180.7,
      runnersUp: [
        {
          fid: 104,
          name: '津塘路12号院',
          company: '恒泰安居物业',
          distanceM: 1240,
          passed: { zh: '企业列入失信名单', en: 'Its company is blacklisted' },
        },
      ],
      served: [],
      reason: { zh: '最近的成片小区', en: 'Nearest contiguous estate' },
    },
    decisions: [
      { on: '2026-03-20', by: '王敏', text: { zh: '认定为企业责任', en: 'determined as the company’s failure' } },
    ],
    reasons: [],
  };
}

/** A program that answers from the fixture; any of its answers can be replaced. */
export function makeAtlas(own: Partial<Atlas> = {}): Atlas {
  const project = { name: '示例区（虚构）', path: '/data/demo.gpkg', version: 'v1', readOnly: false, madeUp: true };
  const session: Session = { version: '0.1.0', desktop: true, project };
  const history = (): HistoryPoint[] => [
    { roundId: 'r1', heldOn: '2025-12-18', rank: 5, of: 11, band: 'middle', score: '85' },
    { roundId: 'r3', heldOn: '2026-03-18', rank: 11, of: 11, band: 'bottom', score: '67' },
  ];
  const job = { id: 'j1', done: 1, total: 1, finished: true, fileName: 'x.csv', bytes: 1 };
  return {
    session: async () => session,
    district: async () => makeDistrict(),
    round: async (roundId) => makeRound(roundId || 'r3'),
    card: async (fid, roundId) => makeCard(fid, roundId || 'r3'),
    history: async (fids) => fids.map(history),
    proxies: async (): Promise<ProxyView> => ({ asOf: '2026-03-18', links: [], unassigned: [] }),
    numbers: async () => [],
    colour: async () => {
      throw new Error('no colouring in this district');
    },
    group: async () => {
      throw new Error('no group in this district');
    },
    overview: async (roundId) => ({
      roundId,
      asOf: '',
      sections: [],
      bottom: [],
      in: [],
      out: [],
      top: [],
      risen: [],
      fallen: [],
      funds: [],
      months: [],
    }),
    agenda: async (roundId) => ({
      district: '',
      madeUp: false,
      roundId,
      roundName: '',
      heldOn: '',
      scored: 0,
      bandSize: 10,
      steps: [],
    }),
    measure: async () => ({ lengthM: 0, areaM2: 0, segmentM: [] }),
    startExport: async () => job,
    jobState: async () => job,
    cancelJob: async () => {},
    tableColumns: async () => [],
    baseMaps: async () => [],
    addBaseMap: async () => {
      throw new Error('no base maps');
    },
    addBaseAddress: async () => {
      throw new Error('no base maps');
    },
    removeBaseMap: async () => {},
    clerk: async () => '',
    setClerk: async () => {},
    undoState: async () => ({}),
    undo: async () => session,
    redo: async () => session,
    openDemo: async () => session,
    open: async () => session,
    importData: async (): Promise<ImportResult> => ({ done: true, project, faults: [], notes: [], counts: [] }),
    chooseProject: async () => '',
    chooseFiles: async () => [],
    chooseBaseMap: async () => '',
    chooseFolder: async () => '',
    chooseTarget: async () => '',
    saveExport: async () => '',
    prefs: async () => '',
    savePrefs: async () => {},
    ...ledgerAnswers,
    letterKinds: async () => [],
    letterTemplate: async () => ({ name: '', file: '' }),
    checkLetterTemplate: async () => {
      throw new Error('no template');
    },
    setLetterTemplate: async () => {
      throw new Error('no template');
    },
    letters: async () => ({ roundId: '', asOf: '', lines: [], note: { zh: '', en: '' } }),
    ...proxyAnswers,
    ...qualityAnswers,
    ...wizardAnswers,
    ...rectifyAnswers,
    ...own,
  };
}
