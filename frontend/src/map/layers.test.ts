import { expect, test } from 'vitest';
import { levelFor, makeSource } from './layers';

test('the tiles on screen are always sharp: one px of theirs is never more than one of the screen', () => {
  const source = makeSource('tiles/v/{z}/{x}/{y}.mvt');
  const grid = source.getTileGrid()!;
  for (let resolution = 60; resolution > 1.3; resolution *= 0.97) {
    const stretch = grid.getResolution(grid.getZForResolution(resolution, levelFor)) / resolution;
    // A tile's image has one px a px, or two where it is stretched by half or more.
    const density = Math.max(1, Math.round(stretch));
    expect(stretch / density).toBeLessThanOrEqual(1.0001);
  }
});
