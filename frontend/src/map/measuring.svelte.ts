// The measuring tool: what is being measured, where it is on the screen and what it measures.

import { untrack } from 'svelte';
import type { Measured } from '../api/types';
import { add, begin, end, Latest, type LonLat, removeLast, type Survey, toMeasure } from './survey';

/** A place of the map, degrees, and where it is on it, px. */
export interface Spot {
  lon: number;
  lat: number;
  x: number;
  y: number;
}

/** What the tool needs of the map. */
export interface Ground {
  /** Length and area of lon-lat points; closed makes a ring of them. */
  measure(points: number[][], closed: boolean): Promise<Measured>;
  /** The place that the next point would be set at. */
  next(): Spot | null;
  /** The middle of the map; asked for by the keyboard, which sets its points there. */
  middle(): Spot | null;
  px(point: LonLat): [number, number] | null;
  /** Escape with nothing drawn. */
  leave(): void;
}

/** px within which a second click is the double click that ends the line, not a point of its own. */
const sameClick = 3;

export class Measuring {
  survey = $state.raw<Survey | null>(null);
  measured = $state.raw<Measured | null>(null);
  /** px of its points, with that under the pointer as the last while it is drawn. */
  drawn = $state.raw<readonly (readonly [number, number])[]>([]);
  readonly #ground: Ground;
  readonly #figures: Latest<{ points: number[][]; closed: boolean }, Measured>;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#figures = new Latest(
      ({ points, closed }) => ground.measure(points, closed),
      (_, answer) => {
        this.measured = answer;
      },
    );
  }

  /** Takes up the tool, or puts it away. */
  begin(kind: 'none' | 'length' | 'area'): void {
    this.survey = kind === 'none' ? null : begin(kind);
    this.measured = null;
    this.drawn = [];
    this.#figures.reset();
  }

  /** Draws it where the map is now. */
  draw(): void {
    const { survey } = this;
    if (!survey) return;
    const at = survey.ended || survey.points.length === 0 ? null : this.#ground.next();
    const set = survey.points.flatMap((point) => {
      const px = this.#ground.px(point);
      return px ? [px] : [];
    });
    this.drawn = [...set, ...(at ? [[at.x, at.y] as const] : [])];
  }

  /** The pointer moved: draws anew and asks for the figures. */
  follow(): void {
    this.draw();
    if (!this.survey) return;
    const at = this.#ground.next();
    const question = toMeasure(this.survey, at ? [at.lon, at.lat] : null);
    if (question) this.#figures.want(question);
    else this.measured = null;
  }

  add(point: LonLat): void {
    const { survey } = this;
    if (!survey) return;
    const last = survey.ended ? null : survey.points[survey.points.length - 1];
    const [a, b] = [last && this.#ground.px(last), this.#ground.px(point)];
    if (a && b && Math.hypot(a[0] - b[0], a[1] - b[1]) < sameClick) return;
    this.#change(add(survey, point));
  }

  finish(): void {
    if (this.survey) this.#change(end(this.survey));
  }

  /** Takes a key that is meant for the tool. */
  key(key: string): boolean {
    const { survey } = this;
    if (!survey) return false;
    if (key === 'Enter') this.finish();
    else if (key === 'Backspace' || key === 'Delete') this.#change(removeLast(survey));
    else if (key === ' ') {
      const at = this.#ground.middle();
      if (at) this.add([at.lon, at.lat]);
    } else if (key === 'Escape') {
      if (survey.points.length === 0) this.#ground.leave();
      else {
        this.#figures.reset();
        this.measured = null;
        this.#change(begin(survey.kind));
      }
    } else return false;
    return true;
  }

  #change(to: Survey): void {
    this.survey = to;
    untrack(() => this.follow());
  }
}
