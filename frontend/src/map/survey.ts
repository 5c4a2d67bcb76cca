// A line or an area in the making: points that are clicked one after the other. Pure.

/** Longitude, latitude in degrees. */
export type LonLat = readonly [number, number];

export interface Survey {
  readonly kind: 'length' | 'area';
  readonly points: readonly LonLat[];
  /** Nothing more is added; the next click begins anew. */
  readonly ended: boolean;
}

export function begin(kind: Survey['kind']): Survey {
  return { kind, points: [], ended: false };
}

export function add(survey: Survey, point: LonLat): Survey {
  if (survey.ended) return { ...begin(survey.kind), points: [point] };
  return { ...survey, points: [...survey.points, point] };
}

/** Takes the last point back; of one that has ended the end. */
export function removeLast(survey: Survey): Survey {
  return survey.ended ? { ...survey, ended: false } : { ...survey, points: survey.points.slice(0, -1) };
}

const fewest = { length: 2, area: 3 };

/** Ends it; what has too few points to be measured stays as it is. */
export function end(survey: Survey): Survey {
  return survey.points.length < fewest[survey.kind] ? survey : { ...survey, ended: true };
}

/** What there is to measure, with the place under the pointer as the next point; null: too little. */
export function toMeasure(survey: Survey, next: LonLat | null): { points: number[][]; closed: boolean } | null {
  const points = [...survey.points, ...(next && !survey.ended && survey.points.length > 0 ? [next] : [])];
  if (points.length < 2) return null;
  return { points: points.map((point) => [...point]), closed: survey.kind === 'area' && points.length > 2 };
}

/**
 * Asks one question at a time: while one is under way the latest of those that come is kept, the others are not asked at all.
 * An answer is told only if nothing was asked, or reset, since.
 */
export class Latest<Q, A> {
  readonly #ask: (question: Q) => Promise<A>;
  readonly #tell: (question: Q, answer: A) => void;
  #busy = false;
  #next: { question: Q } | null = null;
  #generation = 0;

  constructor(ask: (question: Q) => Promise<A>, tell: (question: Q, answer: A) => void) {
    this.#ask = ask;
    this.#tell = tell;
  }

  want(question: Q): void {
    this.#next = { question };
    if (!this.#busy) void this.#work();
  }

  reset(): void {
    this.#next = null;
    this.#generation++;
  }

  async #work(): Promise<void> {
    this.#busy = true;
    while (this.#next) {
      const { question } = this.#next;
      this.#next = null;
      const generation = this.#generation;
      // What cannot be measured has no figures; the next point asks again.
      const answer = await this.#ask(question).catch(() => null);
      if (answer !== null && generation === this.#generation) this.#tell(question, answer);
    }
    this.#busy = false;
  }
}
