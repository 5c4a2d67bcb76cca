// Points of the map that lie close together, gathered into groups. Pure.

export interface Placed<T> {
  x: number;
  y: number;
  of: T;
}

/** Points that are drawn as one; x and y are the mean of theirs. */
export interface Group<T> {
  x: number;
  y: number;
  of: T[];
}

/**
 * Gathers points by the squares of a grid that is fixed to the ground: reach is a square's side, in the unit of x and y. The same
 * points make the same groups wherever the map stands, so that nothing jumps while it is moved.
 */
export function gatherPoints<T>(points: readonly Placed<T>[], reach: number): Group<T>[] {
  const squares = new Map<string, Group<T>>();
  for (const { x, y, of } of points) {
    const key = `${Math.floor(x / reach)} ${Math.floor(y / reach)}`;
    const group = squares.get(key);
    if (!group) {
      squares.set(key, { x, y, of: [of] });
      continue;
    }
    const n = group.of.length;
    group.x = (group.x * n + x) / (n + 1);
    group.y = (group.y * n + y) / (n + 1);
    group.of.push(of);
  }
  return merged([...squares.values()], reach / 2);
}

/** Groups on either side of a line of the grid that would lie over each other become one. */
function merged<T>(groups: Group<T>[], least: number): Group<T>[] {
  const out: Group<T>[] = [];
  for (const group of groups.sort((a, b) => b.of.length - a.of.length || a.x - b.x || a.y - b.y)) {
    const near = out.find((other) => Math.hypot(other.x - group.x, other.y - group.y) < least);
    if (near) near.of.push(...group.of);
    else out.push(group);
  }
  return out;
}
