// Estates too small to show their shape: squares with the same fill and outline, the hatch as one or two strokes. Each kind is
// drawn once and then copied, so that tens of thousands cost no more than the copying.

import type { Ground } from './fills';
import type { Palette } from './palette';
import { isBand, State } from './style';

export interface Sprite {
  image: HTMLCanvasElement;
  /** CSS px from the image's edge to the middle. */
  middle: number;
  size: number;
}

/** px per metre below which symbols shrink, with the part of their size that they keep. */
const shrinking = [
  [0.015, 0.4],
  [0.04, 0.6],
  [0.16, 0.8],
] as const;

/** The side of the square in px: bands stand out at every zoom, the others get smaller the farther away the ground is. */
export function symbolSize(band: number, pxPerM: number, palette: Palette): number {
  if (isBand(band)) return palette.widths.symbolBand;
  const part = shrinking.find(([below]) => pxPerM < below)?.[1] ?? 0.95;
  return palette.widths.symbol * part;
}

export class Sprites {
  readonly #palette: Palette;
  readonly #pixelRatio: number;
  readonly #cache = new Map<string, Sprite>();

  constructor(palette: Palette, pixelRatio: number) {
    this.#palette = palette;
    this.#pixelRatio = pixelRatio;
  }

  get(band: number, ground: Ground, state: number, pxPerM: number): Sprite {
    const size = symbolSize(band, pxPerM, this.#palette);
    const key = `${ground.colour} ${ground.texture} ${ground.dotted} ${state} ${size}`;
    let sprite = this.#cache.get(key);
    if (!sprite) {
      sprite = this.#draw(ground, state, size);
      this.#cache.set(key, sprite);
    }
    return sprite;
  }

  #draw(ground: Ground, state: number, size: number): Sprite {
    const margin = 2;
    const side = size + 2 * margin;
    const image = document.createElement('canvas');
    image.width = image.height = Math.ceil(side * this.#pixelRatio);
    const context = image.getContext('2d');
    const middle = image.width / this.#pixelRatio / 2;
    if (context) {
      context.scale(this.#pixelRatio, this.#pixelRatio);
      context.translate(middle, middle);
      drawSymbol(context, ground, state, size, this.#palette);
    }
    return { image, middle, size };
  }
}

function drawSymbol(
  context: CanvasRenderingContext2D,
  ground: Ground,
  state: number,
  size: number,
  palette: Palette,
): void {
  const { inks, scale } = palette;
  const half = size / 2;
  const ink = inks[state] ?? palette.edge;
  square(context, size, Math.min(2, size / 4));
  context.fillStyle = ground.colour;
  context.fill();
  if (ground.texture !== 'plain') drawTexture(context, ground, size, palette);
  if (ground.dotted || state === State.notEnrolled) {
    context.fillStyle = palette.dots;
    for (const [x, y] of [
      [-0.22, -0.22],
      [0.22, 0.22],
      [0.22, -0.22],
      [-0.22, 0.22],
    ] as const) {
      context.beginPath();
      context.arc(x * size, y * size, 0.7, 0, 2 * Math.PI);
      context.fill();
    }
  }
  context.strokeStyle = ink;
  context.lineWidth = (state === State.paid ? 1 : 1.6) * scale * Math.min(1, size / 8);
  if (state === State.proposed) context.setLineDash([3, 2]);
  if (state === State.unfunded) context.setLineDash([1.5, 1.5]);
  if (state === State.exited) context.setLineDash([2.5, 2]);
  square(context, size, Math.min(2, size / 4));
  context.stroke();
  context.setLineDash([]);

  const reach = (state === State.proposed || state === State.month ? 0.44 : 0.56) * half;
  const crossed = state === State.year || state === State.exited;
  if ((state < State.proposed || state > State.year) && state !== State.exited) return;
  context.strokeStyle = ground.hatchInk ?? ink;
  context.lineWidth = (state === State.proposed || state === State.month ? 1 : 1.3) * scale;
  if (state === State.proposed) context.setLineDash([2, 1.5]);
  context.beginPath();
  context.moveTo(-reach, reach);
  context.lineTo(reach, -reach);
  if (crossed) {
    context.moveTo(-reach, -reach);
    context.lineTo(reach, reach);
  }
  context.stroke();
}

/** As much of a group's texture as a few px hold: one stripe, one dot. */
function drawTexture(context: CanvasRenderingContext2D, { texture }: Ground, size: number, palette: Palette): void {
  context.fillStyle = palette.land;
  if (texture === 'stripes') {
    context.fillRect(-size / 2, -size / 10, size, size / 5);
    return;
  }
  context.beginPath();
  context.arc(0, 0, size / 5, 0, 2 * Math.PI);
  context.fill();
}

export function square(context: CanvasRenderingContext2D, size: number, radius: number): void {
  roundRect(context, -size / 2, -size / 2, size, size, radius);
}

/** A path; CanvasRenderingContext2D.roundRect came in 2022, after the oldest browsers that are served. */
export function roundRect(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): void {
  const r = Math.min(radius, width / 2, height / 2);
  context.beginPath();
  context.moveTo(x + r, y);
  context.arcTo(x + width, y, x + width, y + height, r);
  context.arcTo(x + width, y + height, x, y + height, r);
  context.arcTo(x, y + height, x, y, r);
  context.arcTo(x, y, x + width, y, r);
  context.closePath();
}
