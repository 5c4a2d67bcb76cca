// The settings page and the records of an estate, in the words of a clerk.

import { expect, type Locator, type Page } from '@playwright/test';
import { serveDemo } from './program';
import { test as base } from './story';
import { AtlasWindow } from './window';

export class TheSettings {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async enter(): Promise<void> {
    await this.#page.getByRole('navigation').getByRole('button', { name: '设置' }).click();
    await expect(this.row('band_size')).toBeVisible();
  }

  async leave(): Promise<void> {
    await this.#page.getByRole('navigation').getByRole('button', { name: '总览' }).click();
  }

  async open(tab: string): Promise<void> {
    await this.#page.getByRole('tab', { name: tab }).click();
  }

  row(name: string): Locator {
    return this.#page.locator(`[data-setting=${name}]`);
  }

  dialog(): Locator {
    return this.#page.getByRole('dialog');
  }

  page(): Locator {
    return this.#page.getByRole('tabpanel');
  }

  async change(name: string): Promise<void> {
    await this.row(name).getByRole('button').click();
  }

  async fill(label: RegExp, text: string): Promise<void> {
    await this.dialog().getByLabel(label).fill(text);
  }

  async confirm(name: string): Promise<void> {
    await this.dialog().getByRole('button', { name, exact: true }).click();
  }

  async undo(): Promise<void> {
    await this.#page.getByRole('button', { name: '撤销', exact: true }).click();
  }

  async signAs(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: '操作人' }).click();
    await this.#page.getByLabel('姓名').fill(name);
    await this.#page.getByRole('button', { name: '确定' }).click();
  }

  /** Puts a file in as the template of a kind of notice. */
  async putTemplate(kind: string, name: string, text: string): Promise<void> {
    await this.page()
      .getByRole('row', { name: kind })
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
  }

  /** The dialog of the selected estate's agreements, enrolment and amounts. */
  async records(): Promise<void> {
    await this.#page.getByRole('button', { name: '协议、纳入与补贴…' }).click();
    await expect(this.dialog()).toContainText('登记与变更');
  }

  async part(name: string): Promise<void> {
    await this.dialog().getByRole('radio', { name }).click();
  }
}

/** A district of its own for each story: what is decided there stays there. */
export const test = base.extend<{ clerk: AtlasWindow; settings: TheSettings }>({
  clerk: async ({ page }, use) => {
    const served = await serveDemo();
    const atlas = new AtlasWindow(page);
    await atlas.open(served.address);
    await use(atlas);
    await served.stop();
  },
  settings: async ({ clerk, page }, use) => {
    expect(clerk.complaints).toEqual([]);
    await use(new TheSettings(page));
  },
});

export { expect } from '@playwright/test';
