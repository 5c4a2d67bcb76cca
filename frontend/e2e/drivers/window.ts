// The window in the words of its users. The only file that knows how the page is built.

import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** The checker's own idea of a page, from another copy of the same types. */
type AxePage = ConstructorParameters<typeof AxeBuilder>[0]['page'];

/** The name of the timeline. */
const rounds = /^(考核轮次|Inspection rounds|Rounds)$/;

export interface Row {
  rank: string;
  name: string;
  state: string;
  company: string;
}

export class AtlasWindow {
  readonly #page: Page;
  /** What the browser complained of. */
  readonly complaints: string[] = [];

  constructor(page: Page) {
    this.#page = page;
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  /** Opens the window; the tour is declined unless it is a stranger who opens it. */
  async open(address: string, { stranger = false } = {}): Promise<void> {
    await this.#page.goto(address);
    await this.#ready();
    if (!stranger) await this.declineTour();
  }

  /** Closes the window and opens it again, at the desk that was left. */
  async reopen(): Promise<void> {
    await this.#page.reload();
    await expect(this.#page.locator('main')).toBeVisible();
    if (await this.desk(/^(总览|Overview)$/).getAttribute('aria-current')) await this.#ready();
  }

  /** The door of a desk. */
  desk(name: string | RegExp): Locator {
    return this.#page.getByRole('navigation').getByRole('button', { name });
  }

  async goTo(name: string): Promise<void> {
    await this.desk(name).click();
  }

  async #ready(): Promise<void> {
    await expect(this.#page.getByRole('region', { name: /图例|Legend/ })).toBeVisible();
    await expect(this.#page.getByRole('slider', { name: rounds })).toBeVisible();
    await expect(this.#page.locator('main tbody tr, [role=grid] [data-fid]').first()).toBeVisible();
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#page.setViewportSize({ width, height });
  }

  async press(keys: string): Promise<void> {
    await this.#page.keyboard.press(keys);
  }

  heading(): Locator {
    return this.#page.getByRole('banner');
  }

  /** How many colours the map shows: more than a few when estates are drawn on it. */
  async mapColours(): Promise<number> {
    const stage = this.#page.getByRole('application');
    await expect(stage).toBeVisible();
    return stage.evaluate((element) => {
      const seen = new Set<string>();
      for (const canvas of element.querySelectorAll('canvas')) {
        const context = canvas.getContext('2d');
        if (!context || canvas.width === 0) continue;
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        for (let i = 0; i < data.length; i += 404) seen.add(`${data[i]},${data[i + 1]},${data[i + 2]},${data[i + 3]}`);
      }
      return seen.size;
    });
  }

  async #count(row: Locator): Promise<number> {
    return Number(((await row.locator('.count').textContent()) ?? '').replace(/,/g, ''));
  }

  async fillCounts(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const row of await this.#page.locator('[data-band]').all()) {
      counts[(await row.getAttribute('data-band')) ?? ''] = await this.#count(row);
    }
    return counts;
  }

  async stateCounts(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const row of await this.#page.locator('button[data-state]').all()) {
      counts[(await row.getAttribute('data-state')) ?? ''] = await this.#count(row);
    }
    return counts;
  }

  async showOnly(band: string): Promise<void> {
    await this.#page.locator(`[data-band=${band}]`).click();
  }

  async addClass(name: string): Promise<void> {
    await this.#page.locator(`[data-band=${name}], button[data-state=${name}]`).click({ modifiers: ['Control'] });
  }

  async showAll(): Promise<void> {
    await this.#page
      .getByRole('button', { name: /^(全部显示|Show all)$/ })
      .first()
      .click();
  }

  filterInForce(): Locator {
    return this.#page.getByRole('group', { name: /^(筛选|Filter)$/ });
  }

  async clickFigure(name: RegExp): Promise<void> {
    await this.#page
      .getByRole('group', { name: /全区数字|District figures/ })
      .getByRole('button', { name })
      .click();
  }

  /** How many estates the list holds. */
  async listed(): Promise<number> {
    return Number(await this.#page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
  }

  /** The rows in sight, from above, all read in one breath: the next scroll takes them away. */
  async rows(): Promise<Row[]> {
    return this.#page
      .getByRole('grid')
      .locator('[data-fid]')
      .evaluateAll((rows) =>
        rows
          .map((row) => {
            const cell = (column: string) => row.querySelector(`[data-column=${column}]`)?.textContent?.trim() ?? '';
            return {
              at: Number(row.getAttribute('aria-rowindex')),
              rank: cell('rank'),
              name: cell('name'),
              state: cell('state'),
              company: cell('company'),
            };
          })
          .sort((x, y) => x.at - y.at)
          .map(({ at: _, ...row }) => row),
      );
  }

  async sortBy(column: RegExp): Promise<void> {
    await this.#page.getByRole('columnheader', { name: column }).getByRole('button').click();
  }

  async clickRow(name: string): Promise<void> {
    await this.#page.getByRole('grid').getByRole('gridcell', { name, exact: true }).click();
  }

  selectedRow(): Locator {
    return this.#page.getByRole('grid').locator('[aria-selected=true]');
  }

  async wheelList(pixels: number): Promise<void> {
    await this.#page.getByRole('grid').hover();
    await this.#page.mouse.wheel(0, pixels);
  }

  /** Drags the upper edge of the list by so many pixels and says how high the list is then. */
  async dragListUp(pixels: number): Promise<number> {
    const edge = await this.#page.getByRole('separator', { name: /列表高度|resize the list/ }).boundingBox();
    if (!edge) throw new Error('the list has no edge');
    const x = edge.x + 400;
    const y = edge.y + edge.height / 2;
    await this.#page.mouse.move(x, y);
    await this.#page.mouse.down();
    await this.#page.mouse.move(x, y - pixels, { steps: 5 });
    await this.#page.mouse.up();
    return this.#listHeight();
  }

  async #listHeight(): Promise<number> {
    const box = await this.#page.getByRole('region', { name: /^(列表|Lists)$/ }).boundingBox();
    return box?.height ?? 0;
  }

  async doubleClickListEdge(): Promise<number> {
    const edge = this.#page.getByRole('separator', { name: /列表高度|resize the list/ });
    await edge.dblclick({ position: { x: 400, y: 3 } });
    return this.#listHeight();
  }

  /** Clicks the map where an estate lies after the map has flown to it: in the middle of what no panel covers. */
  async clickMapMiddle(): Promise<void> {
    const map = await this.#page.getByRole('application').boundingBox();
    const legend = await this.#page.getByRole('region', { name: /图例|Legend/ }).boundingBox();
    if (!map || !legend) throw new Error('no map');
    const left = legend.x + legend.width + 12;
    const right = map.x + map.width - 60;
    await this.#page.mouse.click((left + right) / 2, map.y + (12 + map.height - 44) / 2);
  }

  /** How many estates the frame of the map holds; the map tells it when it has come to rest. */
  async inView(): Promise<number> {
    return Number(((await this.#page.locator('.in-view').textContent()) ?? '').replace(/,/g, ''));
  }

  async onlyInView(): Promise<void> {
    await this.#page.getByRole('button', { name: /^(只看图幅内|In view only)/ }).click();
  }

  async openList(tab: RegExp): Promise<void> {
    await this.#page.getByRole('tab', { name: tab }).click();
  }

  async pickFromList(name: string | RegExp): Promise<void> {
    await this.#page.locator('tbody').getByRole('button', { name }).first().click();
  }

  async ask(query: string): Promise<void> {
    await this.#page.keyboard.press('Control+k');
    await this.#page.keyboard.type(query);
  }

  answerList(): Locator {
    return this.#page.getByRole('listbox');
  }

  answers(): Locator {
    return this.#page.getByRole('option');
  }

  /** The card of an estate, a company or a subdistrict; none while the page of all figures stands there. */
  card(): Locator {
    return this.#page.getByRole('complementary', {
      name: /^(小区卡片|服务企业|街道|Estate card|Service company|Subdistrict)$/,
    });
  }

  cardName(): Locator {
    return this.card().getByRole('heading', { level: 2 });
  }

  cardPart(name: RegExp): Locator {
    return this.card().getByRole('region', { name });
  }

  async askWhy(name: RegExp): Promise<void> {
    await this.cardPart(name)
      .getByRole('button', { name: /^(依据|Basis)/ })
      .click();
  }

  round(): Locator {
    return this.#page.getByRole('slider', { name: rounds });
  }

  async roundNumber(): Promise<number> {
    return Number(await this.round().getAttribute('aria-valuenow'));
  }

  /** How many rounds there are. */
  async roundCount(): Promise<number> {
    return Number(await this.round().getAttribute('aria-valuemax'));
  }

  /** The handle of the other round of a comparison. */
  otherRound(): Locator {
    return this.#page.getByRole('slider', { name: /（A）|\(A\)/ });
  }

  smallMaps(): Locator {
    return this.#page.getByRole('region', { name: /近六轮|Last six/ }).locator('li button');
  }

  listTab(tab: RegExp): Locator {
    return this.#page.getByRole('tab', { name: tab });
  }

  async legendTitle(): Promise<string> {
    return (await this.#page.getByRole('region', { name: /图例|Legend/ }).textContent()) ?? '';
  }

  tourOffer(): Locator {
    return this.#page.getByRole('region', { name: /^(导览|Guided tour)$/ });
  }

  async takeTour(): Promise<void> {
    await this.tourOffer()
      .getByRole('button', { name: /开始|Start/ })
      .click();
  }

  async declineTour(): Promise<void> {
    await this.tourOffer()
      .getByRole('button', { name: /不看|Not now/ })
      .click();
  }

  tour(): Locator {
    return this.#page.locator('.driver-popover');
  }

  /** Lets go of a file over the window. */
  async dropFile(name: string): Promise<void> {
    await this.#page.evaluate((file) => {
      const data = new DataTransfer();
      data.items.add(new File(['{}'], file));
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
    }, name);
  }

  async switchTo(language: '中文' | 'English'): Promise<void> {
    await this.#page.getByRole('radio', { name: language }).click();
  }

  async colours(theme: RegExp): Promise<void> {
    await this.#page.getByRole('button', { name: /^(配色|Colours)$/ }).click();
    await this.#page.getByRole('button', { name: theme }).click();
  }

  async toggleProxyLinks(): Promise<void> {
    await this.#page.getByRole('switch', { name: /代管连线|Proxy links/ }).click();
  }

  proxyLinks(): Locator {
    return this.#page.getByRole('switch', { name: /代管连线|Proxy links/ });
  }

  async openHelp(): Promise<void> {
    await this.#page
      .getByRole('navigation')
      .getByRole('button', { name: /^(帮助|Help)$/ })
      .click();
  }

  dialog(): Locator {
    return this.#page.getByRole('dialog');
  }

  everything(): Locator {
    return this.#page.locator('body');
  }

  /** Whether a record managed to run as a script. */
  async wasHurt(): Promise<boolean> {
    return this.#page.evaluate(() => 'hurt' in window || document.querySelector('#app img, #app script') !== null);
  }

  /** The part of the window that has the focus. */
  async focusedPart(): Promise<string> {
    return this.#page.evaluate(() => {
      const part = document.activeElement?.closest('[data-region]');
      return part?.getAttribute('aria-label') ?? part?.tagName.toLowerCase() ?? '';
    });
  }

  /** Whether anything sticks out of the window or is cut off without saying so. */
  async overflowing(): Promise<string[]> {
    return this.#page.evaluate(() => {
      const bad: string[] = [];
      for (const element of document.querySelectorAll<HTMLElement>(
        'header, nav, main, button, h1, h2, h3, th, [role=columnheader]',
      )) {
        const box = element.getBoundingClientRect();
        if (box.width === 0 || element.closest('[role=grid], .hidden-text, [role=application]')) continue;
        if (box.right > innerWidth + 1 || box.left < -1)
          bad.push(`${element.tagName} ${element.textContent?.trim().slice(0, 30)}`);
      }
      return bad;
    });
  }

  /** What a checker of accessibility finds that is serious or worse; in parts of the window it is quicker. */
  async barriers(...within: string[]): Promise<string[]> {
    const checker = new AxeBuilder({ page: this.#page as unknown as AxePage });
    for (const part of within) checker.include(part);
    const { violations } = await checker.analyze();
    return violations
      .filter((v) => v.impact === 'serious' || v.impact === 'critical')
      .flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary ?? ''}`));
  }
}
