import { expect, test } from './drivers/story';

test.describe('an analyst asks the list', () => {
  test('chooses a column, filters by it, and the counts of the map follow', async ({ demo, table }) => {
    const all = await demo.listed();
    await table.chooseColumn('户数');
    await expect(table.heads().last()).toHaveText('户数');
    await table.filterByColumn();
    await table.type('户数不小于', '1000');
    await expect(demo.filterInForce()).toContainText('户数 ≥ 1000');
    await expect.poll(() => demo.listed()).toBeLessThan(all);
    for (const homes of await table.column('households')) {
      expect(Number(homes.replace(/,/g, ''))).toBeGreaterThanOrEqual(1000);
    }
    const drawn = Object.values(await demo.fillCounts()).reduce((sum, n) => sum + n, 0);
    expect(drawn).toBe(await demo.listed());

    await table.pick('筛选形态', '成片');
    await expect(demo.filterInForce()).toContainText('形态：成片');
    await demo.showAll();
    expect(await demo.listed()).toBe(all);
    await expect(table.field('户数不小于')).toHaveValue('');
  });

  test('finds her columns again after a restart, in her order', async ({ demo, table }) => {
    await table.chooseColumn('代管依托小区');
    await table.moveLeft('代管依托小区', 3);
    const heads = await table.heads().allTextContents();
    expect(heads.map((head) => head.trim()).indexOf('代管依托小区')).toBe(9);
    await demo.reopen();
    await expect(table.heads().nth(9)).toHaveText('代管依托小区');
    await demo.sortBy(/^代管依托小区/);
    const hosts = await table.column('host');
    expect(hosts[0]).not.toBe('—');
    await table.firstColumnsAgain();
    await expect(table.heads()).toHaveCount(12);
  });

  test('takes a field for what it says: letters are no number, initials are a name', async ({ demo, table }) => {
    const all = await demo.listed();
    await table.filterByColumn();
    await table.type('得分不小于', '六十');
    await expect(table.field('得分不小于')).toHaveAttribute('aria-invalid', 'true');
    expect(await demo.listed()).toBe(all);
    await table.type('得分不小于', '');
    await table.type('筛选小区', 'yyhdl');
    await expect.poll(() => table.column('name')).toEqual(['月牙河东里']);
  });
});

test.describe('somebody asks for a name', () => {
  test('finds an estate by its initials and opens its card', async ({ demo }) => {
    await demo.ask('yyhdl');
    await expect(demo.answers().first()).toContainText('月牙河东里');
    await demo.press('Enter');
    await expect(demo.cardName()).toHaveText('月牙河东里');
  });

  test('finds a company by its initials and opens its card', async ({ demo }) => {
    await demo.ask('rfwy');
    await expect(demo.answers().first()).toContainText('瑞丰');
    await demo.press('Enter');
    await expect(demo.cardName()).toContainText('瑞丰');
  });

  test('gets the kinds one below the other', async ({ demo }) => {
    await demo.ask('新立');
    await expect(demo.answerList()).toContainText(/街道.*新立街.*小区/s);
  });
});

test.describe('the card answers', () => {
  test('who was second as host of a scattered estate, and shows it on the map', async ({ demo, table }) => {
    await table.chooseColumn('代管依托小区');
    await demo.sortBy(/^代管依托小区/);
    const [name = ''] = await table.column('name');
    const [host = ''] = await table.column('host');
    await demo.clickRow(name);
    const proxy = demo.cardPart(/企业与代管/);
    await expect(proxy).toContainText(host);
    const second = proxy.getByRole('listitem').first();
    await expect(second).toContainText(/[\d.]+ (米|公里)/);
    const link = second.getByRole('button');
    const called = (await link.textContent()) ?? '';
    await link.click();
    await expect(demo.cardName()).toHaveText(called);
  });

  test('round by round at the arrow keys, and month by month in a table', async ({ demo }) => {
    await demo.ask('yyhdl');
    await demo.press('Enter');
    const history = demo.cardPart(/名次变化/);
    await history.getByRole('img').focus();
    await demo.press('Home');
    await expect(history.getByRole('status')).toContainText(/2024年12月 第\d+\/\d+ · [\d.]+ 分/);
    const months = demo.cardPart(/区级奖励补贴/);
    await months.getByRole('button', { name: /各月补贴/ }).click();
    await expect(months.getByRole('row')).toHaveCount(13);
    await expect(months.getByRole('cell', { name: '追回（已发放）' }).first()).toBeVisible();
  });

  test('leads from an estate to its street and its company', async ({ demo }) => {
    await demo.ask('yyhdl');
    await demo.press('Enter');
    await demo.card().getByRole('button', { name: '万新街', exact: true }).click();
    await expect(demo.cardName()).toHaveText('万新街');
  });
});
