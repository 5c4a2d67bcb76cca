import { expect, test } from './drivers/story';

test.describe('a meeting about the round', () => {
  test('walks from the figures to what recurs with the arrow keys', async ({ demo, meeting }) => {
    await meeting.start();
    await expect(meeting.wall()).toContainText('内部使用');
    await expect(meeting.clock()).toHaveText(/^\d\d:\d\d$/);
    await expect(meeting.position()).toContainText('主要数据');
    await meeting.turn('ArrowRight');
    await expect(meeting.position()).toContainText('前十名');
    await meeting.turn('ArrowRight');
    await expect(meeting.page()).toContainText('月牙河东里');
    await expect(meeting.page()).toContainText('措施');
    await expect(meeting.page()).toContainText(/全年扣减区级奖励补贴/);
    await meeting.turn('End');
    const last = await meeting.number();
    expect(last.at).toBe(last.of);
    await expect(meeting.position()).toContainText('反复扣分的小区');
    await meeting.turn('ArrowLeft');
    await expect(meeting.position()).toContainText('代管变化');
    await meeting.turn('End');
    await meeting.turn('ArrowRight');
    expect((await meeting.number()).at).toBe(last.at);
    await meeting.turn('Home');
    expect((await meeting.number()).at).toBe(1);
    expect(demo.complaints).toEqual([]);
  });

  test('goes to an item by click, and a presenter turns pages too', async ({ demo, meeting }) => {
    await meeting.start();
    await meeting.goTo(/^三级/);
    await expect(meeting.position()).toContainText('三级');
    await meeting.turn('PageDown');
    await expect(meeting.position()).toContainText('扣减');
    await meeting.turn('PageUp');
    await expect(meeting.position()).toContainText('三级');
    expect(demo.complaints).toEqual([]);
  });

  test('answers for an estate of the table in between', async ({ demo, meeting }) => {
    await meeting.start();
    await meeting.goTo(/^前十名/);
    const first = meeting.page().locator('tbody button').first();
    const name = (await first.textContent()) ?? '';
    await first.click();
    await expect(meeting.page().getByRole('heading', { level: 2 })).toHaveText(name);
    await meeting.page().getByRole('button', { name: '返回议程' }).click();
    await expect(meeting.page().getByRole('heading', { level: 2 })).toHaveText('前十名');
    expect(demo.complaints).toEqual([]);
  });

  test('shows where problems gather when it comes to hot spots, and ranks again for an estate of the table', async ({
    demo,
    meeting,
  }) => {
    await meeting.start();
    await expect(meeting.legend()).toContainText('后十名');
    await meeting.goTo(/^热点/);
    await expect(meeting.legend()).toContainText('热点 99%');
    await expect(meeting.legend()).toContainText('表中小区');
    await expect(meeting.legend()).not.toContainText('后十名');
    await meeting.page().locator('tbody button').first().click();
    await expect(meeting.legend()).toContainText('后十名');
    await meeting.page().getByRole('button', { name: '返回议程' }).click();
    await expect(meeting.legend()).toContainText('热点 99%');
    await meeting.turn('ArrowLeft');
    await expect(meeting.legend()).toContainText('后十名');
    expect(demo.complaints).toEqual([]);
  });

  test('leaves round, filter and selection as they were', async ({ demo, meeting }) => {
    await demo.press('ArrowLeft');
    const round = await demo.roundNumber();
    await demo.ask('yyhdl');
    await demo.press('Enter');
    await expect(demo.cardName()).toHaveText('月牙河东里');
    await meeting.start();
    await meeting.turn('ArrowRight');
    await meeting.turn('End');
    await meeting.turn('Escape');
    await expect(meeting.wall()).toHaveCount(0);
    await expect(demo.cardName()).toHaveText('月牙河东里');
    expect(await demo.roundNumber()).toBe(round);
  });

  test('shows no telephone number and no person', async ({ demo, meeting }) => {
    await meeting.start();
    const { of } = await meeting.number();
    for (let i = 0; i < of; i++) {
      await expect(meeting.page()).not.toBeEmpty();
      expect(await meeting.wall().textContent()).not.toMatch(/1[3-9]\d{9}|022-?\d{8}|负责人：/);
      await meeting.turn('ArrowRight');
    }
    expect(demo.complaints).toEqual([]);
  });

  test('goes black with B and comes back with any key', async ({ meeting, demo }) => {
    await meeting.start();
    await meeting.turn('b');
    await expect(demo.everything()).toContainText('屏幕已变黑');
    await meeting.turn('ArrowRight');
    await expect(demo.everything()).not.toContainText('屏幕已变黑');
    expect((await meeting.number()).at).toBe(1);
  });

  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    for (const language of ['中文', 'English'] as const) {
      test(`is read from the last row at ${width} × ${height} in ${language}`, async ({ demo, meeting }) => {
        await demo.resize(width, height);
        await demo.switchTo(language);
        await meeting.start();
        const { of } = await meeting.number();
        for (let i = 0; i < of; i++) {
          await expect.poll(() => meeting.smallerThan(18)).toEqual([]);
          await expect.poll(() => meeting.cutOff()).toEqual([]);
          await meeting.turn('ArrowRight');
        }
      });
    }
  }

  test('has nothing serious in anybody’s way', async ({ demo, meeting }) => {
    await meeting.start();
    expect(await demo.barriers()).toEqual([]);
    await meeting.goTo(/^后十名/);
    await expect(meeting.page()).toContainText('月牙河东里');
    expect(await demo.barriers()).toEqual([]);
    await meeting.goTo(/^扣减/);
    expect(await demo.barriers()).toEqual([]);
  });

  test('goes home as PDF and as slides that can be edited', async ({ demo, meeting, exports }) => {
    test.setTimeout(150_000);
    await meeting.start();
    const pdf = await exports.of(() => meeting.export('PDF'));
    expect(pdf.bytes().subarray(0, 5).toString()).toBe('%PDF-');
    const text = pdf.pdfText();
    if (text !== null) {
      expect(text).toContain('月牙河东里');
      expect(text).toContain('内部使用');
    }
    await expect(exports.done()).toContainText('已下载');
    const slides = await exports.of(() => meeting.export('PPTX'));
    expect(slides.parts()).toContain('ppt/presentation.xml');
    const words = slides
      .parts()
      .filter((p) => /^ppt\/slides\/slide\d+\.xml$/.test(p))
      .map((p) => slides.part(p))
      .join('');
    expect(words).toContain('月牙河东里');
    expect(words).toContain('<a:tbl>');
    expect(demo.complaints).toEqual([]);
  });
});
