/** The desks around the one map. */
export const rooms = ['overview', 'proxy', 'rectify', 'ledger', 'data', 'settings'] as const;
export type Room = (typeof rooms)[number];
