// Two rounds beside each other: which part of the map belongs to which.

export type Side = 'left' | 'right';

/** Keeps what is drawn from now on left or right of at (0–1 of the width, px of the page) until the canvas is restored. */
export function clipTo(
  context: CanvasRenderingContext2D,
  side: Side,
  at: number,
  [width, height]: readonly [number, number],
  pixelRatio: number,
): void {
  const transform = context.getTransform();
  context.setTransform(1, 0, 0, 1, 0, 0);
  const middle = Math.round(at * width * pixelRatio);
  context.beginPath();
  if (side === 'left') context.rect(0, 0, middle, height * pixelRatio);
  else context.rect(middle, 0, width * pixelRatio - middle, height * pixelRatio);
  context.clip();
  context.setTransform(transform);
}
