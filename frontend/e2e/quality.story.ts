import { expect, test } from './drivers/quality';

test.describe('an analyst looks over the records', () => {
  test('sees what is wrong by kind, with its evidence', async ({ quality }) => {
    await quality.enter();
    expect(await quality.count('边界重叠')).toBe(1);
    expect(await quality.count('细碎部分')).toBe(1);
    expect(await quality.count('未上图')).toBe(1);
    expect(await quality.count('协议中断')).toBe(1);
    expect(await quality.count('编号近似')).toBe(0);
    await quality.show('边界重叠');
    await quality.choose('光华里');
    await expect(quality.evidence()).toContainText('重叠面积');
    await expect(quality.evidence()).toContainText('秋丽家园');
    await quality.show('未上图');
    await quality.choose('海山南里');
    await expect(quality.evidence()).toContainText('没有可以自动执行的安全修复');
    await quality.find('光华里');
    await expect(quality.faults()).toHaveCount(0);
  });

  test('chooses who keeps the ground, sees it before and after, and takes it back', async ({ quality }) => {
    await quality.enter();
    const before = await quality.total();
    await quality.show('边界重叠');
    await quality.choose('光华里');
    await quality.mend();
    await quality.confirm();
    await expect(quality.dialog().getByRole('alert')).toContainText('选择修复办法');
    await quality.way('重叠部分划归秋丽家园（q2）');
    await expect(quality.dialog().getByRole('img')).toBeVisible();
    await expect(quality.dialog()).toContainText('修复前');
    await expect(quality.dialog()).toContainText('级别和金额都不改变');
    await quality.confirm();
    await expect(quality.dialog()).toHaveCount(0);
    await expect.poll(() => quality.count('边界重叠')).toBe(0);
    expect(await quality.total()).toBe(before - 1);
    await quality.undo();
    await expect.poll(() => quality.count('边界重叠')).toBe(1);
    expect(await quality.total()).toBe(before);
  });

  test('joins two agreements of one company', async ({ quality }) => {
    await quality.enter();
    await quality.show('协议中断');
    await quality.choose('丽新里');
    await expect(quality.evidence()).toContainText('2024-12-24');
    await quality.mend();
    await expect(quality.dialog()).toContainText('2024-12-31');
    await quality.confirm();
    await expect.poll(() => quality.count('协议中断')).toBe(0);
  });

  test('takes the list along', async ({ quality, exports }) => {
    await quality.enter();
    const file = await exports.of(() => quality.export());
    const text = file.bytes().toString('utf8');
    expect(text).toContain('边界重叠');
    expect(text.trim().split('\n').length).toBe((await quality.total()) + 1);
  });

  test('stands in nobody’s way', async ({ clerk, quality }) => {
    await quality.enter();
    expect(await clerk.barriers()).toEqual([]);
    await quality.show('边界重叠');
    await quality.choose('光华里');
    await expect(quality.evidence()).toContainText('重叠面积');
    expect(await clerk.barriers()).toEqual([]);
    await quality.mend();
    await quality.way('重叠部分划归光华里（q1）');
    await expect(quality.dialog().getByRole('img')).toBeVisible();
    expect(await clerk.barriers()).toEqual([]);
    await clerk.press('Escape');
    await expect(quality.dialog()).toHaveCount(0);
    expect(clerk.complaints).toEqual([]);
  });
});
