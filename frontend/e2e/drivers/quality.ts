// The data quality page in the words of an analyst.

import { expect, type Locator, type Page } from '@playwright/test';
import { Exports } from './exports';
import { faultyDistrict } from './faulty';
import { serveDataset } from './program';
import { test as base } from './story';
import { AtlasWindow } from './window';

export class TheQuality {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async enter(): Promise<void> {
    await this.#page.getByRole('navigation').getByRole('button', { name: '数据' }).click();
    await this.#page.getByRole('tab', { name: '数据质量' }).click();
    await expect(this.#kinds()).toBeVisible();
  }

  #kinds(): Locator {
    return this.#page.getByRole('navigation', { name: '问题种类' });
  }

  /** How many faults of a kind there are. */
  async count(kind: string): Promise<number> {
    return Number(await this.#kinds().getByRole('button', { name: kind }).locator('em').textContent());
  }

  async total(): Promise<number> {
    const text = await this.#kinds().locator('b').textContent();
    return Number(/\d+/.exec(text ?? '')?.[0]);
  }

  async show(kind: string): Promise<void> {
    await this.#kinds().getByRole('button', { name: kind }).click();
    await expect(this.#page.getByRole('heading', { name: kind })).toBeVisible();
  }

  faults(): Locator {
    return this.#page.getByRole('list').getByRole('listitem');
  }

  async choose(text: string): Promise<void> {
    await this.faults().filter({ hasText: text }).getByRole('button').click();
  }

  evidence(): Locator {
    return this.#page.getByRole('region', { name: '依据' });
  }

  dialog(): Locator {
    return this.#page.getByRole('dialog');
  }

  async mend(): Promise<void> {
    await this.evidence().getByRole('button', { name: '修复…' }).click();
    await expect(this.dialog()).toBeVisible();
  }

  async way(name: string): Promise<void> {
    await this.dialog().getByRole('radio', { name }).check();
  }

  async confirm(): Promise<void> {
    await this.dialog().getByRole('button', { name: '修复', exact: true }).click();
  }

  async undo(): Promise<void> {
    await this.#page.getByRole('button', { name: '撤销', exact: true }).click();
  }

  async find(text: string): Promise<void> {
    await this.#page.getByRole('searchbox', { name: '查找小区' }).fill(text);
  }

  /** Asks for the list as a text. */
  async export(): Promise<void> {
    await this.#page.getByRole('button', { name: '导出问题清单' }).click();
    await this.#page.getByRole('button', { name: /\.csv/ }).click();
  }
}

/** A district with faults for each story: what is mended there stays there. */
export const test = base.extend<{ clerk: AtlasWindow; quality: TheQuality; exports: Exports }>({
  clerk: async ({ page }, use) => {
    const served = await serveDataset(faultyDistrict());
    const atlas = new AtlasWindow(page);
    await atlas.open(served.address);
    await use(atlas);
    await served.stop();
  },
  quality: async ({ clerk, page }, use) => {
    expect(clerk.complaints).toEqual([]);
    await use(new TheQuality(page));
  },
  exports: async ({ page }, use) => use(new Exports(page)),
});

export { expect } from '@playwright/test';
