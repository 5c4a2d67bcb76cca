import * as bound from '../../wailsjs/go/app/Atlas';
import { app } from '../../wailsjs/go/models';
import type { LonLat, Shape } from '../model/drawing';
import { asking } from './asking';
import type {
  AcceptAsk,
  AcceptPreview,
  BarriersView,
  BoundaryPreview,
  BoundaryView,
  EnclosingView,
  MergePreview,
  NewEstate,
  ProxyAsk,
  ProxyChoice,
  ProxyProgress,
  ProxyRunView,
  ScenarioDiff,
  ScenarioView,
  SplitPreview,
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
  /** Which scattered estates could be fenced together with a neighbour not farther than so many metres. */
  enclosing(gapM: number): Promise<EnclosingView>;
  /** The layer of lines that a link should not cross. */
  barriers(): Promise<BarriersView>;
  /** What the text of a GeoJSON file would make of it. */
  previewBarriers(text: string): Promise<BarriersView>;
  /** Replaces the layer; '' takes it away. */
  setBarriers(text: string): Promise<Decided>;
  /** The boundary of an estate and those around it; with fid 0 those of an extent. */
  boundaries(fid: number, extent: number[]): Promise<BoundaryView>;
  previewBoundary(fid: number, shape: Shape): Promise<BoundaryPreview>;
  editBoundary(fid: number, shape: Shape): Promise<Decided>;
  addEstate(estate: NewEstate): Promise<Decided>;
  previewSplit(fid: number, line: readonly LonLat[]): Promise<SplitPreview>;
  splitEstate(fid: number, line: readonly LonLat[], newId: string, newName: string): Promise<Decided>;
  previewMerge(keepFid: number, fids: number[]): Promise<MergePreview>;
  mergeEstates(keepFid: number, fids: number[]): Promise<Decided>;
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
  enclosing: (gapM) => asking(() => bound.Enclosing(gapM)),
  barriers: () => asking(bound.Barriers),
  previewBarriers: (text) => asking(() => bound.PreviewBarriers(text)),
  setBarriers: (text) => asking(() => bound.SetBarriers(text)),
  boundaries: (fid, extent) => asking(() => bound.Boundaries(fid, extent)),
  // Wails has no name for a list of lists of lists: the shape goes as it is.
  previewBoundary: (fid, shape) => asking(() => bound.PreviewBoundary(fid, shape as never)),
  editBoundary: (fid, shape) => asking(() => bound.EditBoundary(fid, shape as never)),
  addEstate: (estate) => asking(() => bound.AddEstate(estate as never)),
  previewSplit: (fid, line) => asking(() => bound.PreviewSplit(fid, line as never)),
  splitEstate: (fid, line, newId, newName) => asking(() => bound.SplitEstate(fid, line as never, newId, newName)),
  previewMerge: (keepFid, fids) => asking(() => bound.PreviewMerge(keepFid, fids)),
  mergeEstates: (keepFid, fids) => asking(() => bound.MergeEstates(keepFid, fids)),
};
