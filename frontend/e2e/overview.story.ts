import { expect, test } from './drivers/story';

test.describe('what a leader asks of the whole district', () => {
  test('stands above the map in eight figures, and with all the others on one page', async ({ demo, panels }) => {
    await expect(panels.strip()).toHaveCount(8);
    const page = await panels.figures({ leading: false });
    expect(page.length).toBeGreaterThan(30);
    for (const said of await panels.strip().allInnerTexts()) {
      const [label, value] = said.split('\n');
      expect(page.find((figure) => figure.label === label)?.value, said).toBe(value);
    }
    for (const part of ['考核', '措施与资格', '补贴与资金', '散片与代管', '登记', '点位整改'])
      await expect(panels.overview().getByRole('region', { name: part, exact: true })).toBeVisible();
    expect(demo.complaints).toEqual([]);
  });

  test('shows the estates behind each figure in the list, as many as it says', async ({ demo, panels }) => {
    const all = await demo.listed();
    const figures = await panels.figures();
    for (const key of [
      'fundsUsed',
      'funds',
      'payable',
      'withheldYear',
      'causeOpen',
      'unserved',
      'noCompany',
      'overdue',
    ])
      expect(figures.map((figure) => figure.key)).toContain(key);
    for (const { key, label, value, unit } of figures) {
      await panels.figure(key).click();
      await expect(panels.figure(key)).toHaveAttribute('aria-pressed', 'true');
      await expect(demo.filterInForce()).toContainText(label);
      const listed = await demo.listed();
      expect(listed, label).toBeGreaterThan(0);
      expect(listed, label).toBeLessThanOrEqual(all);
      // Companies, findings and money are not estates.
      if (unit === '个') expect(listed, label).toBe(Number(value.replace(/,/g, '')));
    }
    await demo.showAll();
    expect(await demo.listed()).toBe(all);
  });

  test('shows them on the map too, and a second click shows all again', async ({ demo, panels, map }) => {
    await map.rests();
    const middle = await map.area('--fill-m1');
    await panels.figure('bottom').click();
    await expect.poll(() => map.area('--fill-m1')).toBeLessThan(middle / 10);
    expect(await map.area('--fill-bottom')).toBeGreaterThan(2500);
    await panels.figure('bottom').click();
    await expect.poll(() => map.area('--fill-m1')).toBeGreaterThan(middle * 0.9);
    await expect(panels.figure('bottom')).toHaveAttribute('aria-pressed', 'false');
    expect(demo.complaints).toEqual([]);
  });

  test('names the bottom ten from the last, who is new there and who got out', async ({ demo, panels }) => {
    const bottom = await panels.estatesUnder(/^后十名$/).allInnerTexts();
    expect(bottom).toHaveLength(10);
    expect(bottom[0]).toContain('月牙河东里');
    const fresh = bottom.filter((row) => row.includes('新进'));
    await expect(panels.figure('bottomIn').locator('.value')).toHaveText(String(fresh.length));
    const out = await panels.estatesUnder(/^退出后十名$/).allInnerTexts();
    await expect(panels.figure('bottomOut').locator('.value')).toHaveText(String(out.length));
    for (const row of await panels.estatesUnder(/^进步最大$/).allInnerTexts()) expect(row).toMatch(/↑\d+/);
    for (const row of await panels.estatesUnder(/^退步最大$/).allInnerTexts()) expect(row).toMatch(/↓\d+/);
    await panels
      .estatesUnder(/^后十名$/)
      .first()
      .click();
    await expect(demo.cardName()).toHaveText('月牙河东里');
    await demo.press('Escape');
    await expect(panels.overview()).toBeVisible();
  });

  test('has the fund of each subdistrict, which leads to its card', async ({ demo, panels }) => {
    const fund = panels.overview().getByRole('button', { name: /万新街.*万元/ });
    const balance = /([−-]?[\d.,]+)\s*万元/.exec((await fund.innerText()).replace(/\n/g, ' '))?.[1] ?? '';
    expect(balance).not.toBe('');
    await fund.click();
    await expect(panels.subdistrict().getByRole('heading', { level: 2 })).toHaveText('万新街');
    expect(await panels.fact(panels.subdistrict(), /^流转资金余额$/)).toContain(balance);
    expect(demo.complaints).toEqual([]);
  });

  test('follows the round', async ({ demo, panels }) => {
    await expect(panels.overviewRound()).toContainText('2026年11月');
    const now = JSON.stringify(await panels.figures({ leading: false }));
    await demo.press('ArrowLeft');
    await expect(panels.overviewRound()).toContainText('2026年10月');
    await expect.poll(async () => JSON.stringify(await panels.figures({ leading: false }))).not.toBe(now);
    await demo.press('ArrowRight');
    await expect(panels.overviewRound()).toContainText('2026年11月');
    await expect.poll(async () => JSON.stringify(await panels.figures({ leading: false }))).toBe(now);
  });
});
