import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveDemo } from './drivers/program';
import { expect, test } from './drivers/story';
import { AtlasWindow } from './drivers/window';

test.describe('taking the district along', () => {
  test('the list as it is filtered, as a workbook', async ({ demo, exports }) => {
    await demo.showOnly('bottom');
    const listed = await demo.listed();
    await exports.open();
    await expect(exports.outcome()).toContainText(`${listed} 行`);
    const file = await exports.write();
    expect(file.name).toMatch(/\.xlsx$/);
    const sheet = file.part('xl/worksheets/sheet1.xml');
    const strings = file.part('xl/sharedStrings.xml') + sheet;
    expect(strings).toContain('月牙河东里');
    expect(strings).toContain('补贴状态');
    await expect(exports.done()).toContainText('已下载');
    await expect(exports.dialog()).toHaveCount(0);
    expect(demo.complaints).toEqual([]);
  });

  test('all estates with all columns as CSV in English', async ({ demo, exports }) => {
    await demo.showOnly('bottom');
    await exports.open();
    await exports.choose('CSV', /^全部 4\d\d$/, /^全部 \d\d$/, 'English');
    const file = await exports.write();
    const text = file.bytes().toString('utf8');
    const head = text.split('\n').find((line) => line.includes('Estate')) ?? '';
    expect(head.split(',').length).toBeGreaterThan(25);
    expect(text.split('\n').length).toBeGreaterThan(420);
  });

  test('the map on A3 with a title of one’s own', async ({ demo, exports }) => {
    await exports.open();
    await exports.choose(/^地图/, 'A3', '纵向');
    await exports.titled('创卫考核一张图（试印）');
    await expect(exports.outcome()).toContainText('A3 纵向 1 页');
    const file = await exports.write();
    const text = file.pdfText();
    if (text !== null) {
      expect(text).toContain('创卫考核一张图（试印）');
      expect(text).toContain('后十名');
      expect(text).toContain('内部使用');
    }
    expect(file.bytes().toString('latin1')).toMatch(/MediaBox \[0 0 841\.\d+ 1190\.\d+\]|MediaBox \[0 0 841\.\d+ 1191/);
    expect(demo.complaints).toEqual([]);
  });

  test('the map over the base map of the intranet, or without it', async ({ page, exports }) => {
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const mirror = createServer((_, answer) =>
      answer.writeHead(200, { 'Content-Type': 'image/png' }).end(Buffer.from(pixel, 'base64')),
    );
    await new Promise<void>((listening) => mirror.listen(0, '127.0.0.1', listening));
    const served = await serveDemo(
      '--basemap-address',
      `http://127.0.0.1:${(mirror.address() as AddressInfo).port}/{z}/{x}/{y}.png`,
    );
    const desk = new AtlasWindow(page);
    try {
      await desk.open(served.address);
      await exports.open();
      await exports.choose(/^地图/);
      await expect(exports.dialog()).not.toContainText('底图');
      await desk.press('Escape');
      await expect(exports.dialog()).toHaveCount(0);

      await desk.press('b');
      await desk
        .dialog()
        .getByRole('radio', { name: /127\.0\.0\.1/ })
        .click();
      await desk.press('Escape');
      await exports.open();
      await exports.choose(/^地图/);
      const withBase = exports.dialog().getByRole('switch', { name: /^带底图：127/ });
      await expect(withBase).toBeChecked();
      expect((await exports.write()).pdfText() ?? '底图：127').toContain('底图：127');

      await exports.open();
      await exports.choose(/^地图/);
      await withBase.click();
      expect((await exports.write()).pdfText() ?? '').not.toContain('底图：127');
      expect(desk.complaints).toEqual([]);
    } finally {
      await served.stop();
      mirror.close();
    }
  });

  test('this view as a picture of 1920 pixels', async ({ demo, exports }) => {
    await demo.ask('yyhdl');
    await demo.press('Enter');
    await expect.poll(() => demo.inView()).toBeLessThan(100);
    await exports.open();
    await exports.choose(/^地图/, 'PNG', '1,920', '当前图幅');
    const file = await exports.write();
    expect(file.size().width).toBe(1920);
  });

  test('a page for the estate that is selected', async ({ demo, exports }) => {
    await demo.ask('yyhdl');
    await demo.press('Enter');
    await expect(demo.cardName()).toHaveText('月牙河东里');
    await exports.open();
    await exports.choose(/^小区图册/);
    await expect(exports.outcome()).toContainText('1 个小区各一页');
    const text = (await exports.write()).pdfText();
    if (text !== null) expect(text).toContain('月牙河东里');
  });

  test('what cannot be written is said in the dialog, which stays', async ({ demo, exports }) => {
    await expect(demo.heading()).toContainText('示例区');
    await exports.refuse(/rpc\/StartExport$/);
    await exports.open();
    await exports
      .dialog()
      .getByRole('button', { name: /^导出 / })
      .click();
    await expect(exports.dialog().getByRole('alert')).toContainText('磁盘已满');
    await expect(exports.done()).toHaveCount(0);
  });

  for (const theme of [/浅色/, /深色/, /投影/]) {
    test(`nothing serious stands in anybody's way: ${theme.source}`, async ({ demo, exports }) => {
      await demo.colours(theme);
      await exports.open();
      expect(await demo.barriers()).toEqual([]);
      await exports.choose(/^地图/);
      expect(await demo.barriers()).toEqual([]);
    });
  }
});
