// Drawing of text and badges on a canvas. Names are data: they only ever become glyphs.

import type { Box } from './field';
import type { Palette } from './palette';
import { roundRect } from './symbols';

export interface Type {
  size: number;
  weight: 400 | 600;
  /** px after each letter; only names of areas have any. */
  spacing?: number;
  italic?: boolean;
}

const fontOf = (type: Type, family: string): string =>
  `${type.italic ? 'italic ' : ''}${type.weight} ${type.size}px ${family}`;

/** Widths of texts in px; measured once. */
export class Ruler {
  readonly #context = document.createElement('canvas').getContext('2d');
  readonly #family: string;
  readonly #widths = new Map<string, number>();

  constructor(family: string) {
    this.#family = family;
  }

  width(text: string, type: Type): number {
    const font = fontOf(type, this.#family);
    const key = `${font}${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      if (this.#context) this.#context.font = font;
      width = this.#context?.measureText(text).width ?? text.length * type.size;
      this.#widths.set(key, width);
    }
    return width + (type.spacing ?? 0) * (text.length - 1);
  }
}

/** Writes text with a halo, its middle line at y; x is its left edge. */
export function write(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  type: Type,
  color: string,
  palette: Palette,
): void {
  context.font = fontOf(type, palette.font);
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  context.strokeStyle = palette.halo;
  context.lineWidth = palette.widths.halo;
  context.fillStyle = color;
  const base = y + type.size * 0.36;
  if (!type.spacing) {
    context.strokeText(text, x, base);
    context.fillText(text, x, base);
    return;
  }
  const letters = [...text];
  const at = letters.map((letter) => {
    const here = x;
    x += context.measureText(letter).width + type.spacing!;
    return here;
  });
  letters.forEach((letter, i) => {
    context.strokeText(letter, at[i]!, base);
  });
  letters.forEach((letter, i) => {
    context.fillText(letter, at[i]!, base);
  });
}

/** The rank of an estate of a band: bottom square, top round. */
export function drawBadge(
  context: CanvasRenderingContext2D,
  box: Box,
  rank: number,
  isBottom: boolean,
  palette: Palette,
): void {
  const { scale } = palette;
  roundRect(context, box.x, box.y, box.w, box.h, isBottom ? 4 * scale : box.h / 2);
  context.fillStyle = palette.fills[isBottom ? 7 : 1] ?? '';
  context.strokeStyle = palette.halo;
  context.lineWidth = 3 * scale;
  context.stroke();
  context.fill();
  context.font = fontOf({ size: 12 * scale, weight: 600 }, palette.font);
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.fillStyle = isBottom ? palette.onBottom : palette.onTop;
  context.fillText(String(rank), box.x + box.w / 2, box.y + box.h / 2 + 12 * scale * 0.36);
}

/** A figure in a rounded box with a coloured edge: the distance of a link. */
export function drawPill(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  width: number,
  color: string,
  palette: Palette,
): void {
  const height = 20 * palette.scale;
  roundRect(context, x - width / 2, y - height / 2, width, height, height / 2);
  context.fillStyle = palette.surface;
  context.strokeStyle = color;
  context.lineWidth = 1.5;
  context.fill();
  context.stroke();
  context.font = fontOf({ size: 12 * palette.scale, weight: 600 }, palette.font);
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.fillStyle = palette.label;
  context.fillText(text, x, y + 12 * palette.scale * 0.36);
}
