// A meeting in the words of those who sit in it.

import { expect, type Locator, type Page } from '@playwright/test';

export class TheMeeting {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  wall(): Locator {
    return this.#page.getByRole('dialog', { name: /^(开会|Meeting)$/ });
  }

  async start(): Promise<void> {
    await this.#page.keyboard.press('F11');
    await expect(this.page()).not.toBeEmpty();
  }

  /** What stands beside the map. */
  page(): Locator {
    return this.wall().locator('section.side');
  }

  /** What the colours of the map mean. */
  legend(): Locator {
    return this.wall().getByRole('group', { name: /图例|Legend/ });
  }

  /** Where the walk is, as it is read out: 第 3 页，共 17 页：…. */
  position(): Locator {
    return this.wall().locator(':scope > p[aria-live]');
  }

  async number(): Promise<{ at: number; of: number }> {
    await expect(this.position()).toContainText(/\d/);
    const [at, of] = ((await this.position().textContent()) ?? '').match(/\d+/g) ?? [];
    return { at: Number(at), of: Number(of) };
  }

  async turn(keys: string): Promise<void> {
    await this.#page.keyboard.press(keys);
  }

  agenda(): Locator {
    return this.wall().getByRole('navigation', { name: /会议议程|Agenda/ });
  }

  async goTo(item: RegExp): Promise<void> {
    await this.agenda().getByRole('button', { name: item }).click();
  }

  clock(): Locator {
    return this.wall().locator('time');
  }

  async askAbout(estate: string): Promise<void> {
    await this.page().getByRole('button', { name: estate }).click();
  }

  /** Texts on the wall smaller than so many pixels, those for readers of screens aside. */
  async smallerThan(px: number): Promise<string[]> {
    return this.wall().evaluate((wall, least) => {
      const small: string[] = [];
      const walk = document.createTreeWalker(wall, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const parent = walk.currentNode.parentElement;
        const text = walk.currentNode.textContent?.trim() ?? '';
        if (!parent || text === '' || parent.closest('.hidden-text, .unseen, style')) continue;
        const box = parent.getBoundingClientRect();
        if (box.width === 0 || box.height === 0) continue;
        const size = Number.parseFloat(getComputedStyle(parent).fontSize);
        if (size < least) small.push(`${text.slice(0, 20)} ${size}`);
      }
      return small;
    }, px);
  }

  /** What is cut off at the edge of the wall or of the page. */
  async cutOff(): Promise<string[]> {
    return this.wall().evaluate((wall) => {
      const bad: string[] = [];
      for (const part of wall.querySelectorAll<HTMLElement>('header, nav, .side, .side > *')) {
        if (part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1)
          bad.push(
            `${part.tagName}.${part.className}: ${part.scrollWidth}×${part.scrollHeight} in ${part.clientWidth}×${part.clientHeight}`,
          );
      }
      return bad;
    });
  }

  async export(kind: 'PDF' | 'PPTX'): Promise<void> {
    await this.wall()
      .getByRole('button', { name: new RegExp(kind) })
      .click();
  }
}
