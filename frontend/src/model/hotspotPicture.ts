// What the map shows at the rectification desk over its classes: rings, findings, a surface of density.

export type PointStatus = 'open' | 'overdue' | 'done';

/** A finding that has a place; degrees. */
export interface MapPoint {
  id: string;
  lon: number;
  lat: number;
  status: PointStatus;
}

/** The area where a density is at least a level; each lies within the one before. Degrees, as in GeoJSON. */
export interface HeatArea {
  /** 0–1 on the ramp. */
  step: number;
  shape: readonly (readonly (readonly (readonly number[])[])[])[];
}

export interface HotspotPicture {
  /** Estates (fid) that are ringed and named, the most important first. */
  rings: readonly number[];
  points: readonly MapPoint[];
  /** Findings that lie close together are drawn as one with their number. */
  grouped: boolean;
  /** With a surface the estates lose their fill: two colourings are not read at once. */
  heat: readonly HeatArea[];
  /** fids that Tab walks through. */
  walk: readonly number[];
}
