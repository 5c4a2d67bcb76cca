import { afterEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '../api/errors';
import type { FindingsStepAsk, RectifyAsk, RectifyStepAsk } from '../api/rectify-types';
import type { Colouring, ColouringAsk, ExportAsk } from '../api/types';
import { rowKey } from '../model/rectify';
import { makeAtlas } from '../test/fixture';
import { makeFinding, makeRectification } from '../test/rectify-fixture';
import { Desk } from './desk.svelte';

const none = { zh: '', en: '' };

/** Estates 101 and 103 in the first class, 102 in none. */
const colour = async (roundId: string, ask: ColouringAsk): Promise<Colouring> => ({
  ask,
  roundId,
  asOf: '',
  unit: '',
  signed: false,
  class: [0, -1, 0, ...Array.from({ length: 9 }, () => -1)],
  value: [],
  classes: [{ from: 0, to: 0, label: none, index: -1, key: 'hot_99', hue: 'hot-99', step: 0, count: 2 }],
  missing: 10,
  text: none,
});

async function startDesk(own: Parameters<typeof makeAtlas>[0] = {}) {
  const atlas = makeAtlas({ rectification: async () => makeRectification(), colour, ...own });
  const desk = new Desk(atlas);
  await desk.start();
  desk.room = 'rectify';
  await desk.rectify.refresh();
  await vi.waitFor(() => expect(desk.rectify.colouring).not.toBeNull());
  return { desk, rectify: desk.rectify };
}

afterEach(() => vi.useRealTimers());

describe('the list', () => {
  test('a tab shows its rows, a filter narrows all tabs', async () => {
    const { rectify } = await startDesk();
    rectify.tab = 'overdue';
    expect(rectify.rows.map(rowKey)).toEqual(['101 C2']);
    rectify.toggleItem('C5');
    expect(rectify.counts).toEqual({ all: 2, overdue: 0, soon: 0, recheck: 1, done: 1 });
    rectify.toggleItem('C5');
    expect(rectify.counts.all).toBe(5);
  });

  test('a cell of the matrix filters by item and subdistrict, the same cell again takes it back', async () => {
    const { rectify } = await startDesk();
    rectify.toggleCell('C5', 1);
    expect(rectify.rows.map(rowKey)).toEqual(['102 C5']);
    rectify.toggleCell('C5', 1);
    expect(rectify.rows).toHaveLength(5);
  });

  test('a class of the legend leaves its estates on the map and their rows in the list', async () => {
    const { rectify } = await startDesk();
    rectify.toggleClass(0, false);
    expect([...(rectify.mask ?? [])].slice(0, 3)).toEqual([1, 0, 1]);
    expect(rectify.rows.map((row) => row.fid)).toEqual([101, 101, 103]);
    rectify.toggleClass(0, false);
    expect(rectify.mask).toBeNull();
  });

  test('other classes take the choice among the old ones away', async () => {
    const { rectify } = await startDesk();
    rectify.toggleClass(0, false);
    await rectify.paint('lisa');
    expect(rectify.classes.size).toBe(0);
  });

  test('the frequent estates that are listed are ringed, heaviest burden first', async () => {
    const { rectify } = await startDesk();
    expect(rectify.picture.rings).toEqual([101, 102]);
    rectify.narrow({ subdistrict: 1 });
    expect(rectify.picture.rings).toEqual([102]);
    rectify.rings = false;
    expect(rectify.picture.rings).toEqual([]);
  });

  test('of two lists that are asked for the later one is shown, whichever ends first', async () => {
    const ends: ((window: number) => void)[] = [];
    const { rectify } = await startDesk();
    const slow = makeAtlas({
      rectification: () => new Promise((end) => ends.push((window) => end(makeRectification({ window })))),
    });
    const desk = new Desk(slow);
    await desk.start();
    const first = desk.rectify.refresh();
    const second = desk.rectify.refresh();
    ends[1]?.(12);
    await second;
    ends[0]?.(6);
    await first;
    expect(desk.rectify.view?.window).toBe(12);
    expect(rectify.running).toBe(false);
  });
});

describe('the window', () => {
  test('another window is asked of the list and of the colours of the map', async () => {
    const asks: RectifyAsk[] = [];
    const fills: ColouringAsk[] = [];
    const { rectify } = await startDesk({
      rectification: async (ask) => {
        asks.push(ask);
        return makeRectification();
      },
      colour: (roundId, ask) => {
        fills.push(ask);
        return colour(roundId, ask);
      },
    });
    await rectify.setWindow({ window: 12, kinds: ['routine'], bandM: 500, on: '' });
    await vi.waitFor(() => expect(fills[fills.length - 1]?.rectify?.window).toBe(12));
    expect(asks[asks.length - 1]).toMatchObject({ roundId: 'r3', window: 12, kinds: ['routine'], bandM: 500 });
  });

  test('deadlines of the latest round run on until today, those of an earlier one are as of then', async () => {
    vi.useFakeTimers({ now: new Date('2026-05-04T10:00:00'), toFake: ['Date'] });
    const { desk, rectify } = await startDesk();
    expect(rectify.asked.on).toBe('2026-05-04');
    await desk.rounds.go('r1');
    expect(rectify.asked.on).toBe('');
  });
});

describe('steps', () => {
  test('a batch is one decision; what was picked is put down', async () => {
    const decided: RectifyStepAsk[][] = [];
    const base = makeAtlas();
    const { rectify } = await startDesk({
      rectify: async (asks) => {
        decided.push(asks);
        return { session: await base.session(), undo: {} };
      },
    });
    for (const row of rectify.rows.slice(0, 2)) rectify.toggle(row);
    expect(rectify.chosen).toHaveLength(2);
    const refused = await rectify.record(rectify.chosen, {
      status: 'done',
      dueOn: '',
      note: '已清运',
      on: '2026-03-20',
    });
    expect(refused).toBeNull();
    expect(decided).toEqual([
      [
        { fid: 101, item: 'C2', status: 'done', dueOn: '', note: '已清运', on: '2026-03-20' },
        { fid: 101, item: 'T3', status: 'done', dueOn: '', note: '已清运', on: '2026-03-20' },
      ],
    ]);
    expect(rectify.picked.size).toBe(0);
  });

  test('a refusal leaves the dialog and what was picked', async () => {
    const { rectify } = await startDesk({
      rectify: async () => {
        throw new AppError('invalid', { zh: '填写说明', en: 'Write a note' });
      },
    });
    rectify.toggleAll();
    rectify.dialog = { kind: 'batch' };
    const refused = await rectify.record(rectify.chosen, { status: 'open', dueOn: '', note: '', on: '' });
    expect(refused?.in('zh')).toBe('填写说明');
    expect([rectify.picked.size, rectify.dialog?.kind]).toEqual([5, 'batch']);
  });

  test('rows that are picked and no longer listed are not decided upon', async () => {
    let rows = makeRectification().rows;
    const { rectify } = await startDesk({ rectification: async () => makeRectification({ rows }) });
    rectify.toggleAll();
    rows = rows.slice(0, 2);
    await rectify.refresh();
    expect(rectify.chosen).toHaveLength(2);
  });
});

describe('files', () => {
  test('the whole list names no rows, what is picked is named; notices are of who answers', async () => {
    const asks: ExportAsk[] = [];
    const job = { id: 'j1', done: 1, total: 1, finished: true, fileName: 'x', bytes: 1 };
    const { desk, rectify } = await startDesk({
      startExport: async (ask) => {
        asks.push(ask);
        return job;
      },
    });
    rectify.export('xlsx', null);
    await vi.waitFor(() => expect(desk.jobs.busy).toBe(false));
    rectify.toggle(rectify.rows[0]!);
    rectify.notices(rectify.chosen);
    await vi.waitFor(() => expect(asks).toHaveLength(2));
    expect([asks[0]?.what, asks[0]?.format, asks[0]?.rows]).toEqual(['rectification', 'xlsx', undefined]);
    expect([asks[1]?.what, asks[1]?.letter?.kind, asks[1]?.rows]).toEqual([
      'letter',
      'rectification',
      [{ fid: 101, item: 'C2' }],
    ]);
  });
});

describe('findings', () => {
  const rows = [
    makeFinding({ id: 'f1', status: 'overdue' }),
    makeFinding({ id: 'f2', item: 'C5', status: 'done' }),
    makeFinding({ id: 'f3', hasPlace: false, lon: 0, lat: 0 }),
  ];
  const sums = { total: 3, open: 2, overdue: 1, resolved: 1, late: 0, rate: 1 / 3 };
  const findings = async () => ({ on: '2026-03-18', sums, rows });

  test('those with a place are on the map, of the item that is shown', async () => {
    const { rectify } = await startDesk({ findings });
    await vi.waitFor(() => expect(rectify.findings.view).not.toBeNull());
    expect(rectify.picture.points).toEqual([]);
    await rectify.findings.show('points');
    expect(rectify.picture.points.map((point) => point.id)).toEqual(['f1', 'f2']);
    rectify.narrow({ item: 'C5' });
    expect(rectify.picture.points.map((point) => point.id)).toEqual(['f2']);
  });

  test('a mark that is clicked lists its findings alone, Esc lists all again', async () => {
    const { desk, rectify } = await startDesk({ findings });
    await vi.waitFor(() => expect(rectify.findings.view).not.toBeNull());
    rectify.findings.open(['f1']);
    expect([rectify.tab, rectify.findings.rows.length, desk.selected]).toEqual(['findings', 1, 101]);
    desk.escape();
    expect(rectify.findings.rows).toHaveLength(3);
  });

  test('a place on the map opens the form with the estates around it', async () => {
    const { rectify } = await startDesk({
      findings,
      findingPlaces: async () => [{ fid: 102, name: '月牙河西里', subdistrict: 1, distanceM: 0 }],
    });
    rectify.findings.pick();
    expect(rectify.findings.picking).toBe(true);
    await rectify.findings.place(117.22, 39.12);
    expect(rectify.dialog).toEqual({ kind: 'finding', id: '' });
    expect(rectify.findings.spot?.places[0]?.fid).toBe(102);
  });

  test('one that was added is brought into sight, whatever was listed before', async () => {
    let list = rows.slice(0, 2);
    const base = makeAtlas();
    const { rectify } = await startDesk({
      findings: async () => ({ on: '2026-03-18', sums, rows: list }),
      setFinding: async () => {
        list = rows;
        return { session: await base.session(), undo: {} };
      },
    });
    await vi.waitFor(() => expect(rectify.findings.view).not.toBeNull());
    rectify.findings.open(['f1']);
    const ask = {
      id: '',
      fid: 101,
      roundId: '',
      item: 'C2',
      foundOn: '2026-03-18',
      dueOn: '',
      description: '',
      photo: '',
      point: [],
    };
    expect(await rectify.findings.save(ask)).toBeNull();
    expect([rectify.tab, rectify.findings.rows.length, rectify.findings.latest]).toEqual(['findings', 3, 'f3']);
  });

  test('the surface is asked for once it is shown, and takes the place of the points', async () => {
    const asked: string[] = [];
    const base = makeAtlas();
    const { rectify } = await startDesk({
      findings,
      heat: async (ask) => {
        asked.push(ask.of);
        const band = { from: 1, to: 2, step: 0.5, label: none, shape: [] };
        return { ...(await base.heat(ask)), bands: [band] };
      },
    });
    await vi.waitFor(() => expect(rectify.findings.view).not.toBeNull());
    expect(asked).toEqual([]);
    await rectify.findings.showHeat('burden');
    expect(asked).toEqual(['burden']);
    expect([rectify.picture.heat.length, rectify.picture.points.length]).toEqual([1, 0]);
  });

  test('several are resolved as one decision', async () => {
    const asks: FindingsStepAsk[] = [];
    const base = makeAtlas();
    const { rectify } = await startDesk({
      findings,
      resolveFindings: async (ask) => {
        asks.push(ask);
        return { session: await base.session(), undo: {} };
      },
    });
    await vi.waitFor(() => expect(rectify.findings.view).not.toBeNull());
    rectify.findings.toggleAll();
    await rectify.findings.step({ ids: [...rectify.findings.picked], action: 'resolve', on: '2026-03-19', note: '' });
    expect(asks[0]?.ids).toEqual(['f1', 'f2', 'f3']);
    expect(rectify.findings.picked.size).toBe(0);
  });
});
