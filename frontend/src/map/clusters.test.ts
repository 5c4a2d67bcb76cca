import { describe, expect, test } from 'vitest';
import { gatherPoints } from './clusters';

const at = (x: number, y: number) => ({ x, y, of: `${x} ${y}` });

describe('points that lie close together', () => {
  test('none is lost and none is counted twice', () => {
    const points = Array.from({ length: 300 }, (_, i) => at((i * 37) % 500, (i * 91) % 400));
    const groups = gatherPoints(points, 44);
    const all = groups.flatMap((group) => group.of);
    expect(new Set(all).size).toBe(new Set(points.map((point) => point.of)).size);
    expect(all).toHaveLength(300);
    expect(groups.length).toBeLessThan(150);
  });

  test('two beside a line of the grid are one group', () => {
    expect(gatherPoints([at(43, 10), at(45, 10)], 44)).toHaveLength(1);
  });

  test('two far apart are two', () => {
    expect(gatherPoints([at(0, 0), at(200, 0)], 44)).toHaveLength(2);
  });

  test('a group lies in the middle of its points', () => {
    const [group] = gatherPoints([at(10, 10), at(20, 10), at(30, 40)], 44);
    expect([group?.x, group?.y]).toEqual([20, 20]);
  });
});
