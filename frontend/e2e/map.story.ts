import { expect, test } from './drivers/story';

test('the map is coloured by the score, by companies and by rank again', async ({ demo, map }) => {
  await map.rests();
  const middle = await map.area('--fill-m1');
  expect(middle).toBeGreaterThan(500);
  await map.colourBy('score');
  expect(await map.area('--fill-m1')).toBeLessThan(middle / 10);
  expect(await map.area('--ramp-seq-5')).toBeGreaterThan(100);
  // The badges of the last ten stay, whatever the fill.
  expect(await map.area('--fill-bottom')).toBeGreaterThan(2500);
  await map.colourBy('company');
  expect(await map.area('--ramp-group-1')).toBeGreaterThan(100);
  await map.colourBy('rank');
  expect(await map.area('--fill-m1')).toBeGreaterThan(middle / 2);
  expect(demo.complaints).toEqual([]);
});

test('two rounds are compared by a divider that mouse and keyboard move', async ({ demo, map }) => {
  await map.rests();
  await demo.press('c');
  await expect(map.divider()).toBeVisible();
  await map.rests();
  const [left, right] = await map.sides().allTextContents();
  expect(left).not.toBe(right);
  for (const side of [left, right]) expect(side).toMatch(/20\d\d年\d+月/);
  const before = Number(await map.divider().getAttribute('aria-valuenow'));
  await map.divider().focus();
  for (let i = 0; i < 5; i++) await demo.press('ArrowRight');
  await expect(map.divider()).toHaveAttribute('aria-valuenow', String(before + 10));
  expect(await map.area('--fill-bottom', 0.3, 0.6)).toBeGreaterThan(200);
  await demo.press('c');
  await expect(map.divider()).toHaveCount(0);
  expect(demo.complaints).toEqual([]);
});

test('a distance is measured leg by leg, taken back, ended and put away', async ({ demo, map }) => {
  await map.rests();
  await demo.press('m');
  await map.click(0.4, 0.3);
  await map.click(0.6, 0.3);
  await expect(map.measured()).toContainText(/长度.*(米|公里)/);
  await map.click(0.6, 0.6);
  await map.pointAt(0.75, 0.6);
  await expect(map.legs()).toHaveCount(3);
  await demo.press('Backspace');
  await map.doubleClick(0.75, 0.7);
  await expect(map.legs()).toHaveCount(2);
  await map.rests();
  const said = await map.measured().textContent();
  await map.pointAt(0.5, 0.5);
  await expect(map.measured()).toHaveText(said ?? '');
  await demo.press('Escape');
  await expect(map.measured()).toHaveCount(0);
  await demo.press('Escape');
  await expect(map.button(/^量距离$/)).toHaveAttribute('aria-pressed', 'false');
  // Nothing was selected by all these clicks.
  await expect(demo.selectedRow()).toHaveCount(0);
  expect(demo.complaints).toEqual([]);
});

test('an area has its size and its perimeter; the keyboard alone measures too', async ({ demo, map }) => {
  await map.rests();
  await map.button(/^量面积$/).click();
  for (const keys of [['ArrowLeft', 'ArrowLeft'], ['ArrowUp'], ['ArrowRight', 'ArrowRight']]) {
    await demo.press(' ');
    for (const key of keys) await demo.press(key);
  }
  await demo.press(' ');
  await demo.press('Enter');
  await expect(map.measured()).toContainText(/面积.*(公顷|平方米)/);
  await expect(map.measured()).toContainText(/周长.*(米|公里)/);
  expect(demo.complaints).toEqual([]);
});

test('one goes back and forward through views', async ({ demo, map }) => {
  await map.rests();
  await expect(map.button(/^上一个视图$/)).toBeDisabled();
  const home = await map.whereIs(0.5, 0.5);
  const row = (await demo.rows())[2];
  await demo.clickRow(row?.name ?? '');
  await demo.press('z');
  await map.rests();
  const there = await map.whereIs(0.5, 0.5);
  expect(there).not.toBe(home);
  await map.button(/^上一个视图$/).click();
  await map.rests();
  expect(await map.whereIs(0.5, 0.5)).toBe(home);
  await map.button(/^下一个视图$/).click();
  await map.rests();
  expect(await map.whereIs(0.5, 0.5)).toBe(there);
});

test('the badges of both tens stay however far one zooms out', async ({ demo, map }) => {
  await map.rests();
  for (let i = 0; i < 5; i++) {
    await map.zoomOut(1);
    // Ten badges of at least 24 × 20 px, their figures and the symbols aside.
    expect(await map.area('--fill-bottom')).toBeGreaterThan(3000);
    expect(await map.area('--fill-top')).toBeGreaterThan(1800);
  }
  expect(demo.complaints).toEqual([]);
});

test('pointing at a row lights the estate on the map, pointing at the estate lights its row', async ({ demo, map }) => {
  await map.rests();
  const row = (await demo.rows())[0];
  const name = row?.name ?? '';
  await map.pointAtRow(name);
  await expect(map.bubble()).toContainText(name);
  await demo.clickRow(name);
  await demo.press('z');
  await map.rests();
  await demo.clickMapMiddle();
  await expect(map.bubble()).toContainText(name);
  await expect(map.litRow()).toContainText(name);
});
