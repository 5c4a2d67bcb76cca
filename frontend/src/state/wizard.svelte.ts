import type { Atlas } from '../api/atlas';
import { AppError } from '../api/errors';
import {
  asDetected,
  type WizardChoice,
  type WizardCounts,
  type WizardFile,
  type WizardLine,
  type WizardQuestion,
  type WizardRemedy,
  type WizardRepair,
  type WizardRound,
  type WizardRoundView,
  type WizardView,
} from '../api/wizard';
import { together } from '../model/dropped';
import * as choices from '../model/wizardChoice';
import type { Desk } from './desk.svelte';

/** How many rows of a run that is not shown are asked for at once. */
const stretch = 400;
/** ms before a preview that is under way is said to be. */
const patience = 400;

/** A file on its way in: what was said about it, how it would be read. */
export class Held {
  readonly file: WizardFile;
  choice = $state.raw<WizardChoice>(asDetected());
  view = $state.raw<WizardView | null>(null);
  /** Rows that were asked for beyond those that come by themselves, by the first row of the run they belong to. */
  unfolded = $state.raw<ReadonlyMap<number, readonly WizardLine[]>>(new Map());
  error = $state.raw<AppError | null>(null);
  /** A preview that has taken a while is under way. */
  busy = $state(false);
  /** The row that was gone to last. */
  row = $state(0);
  asked = 0;

  constructor(file: WizardFile) {
    this.file = file;
  }

  readonly lines: readonly WizardLine[] = $derived.by(() =>
    (this.view?.lines ?? []).flatMap((line) => (line.to > 0 ? (this.unfolded.get(line.row) ?? [line]) : [line])),
  );

  /** What keeps it from being written. */
  readonly open: number = $derived.by(() => (this.view ? this.view.counts.faults + this.view.counts.questions : 0));
}

/** Files being imported: each is looked at, put right and written as one decision. */
export class Wizard {
  files = $state.raw<readonly Held[]>([]);
  at = $state(0);
  /** 0–1 of the file that is being sent; null: none is. */
  sending = $state<{ name: string; part: number } | null>(null);
  writing = $state(false);
  error = $state.raw<AppError | null>(null);
  /** What was written last. */
  done = $state.raw<{ name: string; counts: WizardCounts } | null>(null);

  readonly #atlas: Atlas;
  readonly #desk: Desk;
  readonly held: Held | null = $derived.by(() => this.files[this.at] ?? null);

  constructor(atlas: Atlas, desk: Desk) {
    this.#atlas = atlas;
    this.#desk = desk;
  }

  /** Takes files of this machine, from a dialog or dropped on the window. */
  openPaths(paths: readonly string[]): Promise<void> {
    return this.#take(
      together(paths, (path) => path).map(
        ({ file }) =>
          () =>
            this.#atlas.wizardOpen(file),
      ),
    );
  }

  /** Takes files that a browser hands over. */
  openFiles(files: readonly File[]): Promise<void> {
    return this.#take(
      together(files, (file) => file.name).map(({ file, beside }) => () => {
        this.sending = { name: file.name, part: 0 };
        return this.#atlas.wizardSend(file, beside, (part) => {
          this.sending = { name: file.name, part };
        });
      }),
    );
  }

  /** Asks for files of this machine. */
  async choose(): Promise<void> {
    try {
      await this.openPaths(await this.#atlas.chooseFiles());
    } catch (thrown) {
      this.error = AppError.parse(thrown);
    }
  }

  async #take(openers: readonly (() => Promise<WizardFile>)[]): Promise<void> {
    this.error = null;
    this.done = null;
    for (const open of openers) {
      try {
        const held = new Held(await open());
        this.files = [...this.files, held];
        this.at = this.files.length - 1;
        await this.#look(held);
      } catch (thrown) {
        this.error = AppError.parse(thrown);
      } finally {
        this.sending = null;
      }
    }
  }

  /** Reads the file again with the choice as it is; the latest wins. */
  async #look(held: Held): Promise<void> {
    const mine = ++held.asked;
    const slow = setTimeout(() => {
      if (mine === held.asked) held.busy = true;
    }, patience);
    try {
      const view = await this.#atlas.wizardPreview(held.file.id, held.choice);
      if (mine !== held.asked) return;
      const open = [...held.unfolded.keys()].filter((row) =>
        view.lines.some((line) => line.row === row && line.to > 0),
      );
      held.view = view;
      held.error = null;
      held.unfolded = new Map();
      for (const row of open) await this.unfold(row, held);
    } catch (thrown) {
      if (mine === held.asked) held.error = AppError.parse(thrown);
    } finally {
      clearTimeout(slow);
      if (mine === held.asked) held.busy = false;
    }
  }

  /** The project changed under the files. */
  again(): void {
    for (const held of this.files) void this.#look(held);
  }

  #change(to: WizardChoice): Promise<void> {
    const { held } = this;
    if (!held) return Promise.resolve();
    held.choice = to;
    return this.#look(held);
  }

  get #choice(): WizardChoice {
    return this.held?.choice ?? asDetected();
  }

  /** Another encoding, separator, sheet, heading or table: what was said about single rows no longer holds. */
  readAs(part: Partial<Pick<WizardChoice, 'encoding' | 'separator' | 'sheet' | 'headerRow' | 'table'>>): Promise<void> {
    return this.#change(choices.readAs(this.#choice, part));
  }

  readColumn(column: number, field: string): Promise<void> {
    const round = this.held?.view?.columns[column]?.round ?? '';
    return this.#change(choices.readColumn(this.#choice, column, field, round));
  }

  setRound(round: WizardRoundView, part: Partial<WizardRound>): Promise<void> {
    return this.#change(choices.setRound(this.#choice, round, part));
  }

  answer(question: WizardQuestion, value: string): Promise<void> {
    return this.#change(choices.answer(this.#choice, question.key, question.answer === value ? '' : value));
  }

  edit(row: number, column: number, text: string): Promise<void> {
    return this.#change(choices.edit(this.#choice, row, column, text));
  }

  remedy(remedy: WizardRemedy): Promise<void> {
    return this.#change(choices.remedied(this.#choice, remedy));
  }

  /** Leaves rows, or takes them in again. */
  skip(rows: readonly number[], left: boolean): Promise<void> {
    return this.#change(choices.skip(this.#choice, rows, left));
  }

  /** Takes a repair back, or lets it stand after all. */
  revoke(repair: WizardRepair): Promise<void> {
    return this.#change(choices.revoke(this.#choice, repair));
  }

  /** Takes in rows that were left by themselves. */
  takeIn(rows: readonly number[]): Promise<void> {
    return this.#change(choices.takeIn(this.#choice, rows));
  }

  skipBad(): Promise<void> {
    return this.#change({ ...this.#choice, skipBad: !this.#choice.skipBad });
  }

  correct(reason: string): Promise<void> {
    return this.#change({ ...this.#choice, correction: reason });
  }

  readShapes(part: Partial<WizardChoice['shapes']>): Promise<void> {
    return this.#change(choices.readShapes(this.#choice, part));
  }

  /** Shows the first rows of a run that is not shown; the rest stays a run. */
  async unfold(row: number, held: Held | null = this.held): Promise<void> {
    const run = held?.view?.lines.find((line) => line.row === row && line.to > 0);
    if (!held || !run) return;
    const mine = held.asked;
    try {
      const before = (held.unfolded.get(row) ?? [run]).slice(0, -1);
      const next = before.length === 0 ? run.row : before[before.length - 1]!.row + 1;
      const count = Math.min(stretch, run.to - next + 1);
      const more = await this.#atlas.wizardRows(held.file.id, held.choice, next, count);
      if (mine !== held.asked) return;
      const last = next + count - 1;
      const rest: WizardLine[] = last < run.to ? [{ ...run, row: last + 1 }] : [];
      held.unfolded = new Map(held.unfolded).set(row, [...before, ...more, ...rest]);
    } catch (thrown) {
      held.error = AppError.parse(thrown);
    }
  }

  /** The run that a row is hidden in is shown as far as it. */
  async reveal(row: number): Promise<void> {
    const { held } = this;
    if (!held) return;
    for (;;) {
      const run = held.lines.find((line) => line.to > 0 && line.row <= row && row <= line.to);
      if (!run) break;
      const key = held.view?.lines.find((line) => line.to > 0 && line.row <= row && row <= line.to)?.row;
      if (key === undefined) break;
      const before = held.lines.length;
      await this.unfold(key, held);
      if (held.lines.length === before) break;
    }
    held.row = row;
  }

  /** Writes the file on screen, as one decision. */
  async write(): Promise<void> {
    const { held } = this;
    if (!held?.view?.ready || this.writing) return;
    this.writing = true;
    let counts: WizardCounts | null = null;
    const refused = await this.#desk.decide(async () => {
      const done = await this.#atlas.wizardWrite(held.file.id, held.choice);
      counts = done.counts;
      return done.decided;
    });
    this.writing = false;
    if (refused) {
      held.error = refused;
      return;
    }
    if (counts) this.done = { name: held.file.name, counts };
    this.#drop(held);
    this.again();
  }

  /** Puts a file away unwritten. */
  async leave(held: Held): Promise<void> {
    this.#drop(held);
    await this.#atlas.wizardClose(held.file.id).catch(() => {}); // it is gone then
  }

  #drop(held: Held): void {
    held.asked++;
    this.files = this.files.filter((one) => one !== held);
    this.at = Math.max(0, Math.min(this.at, this.files.length - 1));
  }

  /** Another project was opened. */
  forget(): void {
    for (const held of this.files) void this.leave(held);
    this.done = null;
    this.error = null;
  }
}
