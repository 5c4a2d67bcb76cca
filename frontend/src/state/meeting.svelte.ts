import type { Atlas } from '../api/atlas';
import { AppError } from '../api/errors';
import type { Agenda } from '../api/types';
import { type AgendaItem, itemsOf, type MeetingPage, pagesOf, type Room } from '../model/agenda';
import { CardStore } from './details.svelte';

/** The screen that the meeting may take for itself. */
export interface Stage {
  enter(): void;
  leave(): void;
}

/**
 * A meeting's walk through one round. It has a place and a card of its own: whoever leaves it finds round, map and selection of
 * the desk as they were.
 */
export class Meeting {
  open = $state(false);
  agenda = $state.raw<Agenda | null>(null);
  error = $state.raw<AppError | null>(null);
  /** Nothing is shown until the next key. */
  blank = $state(false);
  room = $state.raw<Room>({ plain: 12, withFigures: 9 });
  readonly card: CardStore;

  readonly #atlas: Atlas;
  readonly #stage: Stage;
  #step = $state(0);
  #part = $state(1);
  #asked = 0;
  #roundId = '';

  readonly pages: readonly MeetingPage[] = $derived(this.agenda ? pagesOf(this.agenda, this.room) : []);
  readonly items: readonly AgendaItem[] = $derived(itemsOf(this.pages));
  /** Position of the page on the wall. A window of another size cuts tables elsewhere; the step stays. */
  readonly at: number = $derived.by(() => {
    const step = this.agenda?.steps[this.#step];
    const first = this.pages.findIndex((page) => page.step === step);
    if (first < 0) return 0;
    return first + Math.min(this.#part, this.pages[first]?.parts ?? 1) - 1;
  });
  readonly page: MeetingPage | null = $derived(this.pages[this.at] ?? null);

  constructor(atlas: Atlas, stage: Stage) {
    this.#atlas = atlas;
    this.#stage = stage;
    this.card = new CardStore(atlas);
  }

  get atFirst(): boolean {
    return this.at === 0;
  }

  get atLast(): boolean {
    return this.at >= this.pages.length - 1;
  }

  /** Opens the walk through a round at its first page. Called from a click or a key: only then may the screen be taken. */
  async start(roundId: string): Promise<void> {
    if (this.open) return;
    this.open = true;
    this.blank = false;
    this.#step = 0;
    this.#part = 1;
    this.#roundId = roundId;
    this.#stage.enter();
    await this.retry();
  }

  /** Asks for the agenda, again if it could not be had. */
  async retry(): Promise<void> {
    const mine = ++this.#asked;
    this.agenda = null;
    this.error = null;
    try {
      const agenda = await this.#atlas.agenda(this.#roundId);
      if (mine !== this.#asked) return;
      this.agenda = agenda;
      this.go(0);
    } catch (thrown) {
      if (mine === this.#asked) this.error = AppError.parse(thrown);
    }
  }

  leave(): void {
    if (!this.open) return;
    this.open = false;
    this.#asked++;
    this.agenda = null;
    void this.card.show(null, '');
    this.#stage.leave();
  }

  /** Shows a page, held at either end. */
  go(at: number): void {
    this.blank = false;
    const page = this.pages[Math.max(0, Math.min(this.pages.length - 1, at))];
    if (!page || !this.agenda) return;
    this.#step = this.agenda.steps.indexOf(page.step);
    this.#part = page.part;
    void this.card.show(page.step.fid || null, this.agenda.roundId);
  }

  next(): void {
    this.go(this.at + 1);
  }

  previous(): void {
    this.go(this.at - 1);
  }
}
