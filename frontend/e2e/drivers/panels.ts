// What stands beside the map, over it and under it, in the words of its users: the figures, the page of all of them, the cards of
// companies and subdistricts, the legend and what it colours by, the timeline.

import { expect, type Locator, type Page } from '@playwright/test';

/** A figure of the page as it stands there. */
export interface Figure {
  key: string;
  label: string;
  value: string;
  unit: string;
}

/** Parts of the window to look for barriers in. */
export const part = {
  side: '[role=complementary], aside',
  legend: '[data-tour=legend]',
  list: '[data-tour=drawer]',
  dialog: 'dialog[open], [role=dialog]',
};

export class ThePanels {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  overview(): Locator {
    return this.#page.getByRole('complementary', { name: /^(全区总览|Overview of the district|District overview)$/ });
  }

  /** The line under the name of the page: the round and its day. */
  overviewRound(): Locator {
    return this.overview().getByRole('heading', { level: 2 }).locator('+ p');
  }

  /** Figures of the page, those that lead to estates or all of them. */
  async figures({ leading = true } = {}): Promise<Figure[]> {
    const rows = this.overview().locator(leading ? 'button[data-figure]' : '[data-figure]');
    await expect(rows.first()).toBeVisible();
    return rows.evaluateAll((all) =>
      all.map((row) => {
        const text = (part: string) => row.querySelector(part)?.textContent?.trim() ?? '';
        return {
          key: row.getAttribute('data-figure') ?? '',
          label: text('.label'),
          value: text('.value'),
          unit: text('.unit'),
        };
      }),
    );
  }

  figure(key: string): Locator {
    return this.overview().locator(`[data-figure=${key}]`);
  }

  /** The figures above the map, from the left. */
  strip(): Locator {
    return this.#page.getByRole('group', { name: /^(全区数字|District figures)$/ }).getByRole('button');
  }

  /** The list of estates under a head of the page, one button each. */
  estatesUnder(head: RegExp): Locator {
    return this.overview()
      .getByRole('heading', { level: 4, name: head })
      .locator('+ ul')
      .getByRole('listitem')
      .getByRole('button');
  }

  company(): Locator {
    return this.#page.getByRole('complementary', { name: /^(服务企业|Service company)$/ });
  }

  subdistrict(): Locator {
    return this.#page.getByRole('complementary', { name: /^(街道|Subdistrict)$/ });
  }

  /** What stands in a card beside a word: 小区 45. */
  async fact(card: Locator, word: RegExp): Promise<string> {
    const term = card.getByRole('term').filter({ hasText: word }).first();
    return ((await term.locator('+ dd').textContent()) ?? '').trim();
  }

  async back(): Promise<void> {
    await this.#page.getByRole('button', { name: /^(返回总览|Back to the overview)/ }).click();
    await expect(this.overview()).toBeVisible();
  }

  legend(): Locator {
    return this.#page.getByRole('region', { name: /^(图例|Legend)/ }).first();
  }

  /** Estates of each class in the legend, those without a value last. */
  async classes(): Promise<number[]> {
    const counts = await this.legend().locator('[data-class] .count').allTextContents();
    return counts.map((text) => Number(text.replace(/,/g, '')));
  }

  /** A class of the legend, from the first; −1 are those without a value. */
  aClass(at: number): Locator {
    return this.legend().locator(`[data-class="${at}"]`);
  }

  classNamed(name: string): Locator {
    return this.legend().locator('[data-class]', { hasText: name });
  }

  /** Opens the choice of fills, takes one, and leaves the choice open. */
  async colourBy(fill: string, method?: RegExp): Promise<void> {
    await this.openFills();
    await this.#page.locator(`[data-fill=${fill}]`).click();
    if (method) await this.#page.getByRole('radio', { name: method }).click();
  }

  async openFills(): Promise<void> {
    await this.#page
      .getByRole('button', { name: /^(更换填色|Change the fill)/ })
      .first()
      .click();
    await expect(this.fills().first()).toBeVisible();
  }

  /** What the map can be coloured by. */
  fills(): Locator {
    return this.#page.locator('[data-fill]');
  }

  async giveBreaks(breaks: string): Promise<void> {
    await this.#page.locator('#breaks').fill(breaks);
    await this.#page.locator('#breaks').press('Enter');
  }

  async close(): Promise<void> {
    await this.#page.keyboard.press('Escape');
  }

  timeline(): Locator {
    return this.#page.getByRole('region', { name: /^(考核轮次|Inspection rounds|Rounds)$/ });
  }

  /** A button of the timeline. */
  ofTimeline(name: RegExp): Locator {
    return this.timeline().getByRole('button', { name });
  }

  /** The theme that the window wears. */
  async theme(): Promise<string> {
    return this.#page.evaluate(() => document.documentElement.dataset.theme ?? '');
  }

  async openColumns(): Promise<void> {
    await this.#page.getByRole('button', { name: '选择列' }).click();
    await expect(this.#page.getByRole('list', { name: '选择列' })).toBeVisible();
  }
}
