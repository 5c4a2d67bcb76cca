/** The steps of something that is being drawn: one goes back and forward in them; a new step after going back drops those that lay ahead. */
export class Steps<T> {
  #steps: T[];
  #at = 0;

  constructor(first: T) {
    this.#steps = [first];
  }

  get now(): T {
    return this.#steps[this.#at]!;
  }

  get canBack(): boolean {
    return this.#at > 0;
  }

  get canForward(): boolean {
    return this.#at < this.#steps.length - 1;
  }

  take(step: T): void {
    this.#steps = [...this.#steps.slice(0, this.#at + 1), step];
    this.#at++;
  }

  back(): T {
    if (this.canBack) this.#at--;
    return this.now;
  }

  forward(): T {
    if (this.canForward) this.#at++;
    return this.now;
  }
}
