import { Exports } from './drivers/exports';
import { TheRectificationDesk } from './drivers/rectify';
import { expect, test } from './drivers/wizard';
import { workbook } from './drivers/workbook';

/** What a round of inspections found, as an office writes it down: item and points in one cell. */
const checks = workbook('日常检查', {
  rows: [
    ['2026年11月下旬日常检查情况'],
    ['序号', '街道', '小区名称', '检查日期', '得分', '扣分情况'],
    [1, '万新街', '月牙河东里', '2026.11.21', '９１．５', 'C2:5 C5:3.5'],
    [2, '万新街', '沙柳道78号院', '2026.11.21', 94, 'C1:6'],
    [3, '新立街', '驯海里', '2026.11.21', '没去', ''],
    ['', '合计', '3', '', 92.75, ''],
  ],
  merged: ['A1:F1'],
});

test("an analyst's Monday: a messy workbook goes in, the list of what recurs comes out", async ({
  analyst,
  wizard,
  page,
}) => {
  test.slow();
  const desk = new TheRectificationDesk(page);
  await desk.enter();
  await desk.ready();
  const before = await desk.figure('清单');

  await wizard.drop('日常检查11月(督查科).xlsx', checks);
  await expect(wizard.cells('fault')).toHaveCount(1);
  await wizard.findings().getByLabel('类别').selectOption('routine');
  await wizard.mend('得分不是数', '按未参评');
  await expect(wizard.count('新增扣分')).toHaveText('3');
  await wizard.write();

  await desk.enter();
  await desk.ready();
  await expect(desk.panel()).toContainText('近 6 轮');
  // The window moved on by a round.
  expect(await desk.figure('清单')).not.toBe(before);
  expect(await desk.log()).toContain('距离带');
  const shown = await desk.lines();
  expect(shown.length).toBeGreaterThan(3);

  const file = await new Exports(page).of(() => desk.export('XLSX'));
  const sheets = file.sheets();
  test.skip(sheets === null, 'LibreOffice is not installed: the workbook was written, it was not opened again');
  for (const line of shown) {
    const [heads = [], ...rows] = sheets?.get(line.subdistrict) ?? [];
    const at = (head: string) => heads.indexOf(head);
    const found = rows.find(
      (row) => row[at('小区')] === line.estate && line.problem.includes(row[at('扣分项')] ?? '?'),
    );
    expect(found, `${line.estate} ${line.problem}`).toBeDefined();
    expect(Number(found?.[at('负担')])).toBeCloseTo(line.burden, 1);
    expect(line.recurrence.replace(/\s/g, '')).toContain(`${found?.[at('发生轮次')]}/${found?.[at('参评轮次')]}`);
    expect(found?.[at('责任方')]).toContain(line.party);
    expect(line.status).toContain(found?.[at('状态')] ?? '?');
  }
  expect(analyst.complaints).toEqual([]);
});
