// The import of messy files in the words of an analyst.

import { expect, type Locator, type Page } from '@playwright/test';
import { serveDemo } from './program';
import { test as base } from './story';
import { AtlasWindow } from './window';

export class TheWizard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async enter(): Promise<void> {
    await this.#page.getByRole('navigation').getByRole('button', { name: '数据' }).click();
    await this.#page.getByRole('tab', { name: '导入', exact: true }).click();
  }

  /** The page that files are checked on. */
  page(): Locator {
    return this.#page.getByRole('tabpanel');
  }

  async choose(...files: { name: string; bytes: Buffer }[]): Promise<void> {
    const input = this.page().locator('input[type=file]').first();
    await input.setInputFiles(
      files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: bytes })),
    );
  }

  /** Lets a file fall on the window. */
  async drop(name: string, bytes: Buffer): Promise<void> {
    await this.#page.evaluate(
      ([title, text]) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(atob(text), (one) => one.charCodeAt(0))], title));
        window.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, cancelable: true }));
        window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
      },
      [name, bytes.toString('base64')] as const,
    );
  }

  findings(): Locator {
    return this.page().getByRole('region', { name: '核对结果' });
  }

  /** What was found under a title. */
  finding(title: string | RegExp): Locator {
    return this.findings().getByRole('article').filter({ hasText: title });
  }

  async mend(title: string | RegExp, remedy: string): Promise<void> {
    await this.finding(title).getByRole('button', { name: remedy, exact: true }).click();
  }

  async enterValue(title: string | RegExp, text: string): Promise<void> {
    await this.mend(title, '填写…');
    await this.finding(title).getByRole('textbox').fill(text);
    await this.finding(title).getByRole('button', { name: '确定' }).click();
  }

  /** A row of the sheet by its number. */
  row(number: number): Locator {
    return this.page()
      .getByRole('region', { name: '表格内容' })
      .getByRole('listitem')
      .filter({ hasText: new RegExp(`^\\s*${number}\\D`) });
  }

  cells(state: 'repaired' | 'asked' | 'fault' | 'edited'): Locator {
    return this.page().locator(`.cell.${state}`);
  }

  column(letter: string): Locator {
    return this.page().getByRole('combobox', { name: new RegExp(`^${letter} 列`) });
  }

  source(name: string): Locator {
    return this.page().getByRole('combobox', { name, exact: true });
  }

  count(name: string): Locator {
    return this.page().locator('footer dl > div').filter({ hasText: name }).locator('dd');
  }

  writeButton(): Locator {
    return this.page().locator('footer').getByRole('button').last();
  }

  async write(): Promise<void> {
    await expect(this.writeButton()).toHaveText('写入');
    await this.writeButton().click();
    await expect(this.page()).toContainText('已写入');
  }

  async undo(): Promise<void> {
    await this.#page.getByRole('banner').getByRole('button', { name: '撤销', exact: true }).click();
  }
}

/** A district of its own for each story. */
export const test = base.extend<{ analyst: AtlasWindow; wizard: TheWizard }>({
  analyst: async ({ page }, use) => {
    const served = await serveDemo();
    const atlas = new AtlasWindow(page);
    await atlas.open(served.address);
    await use(atlas);
    await served.stop();
  },
  wizard: async ({ analyst, page }, use) => {
    expect(analyst.complaints).toEqual([]);
    await use(new TheWizard(page));
  },
});

export { expect } from '@playwright/test';
