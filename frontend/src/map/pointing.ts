// Which estate a point of the map means.

import type { Palette } from './palette';
import type { Places } from './places';
import type { Sight } from './sight';
import { isBand } from './style';
import { symbolSize } from './symbols';
import type { TileIndex } from './tiles';

/** px around a symbol in which a click still means it. */
const reach = 3;
/** px by which a symbol of the bands is taken to be nearer than others. */
const bandsFirst = 1000;

/** The estate at a px of the map, by fid: symbols lie over shapes; what the filter leaves out cannot be pointed at. */
export function estateAt(
  px: number,
  py: number,
  sight: Sight,
  places: Places,
  palette: Palette,
  tiles: TileIndex,
): number | null {
  let best = -1;
  let bestFar = Number.POSITIVE_INFINITY;
  for (let at = 0; at < places.count; at++) {
    if (!places.isDrawn(at) || !sight.isSmall(at) || !sight.inFilter(at)) continue;
    const [x, y] = sight.pxOf(at);
    const half = symbolSize(sight.band(at), sight.pxPerM, palette) / 2 + reach;
    if (Math.abs(x - px) > half || Math.abs(y - py) > half) continue;
    const far = Math.hypot(x - px, y - py) - (isBand(sight.band(at)) ? bandsFirst : 0);
    if (far < bestFar) [best, bestFar] = [at, far];
  }
  if (best >= 0) return places.fid[best]!;
  const accept = (fid: number) => {
    const at = places.position(fid);
    return at >= 0 && sight.inFilter(at) && !sight.isSmall(at);
  };
  const { z } = sight.frame;
  for (const level of [z, z - 1, z + 1]) {
    const fid = tiles.estateAt(level, sight.ground(px, py), accept);
    if (fid !== null) return fid;
  }
  return null;
}
