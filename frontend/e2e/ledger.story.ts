import { expect, test } from './drivers/ledger';

test.describe('results of a round to confirm', () => {
  test('what a determination changes is read before it is taken; it needs a reason and keeps the name', async ({
    ledger,
  }) => {
    await ledger.signAs('赵敏');
    await expect(ledger.results()).toHaveCount(10);
    await expect(ledger.cause('文化北里', '待定')).toBeChecked();
    await ledger.choose('文化北里', '企业');
    await expect(ledger.decision()).toContainText('文化北里');
    await expect(ledger.decision()).toContainText(/→/);
    await ledger.determine();
    await expect(ledger.decision().getByRole('alert')).toContainText('填写认定理由');
    await ledger.because('现场核实为保洁缺位');
    await ledger.determine();
    await expect(ledger.cause('文化北里', '企业')).toBeChecked();
    await expect(ledger.result('文化北里')).toContainText('赵敏');
    await expect(ledger.decision()).toContainText('改动“责任认定”后');
    await ledger.undo();
    await expect(ledger.cause('文化北里', '待定')).toBeChecked();
    await ledger.redo();
    await expect(ledger.cause('文化北里', '企业')).toBeChecked();
    const log = await ledger.log('文化北里');
    await expect(log.first()).toContainText('赵敏');
    expect(await log.count()).toBeGreaterThanOrEqual(3);
    expect((await ledger.writeTheLog()).part('xl/workbook.xml')).toContain('<sheet');
  });

  test('several are determined at once, and a choice can be dropped', async ({ ledger }) => {
    await ledger.choose('翠岭南里', '属地');
    await ledger.press('放弃');
    await expect(ledger.cause('翠岭南里', '企业')).toBeChecked();
    await ledger.pick('翠岭南里', '前进北里');
    await expect(ledger.decision()).toContainText('已选 2 个');
    await ledger.press('属地');
    await expect(ledger.decision()).toContainText('翠岭南里');
    await ledger.because('市政施工影响');
    await ledger.determine();
    for (const estate of ['翠岭南里', '前进北里']) {
      await expect(ledger.cause(estate, '属地')).toBeChecked();
      await expect(ledger.result(estate)).toContainText('未署名');
    }
    // One decision, one step back.
    await ledger.undo();
    for (const estate of ['翠岭南里', '前进北里']) await expect(ledger.cause(estate, '企业')).toBeChecked();
  });

  test('only what came out last can be determined', async ({ ledger, clerk }) => {
    await expect(ledger.results()).toHaveCount(10);
    await clerk.ask('万昆');
    await clerk.press('Enter');
    await expect(ledger.page().getByRole('radiogroup', { name: /的责任认定$/ })).toHaveCount(10);
    await expect(ledger.page().getByRole('radiogroup', { name: '万昆的责任认定' })).toHaveCount(0);
    await expect(ledger.detail('万昆')).toHaveCount(0);
  });

  test('an estate asks for a re-inspection, and its result stands beside the rank', async ({ ledger }) => {
    await ledger.look('松风北里');
    const detail = ledger.detail('松风北里');
    await expect(detail).toContainText('没有申请复验');
    await ledger.press('登记复验…');
    await ledger.fill('申请日期', '2026年11月20日');
    await ledger.fill('申请人', '松风北里居委会');
    await ledger.confirm('登记');
    await expect(detail).toContainText('11月20日申请　松风北里居委会　待复验');
    await detail.getByRole('button', { name: '修改' }).click();
    await ledger.fill('复验日期（未验不填）', '2020-01-01');
    await ledger.fill('复验得分', '91.5');
    await ledger.confirm('登记');
    await expect(ledger.dialog().getByRole('alert')).toBeVisible();
    await ledger.fill('复验日期（未验不填）', '2026-11-22');
    await ledger.confirm('登记');
    await expect(detail).toContainText('11月22日复验，91.5 分');
    await expect(ledger.result('松风北里')).toContainText('379');
    await ledger.takenBackAndAgain(detail.getByText('91.5 分'));
  });

  test('a day that cannot be is not sent', async ({ ledger }) => {
    await ledger.look('松风北里');
    await ledger.press('登记复验…');
    await ledger.fill('申请日期', '2026-02-30');
    await ledger.confirm('登记');
    await expect(ledger.dialog().getByRole('alert')).toContainText('没有这一天');
    await ledger.dialog().getByRole('button', { name: '日历' }).first().click();
    await ledger.dialog().getByRole('button', { name: '2026年11月20日', exact: true }).click();
    await expect(ledger.dialog().getByLabel('申请日期')).toHaveValue('2026-11-20');
    await expect(ledger.dialog().getByRole('alert')).toHaveCount(0);
  });
});

test.describe('the money of the year', () => {
  test('what was withheld, will be, is clawed back or only proposed is told apart and leads to its estates', async ({
    ledger,
  }) => {
    await ledger.open('扣减');
    for (const kind of ['done', 'future', 'clawback', 'proposed'] as const) {
      await expect(ledger.withheld(kind).first()).toBeVisible();
    }
    await ledger.press(/^瑞丰$/);
    await ledger.withheldOf('万新街').first().click();
    await expect(ledger.section('扣减').getByRole('complementary')).toContainText('个小区，共');
    const file = await ledger.list('xlsx');
    expect(file.name).toMatch(/\.xlsx$/);
    expect(file.part('xl/worksheets/sheet1.xml')).toContain('瑞丰');
    await ledger.goToYear('2025');
    await expect(ledger.section('扣减')).toContainText('2025年');
    const text = (await ledger.list('csv')).bytes().toString('utf8');
    expect(text).toContain('2025-01');
    expect(text).not.toContain('2026-01');
  });

  test('an estate is found with what is payable, withheld and left of each month', async ({ ledger }) => {
    await ledger.open('扣减');
    await ledger.page().getByRole('radio', { name: '按小区' }).click();
    await ledger.page().getByRole('searchbox').fill('月牙河东里');
    await expect(ledger.page().getByRole('button', { name: '月牙河东里' })).toBeVisible();
    await ledger.page().getByRole('searchbox').fill('万昆');
    // Payable in the year, of it withheld, what is left.
    await expect(ledger.line('万昆')).toContainText(/46,440\.00\s*3,870\.00\s*42,570\.00/);
    await ledger.page().getByRole('searchbox').fill('没有这个小区');
    await expect(ledger.page()).toContainText('没有这样的小区');
  });

  test('a use that overdraws a fund is refused where it is typed; one that does not is in the list', async ({
    ledger,
  }) => {
    await ledger.open('流转资金');
    await ledger.press('登记使用…');
    await ledger.fill(/^金额/, '99999999');
    await expect(ledger.dialog().getByRole('alert')).toBeVisible();
    await ledger.confirm('登记');
    await expect(ledger.dialog()).toBeVisible();
    await ledger.fill(/^金额/, '1234.56');
    await expect(ledger.dialog()).toContainText('使用后');
    await ledger.fill('说明', '清理楼道');
    await ledger.confirm('登记');
    await expect(ledger.dialog()).toHaveCount(0);
    await ledger.takenBackAndAgain(ledger.line('集中清理', '1,234.56'));
  });
});

test.describe('a round is closed', () => {
  test('it keeps what it was judged by, recomputes to the same fen, and a correction is recorded as one', async ({
    ledger,
  }) => {
    await ledger.closeTheRound();
    await expect(ledger.dialog()).toContainText('一并锁定');
    await ledger.confirm('锁定');
    await expect(ledger.closed()).toBeVisible();
    await ledger.choose('前进北里', '属地');
    await ledger.because('复核');
    await ledger.determine();
    await expect(ledger.decision().getByRole('alert')).toContainText('填写更正理由');
    await ledger.correcting('区长办公会议定');
    await ledger.determine();
    await expect(ledger.cause('前进北里', '属地')).toBeChecked();
    await ledger.closed().click();
    await expect(ledger.dialog()).toContainText('区长办公会议定');
    await ledger.confirm('重算核对');
    await expect(ledger.dialog()).toContainText('个已锁定轮次重算后与锁定时一致');
    await ledger.putAway();
    await ledger.undo();
    await expect(ledger.cause('前进北里', '企业')).toBeChecked();
    await ledger.takenBackAndAgain(ledger.closed());
  });
});

test.describe('companies', () => {
  test('an interview that is due is held, and taken back', async ({ ledger }) => {
    await ledger.open('约谈');
    const first = ledger.page().getByRole('row').filter({ hasText: '登记约谈…' }).first();
    const estate = await first.getByRole('button').first().textContent();
    const round = (await first.textContent())?.match(/\d+年\d+月创卫考核/)?.[0] ?? '';
    await first.getByRole('button', { name: '登记约谈…' }).click();
    await ledger.fill('约谈日期', '2026-11-20');
    await ledger.fill('内容', '限期整改');
    await ledger.confirm('登记');
    const row = ledger
      .page()
      .getByRole('row')
      .filter({ hasText: estate ?? '' })
      .filter({ hasText: round })
      .filter({ hasText: '已约谈' });
    await expect(row.first()).toBeVisible();
    await ledger.takenBackAndAgain(row);
    await row.first().getByRole('button', { name: '撤回' }).click();
    await expect(row).toHaveCount(0);
  });

  test('a level 3 case goes through the steps of its exit, each with its day', async ({ ledger }) => {
    await ledger.open('退出程序');
    const next = ledger.page().getByRole('button', { name: /^登记“/ });
    await expect(next.first()).toBeVisible();
    const steps = await next.count();
    await next.first().click();
    await ledger.fill('日期', '2026-11-21');
    await ledger.fill('说明', '已书面通知');
    await ledger.confirm('登记');
    await expect(ledger.dialog()).toHaveCount(0);
    await expect(next).toHaveCount(steps - 1);
    await ledger.takenBackAndAgain(ledger.line('2026年11月21日', '已书面通知'));
  });

  test('who lost eligibility is listed with the result that cost it', async ({ ledger }) => {
    await ledger.open('评优资格');
    await expect(ledger.page()).toContainText('取消评优资格的企业');
    await expect(ledger.page()).toContainText(/第\d+名/);
  });

  test('notices are documents that name company and estate', async ({ ledger }) => {
    const file = await ledger.notices(/^约谈通知书/);
    expect(file.name).toMatch(/\.docx$/);
    expect(file.parts()).toContain('word/document.xml');
    expect(file.part('word/document.xml')).toContain('沙柳道78号院');
  });
});

test('what was decided is there when the program is started again, and can still be taken back', async ({
  ledger,
  restart,
}) => {
  await ledger.choose('翠岭南里', '属地');
  await ledger.because('市政施工影响');
  await ledger.determine();
  await expect(ledger.cause('翠岭南里', '属地')).toBeChecked();
  await restart();
  await expect(ledger.cause('翠岭南里', '属地')).toBeChecked();
  await ledger.undo();
  await expect(ledger.cause('翠岭南里', '企业')).toBeChecked();
  await ledger.redo();
  await expect(ledger.cause('翠岭南里', '属地')).toBeChecked();
});

test.describe('the ledger stands in nobody’s way', () => {
  // The page of the desk; what stands around it is looked at by others.
  const here = ['#ledger-page'];

  test('on any of its pages', async ({ ledger, clerk }) => {
    for (const tab of ['扣减', '流转资金', '评优资格', '约谈', '退出程序']) {
      await ledger.open(tab);
      await expect(ledger.page()).not.toContainText('台账读不出');
      expect(await clerk.barriers(...here), tab).toEqual([]);
    }
    await ledger.open('成绩确认');
    expect(await clerk.barriers()).toEqual([]);
  });

  test('where a decision is worked out, an estate looked at, a day chosen, a round closed', async ({
    ledger,
    clerk,
  }) => {
    await ledger.look('月牙河东里');
    await ledger.choose('翠岭南里', '属地');
    await expect(ledger.decision()).toContainText('→');
    expect(await clerk.barriers(...here)).toEqual([]);
    await ledger.press('放弃');
    await ledger.press('登记复验…');
    await ledger.dialog().getByRole('button', { name: '日历' }).first().click();
    expect(await clerk.barriers('dialog')).toEqual([]);
    await clerk.press('Escape');
    await ledger.putAway();
    await ledger.closeTheRound();
    expect(await clerk.barriers('dialog')).toEqual([]);
  });

  test('by day, by night and on the wall', async ({ ledger, clerk }) => {
    for (const colours of [/深色/, /投影/]) {
      await clerk.colours(colours);
      for (const tab of ['成绩确认', '扣减', '约谈']) {
        await ledger.open(tab);
        expect(await clerk.barriers(...here), tab).toEqual([]);
      }
    }
  });
});
