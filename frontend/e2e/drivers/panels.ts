// The page of all figures and the cards of companies and subdistricts, in the words of their users.

import { expect, type Locator, type Page } from '@playwright/test';

export class ThePanels {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  overview(): Locator {
    return this.#page.getByRole('complementary', { name: /^(全区总览|Overview of the district|District overview)$/ });
  }

  /** A figure of the page, by its label. */
  figure(label: string): Locator {
    return this.overview().locator('.row', { has: this.#page.getByText(label, { exact: true }) });
  }

  /** What a figure says: its first number. */
  async number(label: string): Promise<number> {
    const text = (await this.figure(label).locator('.value').textContent()) ?? '';
    return Number(text.replace(/,/g, ''));
  }

  /** Labels of the figures that lead to estates. */
  async links(): Promise<string[]> {
    return this.overview().locator('button.row .label').allTextContents();
  }

  company(): Locator {
    return this.#page.getByRole('complementary', { name: /^(服务企业|Service company)$/ });
  }

  subdistrict(): Locator {
    return this.#page.getByRole('complementary', { name: /^(街道|Subdistrict)$/ });
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

  /** A class of the legend, from the first. */
  aClass(at: number): Locator {
    return this.legend().locator(`[data-class="${at}"]`);
  }

  /** Opens the choice of fills, takes a number and a method, and leaves the choice open. */
  async colourBy(number: string, method: RegExp): Promise<void> {
    await this.#page
      .getByRole('button', { name: /^(更换填色|Change the fill)/ })
      .first()
      .click();
    await this.#page.locator(`[data-fill=${number}]`).click();
    await this.#page.getByRole('radio', { name: method }).click();
  }

  async giveBreaks(breaks: string): Promise<void> {
    await this.#page.locator('#breaks').fill(breaks);
    await this.#page.locator('#breaks').press('Enter');
  }

  async close(): Promise<void> {
    await this.#page.keyboard.press('Escape');
  }
}
