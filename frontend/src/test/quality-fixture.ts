import type { QualityCalls, QualityDetail, QualityRow, QualityView } from '../api/quality';
import type { Decided } from '../api/types';
import { nothing } from './ledger-fixture';

const none = { zh: '', en: '' };
const decided: Decided = { session: { version: 'test', desktop: true }, undo: {} };

const kind = (key: string, group: string, zh: string, count: number, repairable = 0) => ({
  key,
  group,
  name: { zh, en: key },
  rule: { zh: `${zh}的判定`, en: `how ${key} is told` },
  unit: none,
  count,
  repairable,
  note: none,
});

/** Two overlaps, one estate that is not on the map, nothing else. */
export const qualityView: QualityView = {
  version: 'v1',
  asOf: '2026-03-18',
  rounds: 3,
  total: 3,
  groups: [
    { key: 'shapes', name: { zh: '边界', en: 'Boundaries' } },
    { key: 'agreements', name: { zh: '服务协议', en: 'Agreements' } },
  ],
  kinds: [
    kind('overlap', 'shapes', '边界重叠', 2, 2),
    kind('no_boundary', 'shapes', '未上图', 1),
    kind('agreement_clash', 'agreements', '协议重叠', 0),
  ],
};

export const overlap: QualityRow = {
  key: 'overlap:["e001" "e002"]',
  kind: 'overlap',
  fids: [101, 102],
  lon: 117.2,
  lat: 39.1,
  box: [117.2, 39.1, 117.201, 39.101],
  size: 1200,
  text: {
    zh: '月牙河东里（e001） 与 月牙河西里（e002） 重叠 1200 平方米',
    en: '月牙河东里（e001） and 月牙河西里（e002） share 1200 m²',
  },
  repairs: [
    { id: 'give:e001', name: { zh: '重叠部分划归 月牙河东里', en: 'Give it to 月牙河东里' } },
    { id: 'give:e002', name: { zh: '重叠部分划归 月牙河西里', en: 'Give it to 月牙河西里' } },
  ],
};

const rows: Record<string, QualityRow[]> = {
  overlap: [
    overlap,
    {
      ...overlap,
      key: 'overlap:["e003" "e004"]',
      fids: [103, 104],
      size: 30,
      text: { zh: '昆仑里第一 与 津塘路12号院 重叠 30 平方米', en: '30 m²' },
    },
  ],
  no_boundary: [
    {
      ...overlap,
      key: 'no_boundary:["e011"]',
      kind: 'no_boundary',
      fids: [111],
      box: [],
      repairs: [],
      text: { zh: '振华里（e011） 没有边界，未上图', en: '振华里（e011） has no boundary' },
    },
  ],
};

const square = (lon: number) =>
  [
    [
      [
        [lon, 39.1],
        [lon + 0.001, 39.1],
        [lon + 0.001, 39.101],
        [lon, 39.1],
      ],
    ],
  ] as const;

export const qualityAnswers: QualityCalls = {
  quality: async () => qualityView,
  qualityProgress: async () => ({ running: false, done: 0, total: 0 }),
  cancelQuality: async () => {},
  qualityFaults: async (_, key) => rows[key] ?? [],
  qualityFault: async (_, key): Promise<QualityDetail> => ({
    row: Object.values(rows)
      .flat()
      .find((row) => row.key === key)!,
    facts: [{ name: { zh: '重叠面积', en: 'Ground in common' }, value: { zh: '1200 平方米', en: '1200 m²' } }],
    clause: null,
    shapes: [{ fid: 101, name: '月牙河东里', shape: square(117.2) }],
    ground: square(117.2),
  }),
  previewQualityRepairs: async () => ({
    lines: [
      {
        name: { zh: '月牙河西里（e002）', en: '月牙河西里（e002）' },
        before: { zh: '2000 平方米', en: '2000 m²' },
        after: { zh: '800 平方米', en: '800 m²' },
      },
    ],
    shapes: [
      { fid: 102, name: '月牙河西里', before: square(117.2), after: square(117.2), beforeM2: 2000, afterM2: 800 },
    ],
    consequence: nothing,
  }),
  repairQuality: async () => decided,
};
