// The list of estates in the words of its users: its columns and what it is filtered by.

import { expect, type Locator, type Page } from '@playwright/test';

export class TheTable {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  #grid(): Locator {
    return this.#page.getByRole('grid');
  }

  heads(): Locator {
    return this.#grid().getByRole('columnheader');
  }

  /** Opens the list of columns, ticks or unticks one, and closes it. */
  async chooseColumn(name: string): Promise<void> {
    await this.#columns(async (chooser) => {
      await chooser.getByRole('checkbox', { name, exact: true }).click();
    });
  }

  /** Moves a column to the left by the keyboard, so many places. */
  async moveLeft(name: string, places: number): Promise<void> {
    await this.#columns(async (chooser) => {
      await chooser.getByRole('checkbox', { name, exact: true }).focus();
      for (let i = 0; i < places; i++) await this.#page.keyboard.press('Alt+ArrowUp');
    });
  }

  async firstColumnsAgain(): Promise<void> {
    await this.#columns(async () => {
      await this.#page.getByRole('button', { name: '恢复原来的列' }).click();
    });
  }

  async #columns(act: (chooser: Locator) => Promise<void>): Promise<void> {
    await this.#page.getByRole('button', { name: '选择列' }).click();
    const chooser = this.#page.getByRole('list', { name: '选择列' });
    await expect(chooser.getByRole('checkbox', { name: '户数', exact: true })).toBeVisible();
    await act(chooser);
    await this.#page.keyboard.press('Escape');
  }

  /** Shows the fields under the heads. */
  async filterByColumn(): Promise<void> {
    await this.#page.getByRole('button', { name: '按列筛选' }).click();
  }

  async type(field: string, text: string): Promise<void> {
    await this.#grid().getByRole('textbox', { name: field, exact: true }).fill(text);
  }

  async pick(field: string, word: string): Promise<void> {
    await this.#grid().getByRole('combobox', { name: field, exact: true }).selectOption(word);
  }

  field(name: string): Locator {
    return this.#grid().getByLabel(name, { exact: true });
  }

  /** What a column says in the rows in sight, from above. */
  async column(key: string): Promise<string[]> {
    return this.#grid()
      .locator('[data-fid]')
      .evaluateAll(
        (rows, name) =>
          rows
            .map((row) => ({
              at: Number(row.getAttribute('aria-rowindex')),
              text: row.querySelector(`[data-column=${name}]`)?.textContent?.trim() ?? '',
            }))
            .sort((a, b) => a.at - b.at)
            .map(({ text }) => text),
        key,
      );
  }
}
