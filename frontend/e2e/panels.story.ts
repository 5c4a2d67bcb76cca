import { hostileDistrict, hostileNames } from './drivers/dataset';
import { part } from './drivers/panels';
import { expect, test } from './drivers/story';

test.describe('the card of a company', () => {
  test('says its estates, average rank, money and trend, and shows them on the map', async ({ demo, panels }) => {
    await demo.ask('rfwy');
    await demo.press('Enter');
    const card = panels.company();
    await expect(card.getByRole('heading', { level: 2 })).toContainText('瑞丰');
    await expect(card).toContainText(/平均名次第 \d+，共 11/);
    const trend = demo.cardPart(/^平均名次$/).getByRole('img');
    await expect(trend).toHaveAttribute('aria-label', /2024年12月：平均第 [\d.]+ 名.*2026年11月：平均第 [\d.]+ 名/);
    expect(await panels.fact(card, /^11月应发/)).toMatch(/[\d.]+ ?(元|万元)/);
    expect(await panels.fact(card, /^本年已扣$/)).toMatch(/[\d.]+ ?(元|万元)/);
    const estates = Number(await panels.fact(card, /^小区$/));
    const show = card.getByRole('button', { name: '在图上只看这些小区' });
    await show.click();
    await expect.poll(() => demo.listed()).toBe(estates);
    for (const row of await demo.rows()) expect(row.company).toContain('瑞丰');
    await card.getByRole('button', { name: '正在只看这些小区' }).click();
    await expect.poll(() => demo.listed()).toBeGreaterThan(estates);
    await panels.back();
    expect(demo.complaints).toEqual([]);
  });

  test('is opened from the legend and from the card of an estate, and Esc goes back', async ({ demo, panels }) => {
    const all = await demo.listed();
    await panels.colourBy('company');
    await panels.legend().getByRole('button', { name: '打开瑞丰物业的卡片' }).click();
    await expect(panels.company().getByRole('heading', { level: 2 })).toContainText('瑞丰');
    // The legend opened it and did not filter.
    expect(await demo.listed()).toBe(all);
    await demo.press('Escape');
    await expect(panels.overview()).toBeVisible();

    await demo.ask('yyhdl');
    await demo.press('Enter');
    await demo
      .cardPart(/^企业与代管$/)
      .getByRole('button', { name: /瑞丰/ })
      .first()
      .click();
    await expect(panels.company().getByRole('heading', { level: 2 })).toContainText('瑞丰');
  });

  test('leads to its subdistricts, from there to its companies, and to its last estate', async ({ demo, panels }) => {
    await demo.ask('rfwy');
    await demo.press('Enter');
    await panels
      .company()
      .getByRole('button', { name: /^万新街/ })
      .click();
    const card = panels.subdistrict();
    await expect(card.getByRole('heading', { level: 2 })).toHaveText('万新街');
    await expect(card).toContainText(/平均名次第 \d+，共 12/);
    await expect(card.getByRole('term').filter({ hasText: '无人代管' })).toBeVisible();
    expect(await panels.fact(card, /^流转资金余额$/)).toMatch(/[\d.]+ ?(元|万元)/);
    const estates = Number(await panels.fact(card, /^小区$/));
    await card.getByRole('button', { name: '在图上只看这些小区' }).click();
    await expect.poll(() => demo.listed()).toBe(estates);
    await expect(card.getByRole('region', { name: /^小区，名次由后到前$/ }).getByRole('button')).toHaveCount(estates);
    await card.getByRole('button', { name: /^瑞丰/ }).click();
    await expect(panels.company().getByRole('heading', { level: 2 })).toContainText('瑞丰');
    const members = panels.company().getByRole('region', { name: /^小区，名次由后到前$/ });
    await members.getByRole('button').first().click();
    await expect(demo.cardName()).toHaveText('月牙河东里');
  });

  test('follows the round', async ({ demo, panels }) => {
    await demo.ask('rfwy');
    await demo.press('Enter');
    await expect(panels.company()).toContainText('11月应发');
    const place = await panels.company().getByRole('heading', { level: 2 }).locator('+ p').innerText();
    await demo.press('ArrowLeft');
    await expect(panels.company()).toContainText('10月应发');
    await expect(panels.company().getByRole('heading', { level: 2 }).locator('+ p')).not.toHaveText(place);
  });
});

for (const [theme, called] of [
  [/浅色/, 'light'],
  [/深色/, 'dark'],
  [/投影/, 'projector'],
] as const) {
  test(`no panel stands in anybody's way: ${called}`, async ({ demo, panels, meeting }) => {
    await demo.colours(theme);
    await expect.poll(() => panels.theme()).toBe(called);
    await expect(panels.overview()).toContainText('补贴与资金');
    await panels.figure('bottom').click();
    expect(await demo.barriers(part.side), 'page of all figures').toEqual([]);
    await panels.colourBy('score', /^自定$/);
    await panels.giveBreaks('ninety');
    expect(await demo.barriers(part.legend), 'fills').toEqual([]);
    await panels.close();
    await panels.colourBy('company');
    await demo.ask('rfwy');
    await demo.press('Enter');
    await expect(panels.company()).toContainText('平均名次');
    expect(await demo.barriers(part.side, part.legend), 'company, and the legend of companies').toEqual([]);
    await panels
      .company()
      .getByRole('button', { name: /^万新街/ })
      .click();
    await expect(panels.subdistrict()).toContainText('流转资金余额');
    await panels.openColumns();
    expect(await demo.barriers(part.side, part.list), 'subdistrict, and the choice of columns').toEqual([]);
    await panels.close();
    await demo.press('b');
    await expect(demo.dialog()).toBeVisible();
    expect(await demo.barriers(part.dialog), 'base maps').toEqual([]);
    await demo.press('Escape');
    await expect(demo.dialog()).toHaveCount(0);
    await meeting.start();
    await meeting.goTo(/^后十名/);
    await expect(meeting.page()).toContainText('月牙河东里');
    expect(await demo.barriers(part.dialog), 'meeting').toEqual([]);
  });
}

test('colours and language are found again as they were left', async ({ demo, panels }) => {
  await demo.colours(/深色/);
  await demo.switchTo('English');
  await demo.reopen();
  expect(await panels.theme()).toBe('dark');
  await expect(panels.overview()).toContainText('Bottom ten');
  await expect(panels.legend()).toContainText('Top ten');
  await expect(panels.overview()).not.toContainText('后十名');
  await demo.switchTo('中文');
  await expect(panels.overview()).toContainText('后十名');
  expect(demo.complaints).toEqual([]);
});

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
