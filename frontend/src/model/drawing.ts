// What is drawn on the map when boundaries are edited. Places are longitude and latitude in degrees.

export type LonLat = readonly [number, number];
/** Polygons of rings of places, the outer ring first, closed. */
export type Shape = readonly (readonly (readonly LonLat[])[])[];

export interface Drawing {
  /** shape: a new boundary; modify: the one given; line: a line that cuts it. */
  kind: 'shape' | 'modify' | 'line';
  /** What is edited or cut; empty for a new boundary. */
  shape: Shape;
  /** Boundaries around, to which what is drawn snaps. */
  near: readonly Shape[];
}

/** How far a drawing has come, told after each step. */
export interface Drawn {
  /** The boundary as it stands; empty until it is closed. */
  shape: Shape;
  /** The line that cuts; empty until it has ended. */
  line: readonly LonLat[];
  /** Something was drawn or moved. */
  changed: boolean;
  /** It can be handed in. */
  complete: boolean;
  canUndo: boolean;
  canRedo: boolean;
}
