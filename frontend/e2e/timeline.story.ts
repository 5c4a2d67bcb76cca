import { expect, test } from './drivers/story';

test.describe('the rounds below the map', () => {
  test('play by themselves to the last, and stop when asked', async ({ demo, panels }) => {
    const latest = await demo.roundNumber();
    await demo.press('ArrowLeft');
    await demo.press('ArrowLeft');
    await expect.poll(() => demo.roundNumber()).toBe(latest - 2);
    await panels.ofTimeline(/^播放速度/).click();
    await expect(panels.ofTimeline(/^播放速度/)).toHaveText('2×');
    await panels.ofTimeline(/^逐轮播放/).click();
    await expect(panels.ofTimeline(/^停止播放/)).toBeVisible();
    await expect.poll(() => demo.roundNumber(), { intervals: [50] }).toBe(latest - 1);
    await expect.poll(() => demo.roundNumber()).toBe(latest);
    await expect(panels.ofTimeline(/^停止播放/)).toHaveCount(0);
    // From the last round it plays from the first; any step of one's own stops it.
    await demo.press('Space');
    await expect.poll(() => demo.roundNumber()).toBeLessThan(latest);
    await expect(panels.ofTimeline(/^停止播放/)).toBeVisible();
    await demo.press('ArrowRight');
    await expect(panels.ofTimeline(/^停止播放/)).toHaveCount(0);
    expect(demo.complaints).toEqual([]);
  });

  test('say how many estates changed, and show those', async ({ demo, panels }) => {
    const changed = panels.ofTimeline(/^变动 \d+ 个/);
    const count = Number(/\d+/.exec(await changed.innerText())?.[0]);
    await changed.click();
    await expect.poll(() => demo.listed()).toBe(count);
    await expect(changed).toHaveAttribute('aria-pressed', 'true');
    await changed.click();
    await expect.poll(() => demo.listed()).toBeGreaterThan(count);
  });

  test('are named by the legend both when two are compared', async ({ demo, panels }) => {
    await demo.press('c');
    await expect(demo.otherRound()).toBeVisible();
    await expect(panels.legend()).toContainText(/对比：2026年10月.* 与 2026年11月/);
    await demo.press('c');
    await expect(panels.legend()).not.toContainText('对比');
    await expect(panels.legend()).toContainText('2026年11月');
  });

  test('are reached by a click on their month and by the ends of the line', async ({ demo, panels }) => {
    const latest = await demo.roundNumber();
    await panels.ofTimeline(/^第一轮$/).click();
    await expect.poll(() => demo.roundNumber()).toBe(1);
    await expect(panels.legend()).toContainText('2024年12月');
    await expect(panels.ofTimeline(/^第一轮$/)).toBeDisabled();
    await panels.timeline().locator('[data-round]').nth(4).click();
    await expect.poll(() => demo.roundNumber()).toBe(5);
    await panels.ofTimeline(/^最近一轮$/).click();
    await expect.poll(() => demo.roundNumber()).toBe(latest);
  });
});
