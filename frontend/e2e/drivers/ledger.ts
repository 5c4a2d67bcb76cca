// The ledger in the words of a clerk.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { Exports, type File } from './exports';
import { cli, type Served, serveProject } from './program';
import { test as base } from './story';
import { AtlasWindow } from './window';

export type Cause = '企业' | '属地' | '待定';

export class TheLedger {
  readonly #page: Page;
  readonly #files: Exports;

  constructor(page: Page) {
    this.#page = page;
    this.#files = new Exports(page);
  }

  async enter(): Promise<void> {
    await this.#page.getByRole('navigation').getByRole('button', { name: '台账' }).click();
    await expect(this.results().first()).toBeVisible();
  }

  async open(tab: string): Promise<void> {
    await this.tab(tab).click();
    await expect(this.tab(tab)).toHaveAttribute('aria-selected', 'true');
  }

  tab(name: string): Locator {
    return this.#page.getByRole('tab', { name });
  }

  /** The page below the tabs. */
  page(): Locator {
    return this.#page.locator('#ledger-page');
  }

  section(name: string): Locator {
    return this.page().getByRole('region', { name, exact: true });
  }

  /** The bottom results of the round. */
  results(): Locator {
    return this.page().locator('tr[data-fid]');
  }

  result(estate: string): Locator {
    return this.results().filter({ hasText: estate });
  }

  async choose(estate: string, cause: Cause): Promise<void> {
    await this.result(estate).getByRole('radio', { name: cause }).click();
  }

  cause(estate: string, cause: Cause): Locator {
    return this.result(estate).getByRole('radio', { name: cause });
  }

  async pick(...estates: string[]): Promise<void> {
    for (const estate of estates)
      await this.page()
        .getByRole('checkbox', { name: `选择${estate}` })
        .check();
  }

  /** What a choice would change, and its reasons. */
  decision(): Locator {
    return this.page().getByRole('region', { name: '责任认定' });
  }

  async because(reason: string): Promise<void> {
    await this.decision().getByLabel('认定理由').fill(reason);
  }

  async correcting(reason: string): Promise<void> {
    await this.decision().getByLabel('更正理由（本轮已锁定）').fill(reason);
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page().getByRole('button', { name }).click();
  }

  async determine(): Promise<void> {
    await this.decision().getByRole('button', { name: /^认定/ }).click();
  }

  /** What stands beside the results for one of them. */
  async look(estate: string): Promise<void> {
    await this.result(estate).getByRole('button', { name: estate }).click();
    await expect(this.detail(estate)).toBeVisible();
  }

  detail(estate: string): Locator {
    return this.page().getByRole('region', { name: estate });
  }

  /** Cells of the matrix of withholdings of one kind. */
  withheld(kind: 'done' | 'future' | 'clawback' | 'proposed'): Locator {
    return this.page().locator(`button.withheld-${kind}`);
  }

  /** Those of a row. */
  withheldOf(name: string): Locator {
    const row = this.page()
      .getByRole('row')
      .filter({ has: this.#page.getByRole('rowheader', { name, exact: true }) });
    return row.locator('button.cell');
  }

  dialog(): Locator {
    return this.#page.getByRole('dialog');
  }

  async fill(label: string | RegExp, text: string): Promise<void> {
    await this.dialog().getByLabel(label).fill(text);
  }

  async confirm(name: string): Promise<void> {
    await this.dialog().getByRole('button', { name, exact: true }).click();
  }

  async putAway(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await expect(this.dialog()).toHaveCount(0);
  }

  async closeTheRound(): Promise<void> {
    await this.#page.getByRole('button', { name: '锁定本轮…' }).click();
  }

  /** The mark of a round that is closed, which opens what was kept. */
  closed(): Locator {
    return this.#page.getByRole('button', { name: '已锁定' });
  }

  async goToRound(at: number): Promise<void> {
    const rounds = this.#page.getByRole('combobox', { name: '考核轮次' });
    await rounds.selectOption({ index: at });
  }

  /** The tables of another year. */
  async goToYear(year: string): Promise<void> {
    await this.page().getByRole('combobox', { name: '年度' }).selectOption(year);
  }

  /** A line of a table, or of a list, that has all of these words. */
  line(...words: string[]): Locator {
    let line = this.page().locator('tbody tr, .use, .row, ol > li');
    for (const hasText of words) line = line.filter({ hasText });
    return line;
  }

  /** A decision is taken back and taken again: what it made goes and comes. */
  async takenBackAndAgain(what: Locator): Promise<void> {
    await this.undo();
    await expect(what).toHaveCount(0);
    await this.redo();
    await expect(what.first()).toBeVisible();
  }

  async undo(): Promise<void> {
    await this.#page.getByRole('button', { name: '撤销', exact: true }).click();
  }

  async redo(): Promise<void> {
    await this.#page.getByRole('button', { name: '重做', exact: true }).click();
  }

  /** The list of the tab as a file. */
  list(format: 'xlsx' | 'csv'): Promise<File> {
    return this.#files.of(async () => {
      await this.#page.getByRole('button', { name: '导出本页清单' }).click();
      await this.#page.getByRole('button', { name: `（.${format}）` }).click();
    });
  }

  /** The notices of a kind as a document. */
  notices(kind: RegExp): Promise<File> {
    return this.#files.of(async () => {
      await this.#page.getByRole('button', { name: '通知书', exact: true }).click();
      await this.#page.getByRole('group', { name: '通知书' }).getByRole('button', { name: kind }).click();
    });
  }

  /** The log, as far as it has these words. */
  async log(words: string): Promise<Locator> {
    await this.#page.getByRole('navigation').getByRole('button', { name: '设置' }).click();
    await this.#page.getByRole('tab', { name: '操作记录' }).click();
    const log = this.#page.getByRole('tabpanel');
    await log.getByRole('searchbox').fill(words);
    return log.locator('tbody tr');
  }

  writeTheLog(): Promise<File> {
    return this.#files.of(() => this.#page.getByRole('tabpanel').getByRole('button', { name: 'XLSX' }).click());
  }

  async signAs(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: '操作人' }).click();
    await this.#page.getByLabel('姓名').fill(name);
    await this.#page.getByRole('button', { name: '确定' }).click();
  }
}

/** The program on a made-up district in a file, which can be ended and started again. */
export class Program {
  readonly #folder = mkdtempSync(join(tmpdir(), 'atlas-ledger-'));
  readonly #project = join(this.#folder, 'demo.gpkg');
  #served: Served | null = null;

  async start(): Promise<string> {
    if (this.#served === null) execFileSync(cli(), ['demo', this.#project]);
    await this.#served?.stop();
    this.#served = await serveProject(this.#project);
    return this.#served.address;
  }

  async end(): Promise<void> {
    await this.#served?.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

interface Fixtures {
  program: Program;
  /** Ends the program and starts it again on the same file. */
  restart: () => Promise<void>;
  clerk: AtlasWindow;
  ledger: TheLedger;
}

/** A district of its own for each story: what is decided there stays there. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  program: async ({}, use) => {
    const program = new Program();
    await use(program);
    await program.end();
  },
  clerk: async ({ page, program }, use) => {
    const atlas = new AtlasWindow(page);
    await atlas.open(await program.start());
    await use(atlas);
  },
  restart: async ({ page, program, clerk, ledger }, use) => {
    await use(async () => {
      // The window is closed first.
      await page.goto('about:blank');
      await clerk.open(await program.start());
      await ledger.enter();
    });
  },
  ledger: async ({ clerk, page }, use) => {
    const ledger = new TheLedger(page);
    await ledger.enter();
    await use(ledger);
    // A browser reports every refusal.
    expect(clerk.complaints.filter((text) => !text.includes('422'))).toEqual([]);
  },
});

export { expect } from '@playwright/test';
