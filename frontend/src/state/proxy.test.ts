import { afterEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '../api/errors';
import type { ProxyAsk, ProxyHostView, ProxyRunView } from '../api/proxy-types';
import { makeAtlas } from '../test/fixture';
import { makeProxyRow, makeProxyRun } from '../test/proxy-fixture';
import { Desk } from './desk.svelte';
import { trial } from './proxy.svelte';

const cancelled = new AppError('cancelled', { zh: '已取消', en: 'Cancelled' });

/** A desk at which a run ends when it is told to. */
async function slowDesk() {
  const runs: { ask: ProxyAsk; end: (run: ProxyRunView) => void; fail: (error: AppError) => void }[] = [];
  const atlas = makeAtlas({
    proxyRun: (ask) => new Promise((end, fail) => runs.push({ ask, end, fail })),
    proxyProgress: async () => ({ running: true, done: 7, total: 50 }),
  });
  const desk = new Desk(atlas);
  await desk.start();
  return { desk, runs };
}

async function startDesk(own: Parameters<typeof makeAtlas>[0] = {}) {
  const desk = new Desk(makeAtlas(own));
  await desk.start();
  await desk.planner.refresh(desk.revision);
  return desk;
}

const host = (part: Partial<ProxyHostView>): ProxyHostView => ({
  fid: 110,
  name: '丽新里',
  company: 0,
  distanceM: 180.7,
  gapM: 0,
  taken: true,
  crosses: false,
  passed: { zh: '', en: '' },
  from: [117.2, 39.1],
  to: [117.2, 39.1],
  ...part,
});

afterEach(() => vi.useRealTimers());

describe('runs', () => {
  test('of two that are asked for the later one is shown, whichever ends first', async () => {
    const { desk, runs } = await slowDesk();
    const { planner } = desk;
    const first = planner.change({ maxDistanceM: 500 });
    const second = planner.change({ maxDistanceM: 800 });
    runs[1]?.end(makeProxyRun({ ask: { ...runs[1].ask } }));
    await second;
    runs[0]?.fail(cancelled);
    await first;
    expect(planner.run?.ask.maxDistanceM).toBe(800);
    expect([planner.stale, planner.error]).toEqual([false, null]);
  });

  test('one that is called off leaves what was there, and says that it is not what is asked', async () => {
    const { desk, runs } = await slowDesk();
    const { planner } = desk;
    const first = planner.refresh(desk.revision);
    runs[0]?.end(makeProxyRun());
    await first;
    const second = planner.change({ capacity: true });
    runs[1]?.fail(cancelled);
    await second;
    expect(planner.stale).toBe(true);
    expect(planner.run?.ask.capacity).toBe(false);
    expect(planner.error).toBeNull();
  });

  test('progress shows after half a second only', async () => {
    const { desk, runs } = await slowDesk();
    vi.useFakeTimers();
    const run = desk.planner.change({ capacity: true });
    await vi.advanceTimersByTimeAsync(450);
    expect(desk.planner.slow).toBe(false);
    await vi.advanceTimersByTimeAsync(100);
    expect([desk.planner.slow, desk.planner.progress]).toEqual([true, { done: 7, total: 50 }]);
    runs[0]?.end(makeProxyRun());
    await vi.advanceTimersByTimeAsync(300);
    await run;
    expect(desk.planner.slow).toBe(false);
  });
});

describe('what a planner does', () => {
  test('a locked host is asked for in the next run, and no more once it is unlocked', async () => {
    const { planner } = await startDesk();
    await planner.lock(makeProxyRow({ fid: 103, hostFid: 110 }), true);
    expect(planner.ask.pins).toEqual([{ fid: 103, hostFid: 110, reason: '', locked: true }]);
    await planner.lock(makeProxyRow({ fid: 103, hostFid: 110 }), false);
    expect(planner.ask.pins).toEqual([]);
  });

  test('a host chosen on the map is tried before it is asked why', async () => {
    const asked: ProxyAsk[] = [];
    const desk = await startDesk({
      proxyChoice: async (ask, fid) => {
        asked.push(ask);
        const pin = ask.pins[0];
        const tried = host({ fid: pin?.hostFid ?? 110, distanceM: pin ? 412.3 : 180.7 });
        return { row: makeProxyRow({ fid }), name: '', hosts: [tried] };
      },
    });
    const { planner } = desk;
    desk.select(103);
    await planner.select(103);
    planner.picking = true;
    await planner.pick(108);
    expect(asked[asked.length - 1]?.pins).toEqual([{ fid: 103, hostFid: 108, reason: '', locked: false }]);
    expect(planner.candidate).toMatchObject({ fid: 108, distanceM: 412.3, taken: false });
    expect(planner.candidate?.gapM).toBeCloseTo(231.6);
    expect([planner.dialog, planner.picking]).toEqual(['override', false]);
    expect(planner.ask.pins).toEqual([]);
  });

  test('an estate that may not serve is not asked about, and another can be clicked', async () => {
    const desk = await startDesk({
      proxyChoice: async (ask, fid) => {
        const pin = ask.pins[0];
        const tried = host({ fid: pin?.hostFid ?? 110, company: pin?.hostFid === 108 ? -1 : 0 });
        return { row: makeProxyRow({ fid }), name: '', hosts: [tried] };
      },
    });
    const { planner } = desk;
    desk.select(103);
    await planner.select(103);
    planner.togglePicking();
    await planner.pick(108);
    expect([planner.unfit, planner.dialog, planner.picking]).toEqual([108, null, true]);
    await planner.pick(106);
    expect([planner.unfit, planner.dialog, planner.candidate?.fid]).toEqual([null, 'override', 106]);
  });

  test('a scenario that is kept is in sight; another trial leaves it', async () => {
    const run = makeProxyRun();
    const kept = { id: '', name: '', note: '', madeBy: '', madeOn: '', ask: run.ask, total: run.total, text: run.text };
    const list = [{ ...kept, stale: false }];
    const desk = await startDesk({
      scenarios: async () => [...list],
      keepScenario: async (name) => {
        list.push({ ...kept, id: 's1', name, stale: false });
        return { session: await makeAtlas().session(), undo: {} };
      },
    });
    const { planner } = desk;
    expect(planner.scenarios).toEqual([]);
    await planner.save('方案一', '');
    await planner.refresh(desk.revision);
    expect([planner.shown, planner.scenario?.name]).toEqual(['s1', '方案一']);
    await planner.change({ within: 'subdistrict' });
    expect(planner.shown).toBe(trial);
  });

  test('Esc stops choosing on the map before it lets the estate go', async () => {
    const desk = await startDesk();
    desk.select(103);
    desk.planner.picking = true;
    desk.escape();
    expect([desk.planner.picking, desk.selected]).toEqual([false, 103]);
    desk.escape();
    expect(desk.selected).toBeNull();
  });
});
