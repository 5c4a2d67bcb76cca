import { expect, test } from './drivers/story';

test.describe('the first time', () => {
  test('a tour is offered once, taken by keyboard, and found again in the help', async ({ stranger }) => {
    await stranger.takeTour();
    await expect(stranger.tour()).toContainText('地图');
    expect(await stranger.barriers()).toEqual([]);
    const told = new Set<string>();
    for (let i = 1; i <= 8; i++) {
      await expect(stranger.tour()).toContainText(`${i} / 8`);
      told.add((await stranger.tour().locator('.driver-popover-title').textContent()) ?? '');
      await stranger.press('ArrowRight');
    }
    expect(told.size).toBe(8);
    expect([...told]).toContain('开会');
    await expect(stranger.tour()).toHaveCount(0);
    await stranger.reopen();
    await expect(stranger.tourOffer()).toHaveCount(0);
    await stranger.press('F1');
    await stranger.dialog().getByRole('button', { name: '看一遍导览' }).click();
    await expect(stranger.tour()).toBeVisible();
    await stranger.press('Escape');
    await expect(stranger.tour()).toHaveCount(0);
    expect(stranger.complaints).toEqual([]);
  });

  test('whoever declines is left alone', async ({ stranger }) => {
    await stranger.declineTour();
    await stranger.reopen();
    await expect(stranger.tourOffer()).toHaveCount(0);
  });
});

test.describe('two rounds and more', () => {
  test('are compared with the keys, each with a handle of its own', async ({ demo, map }) => {
    const latest = await demo.roundNumber();
    await demo.press('c');
    await expect(demo.otherRound()).toHaveAttribute('aria-valuenow', String(latest - 1));
    await expect(map.divider()).toBeVisible();
    await demo.otherRound().focus();
    await demo.press('ArrowLeft');
    await expect(demo.otherRound()).toHaveAttribute('aria-valuenow', String(latest - 2));
    expect(await demo.roundNumber()).toBe(latest);
    expect(await demo.barriers()).toEqual([]);
    await demo.press('c');
    await expect(demo.otherRound()).toHaveCount(0);
    expect(demo.complaints).toEqual([]);
  });

  test('stand side by side, and a click goes to one of them', async ({ demo }) => {
    const latest = await demo.roundNumber();
    await demo.press('s');
    await expect(demo.smallMaps()).toHaveCount(6);
    expect(await demo.barriers()).toEqual([]);
    await demo.smallMaps().nth(2).click();
    await expect.poll(() => demo.roundNumber()).toBe(latest - 3);
    await demo.press('Escape');
    await expect(demo.smallMaps()).toHaveCount(0);
  });
});

test('the window finds the project as it was left', async ({ demo, map }) => {
  await demo.press('ArrowLeft');
  await demo.press('ArrowLeft');
  const round = await demo.roundNumber();
  await map.colourBy('score');
  await demo.openList(/^企业/);
  await demo.ask('yyhdl');
  await demo.press('Enter');
  await expect.poll(() => demo.inView()).toBeLessThan(100);
  const inView = await demo.inView();
  await map.rests();
  await demo.reopen();
  expect(await demo.roundNumber()).toBe(round);
  await expect(demo.listTab(/^企业/)).toHaveAttribute('aria-selected', 'true');
  await expect.poll(() => demo.legendTitle()).toContain('得分');
  await demo.openList(/^小区/);
  await expect.poll(() => demo.inView()).toBe(inView);
});

test('the window opens at the desk that was left', async ({ demo }) => {
  await demo.goTo('台账');
  await expect(demo.desk('台账')).toHaveAttribute('aria-current', 'page');
  await demo.reopen();
  await expect(demo.desk('台账')).toHaveAttribute('aria-current', 'page');
  await expect(demo.everything()).toContainText('成绩确认');
  await demo.goTo('总览');
  await demo.reopen();
  await expect(demo.desk('总览')).toHaveAttribute('aria-current', 'page');
  expect(demo.complaints).toEqual([]);
});

test('base maps: none at first, and a browser is told where they come from', async ({ demo }) => {
  await demo.press('b');
  await expect(demo.dialog().getByRole('radio', { name: /不用底图/ })).toBeChecked();
  await expect(demo.dialog()).toContainText('estate-atlas serve');
  expect(await demo.barriers()).toEqual([]);
});
