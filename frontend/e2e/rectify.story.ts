import { hostileDistrict } from './drivers/dataset';
import { expect, TheRectificationDesk, test } from './drivers/rectify';

test.describe("an analyst's Monday at the rectification desk", () => {
  test('finds where problems gather, by which test, and filters by a class', async ({ desk, analyst }) => {
    const classes = await desk.classes();
    expect(Object.keys(classes)).toContain('无结论');
    expect((classes['热点 99%'] ?? 0) + (classes['热点 95%'] ?? 0)).toBeGreaterThan(0);
    await expect(desk.legend()).toContainText(/Gi\*，邻域 \d+ 米，FDR 校正/);
    expect(await analyst.mapColours()).toBeGreaterThan(20);

    const all = await desk.inTab('全部');
    expect(all).toBe(await desk.figure('清单'));
    await desk.toggleClass('热点 99%');
    expect(await desk.inTab('全部')).toBeLessThan(all);
    for (const line of await desk.lines()) expect(line.cluster).toBe('热点 99%');
    await desk.toggleClass('热点 99%');
    expect(await desk.inTab('全部')).toBe(all);

    for (const name of ['局部集聚与异常', '负担', '问题走势']) await desk.colourBy(name);
    const log = await desk.log();
    expect(log).toContain('距离带');
    expect(log).toContain('校正');
    expect(analyst.complaints).toEqual([]);
  });

  test('looks at the list by item, matrix and party; the heaviest burden comes first', async ({ desk }) => {
    const lines = await desk.lines();
    expect(lines.map((line) => line.burden)).toEqual([...lines.map((line) => line.burden)].sort((a, b) => b - a));

    const item = await desk.bar('按扣分项', 0);
    for (const line of await desk.lines()) expect(line.problem).toContain(item);
    await desk.bar('按扣分项', 0);

    await desk.view('项目×街道');
    const promised = await desk.fullestCell();
    expect(await desk.inTab('全部')).toBe(promised);
    expect(new Set((await desk.lines()).map((line) => line.subdistrict)).size).toBe(1);
    await desk.fullestCell();

    await desk.view('责任方');
    const party = await desk.bar('按责任方', 1);
    for (const line of await desk.lines()) expect(line.party).toBe(party);
    await desk.view('时间');
    await expect(desk.panel()).toContainText('反复次数');
  });

  test('takes a longer window and is told what cannot be taken', async ({ desk }) => {
    const before = await desk.figure('清单');
    await desk.window('0');
    await expect(desk.windowTrouble()).toContainText('1—120');
    await desk.list().click({ position: { x: 300, y: 10 } });
    await desk.window('12');
    await expect(desk.panel()).toContainText('近 12 轮');
    expect(await desk.figure('清单')).not.toBe(before);
  });

  test('sets deadlines, marks rows as rectified with a note, and takes it back', async ({ desk, analyst }) => {
    const [soon, done] = [await desk.inTab('7天内到期'), await desk.inTab('已整改')];
    await desk.sortBy('期限');
    await desk.sortBy('期限');
    await desk.pick(2);
    await desk.record({ days: '7天后' });
    await expect.poll(() => desk.inTab('7天内到期')).toBe(soon + 2);

    await desk.pick(1);
    await desk.record({ status: '已整改', note: '已清运，现场复核' });
    await expect.poll(() => desk.inTab('已整改')).toBe(done + 1);
    await desk.openTab('已整改');
    await desk.sortBy('负担');
    await expect(desk.list()).toContainText('已整改');

    await desk.undo();
    await expect.poll(() => desk.inTab('已整改')).toBe(done);
    expect(analyst.complaints).toEqual([]);
  });

  test('a step needs something to record', async ({ desk }) => {
    await desk.pick(1);
    await desk.record({ note: '只写说明' });
    await expect(desk.dialog()).toContainText('选一个状态');
    await desk.closeDialog();
    await expect(await desk.history()).toContainText('责任方');
  });

  test('a row shows its estate on the map and stays chosen', async ({ desk, analyst }) => {
    const [, , , line] = await desk.lines();
    await desk.choose(line?.estate ?? '');
    await expect(desk.selected().first()).toContainText(line?.estate ?? '');
    await analyst.press('Escape');
    await expect(desk.selected()).toHaveCount(0);
  });

  test('finds a problem on the spot, puts it on the map with a photo, and resolves it', async ({ desk, analyst }) => {
    const [line] = await desk.lines();
    await desk.choose(line?.estate ?? '');
    await desk.openTab('点位');
    const before = await desk.inTab('点位');
    const estate = await desk.addOnMap({ item: 'C2', description: '垃圾桶满溢未清', photo: '照片/0318/001.jpg' });
    expect(estate).toBe(line?.estate);
    await expect.poll(() => desk.inTab('点位')).toBe(before + 1);
    const row = desk.findings().filter({ hasText: '垃圾桶满溢未清' });
    await expect(row).toContainText('001.jpg');
    await expect(row).toContainText('未办结');
    await desk.resolve('垃圾桶满溢未清');
    await expect(desk.findings().filter({ hasText: '垃圾桶满溢未清' })).toContainText('已办结');

    for (const layer of ['聚合', '热力', '点']) await desk.layer(layer);
    expect(analyst.complaints).toEqual([]);
  });

  test('hands out the list and the orders', async ({ desk, exports }) => {
    const total = await desk.figure('清单');
    const sheet = await exports.of(() => desk.export('XLSX'));
    expect(sheet.name).toMatch(/\.xlsx$/);
    expect(sheet.parts().filter((part) => part.startsWith('xl/worksheets/sheet')).length).toBeGreaterThan(2);
    const csv = await exports.of(() => desk.export('CSV'));
    expect(csv.bytes().toString('utf8').trim().split('\n')).toHaveLength(total + 1);
    const points = JSON.parse((await exports.of(() => desk.export('GeoJSON'))).bytes().toString('utf8'));
    expect(points.features.length).toBeGreaterThan(0);
    expect((await exports.of(() => desk.export('PDF'))).name).toMatch(/\.pdf$/);

    await desk.pick(2);
    const orders = await exports.of(() => desk.notices());
    expect(orders.name).toMatch(/\.docx$/);
    expect(orders.part('word/document.xml')).toContain('整改通知单');
  });
});

test('a district in which nothing recurs says what to do', async ({ openDataset, page }) => {
  const atlas = await openDataset(hostileDistrict());
  const desk = new TheRectificationDesk(page);
  await desk.enter();
  await expect(desk.list()).toContainText('清单是空的');
  await expect(desk.list()).toContainText('增加轮数');
  await desk.openTab('点位');
  await expect(desk.rows()).toContainText('登记点位');
  expect(atlas.complaints).toEqual([]);
});

for (const theme of [/浅色/, /深色/, /投影/]) {
  test(`the desk can be read and worked without a mouse: ${theme.source}`, async ({ desk, analyst }) => {
    test.slow();
    await analyst.colours(theme);
    expect(await analyst.barriers()).toEqual([]);
    for (const view of ['项目×街道', '时间', '责任方']) {
      await desk.view(view);
      expect(await analyst.barriers()).toEqual([]);
    }
    await desk.openTab('点位');
    await desk.layer('热力');
    expect(await analyst.barriers()).toEqual([]);
  });
}
