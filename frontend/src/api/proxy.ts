import * as bound from '../../wailsjs/go/app/Atlas';
import { app } from '../../wailsjs/go/models';
import { asking } from './asking';
import type {
  AcceptAsk,
  AcceptPreview,
  ProxyAsk,
  ProxyChoice,
  ProxyProgress,
  ProxyRunView,
  ScenarioDiff,
  ScenarioView,
} from './proxy-types';
import type { Decided } from './types';

/** The planner's desk. One run is under way at a time: another one, a comparison too, calls it off (code cancelled). */
export interface ProxyCalls {
  proxyRun(ask: ProxyAsk): Promise<ProxyRunView>;
  proxyProgress(): Promise<ProxyProgress>;
  cancelProxyRun(): Promise<void>;
  /** The hosts that an estate of a run has and could have. */
  proxyChoice(ask: ProxyAsk, fid: number): Promise<ProxyChoice>;
  scenarios(): Promise<ScenarioView[]>;
  keepScenario(name: string, note: string, ask: ProxyAsk): Promise<Decided>;
  dropScenario(id: string): Promise<Decided>;
  /** '' is what is in force. */
  compareScenarios(a: string, b: string): Promise<ScenarioDiff>;
  setOverride(fid: number, hostFid: number, reason: string): Promise<Decided>;
  removeOverride(fid: number): Promise<Decided>;
  previewAccept(ask: AcceptAsk): Promise<AcceptPreview>;
  acceptRun(ask: AcceptAsk): Promise<Decided>;
}

export const proxyCalls: ProxyCalls = {
  proxyRun: (ask) => asking(() => bound.ProxyRun(app.ProxyAsk.createFrom(ask))),
  proxyProgress: () => asking(bound.ProxyProgress),
  cancelProxyRun: () => asking(bound.CancelProxyRun),
  proxyChoice: (ask, fid) => asking(() => bound.ProxyChoice(app.ProxyAsk.createFrom(ask), fid)),
  scenarios: () => asking(bound.Scenarios),
  keepScenario: (name, note, ask) => asking(() => bound.KeepScenario(name, note, app.ProxyAsk.createFrom(ask))),
  dropScenario: (id) => asking(() => bound.DropScenario(id)),
  compareScenarios: (a, b) => asking(() => bound.CompareScenarios(a, b)),
  setOverride: (fid, hostFid, reason) => asking(() => bound.SetOverride(fid, hostFid, reason)),
  removeOverride: (fid) => asking(() => bound.RemoveOverride(fid)),
  previewAccept: (ask) => asking(() => bound.PreviewAccept(app.AcceptAsk.createFrom(ask))),
  acceptRun: (ask) => asking(() => bound.AcceptRun(app.AcceptAsk.createFrom(ask))),
};
