// What the map shows at the proxy desk: who hosts, who is served, and what the selected scattered estate could be served by.

/** What an estate is at the proxy desk. */
export const Part = { aside: 0, host: 1, scattered: 2, unserved: 3 } as const;

/** A host that a scattered estate has or could have; places are longitude and latitude of the nearest points. */
export interface Candidate {
  fid: number;
  hostFid: number;
  /** Index of the host's company, −1 if it has none. */
  company: number;
  distanceM: number;
  /** By distance. */
  rank: number;
  /** The run gives the estate to this host. */
  taken: boolean;
  from: readonly number[];
  to: readonly number[];
}

export interface ProxyPicture {
  /** By position in the district: one of Part. */
  parts: Uint8Array;
  /** By position: index of the company that tints a host, −1 for none. */
  company: readonly number[];
  /** Of the selected scattered estate, empty without one. */
  candidates: readonly Candidate[];
  /** fids that Tab walks through. */
  walk: readonly number[];
}
