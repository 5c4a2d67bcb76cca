import { hostileDistrict, hostileNames } from './drivers/dataset';
import { expect, test } from './drivers/story';

test('names that try to be more than text are shown as text', async ({ openDataset }) => {
  const atlas = await openDataset(hostileDistrict());
  const names = (await atlas.rows()).map((row) => row.name);
  for (const name of hostileNames) expect(names).toContain(name.trim());
  await atlas.clickRow(hostileNames[0] ?? '');
  await expect(atlas.cardName()).toHaveText(hostileNames[0] ?? '');
  await atlas.ask('<img');
  await expect(atlas.answers().first()).toContainText('<img');
  await atlas.press('Enter');
  await atlas.openList(/^企业/);
  expect(await atlas.wasHurt()).toBe(false);
  expect(atlas.complaints).toEqual([]);
});

test('the keyboard reaches every part of the window and Esc goes one step back', async ({ demo }) => {
  const parts = new Set<string>();
  for (let i = 0; i < 8; i++) {
    await demo.press('F6');
    parts.add(await demo.focusedPart());
  }
  for (const part of ['header', '工作台', '全区数字', '图例与筛选', '考核轮次', '列表', '全区总览'])
    expect([...parts]).toContain(part);
  await demo.press('?');
  await expect(demo.dialog()).toContainText('键盘快捷键');
  await demo.press('Escape');
  await expect(demo.dialog()).toHaveCount(0);
  await demo.showOnly('bottom');
  const bottom = (await demo.rows())[0];
  await demo.clickRow(bottom?.name ?? '');
  await demo.press('Escape');
  await expect(demo.cardName()).toHaveCount(0);
  await expect(demo.filterInForce()).toContainText('后十名');
  await demo.press('Escape');
  await expect(demo.filterInForce()).not.toContainText('后十名');
});

for (const theme of [/浅色/, /深色/, /投影/]) {
  test(`nothing serious stands in anybody's way: ${theme.source}`, async ({ demo }) => {
    await demo.colours(theme);
    await demo.ask('yyhdl');
    await demo.press('Enter');
    await expect(demo.cardName()).toHaveText('月牙河东里');
    expect(await demo.barriers()).toEqual([]);
  });
}

test('help and the table of keys are read in either language without barriers', async ({ demo }) => {
  await demo.press('?');
  await expect(demo.dialog()).toContainText('搜索');
  expect(await demo.barriers()).toEqual([]);
  await demo.press('Escape');
  await demo.openHelp();
  await expect(demo.dialog()).toContainText('怎样看图');
  expect(await demo.barriers()).toEqual([]);
  await demo.press('Escape');
  await demo.switchTo('English');
  await demo.openHelp();
  await expect(demo.dialog()).toContainText('Reading the map');
  await expect(demo.dialog()).not.toContainText('怎样');
});

for (const [width, height] of [
  [1024, 640],
  [1280, 720],
  [1440, 900],
  [1920, 1080],
] as const) {
  test(`at ${width} × ${height} nothing sticks out, in both languages, and the data are still called made up`, async ({
    demo,
  }) => {
    await demo.resize(width, height);
    await expect(demo.heading()).toContainText('虚构');
    expect(await demo.overflowing()).toEqual([]);
    await demo.switchTo('English');
    await expect(demo.heading()).toContainText('fictional');
    expect(await demo.overflowing()).toEqual([]);
    expect(demo.complaints).toEqual([]);
  });
}
