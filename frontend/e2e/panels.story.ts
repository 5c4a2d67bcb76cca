import { hostileDistrict, hostileNames } from './drivers/dataset';
import { expect, test } from './drivers/story';

test.describe('what a leader asks of the whole district', () => {
  test('stands on one page, and every figure shows its estates on map and list', async ({ demo, panels }) => {
    await expect(panels.overview()).toContainText('考核');
    await expect(panels.overview()).toContainText('资金');
    const links = await panels.links();
    expect(links.length).toBeGreaterThan(10);
    for (const label of ['后十名', '未参评', '散片小区']) {
      const figure = panels.figure(label);
      await figure.click();
      await expect(figure).toHaveAttribute('aria-pressed', 'true');
      await expect.poll(() => demo.listed()).toBe(await panels.number(label));
      await expect(demo.filterInForce()).toContainText(label);
      await figure.click();
      await expect(figure).toHaveAttribute('aria-pressed', 'false');
    }
    expect(demo.complaints).toEqual([]);
  });

  test('who is bottom, who is new there and who got out', async ({ demo, panels }) => {
    const bottom = panels.overview().getByRole('listitem').filter({ hasText: '月牙河东里' }).first();
    await bottom.getByRole('button').click();
    await expect(demo.cardName()).toHaveText('月牙河东里');
    await demo.press('Escape');
    await expect(panels.overview()).toBeVisible();
    await expect(panels.overview()).toContainText('新进');
  });

  test('follows the round', async ({ demo, panels }) => {
    const now = (await panels.overview().getByRole('heading', { level: 2 }).locator('+ p').textContent()) ?? '';
    await demo.press('ArrowLeft');
    await expect(panels.overview().getByRole('heading', { level: 2 }).locator('+ p')).not.toHaveText(now);
    await demo.press('ArrowRight');
    await expect(panels.overview().getByRole('heading', { level: 2 }).locator('+ p')).toHaveText(now);
  });
});

test.describe('the card of a company', () => {
  test('says its estates, average rank, money and trend, and shows them on the map', async ({ demo, panels }) => {
    await demo.ask('rfwy');
    await demo.press('Enter');
    const card = panels.company();
    await expect(card).toContainText(/平均名次第 \d+，共 \d+/);
    for (const part of ['平均名次', '资金', '街道'])
      await expect(card.getByRole('region', { name: new RegExp(part) }).first()).toBeVisible();
    await expect(card.getByRole('img').first()).toBeVisible();
    const all = await demo.listed();
    await card
      .getByRole('button', { name: /在图上/ })
      .first()
      .click();
    await expect.poll(() => demo.listed()).toBeLessThan(all);
    await panels.back();
  });

  test('leads to its subdistricts, and from there to its companies', async ({ demo, panels }) => {
    await demo.ask('rfwy');
    await demo.press('Enter');
    await panels
      .company()
      .getByRole('button', { name: /万新街/ })
      .first()
      .click();
    await expect(panels.subdistrict().getByRole('heading', { level: 2 })).toHaveText('万新街');
    await expect(panels.subdistrict()).toContainText('流转资金');
    await panels.subdistrict().getByRole('button', { name: /瑞丰/ }).first().click();
    await expect(panels.company().getByRole('heading', { level: 2 })).toContainText('瑞丰');
  });
});

test.describe('the map by numbers', () => {
  test('names its method, counts every estate once, and a class filters', async ({ demo, panels, map }) => {
    for (const [method, named] of [
      [/^自然断点$/, '自然断点'],
      [/^等距$/, '等距'],
      [/^分位数$/, '分位数'],
    ] as const) {
      await panels.colourBy('score', method);
      await panels.close();
      await expect(panels.legend()).toContainText(named);
    }
    await map.rests();
    const counts = await panels.classes();
    expect(counts.length).toBeGreaterThan(3);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(await demo.listed());
    await panels.aClass(0).click();
    await expect.poll(() => demo.listed()).toBe(counts[0]);
    expect(demo.complaints).toEqual([]);
  });

  test('takes limits that are given, and says when they are none', async ({ demo, panels }) => {
    await panels.colourBy('score', /^自定$/);
    await panels.giveBreaks('ninety');
    await expect(panels.legend().getByRole('alert')).toBeVisible();
    await panels.giveBreaks('80, 90');
    await panels.close();
    await expect(panels.legend()).toContainText('自定');
    await expect.poll(() => panels.classes()).toHaveLength(4);
    await expect(panels.aClass(1)).toContainText('80');
    expect(demo.complaints).toEqual([]);
  });

  test('follows the round and says which', async ({ demo, panels }) => {
    await panels.colourBy('change', /^自然断点$/);
    await panels.close();
    const before = await panels.legend().textContent();
    await demo.press('ArrowLeft');
    await expect.poll(() => panels.legend().textContent()).not.toBe(before);
    await expect(panels.legend()).toContainText('2026年10月');
  });
});

for (const theme of [/浅色/, /深色/, /投影/]) {
  test(`no panel stands in anybody's way: ${theme.source}`, async ({ demo, panels, exports, table }) => {
    await demo.colours(theme);
    expect(await demo.barriers()).toEqual([]);
    await demo.ask('rfwy');
    await demo.press('Enter');
    await expect(panels.company()).toContainText('平均名次');
    expect(await demo.barriers()).toEqual([]);
    await panels.back();
    await table.chooseColumn('代管依托小区');
    expect(await demo.barriers()).toEqual([]);
    await exports.open();
    expect(await demo.barriers()).toEqual([]);
  });
}

test('an estate that is scored but not on the map is on a list of its own and says what is missing', async ({
  openDataset,
}) => {
  const files = hostileDistrict();
  const estates = JSON.parse(files['estates.geojson'] ?? '');
  estates.features[3].geometry = null;
  const atlas = await openDataset({ ...files, 'estates.geojson': JSON.stringify(estates) });
  await atlas.showOnly('unmapped');
  await expect.poll(() => atlas.listed()).toBe(1);
  await atlas.clickRow(hostileNames[3] ?? '');
  await expect(atlas.card()).toContainText('未上图');
  await expect(atlas.card()).toContainText('h3');
  expect(atlas.complaints).toEqual([]);
});
