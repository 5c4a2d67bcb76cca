// The estates of a district by position: position i is the same estate in every column.

import type { District } from '../api/types';

export interface Estates {
  readonly count: number;
  readonly fids: readonly number[];
  /** The position of a feature id, or −1. */
  position(fid: number): number;
  /** The position of an estate id as the district wrote it, or −1. */
  positionOfId(id: string): number;
  /** Whether the estate has a boundary and so can be drawn. */
  isDrawn(position: number): boolean;
}

export function indexEstates(district: District): Estates {
  const { fid, id, areaM2 } = district.estates;
  const positions = new Map(fid.map((f, i) => [f, i]));
  let byId: Map<string, number> | null = null;
  return {
    count: fid.length,
    fids: fid,
    position: (f) => positions.get(f) ?? -1,
    positionOfId(name) {
      byId ??= new Map(id.map((value, i) => [value, i]));
      return byId.get(name) ?? -1;
    },
    isDrawn: (position) => (areaM2[position] ?? 0) > 0,
  };
}
