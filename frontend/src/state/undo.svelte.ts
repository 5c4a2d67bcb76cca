import type { Atlas } from '../api/atlas';
import { AppError } from '../api/errors';
import type { Session, UndoView } from '../api/types';

const nothing: UndoView = {};

/** What can be taken back and done again, and doing it; nothing of either in a project that is read-only. */
export class Undo {
  view = $state.raw<UndoView>(nothing);
  busy = $state(false);

  readonly #atlas: Atlas;
  readonly #enter: (session: Session) => Promise<void>;
  readonly #failed: (error: AppError) => void;

  constructor(atlas: Atlas, enter: (session: Session) => Promise<void>, failed: (error: AppError) => void) {
    this.#atlas = atlas;
    this.#enter = enter;
    this.#failed = failed;
  }

  /** Asks anew; to be called when a project was opened or changed. */
  async refresh(session: Session | null): Promise<void> {
    this.view = nothing;
    if (!session?.project || session.project.readOnly) return;
    try {
      this.view = await this.#atlas.undoState();
    } catch {
      this.view = nothing; // the buttons stay grey; what is wrong with the file shows elsewhere
    }
  }

  undo(): Promise<void> {
    return this.#step(this.view.undo, () => this.#atlas.undo());
  }

  redo(): Promise<void> {
    return this.#step(this.view.redo, () => this.#atlas.redo());
  }

  async #step(what: UndoView['undo'], act: () => Promise<Session>): Promise<void> {
    if (!what || this.busy) return;
    this.busy = true;
    try {
      await this.#enter(await act());
    } catch (thrown) {
      this.#failed(AppError.parse(thrown));
    } finally {
      this.busy = false;
    }
  }
}
