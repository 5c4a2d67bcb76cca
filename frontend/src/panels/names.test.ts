import { beforeEach, expect, test } from 'vitest';
import { i18n } from '../i18n/index.svelte';
import { makeDistrict } from '../test/fixture';
import { bandName, clauseName, clauseNames, partName, roundTitle } from './names';

beforeEach(() => {
  i18n.lang = 'zh';
});

test('ten places at either end, fewer in a small round', () => {
  expect(bandName('top', 10)).toBe('前十名');
  expect(bandName('bottom', 10)).toBe('后十名');
  expect(bandName('bottom', 4)).toBe('后4名');
});

test('a clause is cited as people write it; document numbers stay Chinese', () => {
  expect(clauseName({ document: 'HB', place: '五(二)' })).toBe('河北民字〔2019〕19号 五（二）');
  expect(clauseName({ document: 'TJ', place: '' })).toBe('津政办规〔2020〕15号');
  expect(clauseName({ document: 'ZZ', place: '一' })).toBe('ZZ 一');
});

test('of several clauses each document is named once', () => {
  const hb = (place: string) => ({ document: 'HB', place });
  expect(clauseNames([hb('五(一)'), hb('五(二)'), hb('五(一)'), { document: 'HD', place: '' }])).toEqual([
    '河北民字〔2019〕19号 五（一）、五（二）',
    '河东区旧楼区长效管理问答',
  ]);
});

test('a round by its name, in English by its month', () => {
  const round = makeDistrict().rounds[2]!;
  expect(roundTitle(round, 'zh')).toBe('2026年3月创卫考核');
  expect(roundTitle({ ...round, name: '' }, 'zh')).toBe('2026年3月创卫考核');
  expect(roundTitle(round, 'en')).toBe('Mar 2026 sanitary');
});

test('every kind of filter has a name on its chip', () => {
  const name = (part: Parameters<typeof partName>[0]) => partName(part, makeDistrict(), 10, '2026-03-18');
  expect(name({ kind: 'bands', value: 7 })).toBe('后十名');
  expect(name({ kind: 'bands', value: 2 })).toBe('中段第1档');
  expect(name({ kind: 'states', value: 4 })).toBe('扣全年');
  expect(name({ kind: 'pick', pick: { kind: 'figure', key: 'withheldMonth' } })).toBe('3月扣减');
  expect(name({ kind: 'pick', pick: { kind: 'company', index: 0 } })).toBe('瑞丰物业有限公司');
  expect(name({ kind: 'pick', pick: { kind: 'subdistrict', index: 1 } })).toBe('新立街');
  expect(name({ kind: 'pick', pick: { kind: 'unmapped' } })).toBe('未上图');
  expect(name({ kind: 'pick', pick: { kind: 'listed', name: '依托光华里的散片', fids: [] } })).toBe('依托光华里的散片');
});
