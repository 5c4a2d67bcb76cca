import { describe, expect, test, vi } from 'vitest';
import type { Atlas } from '../api/atlas';
import { AppError } from '../api/errors';
import { makeAtlas, makeDistrict } from '../test/fixture';
import { Desk, type MapHandle } from './desk.svelte';
import { Prefs } from './prefs.svelte';

async function opened(own: Partial<Atlas> = {}): Promise<Desk> {
  const desk = new Desk(makeAtlas(own), new Prefs(null));
  await desk.start();
  return desk;
}

const broken = async (): Promise<never> => {
  throw new AppError('corrupt', { zh: '已损坏', en: 'damaged' });
};

const noMap: MapHandle = {
  fit() {},
  flyTo() {},
  zoomBy() {},
  back() {},
  forward() {},
  extent: () => null,
  frame() {},
  frameBox() {},
  undoDrawing() {},
  redoDrawing() {},
  endDrawing() {},
};

describe('opening', () => {
  test('shows the project that is open', async () => {
    const desk = await opened();
    expect(desk.phase).toBe('ready');
    expect(desk.rows.length).toBe(12);
    expect(desk.rounds.shown?.roundId).toBe('r3');
  });

  test('without a project shows the welcome page; the demo opens from there', async () => {
    const session = { version: '0.1.0', desktop: true };
    const desk = await opened({ session: async () => session as never });
    expect(desk.phase).toBe('welcome');
    await desk.openDemo();
    expect(desk.phase).toBe('ready');
  });

  test('says why a project cannot be shown, and can try again', async () => {
    const district = vi
      .fn()
      .mockImplementationOnce(broken)
      .mockImplementation(async () => makeDistrict());
    const desk = await opened({ district });
    expect(desk.phase).toBe('failed');
    expect(desk.error?.code).toBe('corrupt');
    await desk.start();
    expect(desk.phase).toBe('ready');
    expect(desk.error).toBeNull();
  });

  test('a second project that cannot be opened leaves the first one on screen', async () => {
    const desk = await opened({ chooseProject: async () => '/other.gpkg', open: broken });
    await desk.openProject();
    expect(desk.phase).toBe('ready');
    expect(desk.error?.in('zh')).toBe('已损坏');
    expect(desk.busy).toBeNull();
  });

  test('a user who thinks better of it changes nothing', async () => {
    const open = vi.fn();
    const desk = await opened({ open });
    await desk.openProject();
    expect(open).not.toHaveBeenCalled();
  });
});

describe('one filter for map and table', () => {
  test('a class of the legend leaves the same estates in both', async () => {
    const desk = await opened();
    desk.toggleClass('bands', 7, false);
    expect([...desk.rows]).toEqual([10, 9]);
    expect(desk.visible?.reduce((a, b) => a + b, 0)).toBe(2);
    expect(desk.counts?.total).toBe(2);
    desk.showAll();
    expect(desk.visible).toBeNull();
  });

  test('goes on to the next round and is counted anew there', async () => {
    const desk = await opened();
    desk.togglePick({ kind: 'figure', key: 'bottom' });
    const before = [...desk.rows];
    await desk.rounds.go('r2');
    expect(desk.isPicked({ kind: 'figure', key: 'bottom' })).toBe(true);
    expect(desk.rows.length).toBe(2);
    expect([...desk.rows]).not.toEqual(before);
  });

  test('a notice of one round ends with it', async () => {
    const desk = await opened();
    desk.togglePick({ kind: 'notice', index: 0, roundId: 'r3' });
    expect(desk.rows.length).toBe(2);
    await desk.rounds.go('r2');
    expect(desk.rows.length).toBe(12);
  });

  test('only what is inside the frame of the map, together with the filter', async () => {
    const desk = await opened();
    desk.moved([101, 102, 110, 999]);
    expect(desk.inViewCount).toBe(3);
    desk.viewOnly = true;
    expect([...desk.rows].sort()).toEqual([0, 1, 9]);
    desk.toggleClass('bands', 7, false);
    expect([...desk.rows]).toEqual([9]);
    expect(desk.inViewCount).toBe(1);
  });
});

describe('selecting', () => {
  test('brings the card, and another round the card of that round', async () => {
    const card = vi.fn(async (fid: number) => ({ fid }) as never);
    const desk = await opened({ card });
    desk.select(105);
    await Promise.resolve();
    expect(card).toHaveBeenLastCalledWith(105, 'r3');
    await desk.rounds.go('r2');
    expect(card).toHaveBeenLastCalledWith(105, 'r2');
  });

  test('what a filter hides is brought into sight when it is asked for by name', async () => {
    const desk = await opened();
    const flyTo = vi.fn();
    desk.map = { ...noMap, flyTo };
    desk.toggleClass('bands', 7, false);
    desk.visit(103);
    expect(desk.visible).toBeNull();
    expect(desk.selected).toBe(103);
    expect(flyTo).toHaveBeenCalledWith(103);
  });

  test('an estate without a boundary is shown on the card; there is nowhere to fly to', async () => {
    const desk = await opened();
    const flyTo = vi.fn();
    desk.map = { ...noMap, flyTo };
    desk.visit(111);
    expect(desk.selected).toBe(111);
    expect(flyTo).not.toHaveBeenCalled();
  });

  test('an estate that does not exist is not selected', async () => {
    const desk = await opened();
    desk.select(999);
    expect(desk.selected).toBeNull();
  });

  test('Esc takes away the selection first and then the filter', async () => {
    const desk = await opened();
    desk.toggleClass('bands', 7, false);
    desk.select(110);
    desk.escape();
    expect(desk.selected).toBeNull();
    expect(desk.rows.length).toBe(2);
    desk.escape();
    expect(desk.rows.length).toBe(12);
  });
});

describe('proxy links', () => {
  test('are asked for when they are switched on, and again for another round', async () => {
    const proxies = vi.fn(async () => ({ asOf: '', links: [], unassigned: [] }));
    const desk = await opened({ proxies });
    desk.toggleProxies();
    await Promise.resolve();
    expect(proxies).toHaveBeenLastCalledWith('r3');
    await desk.rounds.go('r1');
    expect(proxies).toHaveBeenLastCalledWith('r1');
    desk.toggleProxies();
    await Promise.resolve();
    expect(desk.proxies.view).toBeNull();
  });

  test('that cannot be had switch themselves off and say why', async () => {
    const desk = await opened({ proxies: broken });
    await desk.proxies.show(true, 'r3');
    expect(desk.proxies.on).toBe(false);
    expect(desk.proxies.error?.code).toBe('corrupt');
  });
});

describe('importing', () => {
  test('into the open project takes no target and shows the project anew', async () => {
    const importData = vi.fn(makeAtlas().importData);
    const district = vi.fn(async () => makeDistrict());
    const desk = await opened({ importData, district, chooseFolder: async () => '/data' });
    await desk.importFrom('folder');
    expect(importData).toHaveBeenCalledWith('', ['/data']);
    expect(desk.imported?.done).toBe(true);
    expect(district).toHaveBeenCalledTimes(2);
  });

  test('without a project asks where the new one shall be', async () => {
    const importData = vi.fn(makeAtlas().importData);
    const desk = await opened({
      session: async () => ({ version: '', desktop: true }) as never,
      importData,
      chooseFiles: async () => ['/a.geojson'],
      chooseTarget: async () => '/new.gpkg',
    });
    await desk.importFrom('files');
    expect(importData).toHaveBeenCalledWith('/new.gpkg', ['/a.geojson']);
  });

  test('with faults leaves everything as it was', async () => {
    const faults = [
      { file: 'scores.csv', row: 3, column: 'score', text: { zh: '得分不在 0—100 之间', en: 'out of range' } },
    ];
    const failed = async () => ({ ...(await makeAtlas().importData('', [])), done: false, faults });
    const desk = await opened({ importData: failed, chooseFolder: async () => '/data' });
    const before = desk.district;
    await desk.importFrom('folder');
    expect(desk.imported?.faults).toHaveLength(1);
    expect(desk.district).toBe(before);
  });

  test('that breaks off says so and frees the buttons', async () => {
    const desk = await opened({ importData: broken, chooseFolder: async () => '/data' });
    await desk.importFrom('folder');
    expect(desk.error?.code).toBe('corrupt');
    expect(desk.busy).toBeNull();
  });
});
