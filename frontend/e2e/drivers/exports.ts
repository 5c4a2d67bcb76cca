// Exports in the words of their users, and the files that come of them, opened.

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, type Locator, type Page } from '@playwright/test';

export class Exports {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  dialog(): Locator {
    return this.#page.getByRole('dialog', { name: /导出什么|What to export/ });
  }

  async open(): Promise<void> {
    await this.#page.keyboard.press('Control+e');
    await expect(this.dialog()).toBeVisible();
  }

  async choose(...names: (string | RegExp)[]): Promise<void> {
    for (const name of names) await this.dialog().getByRole('radio', { name }).click();
  }

  async titled(title: string): Promise<void> {
    await this.dialog().getByRole('textbox').fill(title);
  }

  /** What will come out, in numbers. */
  outcome(): Locator {
    return this.dialog().locator('.outcome');
  }

  /** Presses the button and waits for the file. */
  async write(): Promise<File> {
    return this.#caught(() =>
      this.dialog()
        .getByRole('button', { name: /^(导出|Export) / })
        .click(),
    );
  }

  /** Waits for the file that something else asks for. */
  async #caught(ask: () => Promise<void>): Promise<File> {
    const [download] = await Promise.all([this.#page.waitForEvent('download', { timeout: 50_000 }), ask()]);
    return new File(download.suggestedFilename(), await download.path());
  }

  of(ask: () => Promise<void>): Promise<File> {
    return this.#caught(ask);
  }

  /** That it is done, for a few seconds. */
  done(): Locator {
    return this.#page.locator('.toast');
  }

  async refuse(what: RegExp): Promise<void> {
    await this.#page.route(what, (route) =>
      route.fulfill({ status: 422, contentType: 'application/json', body: JSON.stringify(noRoom) }),
    );
  }
}

const noRoom = { code: 'invalid', text: { zh: '磁盘已满，没有写出文件', en: 'The disk is full, no file was written' } };

/** A file that was downloaded. */
export class File {
  readonly name: string;
  readonly #path: string;

  constructor(name: string, path: string) {
    this.name = name;
    this.#path = path;
  }

  bytes(): Buffer {
    return readFileSync(this.#path);
  }

  /** A part of a file that is a ZIP archive, as text; '' if there is none of that name. */
  part(name: string): string {
    return zipped(this.bytes()).get(name)?.().toString('utf8') ?? '';
  }

  /** Names of the parts of a ZIP archive. */
  parts(): string[] {
    return [...zipped(this.bytes()).keys()];
  }

  /** The text of a PDF; null where there is no pdftotext. */
  pdfText(): string | null {
    try {
      return execFileSync('pdftotext', ['-layout', this.#path, '-']).toString();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** Every sheet of a workbook as LibreOffice opens it: rows of cells by the sheet's name; null where it is not installed. */
  sheets(): Map<string, string[][]> | null {
    const folder = mkdtempSync(join(tmpdir(), 'atlas-sheets-'));
    try {
      copyFileSync(this.#path, join(folder, 'list.xlsx'));
      // Separator, quote, encoding, first line, formats, language, quote all, as shown, formulas, spaces, and -1: all sheets.
      const filter = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1';
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      execFileSync(
        'soffice',
        ['--headless', profile, '--convert-to', filter, '--outdir', folder, join(folder, 'list.xlsx')],
        {
          stdio: 'ignore',
        },
      );
      const written = readdirSync(folder).filter((name) => name.endsWith('.csv'));
      const cells = (name: string) =>
        readFileSync(join(folder, name), 'utf8')
          .trimEnd()
          .split('\n')
          .map((line) => line.split('\t'));
      return new Map(written.map((name) => [name.slice('list-'.length, -'.csv'.length), cells(name)]));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** Width and height of a PNG. */
  size(): { width: number; height: number } {
    const head = this.bytes();
    return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
  }
}

/** The members of a ZIP archive by its directory at the end. */
function zipped(file: Buffer): Map<string, () => Buffer> {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const members = new Map<string, () => Buffer>();
  let at = file.readUInt32LE(end + 16);
  for (let i = 0; i < file.readUInt16LE(end + 10); i++) {
    const [method, size] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = file.readUInt32LE(at + 42);
    const title = file.subarray(at + 46, at + 46 + name).toString('utf8');
    members.set(title, () => {
      const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
      const data = file.subarray(start, start + size);
      return method === 0 ? data : inflateRawSync(data);
    });
    at += 46 + name + extra + comment;
  }
  return members;
}
