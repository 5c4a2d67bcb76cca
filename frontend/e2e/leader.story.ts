import { expect, test } from './drivers/story';

test.describe('a district leader looks at the demo', () => {
  test('and sees the estates in colour, with a legend whose counts add up', async ({ demo }) => {
    await expect(demo.heading()).toContainText('示例区（虚构）');
    await expect.poll(() => demo.mapColours()).toBeGreaterThan(20);
    const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
    const fill = await demo.fillCounts();
    const state = await demo.stateCounts();
    expect(sum(fill)).toBe(await demo.listed());
    expect(sum(state) + (fill.unmapped ?? 0)).toBe(await demo.listed());
    expect(fill.bottom).toBeGreaterThanOrEqual(10);
    expect(demo.complaints).toEqual([]);
  });

  test('asks 那个小区怎么样 by initials and reads rank, measures and clause', async ({ demo }) => {
    await demo.ask('yyhdl');
    await expect(demo.answers().first()).toContainText('月牙河东里');
    await demo.press('Enter');
    await expect(demo.cardName()).toHaveText('月牙河东里');
    await expect(demo.card()).toContainText(/第\d+名/);
    await expect(demo.cardPart(/^措施$/)).toContainText('三级');
    await expect(demo.cardPart(/^措施$/)).toContainText('河北民字〔2019〕19号');
    await expect(demo.selectedRow()).toContainText('月牙河东里');
    await demo.askWhy(/^措施$/);
    await expect(demo.cardPart(/^措施$/)).toContainText('原因：企业');
    expect(demo.complaints).toEqual([]);
  });

  test('clicks an estate on the map and reads its card', async ({ demo }) => {
    await demo.ask('yyhdl');
    await demo.press('Enter');
    await expect(demo.cardName()).toHaveText('月牙河东里');
    await demo.press('Escape');
    await expect(demo.cardName()).toHaveCount(0);
    // A click during the flight would end it half-way.
    await expect.poll(() => demo.inView()).toBeLessThan(100);
    await demo.clickMapMiddle();
    await expect(demo.cardName()).toHaveText('月牙河东里');
    await expect(demo.selectedRow()).toContainText('月牙河东里');
  });

  test('finds it by pinyin and by part of its name too', async ({ demo }) => {
    for (const query of ['yueyahed', '牙河东']) {
      await demo.ask(query);
      await expect(demo.answers().first()).toContainText('月牙河东里');
      await demo.press('Escape');
    }
    await demo.ask('没有这样的小区');
    await expect(demo.everything()).toContainText('没有找到“没有这样的小区”');
  });

  test('goes through the rounds with the arrow keys', async ({ demo }) => {
    const latest = await demo.roundNumber();
    const before = await demo.rows();
    await demo.press('ArrowLeft');
    await expect.poll(() => demo.roundNumber()).toBe(latest - 1);
    await expect.poll(async () => JSON.stringify(await demo.rows())).not.toBe(JSON.stringify(before));
    await demo.press('ArrowRight');
    await expect.poll(async () => JSON.stringify(await demo.rows())).toBe(JSON.stringify(before));
    await demo.press('Home');
    await expect.poll(() => demo.roundNumber()).toBe(1);
  });

  test('reads everything in English at a switch; names stay Chinese', async ({ demo }) => {
    await demo.switchTo('English');
    await expect(demo.heading()).toContainText('Estate Atlas');
    await expect(demo.heading()).toContainText('Sample district (fictional)');
    await demo.ask('yyhdl');
    await demo.press('Enter');
    await expect(demo.cardName()).toHaveText('月牙河东里');
    await expect(demo.cardPart(/^Measures$/)).toContainText('Level 3');
    await expect(demo.card()).not.toContainText('措施');
    await demo.switchTo('中文');
    await expect(demo.card()).toContainText('措施');
  });
});
