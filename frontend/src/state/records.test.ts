import { expect, test, vi } from 'vitest';
import { AppError } from '../api/errors';
import type { Consequence, EstateRecord } from '../api/ledger-types';
import { makeAtlas } from '../test/fixture';
import { ledgerAnswers, nothing } from '../test/ledger-fixture';
import { Desk } from './desk.svelte';
import type { RecordAsk } from './records.svelte';

const overlap = new AppError('conflict', { zh: '与现有协议重叠', en: 'Overlaps' });

const agreement: RecordAsk = {
  kind: 'agreement',
  ask: {
    fid: 101,
    companyId: 'c2',
    kind: 'direct',
    startsOn: '2027-01-01',
    endsOn: '',
    change: true,
    reason: '更换',
    correction: '',
  },
};

async function makeRecords(own: Parameters<typeof makeAtlas>[0] = {}) {
  const desk = new Desk(makeAtlas(own));
  await desk.start();
  return { desk, records: desk.records };
}

test('the records that are shown are those of the estate asked for last', async () => {
  const ends = new Map<number, (record: EstateRecord) => void>();
  const { records } = await makeRecords({ estateRecord: (fid) => new Promise((end) => ends.set(fid, end)) });
  const blank = await ledgerAnswers.estateRecord(1);
  const first = records.open(101);
  const second = records.open(102);
  ends.get(102)?.({ ...blank, fid: 102 });
  await second;
  ends.get(101)?.({ ...blank, fid: 101 });
  await first;
  expect(records.record?.fid).toBe(102);
});

test('records that cannot be read say why, and are read again', async () => {
  let fails = true;
  const { records } = await makeRecords({
    estateRecord: async (fid) => {
      if (fails) throw new AppError('internal', { zh: '读不出', en: 'unreadable' });
      return ledgerAnswers.estateRecord(fid);
    },
  });
  await records.open(101);
  expect([records.record, records.error?.in('zh')]).toEqual([null, '读不出']);
  fails = false;
  await records.refresh();
  expect([records.record?.fid, records.error]).toEqual([1, null]);
});

test('what is refused is said while it is filled in, and goes when it is put right', async () => {
  let fails = true;
  const { records } = await makeRecords({
    previewAgreement: async () => {
      if (fails) throw overlap;
      return nothing;
    },
  });
  await records.open(101);
  await records.preview(agreement);
  expect([records.refused?.in('zh'), records.consequence]).toEqual(['与现有协议重叠', null]);
  fails = false;
  await records.preview(agreement);
  expect([records.refused, records.consequence]).toEqual([null, nothing]);
});

test('a consequence that comes after the form was emptied is not shown', async () => {
  const ends: ((c: Consequence) => void)[] = [];
  const { records } = await makeRecords({ previewAgreement: () => new Promise((end) => ends.push(end)) });
  const asked = records.preview(agreement);
  records.clear();
  ends[0]?.(nothing);
  await asked;
  expect(records.consequence).toBeNull();
});

test('each kind of record goes its own way, and the records are read again once it is written', async () => {
  const calls = {
    setAgreement: vi.fn(ledgerAnswers.setAgreement),
    endAgreement: vi.fn(ledgerAnswers.endAgreement),
    enrol: vi.fn(ledgerAnswers.enrol),
    exit: vi.fn(ledgerAnswers.exit),
    setAmount: vi.fn(ledgerAnswers.setAmount),
  };
  const estateRecord = vi.fn(ledgerAnswers.estateRecord);
  const { records } = await makeRecords({ ...calls, estateRecord });
  await records.open(101);
  const ways = {
    agreement: 'setAgreement',
    end: 'endAgreement',
    enrol: 'enrol',
    exit: 'exit',
    amount: 'setAmount',
  } as const;
  for (const [kind, way] of Object.entries(ways)) {
    const ask = { fid: 101 };
    expect(await records.take({ kind, ask } as RecordAsk)).toBeNull();
    expect(calls[way]).toHaveBeenCalledExactlyOnceWith(ask);
  }
  expect(estateRecord).toHaveBeenCalledTimes(6);
});

test('a record that is refused stays as it was filled in', async () => {
  const { records } = await makeRecords({
    setAgreement: async () => {
      throw overlap;
    },
  });
  await records.open(101);
  expect(await records.take(agreement)).toBe(overlap);
  expect(records.refused).toBe(overlap);
  records.close();
  expect([records.fid, records.refused]).toEqual([null, null]);
});
