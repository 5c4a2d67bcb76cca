// Hatches as repeating images. Each is a whole part of 512 px wide, so that it runs on from tile to tile.

import type { Hatch, Texture } from './style';

const tile = 128;
/** Hatches of lines. */
type Lines = 'broken' | 'month' | 'quarter' | 'year';
const gaps: Record<Lines, number> = { broken: 10, month: 10, quarter: 6, year: 7 };
const dotTile = 32;
/** Dots on a lattice turned by 45°: 32 px hold four and a half steps of 7 px, so a little wider. */
const dotStep = 8;
const brokenLine = 3.2;
/** Of companies and subdistricts: across, where hatches of states are aslant. */
const groupTile = 16;
const groupStep = { stripes: 16 / 3, dots: 16 / 3 };

/** How many lines of the texture cross the image's upper edge. */
export function lineCount(texture: Lines, spread: number): number {
  return Math.max(1, Math.round(tile / (gaps[texture] * spread * Math.SQRT2)));
}

export function makePattern(hatch: Hatch, pixelRatio: number): CanvasPattern | null {
  const side = sides[hatch.texture] ?? tile;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.round(side * pixelRatio);
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.scale(canvas.width / side, canvas.width / side);
  context.globalAlpha = hatch.opacity;
  context.strokeStyle = context.fillStyle = hatch.ink;
  context.lineWidth = hatch.width;
  if (hatch.texture === 'dots') drawDots(context, hatch.width);
  else if (hatch.texture === 'groupStripes' || hatch.texture === 'groupDots') drawGroup(context, hatch.texture);
  else drawLines(context, hatch.texture, lineCount(hatch.texture, hatch.spread));
  return context.createPattern(canvas, 'repeat');
}

const sides: Partial<Record<Texture, number>> = { dots: dotTile, groupStripes: groupTile, groupDots: groupTile };

function drawGroup(context: CanvasRenderingContext2D, texture: 'groupStripes' | 'groupDots'): void {
  for (let y = groupStep.stripes / 2; y < groupTile; y += groupStep.stripes) {
    if (texture === 'groupStripes') context.fillRect(0, y - 0.6, groupTile, 1.2);
    else {
      for (let x = groupStep.dots / 2; x < groupTile; x += groupStep.dots) {
        context.beginPath();
        context.arc(x, y, 1, 0, 2 * Math.PI);
        context.fill();
      }
    }
  }
}

function drawDots(context: CanvasRenderingContext2D, radius: number): void {
  for (let y = 0; y < dotTile; y += dotStep) {
    for (let x = 0; x < dotTile; x += dotStep) {
      for (const offset of [2, 6]) {
        context.beginPath();
        context.arc(x + offset, y + offset, radius, 0, 2 * Math.PI);
        context.fill();
      }
    }
  }
}

function drawLines(context: CanvasRenderingContext2D, texture: Lines, count: number): void {
  const step = tile / count;
  if (texture === 'broken') {
    // Dashes that close up at the edge: a whole number of them along the diagonal.
    const dash = (tile * Math.SQRT2) / (2 * Math.round((tile * Math.SQRT2) / (2 * brokenLine)));
    context.setLineDash([dash, dash]);
  }
  context.beginPath();
  for (let i = 0; i <= 2 * count; i++) {
    context.moveTo(i * step, 0);
    context.lineTo(i * step - tile, tile);
  }
  if (texture === 'year') {
    for (let i = -count; i <= count; i++) {
      context.moveTo(i * step, 0);
      context.lineTo(i * step + tile, tile);
    }
  }
  context.stroke();
}
