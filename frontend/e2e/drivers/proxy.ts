// The proxy desk in the words of a planner.

import { expect, type Locator, type Page } from '@playwright/test';
import { type Served, serveDemo } from './program';
import { test as base } from './story';
import { AtlasWindow } from './window';

/** A column of the comparison of scenarios, as it is shown. */
export interface Column {
  name: string;
  figures: Record<string, string>;
  best: string[];
}

export interface ProxyLine {
  estate: string;
  subdistrict: string;
  before: string;
  after: string;
  host: string;
  distance: string;
  runnerUp: string;
  gap: string;
  reason: string;
}

export class TheProxyDesk {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async enter(): Promise<void> {
    await this.#page
      .getByRole('navigation')
      .getByRole('button', { name: /^(代管|Proxy)$/ })
      .click();
    await this.ready();
  }

  /** What was asked for last has been worked out. */
  async ready(): Promise<void> {
    await expect(this.panel()).toBeVisible();
    await expect(this.#page.locator('[data-working]')).toHaveCount(0);
  }

  panel(): Locator {
    return this.#page.getByRole('region', { name: /^(代管|Proxy)$/ });
  }

  async scope(name: string): Promise<void> {
    await this.panel()
      .getByRole('radiogroup', { name: /宿主范围|Hosts/ })
      .getByRole('radio', { name })
      .click();
    await this.ready();
  }

  async startFrom(name: string): Promise<void> {
    await this.panel().getByRole('radiogroup', { name: /起点/ }).getByRole('radio', { name }).click();
    await this.ready();
  }

  async atMost(metres: string): Promise<void> {
    const field = this.panel().getByRole('textbox', { name: /最大距离/ });
    await field.fill(metres);
    await field.press('Enter');
    await this.ready();
  }

  /** A limit for every company; '' that of each. */
  async limit(estates: string): Promise<void> {
    const toggle = this.panel().getByRole('switch', { name: /每家限额/ });
    if ((await toggle.getAttribute('aria-checked')) !== 'true') await toggle.click();
    const field = this.panel().getByRole('textbox', { name: /每家限额/ });
    await field.fill(estates);
    await field.press('Enter');
    await this.ready();
  }

  /** A limit for one company alone; '' as for the others. */
  async limitOf(company: string, estates: string): Promise<void> {
    const field = this.panel().getByRole('textbox', { name: `${company}的限额` });
    await field.fill(estates);
    await field.press('Enter');
    await this.ready();
  }

  async noLimit(): Promise<void> {
    const toggle = this.panel().getByRole('switch', { name: /每家限额/ });
    if ((await toggle.getAttribute('aria-checked')) === 'true') await toggle.click();
    await this.ready();
  }

  async scenarios(): Promise<Column[]> {
    const table = this.panel().getByRole('table');
    const heads = await table.locator('thead th').allInnerTexts();
    const columns = heads.slice(1).map((head): Column => ({ name: head.split('\n')[0] ?? '', figures: {}, best: [] }));
    for (const row of await table.locator('tbody tr').all()) {
      const title = (await row.locator('th').innerText()).trim();
      const cells = row.locator('td');
      for (const [i, column] of columns.entries()) {
        const cell = cells.nth(i);
        column.figures[title] = ((await cell.innerText()).split('\n')[0] ?? '').replace(/该项最优/, '').trim();
        if ((await cell.getAttribute('class'))?.includes('best')) column.best.push(title);
      }
    }
    return columns;
  }

  async scenario(name: string): Promise<Column> {
    const column = (await this.scenarios()).find((one) => one.name === name);
    if (!column) throw new Error(`no scenario ${name}`);
    return column;
  }

  async show(name: string): Promise<void> {
    await this.panel().getByRole('table').getByRole('button', { name }).click();
    await this.ready();
  }

  certificate(): Locator {
    return this.panel().locator('.certificate');
  }

  loads(): Locator {
    return this.panel().getByRole('region', { name: '企业负荷' }).getByRole('listitem');
  }

  async saveAs(name: string): Promise<void> {
    await this.panel().getByRole('button', { name: '另存为…' }).click();
    const dialog = this.#page.getByRole('dialog', { name: '另存为方案' });
    await dialog.getByRole('textbox', { name: '方案名称' }).fill(name);
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(dialog).toHaveCount(0);
    await this.ready();
  }

  /** How many estates change hands from one kept scenario to another. */
  async changesHands(from: string, to: string): Promise<number> {
    await this.panel().getByRole('button', { name: '方案记录' }).click();
    const title = this.#page.locator('b').filter({ hasText: new RegExp(`^${to}$`) });
    const row = this.#dialog().getByRole('listitem').filter({ has: title });
    await row.getByRole('button', { name: '对比' }).click();
    await this.#dialog().getByRole('combobox', { name: '相比' }).selectOption(from);
    const head = this.#dialog().getByRole('columnheader', { name: from });
    await expect(head).toBeVisible();
    const told = await this.#dialog().getByRole('status').innerText();
    await this.closeDialog();
    return Number(/^(\d+) 处换企业/.exec(told)?.[1]);
  }

  async openTab(name: string): Promise<void> {
    await this.#tab(name).click();
  }

  #tab(name: string): Locator {
    return this.#page.getByRole('tab', { name: new RegExp(`^${name} ?\\d*$`) });
  }

  async inTab(name: string): Promise<number> {
    return Number((await this.#tab(name).locator('em').innerText()).replace(/,/g, ''));
  }

  list(): Locator {
    return this.#page.getByRole('grid', { name: /^(散片|Scattered estates)$/ });
  }

  async lines(): Promise<ProxyLine[]> {
    const rows = await this.list().locator('[data-fid]').all();
    return Promise.all(rows.map((row) => this.#read(row)));
  }

  async #read(row: Locator): Promise<ProxyLine> {
    const cells = (await row.locator('[role=gridcell]').allInnerTexts()).map((text) => text.trim());
    const [
      estate = '',
      subdistrict = '',
      before = '',
      after = '',
      host = '',
      distance = '',
      runnerUp = '',
      gap = '',
      reason = '',
    ] = cells;
    return { estate, subdistrict, before, after, host, distance, runnerUp, gap, reason };
  }

  async line(estate: string): Promise<ProxyLine> {
    return this.#read(this.list().locator('[data-fid]').filter({ hasText: estate }).first());
  }

  async sortBy(column: RegExp): Promise<void> {
    await this.list().getByRole('columnheader', { name: column }).getByRole('button').click();
  }

  async select(estate: string): Promise<void> {
    await this.list().locator('[data-fid]').filter({ hasText: estate }).first().click();
    await expect(this.card().getByRole('heading')).toHaveText(estate);
  }

  card(): Locator {
    return this.#page.getByRole('region', { name: '所选散片' });
  }

  hosts(): Locator {
    return this.card().getByRole('radio');
  }

  /** Presses the host that stands so many places below the first. */
  async chooseHost(place: number): Promise<string> {
    const host = this.hosts().nth(place);
    await host.click();
    return host.locator('b').first().innerText();
  }

  async reassign(reason: string): Promise<void> {
    await this.card().getByRole('button', { name: '改派…' }).click();
    const dialog = this.#dialog();
    await dialog.getByRole('textbox', { name: '理由' }).fill(reason);
    await dialog.getByRole('button', { name: '改派', exact: true }).click();
  }

  #dialog(): Locator {
    return this.#page.getByRole('dialog');
  }

  dialog(): Locator {
    return this.#dialog();
  }

  async closeDialog(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await expect(this.#dialog()).toHaveCount(0);
  }

  /** Chooses a host of the card by a click on the map, where its name appears when the card is pointed at. */
  async pickOnMap(host: string): Promise<void> {
    await this.card().getByRole('button', { name: '在图上另选' }).click();
    await this.#clickWhereNamed(host, this.hosts().filter({ hasText: host }).first());
  }

  async #clickWhereNamed(estate: string, handle: Locator): Promise<void> {
    await handle.hover();
    const tip = this.#page.locator('.tip').filter({ hasText: estate });
    await expect(tip).toBeVisible();
    // The map may still be flying.
    const where = () => tip.evaluate((element) => [element.style.left, element.style.top].join());
    let place = '';
    await expect
      .poll(async () => {
        const before = place;
        place = await where();
        return place === before;
      })
      .toBe(true);
    const [x, y] = place.split(',').map(Number.parseFloat);
    const box = await this.#page.getByRole('application').boundingBox();
    await this.#page.mouse.click((box?.x ?? 0) + (x ?? 0), (box?.y ?? 0) + (y ?? 0));
  }

  async lock(): Promise<void> {
    await this.card().getByRole('button', { name: '锁定', exact: true }).click();
    await this.ready();
  }

  async openAccept(): Promise<void> {
    await this.panel()
      .getByRole('button', { name: /^采用.*…$/ })
      .click();
    await expect(this.#dialog()).toBeVisible();
  }

  /** Fills the dialog and waits for what it would do. */
  async acceptFrom(day: string, reason: string): Promise<string> {
    const dialog = this.#dialog();
    await dialog.getByLabel('起始日期').fill(day);
    await dialog.getByRole('textbox', { name: '依据或理由' }).fill(reason);
    const effect = dialog.locator('.effect b').first();
    await expect(effect).toContainText('写入代管协议');
    return effect.innerText();
  }

  async accept(): Promise<void> {
    await this.#dialog().getByRole('button', { name: '采用', exact: true }).click();
    await expect(this.#dialog()).toHaveCount(0);
    await this.ready();
  }

  told(): Locator {
    return this.#page.getByRole('status').filter({ hasText: '已采用' });
  }

  async undo(): Promise<void> {
    await this.#page
      .getByRole('button', { name: /^(撤销|Undo)/ })
      .first()
      .click();
    await this.ready();
  }

  /** How many scattered estates could be fenced together with a neighbour. */
  async fenced(): Promise<number> {
    const told = this.#page.getByRole('status').filter({ hasText: '可与相邻小区围合' });
    return Number(/中 (\d+) 处/.exec(await told.innerText())?.[1]);
  }

  async gap(metres: string): Promise<void> {
    const field = this.#page.getByRole('textbox', { name: '间距不超过' });
    await field.fill(metres);
    await field.press('Enter');
  }

  async pairs(): Promise<{ estate: string; neighbour: string; metres: number }[]> {
    const rows = await this.#page.getByRole('list', { name: '围合检查' }).getByRole('button').all();
    return Promise.all(
      rows.map(async (row) => {
        const cells = await row.locator('span').allInnerTexts();
        return { estate: cells[0] ?? '', neighbour: cells[2] ?? '', metres: Number(cells[4]) };
      }),
    );
  }

  /** What stands below the name on the card: subdistrict, form, area, households. */
  facts(): Promise<string> {
    return this.card().locator('.facts').first().innerText();
  }

  /** The lines that no link should cross. */
  async openBarriers(): Promise<Locator> {
    await this.#page.getByRole('button', { name: '阻隔线…' }).click();
    const dialog = this.#page.getByRole('dialog', { name: '阻隔线' });
    await expect(dialog).toBeVisible();
    return dialog;
  }

  async barrierFile(name: string, text: string): Promise<void> {
    const file = { name, mimeType: 'application/geo+json', buffer: Buffer.from(text) };
    await this.#page.getByRole('dialog').locator('input[type=file]').setInputFiles(file);
  }

  /** The switch that leaves out hosts across a barrier. */
  barrierSwitch(): Locator {
    return this.#page.getByRole('switch', { name: '跨越阻隔线的不作宿主' });
  }

  /** Begins to draw or edit; the map has the keys then. */
  async boundary(what: string): Promise<void> {
    await this.#page.getByRole('button', { name: '边界', exact: true }).click();
    await this.#page.getByRole('button', { name: what, exact: true }).click();
    await expect(this.editing()).toBeVisible();
    if (what !== '合并') await expect(this.#page.getByRole('application')).toBeFocused();
  }

  /** The bar that stands over the map while a boundary is drawn. */
  editing(): Locator {
    return this.#page.getByRole('region', { name: /^(编辑.*的边界|新增小区|拆分.*|把相邻小区并入.*)$/ });
  }

  /** Clicks places on the map, px from its middle. */
  async clickGround(places: readonly (readonly [number, number])[]): Promise<void> {
    const box = await this.#page.getByRole('application').boundingBox();
    if (!box) throw new Error('there is no map');
    for (const [x, y] of places) {
      await this.#page.mouse.click(box.x + box.width / 2 + x, box.y + box.height / 2 + y);
      // Two clicks in a quarter of a second are a double click.
      await this.#page.waitForTimeout(300);
    }
  }

  /** Draws a line from west to east right across the estate in the middle of the map. */
  async cutAcross(): Promise<void> {
    // The map flies to the estate first.
    await this.#page.waitForTimeout(900);
    // The middle of what no panel covers.
    const [x, y] = [-24, -16];
    await this.clickGround([
      [x - 330, y],
      [x + 330, y],
    ]);
    await this.#page.keyboard.press('Enter');
  }

  /** Clicks an estate on the map, where its name appears when its row is pointed at. */
  async joinOnMap(estate: string): Promise<void> {
    await this.#clickWhereNamed(estate, this.list().locator('[data-fid]').filter({ hasText: estate }).first());
  }

  /** Saves what was drawn, once the dialog says what it does. */
  async saveBoundary(button: string, says: string, fields: Record<string, string> = {}): Promise<void> {
    await this.editing().getByRole('button', { name: button }).click();
    await expect(this.#dialog()).toContainText(says);
    for (const [name, value] of Object.entries(fields)) {
      await this.#dialog().getByRole('textbox', { name }).fill(value);
    }
    await this.#dialog()
      .getByRole('button', { name: /^(保存|新增|拆分|合并)$/ })
      .click();
    await expect(this.#dialog()).toHaveCount(0);
    await this.ready();
  }

  async askForList(format: string): Promise<void> {
    await this.panel().getByRole('button', { name: '清单' }).click();
    await this.panel().getByRole('button', { name: format, exact: true }).click();
  }
}

interface Fixtures {
  /** The window of a planner on a made-up district of their own, at the proxy desk. */
  planner: AtlasWindow;
  desk: TheProxyDesk;
}

export const test = base.extend<Fixtures>({
  planner: async ({ page }, use) => {
    const served: Served = await serveDemo();
    const atlas = new AtlasWindow(page);
    await atlas.open(served.address);
    await use(atlas);
    await served.stop();
  },
  desk: async ({ page, planner }, use) => {
    void planner;
    const desk = new TheProxyDesk(page);
    await desk.enter();
    await use(desk);
  },
});

export { expect } from '@playwright/test';
