// The rectification desk in the words of an analyst.

import { expect, type Locator, type Page } from '@playwright/test';
import { type Served, serveDemo } from './program';
import { test as base } from './story';
import { AtlasWindow } from './window';

/** A row of the list, as it is shown. */
export interface Line {
  estate: string;
  subdistrict: string;
  problem: string;
  recurrence: string;
  burden: number;
  cluster: string;
  party: string;
  due: string;
  status: string;
}

export class TheRectificationDesk {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async enter(): Promise<void> {
    await this.door().click();
    await this.ready();
  }

  door(): Locator {
    return this.#page.getByRole('navigation').getByRole('button', { name: /整改|Rectify/ });
  }

  panel(): Locator {
    return this.#page.getByRole('region', { name: /^(整改|Rectify)$/ });
  }

  /** What was asked for last has been worked out. */
  async ready(): Promise<void> {
    await expect(this.panel()).toBeVisible();
    await expect(this.#page.locator('[data-figure]').first()).toBeVisible();
    await expect(this.#page.locator('[data-working]')).toHaveCount(0);
  }

  /** A figure on top of the panel. */
  async figure(name: string): Promise<number> {
    const text = await this.panel().locator('[data-figure]').filter({ hasText: name }).locator('b').innerText();
    return Number(text.replace(/,/g, ''));
  }

  legend(): Locator {
    return this.#page.getByRole('region', { name: '图例与筛选' });
  }

  /** Classes of the map with how many estates each has. */
  async classes(): Promise<Record<string, number>> {
    const out: Record<string, number> = {};
    for (const row of await this.legend().getByRole('checkbox').all()) {
      const count = (await row.locator('.count').innerText()).replace(/,/g, '').split(' / ').pop();
      out[(await row.locator('span').first().innerText()).trim()] = Number(count);
    }
    return out;
  }

  async toggleClass(name: string): Promise<void> {
    await this.legend().getByRole('checkbox', { name }).click();
  }

  async colourBy(name: string): Promise<void> {
    await this.legend().getByRole('button', { name: '另选填色' }).click();
    await this.legend().getByRole('radio', { name, exact: true }).click();
    await expect(this.legend()).toContainText(`填色：${name}`);
  }

  async layer(name: string): Promise<void> {
    await this.legend().getByRole('radiogroup', { name: '点位图层' }).getByRole('radio', { name }).click();
  }

  /** Another view in the panel: by item, matrix, time, party. */
  async view(name: string): Promise<void> {
    await this.panel().getByRole('radiogroup', { name: '统计方式' }).getByRole('radio', { name }).click();
  }

  /** Presses a bar. */
  async bar(list: string, at: number): Promise<string> {
    const bar = this.panel().getByRole('list', { name: list }).getByRole('button').nth(at);
    await bar.click();
    return (await bar.getAttribute('data-key')) ?? '';
  }

  /** Presses the fullest cell of the matrix and says how many rows it promised. */
  async fullestCell(): Promise<number> {
    const cells = this.panel().locator('[data-cell]');
    const counts = (await cells.allInnerTexts()).map(Number);
    const most = Math.max(...counts);
    await cells.nth(counts.indexOf(most)).click();
    return most;
  }

  async log(): Promise<string> {
    await this.panel().getByRole('button', { name: '怎么算的' }).click();
    const dialog = this.#page.getByRole('dialog', { name: '怎么算的' });
    const text = await dialog.innerText();
    await this.#page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    return text;
  }

  async window(rounds: string): Promise<void> {
    await this.panel().getByRole('button', { name: '窗口' }).click();
    const form = this.#page.getByRole('form', { name: '窗口设置' });
    await form.getByRole('textbox', { name: /轮数/ }).fill(rounds);
    await form.getByRole('button', { name: '重新计算' }).click();
    await this.ready();
  }

  /** What the form says of what was filled in. */
  windowTrouble(): Locator {
    return this.#page.getByRole('form', { name: '窗口设置' }).getByRole('alert');
  }

  list(): Locator {
    return this.#page.getByRole('grid', { name: '整改清单' });
  }

  async openTab(name: string): Promise<void> {
    await this.#page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  /** The number on a tab. */
  async inTab(name: string): Promise<number> {
    const tab = this.#page.getByRole('tab', { name: new RegExp(`^${name}`) });
    return Number((await tab.locator('em').innerText()).replace(/,/g, ''));
  }

  /** The rows that are in sight. */
  async lines(): Promise<Line[]> {
    const rows = await this.list().locator('[data-fid]').all();
    return Promise.all(
      rows.map(async (row) => {
        const cells = await row.getByRole('gridcell').allInnerTexts();
        const [, estate = '', subdistrict = '', problem = '', recurrence = '', burden = '', cluster = ''] = cells;
        const [party = '', due = '', status = ''] = cells.slice(7);
        return { estate, subdistrict, problem, recurrence, burden: Number(burden), cluster, party, due, status };
      }),
    );
  }

  async sortBy(name: string): Promise<void> {
    await this.list().getByRole('columnheader', { name }).getByRole('button').click();
  }

  async pick(count: number): Promise<void> {
    const boxes = this.list().locator('[data-fid]').getByRole('checkbox');
    for (let i = 0; i < count; i++) await boxes.nth(i).click();
  }

  async choose(estate: string): Promise<void> {
    await this.list().locator('[data-fid]').filter({ hasText: estate }).first().getByRole('gridcell').nth(2).click();
  }

  selected(): Locator {
    return this.list().locator('[aria-selected=true]');
  }

  /** Records a step of all that is picked. */
  async record({ status, days, note }: { status?: string; days?: string; note?: string }): Promise<void> {
    await this.#page.getByRole('button', { name: '记录整改…' }).click();
    const dialog = this.#page.getByRole('dialog');
    if (status) await dialog.getByRole('radio', { name: status }).click();
    if (days) await dialog.getByRole('button', { name: days }).click();
    if (note) await dialog.getByRole('textbox', { name: /说明/ }).fill(note);
    await dialog.getByRole('button', { name: '记录', exact: true }).click();
  }

  dialog(): Locator {
    return this.#page.getByRole('dialog');
  }

  async closeDialog(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await expect(this.dialog()).toHaveCount(0);
  }

  /** What was recorded of the first row. */
  async history(): Promise<Locator> {
    await this.list().locator('[data-fid]').first().getByRole('button').last().click();
    return this.dialog();
  }

  async undo(): Promise<void> {
    await this.#page.keyboard.press('Control+z');
    await this.ready();
  }

  async export(format: string): Promise<void> {
    await this.panel().getByRole('button', { name: '导出整改清单' }).click();
    await this.panel()
      .getByRole('group', { name: '导出整改清单' })
      .getByRole('button', { name: new RegExp(`^${format}`) })
      .click();
  }

  async notices(): Promise<void> {
    await this.panel().getByRole('button', { name: '通知单…' }).click();
    await this.panel().getByRole('button', { name: '生成' }).click();
  }

  /** What stands below the map. */
  rows(): Locator {
    return this.#page.getByRole('tabpanel');
  }

  findings(): Locator {
    return this.#page.getByRole('table', { name: '点位' }).locator('[data-finding]');
  }

  /** Points at the middle of an estate that is selected, and fills in what was found there. */
  async addOnMap({ item, description, photo }: { item: string; description: string; photo: string }): Promise<string> {
    await this.#page.getByRole('button', { name: '登记点位' }).click();
    await this.#page.getByRole('button', { name: '在地图上点选' }).click();
    // The map flies to the estate first.
    await this.#page.waitForTimeout(900);
    const map = this.#page.getByRole('application');
    await map.focus();
    await this.#page.keyboard.press('Space');
    const dialog = this.#page.getByRole('dialog', { name: '登记点位' });
    await dialog.getByRole('combobox', { name: '问题' }).selectOption(item);
    await dialog.getByRole('textbox', { name: '情况' }).fill(description);
    await dialog.getByRole('textbox', { name: /照片/ }).fill(photo);
    const estate = (await dialog.locator('.of b').innerText()).trim();
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(dialog).toHaveCount(0);
    await this.ready();
    return estate;
  }

  async resolve(description: string): Promise<void> {
    await this.findings().filter({ hasText: description }).getByRole('checkbox').click();
    await this.#page.getByRole('button', { name: '办结…' }).click();
    await this.dialog().getByRole('button', { name: '记录', exact: true }).click();
    await expect(this.dialog()).toHaveCount(0);
    await this.ready();
  }
}

interface Fixtures {
  /** A window at the rectification desk of a district that nobody else changes. */
  desk: TheRectificationDesk;
  analyst: AtlasWindow;
}

export const test = base.extend<Fixtures>({
  analyst: async ({ page }, use) => {
    const served: Served = await serveDemo();
    const atlas = new AtlasWindow(page);
    await atlas.open(served.address);
    await use(atlas);
    await served.stop();
  },
  desk: async ({ page, analyst }, use) => {
    void analyst;
    const desk = new TheRectificationDesk(page);
    await desk.enter();
    await use(desk);
  },
});

export { expect } from '@playwright/test';
