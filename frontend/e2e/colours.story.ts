import { expect, test } from './drivers/story';

test.describe('what the map is coloured by', () => {
  test('is chosen among the numbers of the round, companies and subdistricts; the legend says which, of what round and day', async ({
    demo,
    panels,
  }) => {
    await panels.openFills();
    await expect(panels.fills()).toHaveText([
      '考核名次',
      '得分',
      '名次变化（进步）',
      '区级补贴（当月）',
      '本年已扣',
      '反复扣分负担',
      '问题集聚',
      '局部集聚与异常',
      '问题走势',
      '服务企业',
      '街道',
    ]);
    await panels.close();
    for (const [fill, name, method] of [
      ['score', '得分', '分位数，5 级'],
      ['change', '名次变化（进步）', '升降分列'],
      ['subsidy', '区级补贴（当月）', '个小区有值'],
      ['withheld', '本年已扣', '个小区有值'],
      ['burden', '反复扣分负担', '个小区有值'],
      ['gi', '问题集聚', 'FDR 校正'],
      ['lisa', '局部集聚与异常', '999 次置换'],
      ['trend', '问题走势', 'Mann–Kendall 检验'],
      ['company', '服务企业', '按服务企业，11 类'],
      ['subdistrict', '街道', '按街道，12 类'],
    ] as const) {
      await panels.colourBy(fill);
      await panels.close();
      await expect(panels.legend()).toContainText(`填色：${name}`);
      await expect(panels.legend()).toContainText('2026年11月');
      await expect(panels.legend()).toContainText('11月19日');
      await expect(panels.legend()).toContainText(method);
      // Every estate of the district is in one class, or among those without a value.
      await expect
        .poll(async () => (await panels.classes()).reduce((sum, n) => sum + n, 0), { message: fill })
        .toBe(await demo.listed());
    }
    expect(demo.complaints).toEqual([]);
  });

  test('rises and falls in two colours, each with its own count', async ({ demo, panels, map }) => {
    await map.colourBy('change');
    expect(await map.area('--ramp-div-7')).toBeGreaterThan(100);
    expect(await map.area('--ramp-div-1')).toBeGreaterThan(100);
    const down = panels.classNamed('↓').first();
    const up = panels.classNamed('↑').last();
    const fallen = Number(await down.locator('.count').innerText());
    const risen = Number(await up.locator('.count').innerText());
    await down.click();
    await expect.poll(() => demo.listed()).toBe(fallen);
    await up.click({ modifiers: ['Control'] });
    await expect.poll(() => demo.listed()).toBe(fallen + risen);
    await demo.showAll();
    expect(demo.complaints).toEqual([]);
  });

  test('is divided by the method that is chosen, which the legend names; a class filters', async ({ demo, panels }) => {
    const seen = new Set<string>();
    for (const [method, named] of [
      [/^自然断点$/, '自然断点'],
      [/^等距$/, '等距'],
      [/^分位数$/, '分位数'],
    ] as const) {
      await panels.colourBy('score', method);
      await panels.close();
      await expect(panels.legend()).toContainText(new RegExp(`得分：${named}.*，5 级`));
      const counts = await panels.classes();
      expect(counts.reduce((sum, n) => sum + n, 0)).toBe(await demo.listed());
      seen.add(counts.join());
    }
    expect(seen.size).toBe(3);
    const counts = await panels.classes();
    await panels.aClass(0).click();
    await expect.poll(() => demo.listed()).toBe(counts[0]);
    await panels.aClass(-1).click();
    await expect.poll(() => demo.listed()).toBe(counts.at(-1));
    await expect(demo.filterInForce()).toContainText('无数值');
    expect(demo.complaints).toEqual([]);
  });

  test('has as many classes as are asked for', async ({ panels, demo }) => {
    for (const classes of [3, 7]) {
      await panels.colourBy('score', new RegExp(`^${classes}$`));
      await panels.close();
      await expect(panels.legend()).toContainText(`分位数，${classes} 级`);
      expect(await panels.classes()).toHaveLength(classes + 1);
    }
    expect(demo.complaints).toEqual([]);
  });

  test('takes limits that are given, and says when they are none', async ({ demo, panels }) => {
    await panels.colourBy('score', /^自定$/);
    await panels.giveBreaks('ninety');
    await expect(panels.legend().getByRole('alert')).toContainText('从小到大');
    await panels.giveBreaks('80, 90');
    await expect(panels.legend().getByRole('alert')).toHaveCount(0);
    await panels.close();
    await expect(panels.legend()).toContainText('得分：自定');
    await expect.poll(() => panels.classes()).toHaveLength(4);
    await expect(panels.aClass(1)).toContainText('80—90 分');
    await panels.aClass(1).click();
    await expect.poll(() => demo.listed()).toBe((await panels.classes())[1]);
    expect(demo.complaints).toEqual([]);
  });

  test('by companies: a click leaves one of them, those without any are called so', async ({ demo, panels, map }) => {
    await map.colourBy('company');
    const counts = await panels.classes();
    // Those with most estates come first.
    expect(counts.slice(0, -1)).toEqual(counts.slice(0, -1).sort((a, b) => b - a));
    await panels.classNamed('瑞丰物业').click();
    await expect.poll(async () => (await demo.rows()).every((row) => row.company === '瑞丰物业')).toBe(true);
    await expect(demo.filterInForce()).toContainText('瑞丰物业');
    await panels.classNamed('无服务企业').click();
    await expect.poll(async () => (await demo.rows()).every((row) => row.company === '—')).toBe(true);
    await expect.poll(() => demo.listed()).toBe(counts.at(-1));
    await expect(demo.filterInForce()).toContainText('无服务企业');
    expect(demo.complaints).toEqual([]);
  });

  test('by subdistricts: the legend leads to their cards', async ({ demo, panels }) => {
    await panels.colourBy('subdistrict');
    await panels.legend().getByRole('button', { name: '打开新立街的卡片' }).click();
    await expect(panels.subdistrict().getByRole('heading', { level: 2 })).toHaveText('新立街');
    const count = Number(await panels.classNamed('新立街').locator('.count').innerText());
    expect(Number(await panels.fact(panels.subdistrict(), /^小区$/))).toBe(count);
    expect(demo.complaints).toEqual([]);
  });

  test('follows the round and says which', async ({ demo, panels }) => {
    await panels.colourBy('burden', /^自然断点$/);
    await panels.close();
    const before = await panels.classes();
    await demo.press('ArrowLeft');
    await expect(panels.legend()).toContainText('2026年10月');
    await expect(panels.legend()).not.toContainText('2026年11月');
    await expect.poll(async () => (await panels.classes()).join()).not.toBe(before.join());
    await expect(panels.legend()).toContainText('自然断点');
  });
});
