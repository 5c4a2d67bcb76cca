// The map as it was fades away over what comes.

export class Fade {
  readonly #element: HTMLElement;
  #copy: HTMLCanvasElement | null = null;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  /** Begins to fade, in ms; 0: not at all. A copy does it, which costs the map no frames. */
  begin(time: number): void {
    this.end();
    const canvas = this.#element.querySelector<HTMLCanvasElement>('.ol-layer canvas');
    if (time === 0 || !canvas) return;
    const copy = document.createElement('canvas');
    copy.width = canvas.width;
    copy.height = canvas.height;
    copy.getContext('2d')?.drawImage(canvas, 0, 0);
    copy.className = 'fade';
    this.#element.append(copy);
    this.#copy = copy;
    copy.animate([{ opacity: 1 }, { opacity: 0 }], { duration: time, easing: 'ease-out' }).onfinish = () =>
      copy.remove();
  }

  end(): void {
    this.#copy?.remove();
    this.#copy = null;
  }
}
