import type { Atlas } from '../api/atlas';
import { AppError } from '../api/errors';
import type { Agenda, AgendaStep, Colouring } from '../api/types';
import { type AgendaItem, itemsOf, type MeetingPage, pagesOf, type Room } from '../model/agenda';
import { CardStore, ProxyLinks } from './details.svelte';

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
  /** An estate that was asked about in between; the next page puts it away. */
  asked = $state<number | null>(null);
  readonly card: CardStore;
  /** The proxy links, on the pages that speak of them. */
  readonly proxies: ProxyLinks;

  /** Classes of the pages that show something else than ranks and states, as far as they are there. */
  #classes = $state.raw<ReadonlyMap<AgendaStep, Colouring>>(new Map());
  readonly #atlas: Atlas;
  readonly #stage: Stage;
  #step = $state(0);
  #part = $state(1);
  #version = 0;
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
  /** The estate whose card stands beside the map; null for a page about more than one. */
  readonly estate: number | null = $derived(this.asked ?? (this.page?.step.fid || null));

  /** What the map shows in place of ranks and states; null shows these. */
  readonly colouring: Colouring | null = $derived(
    (this.asked === null && this.page && this.#classes.get(this.page.step)) || null,
  );

  constructor(atlas: Atlas, stage: Stage) {
    this.#atlas = atlas;
    this.#stage = stage;
    this.card = new CardStore(atlas);
    this.proxies = new ProxyLinks(atlas);
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
    const mine = ++this.#version;
    this.agenda = null;
    this.error = null;
    try {
      const agenda = await this.#atlas.agenda(this.#roundId);
      if (mine !== this.#version) return;
      this.agenda = agenda;
      this.go(0);
      await this.#classify(agenda, mine);
    } catch (thrown) {
      if (mine === this.#version) this.error = AppError.parse(thrown);
    }
  }

  /** Works the classes out before their page is reached. Without them it shows ranks, and its legend says so. */
  async #classify(agenda: Agenda, mine: number): Promise<void> {
    for (const step of agenda.steps) {
      if (step.colouring.by === '') continue;
      const made = await this.#atlas.colour(agenda.roundId, step.colouring).catch(() => null);
      if (mine !== this.#version) return;
      if (made) this.#classes = new Map(this.#classes).set(step, made);
    }
  }

  leave(): void {
    if (!this.open) return;
    this.open = false;
    this.#version++;
    this.agenda = null;
    this.#classes = new Map();
    void this.card.show(null, '');
    void this.proxies.show(false, '');
    this.#stage.leave();
  }

  /** Shows a page, held at either end. */
  go(at: number): void {
    this.blank = false;
    this.asked = null;
    const page = this.pages[Math.max(0, Math.min(this.pages.length - 1, at))];
    if (!page || !this.agenda) return;
    this.#step = this.agenda.steps.indexOf(page.step);
    this.#part = page.part;
    void this.proxies.show(page.step.key === 'proxies', this.#roundId);
    void this.card.show(this.estate, this.#roundId);
  }

  /** Shows the card of an estate in between; null goes back to the page. */
  ask(fid: number | null): void {
    this.asked = fid === this.page?.step.fid ? null : fid;
    void this.card.show(this.estate, this.#roundId);
  }

  next(): void {
    this.go(this.at + 1);
  }

  previous(): void {
    this.go(this.at - 1);
  }
}
