import * as bound from '../../wailsjs/go/app/Atlas';
import { app } from '../../wailsjs/go/models';
import { asking } from './asking';
import type {
  FindingAsk,
  FindingPlace,
  FindingsAsk,
  FindingsStepAsk,
  FindingsView,
  HeatAsk,
  HeatView,
  RectifyAsk,
  RectifyProgress,
  RectifyStep,
  RectifyStepAsk,
  RectifyView,
} from './rectify-types';
import type { Decided } from './types';

/** The rectification desk. One analysis is under way at a time: another one calls it off (code cancelled). */
export interface RectifyCalls {
  rectification(ask: RectifyAsk): Promise<RectifyView>;
  rectifyProgress(): Promise<RectifyProgress>;
  cancelRectification(): Promise<void>;
  /** What was recorded of a row, oldest first. */
  rectifySteps(fid: number, item: string): Promise<RectifyStep[]>;
  /** Deadlines and statuses of rows, as one decision. */
  rectify(asks: RectifyStepAsk[]): Promise<Decided>;
  findings(ask: FindingsAsk): Promise<FindingsView>;
  /** The estates that a point of the map may belong to, nearest first. */
  findingPlaces(lon: number, lat: number): Promise<FindingPlace[]>;
  setFinding(ask: FindingAsk): Promise<Decided>;
  resolveFindings(ask: FindingsStepAsk): Promise<Decided>;
  heat(ask: HeatAsk): Promise<HeatView>;
}

export const rectifyCalls: RectifyCalls = {
  rectification: (ask) => asking(() => bound.Rectification(app.RectifyAsk.createFrom(ask))),
  rectifyProgress: () => asking(bound.RectifyProgress),
  cancelRectification: () => asking(bound.CancelRectification),
  rectifySteps: (fid, item) => asking(() => bound.RectifySteps(fid, item)),
  rectify: (asks) => asking(() => bound.Rectify(asks.map((ask) => app.RectifyStepAsk.createFrom(ask)))),
  findings: (ask) => asking(() => bound.Findings(app.FindingsAsk.createFrom(ask))),
  findingPlaces: (lon, lat) => asking(() => bound.FindingPlaces(lon, lat)),
  setFinding: (ask) => asking(() => bound.SetFinding(app.FindingAsk.createFrom(ask))),
  resolveFindings: (ask) => asking(() => bound.ResolveFindings(app.FindingsStepAsk.createFrom(ask))),
  heat: (ask) => asking(() => bound.Heat(app.HeatAsk.createFrom(ask))),
};
