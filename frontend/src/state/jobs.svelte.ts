import type { Atlas } from '../api/atlas';
import { AppError } from '../api/errors';
import type { ExportAsk, Job } from '../api/types';

/** How often a job is asked how far it is, ms. */
const pace = 200;
/** How long a job may take before its progress is shown, ms. */
const patience = 500;
/** How long it is said that a file was written, ms. */
const said = 6000;

export interface Written {
  /** Where it was put; '' where only the browser knows. */
  path: string;
  fileName: string;
  bytes: number;
}

/** The export that is being written. One at a time: a second one has to wait until the first is there or called off. */
export class Jobs {
  running = $state.raw<Job | null>(null);
  /** It takes long enough to show how far it is. */
  slow = $state(false);
  written = $state.raw<Written | null>(null);
  error = $state.raw<AppError | null>(null);

  readonly #atlas: Atlas;
  readonly #download: (id: string, fileName: string) => void;
  #busy = $state(false);
  #calledOff = false;
  #forget: ReturnType<typeof setTimeout> | undefined;

  constructor(atlas: Atlas, download: (id: string, fileName: string) => void) {
    this.#atlas = atlas;
    this.#download = download;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** Writes a file and hands it out: asked for a place in the window, downloaded in a browser. True once it is there. */
  async run(ask: ExportAsk, desktop: boolean): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    this.#calledOff = false;
    this.error = null;
    this.dismiss();
    const slow = setTimeout(() => {
      this.slow = true;
    }, patience);
    try {
      const job = await this.#finished(await this.#atlas.startExport(ask));
      if (!job) return false;
      this.running = null;
      this.slow = false;
      clearTimeout(slow);
      return await this.#handOut(job, desktop);
    } catch (thrown) {
      if (!this.#calledOff) this.error = AppError.parse(thrown);
      return false;
    } finally {
      clearTimeout(slow);
      this.running = null;
      this.slow = false;
      this.#busy = false;
    }
  }

  /** Follows a job to its end; null if it was called off. */
  async #finished(job: Job): Promise<Job | null> {
    this.running = job;
    while (!job.finished) {
      if (this.#calledOff) await this.#atlas.cancelJob(job.id);
      else await new Promise((later) => setTimeout(later, pace));
      job = await this.#atlas.jobState(job.id);
      this.running = job;
      if (this.#calledOff) return null;
    }
    if (job.failure) throw job.failure;
    return this.#calledOff || job.fileName === '' ? null : job;
  }

  async #handOut({ id, fileName, bytes }: Job, desktop: boolean): Promise<boolean> {
    let path = '';
    if (desktop) {
      path = await this.#atlas.saveExport(id);
      if (path === '') return false;
    } else this.#download(id, fileName);
    this.written = { path, fileName, bytes };
    this.#forget = setTimeout(() => this.dismiss(), said);
    return true;
  }

  cancel(): void {
    this.#calledOff = true;
  }

  dismiss(): void {
    clearTimeout(this.#forget);
    this.written = null;
  }
}
