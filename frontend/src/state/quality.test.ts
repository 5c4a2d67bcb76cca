import { expect, test, vi } from 'vitest';
import { makeAtlas } from '../test/fixture';
import { overlap, qualityView } from '../test/quality-fixture';
import { Desk } from './desk.svelte';

async function startDesk(own: Parameters<typeof makeAtlas>[0] = {}) {
  const desk = new Desk(makeAtlas(own));
  await desk.start();
  return desk;
}

test('opening a project checks nothing, entering the page does, once for each state of the project', async () => {
  const quality = vi.fn(async () => qualityView);
  const desk = await startDesk({ quality });
  expect(quality).not.toHaveBeenCalled();
  await desk.quality.refresh();
  await desk.quality.refresh();
  expect(quality).toHaveBeenCalledTimes(1);
  desk.revision++;
  await desk.quality.refresh();
  expect(quality).toHaveBeenCalledTimes(2);
});

test('the first kind with a fault is shown, and another one when it is asked for', async () => {
  const { quality } = await startDesk();
  await quality.refresh();
  expect([quality.kind, quality.rows.length]).toEqual(['overlap', 2]);
  await quality.show('no_boundary');
  expect(quality.rows.map((row) => row.fids)).toEqual([[111]]);
  expect(quality.picture.marks).toEqual([]);
  await quality.show('agreement_clash');
  expect(quality.rows).toEqual([]);
});

test('the list is narrowed by what its sentences say', async () => {
  const { quality } = await startDesk();
  await quality.refresh();
  quality.find = '昆仑里';
  expect(quality.shown.length).toBe(1);
  expect(quality.picture.marks.length).toBe(1);
});

test('a chosen fault has its evidence, and the map goes there', async () => {
  const desk = await startDesk();
  const frameBox = vi.fn();
  desk.map = { frameBox } as never;
  await desk.quality.refresh();
  desk.quality.pick(overlap.key);
  await expect.poll(() => desk.quality.detail?.facts.length).toBe(1);
  expect(frameBox).toHaveBeenCalledWith(overlap.box);
  expect(desk.quality.picture.ground.length).toBe(1);
  await desk.quality.show('no_boundary');
  expect(desk.quality.detail).toBeNull();
});

test('only faults with one way to mend them are mended together', async () => {
  const one = { ...overlap, repairs: overlap.repairs.slice(0, 1) };
  const { quality } = await startDesk({ qualityFaults: async () => [overlap, one] });
  await quality.refresh();
  expect(quality.sure).toEqual([one]);
});

test('a repair is written, the project is shown anew and checked again', async () => {
  const written: unknown[] = [];
  const again = vi.fn(async () => qualityView);
  const desk = await startDesk({
    quality: again,
    repairQuality: async (...asked) => {
      written.push(...asked);
      return { session: await makeAtlas().session(), undo: {} };
    },
  });
  const { quality } = desk;
  await quality.refresh();
  quality.mending = [overlap];
  const before = desk.revision;
  expect(await quality.repair([{ key: overlap.key, repair: 'give:e001' }], '')).toBeNull();
  expect(written).toEqual([{ rounds: 0 }, [{ key: overlap.key, repair: 'give:e001' }], '']);
  expect([quality.mending, quality.done, desk.revision > before]).toEqual([null, 1, true]);
  await quality.refresh();
  expect(again).toHaveBeenCalledTimes(2);
  desk.revision++; // undone, say
  expect(quality.done).toBe(0);
});

test('a refused repair leaves the dialog open', async () => {
  const desk = await startDesk({
    repairQuality: async () => {
      throw { code: 'conflict', text: { zh: '将改变已锁定的轮次', en: 'closed' } };
    },
  });
  await desk.quality.refresh();
  desk.quality.mending = [overlap];
  expect((await desk.quality.repair([], ''))?.in('zh')).toBe('将改变已锁定的轮次');
  expect(desk.quality.mending).toEqual([overlap]);
});

test('a long check tells how far it is and can be stopped; it is made again when asked for', async () => {
  vi.useFakeTimers();
  try {
    let end: (thrown: unknown) => void = () => {};
    const cancelQuality = vi.fn(async () => end({ code: 'cancelled', text: { zh: '检查已取消', en: 'called off' } }));
    const quality = vi.fn(() => new Promise<never>((_, reject) => (end = reject)));
    const desk = await startDesk({
      quality,
      cancelQuality,
      qualityProgress: async () => ({ running: true, done: 3, total: 10 }),
    });
    const asked = desk.quality.refresh();
    expect([desk.quality.busy, desk.quality.progress]).toEqual([true, null]);
    await vi.advanceTimersByTimeAsync(600);
    expect(desk.quality.progress?.done).toBe(3);
    desk.quality.stop();
    await asked;
    expect([desk.quality.busy, desk.quality.stopped, desk.quality.progress, desk.quality.error]).toEqual([
      false,
      true,
      null,
      null,
    ]);
    desk.quality.again();
    expect([quality.mock.calls.length, desk.quality.stopped]).toEqual([2, false]);
  } finally {
    vi.useRealTimers();
  }
});

test('what failed is said and asked again', async () => {
  let fails = true;
  const { quality } = await startDesk({
    quality: async () => {
      if (fails) throw { code: 'internal', text: { zh: '读不出', en: 'broken' } };
      return qualityView;
    },
  });
  await quality.refresh();
  expect(quality.error?.in('zh')).toBe('读不出');
  fails = false;
  quality.again();
  await expect.poll(() => quality.view).toBe(qualityView);
  expect(quality.error).toBeNull();
});
