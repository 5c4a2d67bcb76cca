import { shapefile } from './drivers/shapefile';
import { expect, test } from './drivers/wizard';
import { workbook } from './drivers/workbook';

/** The results of a month as they come from an office. */
function results(...estates: readonly (readonly [string, string, string | number, string?])[]): Buffer {
  return workbook('12月', {
    rows: [
      ['2026年12月创卫考核成绩汇总表'],
      ['填表：督查科', '', '', '', '单位：分'],
      ['序号', '街道', '小区名称', '检查日期', '得分', '备注'],
      ...estates.map(([where, name, score, note], at) => [at + 1, where, name, '2026.12.18', score, note ?? '']),
      ['', '合计', String(estates.length), '', 86.7, ''],
    ],
    merged: ['A1:F1'],
    hidden: [6],
  });
}

const messy = results(
  ['万新街', '月牙河东里', '９６．５'],
  ['万新街', '沙柳道78号院', 88.5],
  ['万新街', '隐藏的一行', 50],
  ['万新街', '翠岭南里', '缺考', '下雨未检'],
  ['新立街', '驯海里', 166],
  ['万新街', '月牙河东', 77],
);

test('a messy workbook is dropped in, read, mended and written; it can be taken back', async ({ analyst, wizard }) => {
  const rounds = await analyst.roundCount();
  await wizard.drop('创卫考核成绩12月(定).xlsx', messy);
  await expect(wizard.source('内容')).toHaveValue('scores');
  await expect(wizard.source('表头')).toHaveValue('3');
  await expect(wizard.findings().getByLabel('日期')).toHaveValue('2026-12-18');
  await expect(wizard.column('E')).toHaveValue('score');
  // Nothing is guessed and nothing is hidden.
  await expect(wizard.cells('fault')).toHaveCount(2);
  await expect(wizard.cells('asked')).toHaveCount(1);
  await expect(wizard.findings()).toContainText('全角');
  await expect(wizard.page()).toContainText('是隐藏行，已跳过');
  await expect(wizard.writeButton()).toBeDisabled();
  await expect(wizard.writeButton()).toHaveText('还有 3 处，处理后写入');

  await wizard.mend('得分不是数', '按未参评');
  await wizard.enterValue('得分超过', '66');
  await expect(wizard.writeButton()).toHaveText('还有 1 处，处理后写入');
  await wizard.mend('月牙河东 是哪个小区', '跳过这些行');
  await wizard.write();
  await expect(wizard.page()).toContainText('考核成绩新增');
  await analyst.goTo('总览');
  expect(await analyst.roundCount()).toBe(rounds + 1);
  await wizard.undo();
  await expect.poll(() => analyst.roundCount()).toBe(rounds);
});

test('a text in another encoding is read again, its columns are chosen, and remembered for the next month', async ({
  wizard,
}) => {
  await wizard.enter();
  const lines = ['小区;甲;乙', '月牙河东里;2026-12-18;91', '驯海里;2026-12-18;82'];
  await wizard.choose({ name: '成绩.txt', bytes: Buffer.from(lines.join('\r\n')) });
  await expect(wizard.source('编码')).toHaveValue('UTF-8');
  await expect(wizard.source('分隔符')).toHaveValue('semicolon');
  await wizard.source('内容').selectOption('scores');
  await wizard.column('B').selectOption('checked_on');
  await wizard.column('C').selectOption('score');
  await wizard.write();
  await wizard.choose({
    name: '成绩2.txt',
    bytes: Buffer.from(lines.join('\r\n').replaceAll('2026-12-18', '2026-12-25')),
  });
  await expect(wizard.page()).toContainText('按上次的对应');
  await expect(wizard.column('C')).toHaveValue('score');
});

test('boundaries from a file of shapes are read with their coordinates', async ({ wizard }) => {
  await wizard.enter();
  const ring = [
    [117.2, 39.1],
    [117.201, 39.1],
    [117.201, 39.101],
    [117.2, 39.101],
    [117.2, 39.1],
  ];
  const estate = {
    type: 'Feature',
    properties: { 编号: 'W-1', 名称: '画好的小区' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
  await wizard.choose({
    name: '地块.geojson',
    bytes: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [estate] })),
  });
  await expect(wizard.page()).toContainText('117.2000—117.2010°E');
  await expect(wizard.count('新增小区')).toHaveText('1');
  await wizard.write();
});

test('a Shapefile is chosen with the files beside it: names in GBK, metres of a zone', async ({ wizard }) => {
  await wizard.enter();
  const parts = shapefile(
    {
      type: 'Feature',
      properties: { 编号: 'new-2', 小区名称: '新建南里' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [117.2, 39.15],
            [117.201, 39.15],
            [117.201, 39.151],
            [117.2, 39.151],
            [117.2, 39.15],
          ],
        ],
      },
    },
    { system: 'EPSG:4548', encoding: 'GBK' },
  );
  await wizard.choose(...parts);
  await expect(wizard.page()).toContainText('新建南里');
  await expect(wizard.page()).toContainText('117.2000—117.2010°E');
  await expect(wizard.count('新增小区')).toHaveText('1');
  await wizard.write();
});

test('what cannot be read says so, and the page stands in nobody’s way', async ({ analyst, wizard }) => {
  await wizard.enter();
  expect(await analyst.barriers()).toEqual([]);
  await wizard.choose({ name: '照片.png', bytes: Buffer.from('png') });
  await expect(wizard.page().getByRole('alert')).toContainText('不能导入');
  await wizard.choose({ name: '坏.xlsx', bytes: Buffer.from('PK\x03\x04 and then nothing') });
  await expect(wizard.page()).toContainText('这个文件读不了');
  await wizard.page().getByRole('button', { name: '移除' }).click();
  await wizard.choose({ name: '12月.xlsx', bytes: messy });
  await expect(wizard.cells('fault').first()).toBeVisible();
  expect(await analyst.barriers()).toEqual([]);
  await wizard.page().getByRole('button', { name: '跳过有问题的行' }).click();
  await expect(wizard.writeButton()).toHaveText('写入');
});
