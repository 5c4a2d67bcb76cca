import { expect, test } from './drivers/story';

test.describe('an analyst narrows the district', () => {
  test('by the legend, and the list follows', async ({ demo }) => {
    const all = await demo.listed();
    const { bottom = 0 } = await demo.fillCounts();
    await demo.showOnly('bottom');
    expect(await demo.listed()).toBe(bottom);
    await expect(demo.filterInForce()).toContainText('后十名');
    const counts = await demo.fillCounts();
    expect(counts.bottom).toBe(bottom);
    expect(counts.top).toBe(0);
    await demo.addClass('withheld_year');
    expect((await demo.rows()).every((row) => row.state === '扣全年')).toBe(true);
    await demo.showAll();
    expect(await demo.listed()).toBe(all);
  });

  test('by a figure, and back again', async ({ demo }) => {
    const all = await demo.listed();
    await demo.clickFigure(/^三级/);
    expect(await demo.listed()).toBe(1);
    await demo.clickFigure(/^三级/);
    expect(await demo.listed()).toBe(all);
  });

  test('by a company of the second list', async ({ demo }) => {
    const all = await demo.listed();
    await demo.openList(/^企业/);
    await demo.pickFromList(/瑞丰/);
    await demo.openList(/^小区/);
    const some = await demo.listed();
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
    await expect(demo.filterInForce()).toContainText('瑞丰');
    await demo.press('Escape');
    expect(await demo.listed()).toBe(all);
  });

  test('sorts the list by its heads', async ({ demo }) => {
    const worst = (await demo.rows())[0];
    await demo.sortBy(/^名次/);
    const best = (await demo.rows())[0];
    expect(best?.rank).toBe('1');
    expect(Number(worst?.rank)).toBeGreaterThan(300);
    await demo.sortBy(/^小区/);
    const names = (await demo.rows()).map((row) => row.name);
    await demo.sortBy(/^小区/);
    expect((await demo.rows()).map((row) => row.name)).not.toEqual(names);
  });

  test('scrolls far down and selects a row; the card follows', async ({ demo }) => {
    await demo.wheelList(4000);
    await expect.poll(async () => (await demo.rows()).length).toBeGreaterThan(5);
    const row = (await demo.rows())[10];
    await demo.clickRow(row?.name ?? '');
    await expect(demo.cardName()).toHaveText(row?.name ?? '');
    await expect(demo.selectedRow()).toHaveCount(1);
  });

  test('drags the list higher in whole rows and folds it with a double click', async ({ demo }) => {
    const usual = await demo.dragListUp(0);
    const higher = await demo.dragListUp(60);
    expect(higher - usual).toBe(54);
    expect(await demo.doubleClickListEdge()).toBe(41);
    expect(await demo.doubleClickListEdge()).toBe(higher);
  });

  test('lists only what is inside the frame of the map', async ({ demo }) => {
    const all = await demo.listed();
    await demo.onlyInView();
    await demo.ask('yyhdl');
    await demo.press('Enter');
    await expect.poll(() => demo.listed()).toBeLessThan(all / 2);
    expect((await demo.rows()).map((row) => row.name)).toContain('月牙河东里');
  });
});
