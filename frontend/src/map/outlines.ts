// The outline of one estate: pointed at, selected.

import type { Sight } from './sight';
import { square, symbolSize } from './symbols';
import { eachRing, type Piece, type TileIndex } from './tiles';

export type LineWork = readonly (readonly [color: string, width: number])[];

/** The pieces of an estate in sight: of the level on screen, or, while its tiles load, of the one that still is. */
export function shapeOf(fid: number, sight: Sight, tiles: TileIndex): Piece[] {
  const { z } = sight.frame;
  for (const level of [z, z - 1, z + 1, z - 2]) {
    const pieces = tiles.estate(level, sight.all, fid);
    if (pieces.length > 0) return pieces;
  }
  return [];
}

/** Draws the outline of an estate, or a frame around its symbol, in several strokes, the widest first. */
export function drawOutline(
  context: CanvasRenderingContext2D,
  sight: Sight,
  tiles: TileIndex,
  fid: number,
  lines: LineWork,
): void {
  const { places } = sight.scene;
  const at = places.position(fid);
  if (at < 0 || !places.isDrawn(at)) return;
  context.lineJoin = 'round';
  if (sight.isSmall(at)) {
    drawFrame(context, sight, at, lines);
    return;
  }
  const pieces = shapeOf(fid, sight, tiles);
  for (const [color, width] of lines) {
    context.strokeStyle = color;
    context.lineWidth = width;
    for (const piece of pieces) strokePiece(context, sight, piece);
  }
}

function drawFrame(context: CanvasRenderingContext2D, sight: Sight, at: number, lines: LineWork): void {
  const gap = 3;
  const size = symbolSize(sight.band(at), sight.pxPerM, sight.scene.palette) + 2 * gap;
  context.save();
  context.translate(...sight.pxOf(at));
  for (const [color, width] of lines) {
    square(context, size, 4);
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
  }
  context.restore();
}

/** A piece's own outline also runs along the edge of its tile, but outside of it. */
function strokePiece(context: CanvasRenderingContext2D, sight: Sight, { shape, within }: Piece): void {
  const [left, lower] = sight.px(within[0]!, within[1]!);
  const [right, upper] = sight.px(within[2]!, within[3]!);
  context.save();
  context.beginPath();
  context.rect(left, upper, right - left, lower - upper);
  context.clip();
  context.beginPath();
  eachRing(shape, (flat, start, end) => {
    for (let i = start; i < end; i += 2) {
      const [x, y] = sight.px(flat[i]!, flat[i + 1]!);
      if (i === start) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
    context.closePath();
  });
  context.stroke();
  context.restore();
}
