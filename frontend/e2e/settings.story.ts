import { expect, test } from './drivers/settings';

test.describe('what the rules are', () => {
  test('is changed with a reason after its effect was read, and taken back', async ({ settings }) => {
    await settings.signAs('王敏');
    await settings.enter();
    await settings.change('band_size');
    await settings.fill(/^取值/, '8');
    await expect(settings.dialog()).toContainText(/个小区名次段变化/);
    await settings.confirm('保存');
    await expect(settings.dialog().getByRole('alert')).toContainText('填写修改理由');
    await settings.fill(/^修改理由/, '试行八名');
    await settings.confirm('保存');
    await expect(settings.dialog()).toHaveCount(0);
    await expect(settings.row('band_size')).toContainText('8 名');
    await expect(settings.row('band_size')).toContainText('默认 10 名');
    await settings.open('操作记录');
    await expect(settings.page()).toContainText('王敏');
    await expect(settings.page()).toContainText('试行八名');
    await expect(settings.page().getByRole('row', { name: /试行八名/ })).toContainText('政策设置 1');
    await settings.undo();
    await expect(settings.page()).toContainText('撤销');
    await settings.open('政策设置');
    await expect(settings.row('band_size')).toContainText('10 名');
  });

  test('is refused where it cannot be, in place', async ({ clerk, settings }) => {
    await settings.enter();
    await settings.change('company_share');
    await settings.fill(/^取值/, '7');
    await expect(settings.dialog()).toContainText(/不可用|应为/);
    await settings.fill(/^修改理由/, '试试');
    await settings.confirm('保存');
    await expect(settings.dialog().getByRole('alert')).toBeVisible();
    await clerk.press('Escape');
    await expect(settings.dialog()).toHaveCount(0);
    await expect(settings.row('company_share')).toContainText('0.5');
  });

  test('stands in nobody’s way', async ({ clerk, settings }) => {
    await settings.enter();
    for (const tab of ['政策设置', '扣分项目录', '企业', '通知模板', '操作记录']) {
      await settings.open(tab);
      expect(await clerk.barriers()).toEqual([]);
    }
    expect(clerk.complaints).toEqual([]);
  });
});

test('an item and a company are changed, a template that is none is refused', async ({ clerk, settings }) => {
  await settings.enter();
  await settings.open('扣分项目录');
  await settings.page().getByRole('button', { name: '修改… C1' }).click();
  await settings.fill(/^名称/, '保洁队伍');
  await settings.confirm('保存');
  await expect(settings.page().getByRole('row', { name: /C1/ })).toContainText('保洁队伍');
  await expect(settings.page().getByRole('row', { name: /C1/ })).toContainText('已改');
  await settings.open('企业');
  await settings.page().getByRole('button', { name: '新增企业…' }).click();
  await settings.fill(/^名称/, '新到物业有限公司');
  await settings.confirm('保存');
  await expect(settings.page()).toContainText('新到物业有限公司');
  await settings.open('通知模板');
  await settings.putTemplate('约谈通知书', '约谈.docx', 'not a document');
  await expect(settings.page().getByRole('alert')).toBeVisible();
  await expect(settings.page().getByRole('row', { name: '约谈通知书' })).toContainText('程序自带模板');
  await clerk.press('Escape');
});

test.describe('the records of an estate', () => {
  test('a change of company says what it changes, is written and taken back', async ({ clerk, settings }) => {
    await clerk.ask('yyhdl');
    await clerk.press('Enter');
    await settings.records();
    await settings.dialog().getByRole('combobox', { name: '企业' }).selectOption({ index: 3 });
    await settings.fill(/^开始日期/, '2027-01-01');
    await settings.fill(/^理由/, '原企业退出');
    await expect(settings.dialog()).toContainText('会改变');
    await settings.confirm('登记');
    await expect(settings.dialog().getByRole('listitem')).toHaveCount(2);
    await clerk.press('Escape');
    await settings.undo();
    await settings.records();
    await expect(settings.dialog().getByRole('listitem')).toHaveCount(1);
  });

  test('an exit before its enrolment is refused in place', async ({ clerk, settings }) => {
    await clerk.ask('yyhdl');
    await clerk.press('Enter');
    await settings.records();
    await settings.part('纳入与退出');
    await settings.fill(/^退出日期/, '2001-01-01');
    await expect(settings.dialog().getByRole('alert')).toBeVisible();
    await settings.confirm('登记');
    await expect(settings.dialog().getByRole('alert')).toBeVisible();
    await expect(settings.dialog()).toContainText('退出长效管理');
  });
});
