// The map in the words of its users. It is drawn on canvas: what it shows is read from its colours, what it says from its text.

import { expect, type Locator, type Page } from '@playwright/test';

export class TheMap {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  #stage(): Locator {
    return this.#page.getByRole('application');
  }

  /** Waits until everything is loaded and drawn, and no flight or fade is under way. */
  async rests(): Promise<void> {
    await this.#page.waitForTimeout(400);
    await expect(this.#stage()).toHaveAttribute('aria-busy', 'false');
    await this.#page.waitForTimeout(400);
  }

  /** px of the map in a colour of the design, by the name of its custom property; within a part (0–1) of the width. */
  async area(token: string, from = 0, to = 1): Promise<number> {
    return this.#stage().evaluate(
      (element, [name, west, east]) => {
        const hex = getComputedStyle(element).getPropertyValue(name).trim();
        const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
        let count = 0;
        for (const canvas of element.querySelectorAll<HTMLCanvasElement>('canvas')) {
          // Read from a copy: reading makes a canvas slow for good, and the browser complains of it.
          const copy = document.createElement('canvas');
          [copy.width, copy.height] = [canvas.width, canvas.height];
          const context = copy.getContext('2d', { willReadFrequently: true });
          context?.drawImage(canvas, 0, 0);
          const [left, right] = [Math.floor(west * copy.width), Math.floor(east * copy.width)];
          const data = context?.getImageData(left, 0, Math.max(1, right - left), copy.height).data ?? [];
          for (let i = 0; i < data.length; i += 4) if (data[i] === r && data[i + 1] === g && data[i + 2] === b) count++;
        }
        return count;
      },
      [token, from, to] as const,
    );
  }

  async colourBy(name: string): Promise<void> {
    await this.#page
      .getByRole('button', { name: /^(更换填色|Change the fill)/ })
      .first()
      .click();
    await this.#page.locator(`[data-fill=${name}]`).click();
    await this.#page.keyboard.press('Escape');
    await this.rests();
  }

  /** A place of the map: parts (0–1) of its width and height. */
  async #at(x: number, y: number): Promise<[number, number]> {
    const box = await this.#stage().boundingBox();
    if (!box) throw new Error('no map');
    return [box.x + box.width * x, box.y + box.height * y];
  }

  async click(x: number, y: number): Promise<void> {
    await this.#page.mouse.click(...(await this.#at(x, y)));
    // Two clicks in a breath would be a double click.
    await this.#page.waitForTimeout(350);
  }

  async doubleClick(x: number, y: number): Promise<void> {
    await this.#page.mouse.dblclick(...(await this.#at(x, y)));
  }

  async pointAt(x: number, y: number): Promise<void> {
    await this.#page.mouse.move(...(await this.#at(x, y)));
  }

  /** The figures of what is measured. */
  measured(): Locator {
    return this.#page.locator('.stage dl');
  }

  legs(): Locator {
    return this.#page.locator('.stage .leg');
  }

  button(name: RegExp): Locator {
    return this.#page.locator('.tools').getByRole('button', { name });
  }

  divider(): Locator {
    return this.#page.getByRole('slider', { name: /对比分界线|Divider/ });
  }

  /** What both sides of a comparison are called. */
  sides(): Locator {
    return this.#page.locator('.stage .side');
  }

  /** The bubble beside an estate that is pointed at. */
  bubble(): Locator {
    return this.#page.locator('.stage .tip');
  }

  async pointAtRow(name: string): Promise<void> {
    await this.#page.getByRole('grid').getByRole('gridcell', { name, exact: true }).hover();
  }

  /** The row of the list that is lit. */
  litRow(): Locator {
    return this.#page.getByRole('grid').locator('[data-fid].lit, [data-fid].hovered');
  }

  async zoomOut(times: number): Promise<void> {
    for (let i = 0; i < times; i++) {
      await this.button(/^(缩小|Zoom out)$/).click();
      await this.rests();
    }
  }

  /** Degrees under the pointer. */
  async whereIs(x: number, y: number): Promise<string> {
    await this.pointAt(x, y);
    return (await this.#page.locator('.stage .where').textContent()) ?? '';
  }
}
