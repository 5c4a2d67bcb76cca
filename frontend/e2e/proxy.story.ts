import { expect, test } from './drivers/proxy';

test.describe("a planner's afternoon at the proxy desk", () => {
  test('tries the district, the own subdistrict first and a limit, and compares them', async ({ desk, planner }) => {
    const first = await desk.scenario('试算');
    const estates = await desk.inTab('全部');
    expect(Number(first.figures['已安排（处）']) + Number(first.figures.无人代管)).toBe(estates);
    expect(await desk.inTab('换企业')).toBe(Number(first.figures.换企业));
    await desk.saveAs('就近');

    await desk.scope('先本街道');
    await desk.saveAs('先本街道');
    const [near, own] = [await desk.scenario('就近'), await desk.scenario('先本街道')];
    expect(Number(own.figures.跨街道)).toBeLessThan(Number(near.figures.跨街道));
    expect(Number(near.figures['距离合计（公里）'])).toBeLessThan(Number(own.figures['距离合计（公里）']));
    expect(near.best).toContain('距离合计（公里）');

    await desk.limit('20');
    await expect(desk.certificate()).toContainText('已证最优');
    const bound = /合计 ([\d.]+) 公里，下界 ([\d.]+) 公里/.exec((await desk.certificate().innerText()) ?? '');
    expect(bound?.[1]).toBe(bound?.[2]);
    for (const load of await desk.loads().all()) {
      expect(Number((await load.locator('b').innerText()).replace(/,/g, ''))).toBeLessThanOrEqual(20);
    }
    const [load] = await desk.loads().all();
    const company = (await load?.locator('.name').innerText())?.trim() ?? '';
    await desk.limitOf(company, '5');
    expect(Number(await desk.loads().filter({ hasText: company }).locator('b').innerText())).toBeLessThanOrEqual(5);
    await desk.limitOf(company, '');
    await desk.saveAs('限额20处');
    expect((await desk.scenarios()).map(({ name }) => name)).toEqual(['现行', '就近', '先本街道', '限额20处']);

    expect(await desk.changesHands('就近', '先本街道')).toBeGreaterThan(0);

    await desk.show('就近');
    expect((await desk.scenario('就近')).figures).toEqual(near.figures);
    expect(planner.complaints).toEqual([]);
  });

  test('gives an estate to the runner-up for a reason, locks another, and both stay', async ({ desk, planner }) => {
    await desk.openTab('全部');
    const overrides = await desk.inTab('人工改派');
    const [first, second] = (await desk.lines()).filter((line) => line.reason === '最近');
    if (!first || !second) throw new Error('no estate is with its nearest host');

    await desk.select(first.estate);
    await expect(desk.hosts().first()).toContainText(first.host);
    const runnerUp = await desk.chooseHost(1);
    await desk.reassign('');
    await expect(desk.dialog()).toContainText('填写改派的理由');
    await desk.closeDialog();
    await desk.reassign('居民代表会议表决');
    await expect.poll(async () => (await desk.line(first.estate)).host).toBe(runnerUp);
    expect((await desk.line(first.estate)).reason).toContain('居民代表会议表决');
    expect(await desk.inTab('人工改派')).toBe(overrides + 1);

    await desk.select(second.estate);
    await desk.lock();
    expect((await desk.line(second.estate)).reason).toContain('已锁定');

    await desk.scope('仅本街道');
    await desk.openTab('全部');
    expect((await desk.line(first.estate)).host).toBe(runnerUp);
    expect((await desk.line(second.estate)).host).toBe(second.host);
    expect(planner.complaints).toEqual([]);
  });

  test('accepts from a date after seeing what it writes, and takes it back', async ({ desk, planner }) => {
    const before = await desk.scenario('现行');
    const trial = await desk.scenario('试算');
    // Whoever would be served by nobody keeps the agreement that there is.
    await desk.openTab('无人代管');
    const kept = (await desk.lines()).filter((line) => line.before !== '—').length;
    const served = String(Number(trial.figures['已安排（处）']) + kept);
    await desk.openAccept();
    const effect = await desk.acceptFrom('2026-11-19', '区联席会议纪要第12号');
    expect(effect).toContain(`写入代管协议 ${trial.figures.换企业} 份`);
    await desk.accept();
    await expect(desk.told()).toBeVisible();
    await expect.poll(async () => (await desk.scenario('现行')).figures['已安排（处）']).toBe(served);
    expect(await desk.inTab('换企业')).toBe(0);

    await desk.undo();
    await expect.poll(async () => (await desk.scenario('现行')).figures).toEqual(before.figures);
    expect(planner.complaints).toEqual([]);
  });

  test('hands in the list as a workbook', async ({ desk, exports }) => {
    const file = await exports.of(() => desk.askForList('XLSX'));
    expect(file.name).toMatch(/\.xlsx$/);
    const [first] = await desk.lines();
    const texts = file.parts().filter((part) => /sharedStrings|sheet1/.test(part));
    expect(texts.map((part) => file.part(part)).join()).toContain(first?.estate);
  });

  test('hands in the list on paper and writes the notices', async ({ desk, exports }) => {
    const paper = await exports.of(() => desk.askForList('可打印的 PDF'));
    expect(paper.bytes().subarray(0, 4).toString()).toBe('%PDF');
    const notices = await exports.of(() => desk.askForList('代管通知（DOCX）'));
    expect(notices.parts()).toContain('word/document.xml');
  });

  test('chooses a host on the map, which says how far it is before it asks why', async ({ desk, planner }) => {
    await desk.openTab('全部');
    const line = (await desk.lines()).find(({ reason }) => reason === '最近');
    await desk.select(line?.estate ?? '');
    const other = await desk.hosts().nth(1).locator('b').innerText();
    await desk.pickOnMap(other);
    await expect(desk.dialog()).toContainText(`改派给${other}`);
    await expect(desk.dialog()).toContainText(/距离 [\d.]+ (米|公里)/);
    await desk.closeDialog();
    expect(planner.complaints).toEqual([]);
  });

  test('works in English and without a barrier to anybody', async ({ desk, planner }) => {
    await desk.openTab('全部');
    const [first] = await desk.lines();
    await desk.select(first?.estate ?? '');
    expect(await planner.barriers()).toEqual([]);
    await planner.switchTo('English');
    await expect(desk.panel()).toContainText('Load of companies');
    await expect(desk.panel()).not.toContainText('企业负荷');
    expect(planner.complaints).toEqual([]);
  });
});

test.describe('boundaries and fences', () => {
  test('sees which scattered estates could be fenced together, and how far apart they are', async ({
    desk,
    planner,
  }) => {
    await desk.openTab('围合检查');
    const near = await desk.fenced();
    expect(near).toBeGreaterThan(0);
    await desk.gap('1');
    await expect.poll(() => desk.fenced()).toBeLessThan(near);
    for (const { metres } of await desk.pairs()) expect(metres).toBeLessThanOrEqual(1);
    expect(await planner.barriers()).toEqual([]);
    expect(planner.complaints).toEqual([]);
  });

  test('puts down barrier lines from a file; one that is none is refused in place', async ({ desk, planner }) => {
    await expect(desk.barrierSwitch()).toBeVisible();
    const dialog = await desk.openBarriers();
    await expect(dialog.getByRole('row', { name: '河流' })).toBeVisible();
    await desk.barrierFile('坏.geojson', 'not json');
    await expect(dialog.getByRole('alert')).toContainText('坏.geojson');
    const line = {
      type: 'LineString',
      coordinates: [
        [117.2, 39.1],
        [117.25, 39.1],
      ],
    };
    const railway = { type: 'Feature', properties: { name: '津山线', class: 'railway' }, geometry: line };
    await desk.barrierFile('铁路.geojson', JSON.stringify({ type: 'FeatureCollection', features: [railway] }));
    await expect(dialog).toContainText('铁路.geojson');
    await expect(dialog).toContainText('1 条');
    expect(await planner.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: '更换' }).click();
    await expect(dialog).toHaveCount(0);
    await desk.openBarriers();
    await expect(dialog.getByRole('row')).toHaveCount(1);
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: '删除' }).click();
    await expect(desk.barrierSwitch()).toHaveCount(0);
    await desk.undo();
    await expect(desk.barrierSwitch()).toBeVisible();
  });

  test('moves a wall by keys, takes a step back, saves it, and takes the decision back', async ({ desk, planner }) => {
    await desk.openTab('全部');
    const [first] = await desk.lines();
    await desk.select(first?.estate ?? '');
    const before = await desk.facts();
    await desk.boundary('编辑边界');
    await planner.press('n');
    await planner.press('ArrowUp');
    await expect(desk.editing()).toContainText('→');
    await planner.press('Shift+ArrowUp');
    await planner.press('Control+z');
    await planner.press('Control+z');
    await expect(desk.editing()).not.toContainText('→');
    await planner.press('Control+y');
    await expect(desk.editing()).toContainText('→');
    await desk.saveBoundary('保存边界…', '面积');
    await expect(desk.editing()).toHaveCount(0);
    await desk.undo();
    await expect.poll(() => desk.facts()).toBe(before);
    expect(planner.complaints).toEqual([]);
  });

  test('draws a new estate point by point and finds it in the search', async ({ desk, planner }) => {
    await desk.boundary('新增小区');
    await desk.clickGround([
      [-200, -60],
      [-150, -60],
      [-150, -20],
    ]);
    await planner.press('Enter');
    await expect(desk.editing()).toContainText(/公顷|平方米/);
    await desk.saveBoundary('新增小区…', '新增小区', { 编号: 'NEW-1', 小区名称: '新画的小区' });
    await expect(desk.editing()).toHaveCount(0);
    await planner.ask('新画的');
    await expect(planner.answers().first()).toContainText('新画的小区');
    expect(planner.complaints).toEqual([]);
  });

  test('cuts an estate in two, and joins it with its neighbour again', async ({ desk, planner }) => {
    await desk.openTab('全部');
    const [first] = await desk.lines();
    const name = first?.estate ?? '';
    await desk.select(name);
    const before = await desk.facts();
    await desk.boundary('拆分');
    await desk.cutAcross();
    await desk.saveBoundary('拆分…', '较大的一块', { 编号: 'PART-2', 分出小区的名称: '分出的一块' });
    await expect(desk.editing()).toHaveCount(0);
    await desk.select(name);
    await expect.poll(() => desk.facts()).not.toBe(before);

    await desk.boundary('合并');
    await desk.joinOnMap('分出的一块');
    await expect(desk.editing()).toContainText('并入：分出的一块');
    await desk.saveBoundary('合并…', '合并后');
    await expect.poll(() => desk.facts()).toBe(before);
    expect(planner.complaints).toEqual([]);
  });
});
