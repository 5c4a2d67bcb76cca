import { describe, expect, test, vi } from 'vitest';
import { AppError } from '../api/errors';
import type { Consequence, DeterminationAsk, LedgerRow, LedgerView, MatrixView } from '../api/ledger-types';
import type { ExportAsk } from '../api/types';
import { makeAtlas } from '../test/fixture';
import { ledgerAnswers, nothing } from '../test/ledger-fixture';
import { Desk } from './desk.svelte';

const none = { zh: '', en: '' };

function makeRow(fid: number, part: Partial<LedgerRow> = {}): LedgerRow {
  return {
    fid,
    name: `小区${fid}`,
    subdistrict: fid % 2 === 1 ? 0 : 1,
    community: '',
    company: fid % 2 === 1 ? 0 : 1,
    proxy: false,
    rank: fid - 100,
    rankFromBottom: 1,
    score: '60',
    run: 1,
    deductions: [],
    total: '0',
    companyPoints: '0',
    share: -1,
    threshold: '0.5',
    derivedCause: 'undetermined',
    cause: 'undetermined',
    determination: null as never,
    earlier: [],
    confirmedLevel: 0,
    proposedLevel: 1,
    measures: [],
    reinspections: [],
    reasons: [],
    ...part,
  };
}

const known = { cause: 'company', by: '王敏', on: '2026-03-20', reason: '现场核实' };

async function makeLedger(own: Parameters<typeof makeAtlas>[0] = {}) {
  const atlas = makeAtlas({
    ledger: async (roundId: string): Promise<LedgerView> => ({
      ...(await ledgerAnswers.ledger(roundId)),
      roundId,
      rows: [makeRow(109), makeRow(110), makeRow(111, { cause: 'company', determination: known })],
    }),
    ...own,
  });
  const desk = new Desk(atlas);
  await desk.start();
  await desk.ledger.refresh();
  return { desk, ledger: desk.ledger };
}

describe('causes', () => {
  test('what a choice would change is asked for at once, and nothing is decided', async () => {
    const asked: DeterminationAsk[][] = [];
    const determine = vi.fn(ledgerAnswers.determine);
    const { ledger } = await makeLedger({
      previewDecision: async (asks) => {
        asked.push([...asks]);
        return nothing;
      },
      determine,
    });
    await ledger.choose(110, 'company');
    expect(asked).toEqual([[{ roundId: 'r3', fid: 110, cause: 'company', reason: '', on: '' }]]);
    expect([...ledger.asked]).toEqual([[110, 'company']]);
    expect(ledger.consequence).toBe(nothing);
    expect(determine).not.toHaveBeenCalled();
  });

  test('a choice for one of those picked is a choice for all of them, taken as one decision', async () => {
    const determine = vi.fn(ledgerAnswers.determine);
    const { ledger } = await makeLedger({ determine });
    ledger.toggle(109);
    ledger.toggle(110);
    await ledger.choose(109, 'territorial');
    ledger.reason = ' 市政施工 ';
    await ledger.take();
    expect(determine).toHaveBeenCalledTimes(1);
    expect(determine).toHaveBeenCalledWith(
      [109, 110].map((fid) => ({ roundId: 'r3', fid, cause: 'territorial', reason: '市政施工', on: '' })),
      '',
    );
    expect([ledger.asked.size, ledger.picked.size, ledger.reason]).toEqual([0, 0, '']);
  });

  test('what is determined already is not asked for again; what is only derived can be confirmed', async () => {
    const { ledger } = await makeLedger();
    await ledger.choose(111, 'company');
    expect(ledger.asked.size).toBe(0);
    await ledger.choose(111, 'territorial');
    expect([...ledger.asked]).toEqual([[111, 'territorial']]);
    await ledger.choose(111, 'company');
    expect([ledger.asked.size, ledger.consequence]).toEqual([0, null]);
    await ledger.choose(109, 'undetermined');
    expect(ledger.asked.size).toBe(1);
  });

  test('a refused decision stays as it was put, with the reason', async () => {
    const { ledger } = await makeLedger({
      determine: async () => {
        throw new AppError('invalid', { zh: '填写更正理由', en: 'Give the reason' });
      },
    });
    await ledger.choose(109, 'company');
    ledger.reason = '复核';
    await ledger.take();
    expect(ledger.refused?.in('zh')).toBe('填写更正理由');
    expect([ledger.asked.size, ledger.reason, ledger.busy]).toEqual([1, '复核', false]);
  });

  test('of two choices the later one’s consequence is shown, whichever is worked out first', async () => {
    const ends: ((c: Consequence) => void)[] = [];
    const { ledger } = await makeLedger({ previewDecision: () => new Promise((end) => ends.push(end)) });
    const first = ledger.choose(109, 'company');
    const second = ledger.choose(109, 'territorial');
    const later = { ...nothing, text: { zh: '后一个', en: 'later' } };
    ends[1]?.(later);
    await second;
    ends[0]?.({ ...nothing, text: { zh: '前一个', en: 'earlier' } });
    await first;
    expect(ledger.consequence).toEqual(later);
  });

  test('it is worked out again where something was undone meanwhile', async () => {
    const previewDecision = vi.fn(ledgerAnswers.previewDecision);
    const { desk, ledger } = await makeLedger({ previewDecision });
    await ledger.choose(109, 'company');
    await ledger.refresh();
    expect(previewDecision).toHaveBeenCalledTimes(1);
    desk.revision++;
    await ledger.refresh();
    expect(previewDecision).toHaveBeenCalledTimes(2);
  });

  test('all are picked, then none', async () => {
    const { ledger } = await makeLedger();
    ledger.toggle(110);
    ledger.toggleAll();
    expect([...ledger.picked]).toEqual([109, 110, 111]);
    ledger.toggleAll();
    expect(ledger.picked.size).toBe(0);
  });

  test('another round begins with nothing chosen', async () => {
    const { desk, ledger } = await makeLedger();
    await ledger.choose(109, 'company');
    await desk.rounds.go('r2');
    await ledger.refresh();
    expect([ledger.view?.roundId, ledger.asked.size]).toEqual(['r2', 0]);
  });
});

describe('what is lit', () => {
  test('a bottom estate lights the estates of its company in its subdistrict', async () => {
    const { desk, ledger } = await makeLedger();
    const row = ledger.view?.rows[0];
    if (!row) throw new Error('no row');
    ledger.show(row);
    expect(desk.selected).toBe(109);
    const { estates } = desk.district ?? { estates: null };
    const company = desk.rounds.shown?.company ?? [];
    expect(ledger.light?.fids).toContain(109);
    for (const fid of ledger.light?.fids ?? []) {
      const at = estates?.fid.indexOf(fid) ?? -1;
      expect([company[at], estates?.subdistrict[at]]).toEqual([0, 0]);
    }
    expect(ledger.mask?.reduce((n, lit) => n + lit, 0)).toBe(ledger.light?.fids.length);
    expect(ledger.row?.fid).toBe(109);
  });

  test('an estate without a company lights itself', async () => {
    const { ledger } = await makeLedger();
    ledger.show(makeRow(110, { company: -1 }));
    expect(ledger.light?.fids).toEqual([110]);
  });

  test('a decision lights what it would change', async () => {
    const change = { ...nothing, estates: [{ fid: 101 }, { fid: 103 }] as never };
    const { ledger } = await makeLedger({ previewDecision: async () => change });
    await ledger.choose(109, 'company');
    expect(ledger.light).toEqual({ fid: null, company: -1, subdistrict: -1, fids: [109, 101, 103] });
    ledger.leave();
    expect([ledger.light, ledger.mask]).toEqual([null, null]);
  });
});

describe('tables', () => {
  test('only what the tab shows is asked for', async () => {
    const calls = {
      matrix: vi.fn(ledgerAnswers.matrix),
      funds: vi.fn(ledgerAnswers.funds),
      level3: vi.fn(ledgerAnswers.level3),
    };
    const { ledger } = await makeLedger(calls);
    expect(calls.level3).not.toHaveBeenCalled();
    for (const call of Object.values(calls)) call.mockClear();
    ledger.tab = 'exits';
    await ledger.refresh();
    expect(Object.values(calls).map((call) => call.mock.calls.length)).toEqual([0, 0, 1]);
    expect(ledger.level3).not.toBeNull();
  });

  test('an answer that comes late does not take the place of a newer one', async () => {
    const ends: ((v: MatrixView) => void)[] = [];
    let slow = false;
    const { ledger } = await makeLedger({
      matrix: (...ask) => (slow ? new Promise((end) => ends.push(end)) : ledgerAnswers.matrix(...ask)),
    });
    const of = async (year: number) => ({ ...(await ledgerAnswers.matrix('r3', year)), year });
    slow = true;
    ledger.year = 2024;
    const first = ledger.refresh();
    ledger.year = 2025;
    const second = ledger.refresh();
    ends[1]?.(await of(2025));
    await second;
    ends[0]?.(await of(2024));
    await first;
    expect(ledger.matrix?.year).toBe(2025);
  });

  test('a table that cannot be read leaves what was there and says why; the next answer takes that away', async () => {
    let fails = false;
    const { ledger } = await makeLedger({
      matrix: async (...ask) => {
        if (fails) throw new AppError('internal', { zh: '读不出', en: 'unreadable' });
        return ledgerAnswers.matrix(...ask);
      },
    });
    fails = true;
    await ledger.refresh();
    expect([ledger.error?.in('zh'), ledger.matrix?.year]).toEqual(['读不出', 2026]);
    fails = false;
    await ledger.refresh();
    expect(ledger.error).toBeNull();
  });

  test('a list is of the tab, and of the year that is shown', async () => {
    const asks: ExportAsk[] = [];
    const { ledger } = await makeLedger({
      startExport: async (ask) => {
        asks.push(ask);
        throw new AppError('invalid', none);
      },
    });
    const ask = async (format: 'xlsx' | 'csv') => {
      ledger.export(format);
      await new Promise((done) => setTimeout(done));
      const last = asks[asks.length - 1];
      return [last?.what, last?.format, last?.roundId, last?.year];
    };
    expect(await ask('xlsx')).toEqual(['ledger', 'xlsx', 'r3', undefined]);
    ledger.year = 2025;
    ledger.tab = 'withheld';
    expect(await ask('csv')).toEqual(['matrix', 'csv', 'r3', 2025]);
    ledger.byEstate = true;
    expect(await ask('csv')).toEqual(['payable', 'csv', 'r3', 2025]);
    ledger.tab = 'funds';
    expect(await ask('xlsx')).toEqual(['funds', 'xlsx', 'r3', undefined]);
  });
});

describe('what is put down in a dialog', () => {
  test('closes it where it is written, and leaves it open where it is refused', async () => {
    let refuse = true;
    const { ledger } = await makeLedger({
      addFundUse: async (ask) => {
        if (refuse) throw new AppError('invalid', { zh: '余额不足', en: 'Overdrawn' });
        return ledgerAnswers.addFundUse(ask);
      },
    });
    const use = {
      subdistrict: '万新街',
      on: '2026-03-18',
      kind: 'cleaning_drive',
      fid: 0,
      roundId: '',
      amount: '1',
      reason: '',
    };
    ledger.dialog = { kind: 'use' };
    expect((await ledger.use(use))?.in('zh')).toBe('余额不足');
    expect(ledger.dialog).toEqual({ kind: 'use' });
    refuse = false;
    expect(await ledger.use(use)).toBeNull();
    expect(ledger.dialog).toBeNull();
  });

  test('another project begins with the results, and nothing open', async () => {
    const { ledger } = await makeLedger();
    await ledger.choose(109, 'company');
    ledger.tab = 'funds';
    ledger.year = 2025;
    ledger.dialog = { kind: 'close' };
    ledger.forget();
    expect([ledger.tab, ledger.year, ledger.view, ledger.asked.size, ledger.dialog]).toEqual([
      'results',
      0,
      null,
      0,
      null,
    ]);
  });
});
