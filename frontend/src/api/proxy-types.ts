// The shapes of the planner's desk, as plain data; what each field means stands in backend/app/dto_proxy.go,
// enclosing.go and boundary*.go.

import type { app } from '../../wailsjs/go/models';
import type { Shape } from '../model/drawing';
import type { Plain } from './types';

export type AcceptAsk = Plain<app.AcceptAsk>;
export type AcceptLine = Plain<app.AcceptLine>;
export type AcceptPreview = Plain<app.AcceptPreview>;
export type BarriersView = Plain<app.BarriersView>;
export type LoadView = Plain<app.LoadView>;
export type ProxyAsk = Plain<app.ProxyAsk>;
export type ProxyBin = Plain<app.ProxyBin>;
export type ProxyChoice = Plain<app.ProxyChoice>;
export type ProxyHostView = Plain<app.ProxyHostView>;
export type ProxyLoad = Plain<app.ProxyLoad>;
export type ProxyPin = Plain<app.ProxyPin>;
export type ProxyProgress = Plain<app.ProxyProgress>;
export type ProxyProof = Plain<app.ProxyProof>;
export type ProxyRow = Plain<app.ProxyRow>;
export type ProxyRunView = Plain<app.ProxyRunView>;
export type ProxyTotals = Plain<app.ProxyTotals>;
export type ScenarioChange = Plain<app.ScenarioChange>;
export type ScenarioDiff = Plain<app.ScenarioDiff>;
export type ScenarioLoad = Plain<app.ScenarioLoad>;
export type ScenarioSide = Plain<app.ScenarioSide>;
export type ScenarioView = Plain<app.ScenarioView>;
export type BoundaryPreview = Plain<app.BoundaryPreview>;
export type EnclosingRow = Plain<app.EnclosingRow>;
export type EnclosingView = Plain<app.EnclosingView>;
export type MergeLine = Plain<app.MergeLine>;
export type MergePreview = Plain<app.MergePreview>;
export type NewEstate = Omit<Plain<app.NewEstate>, 'shape'> & { shape: Shape };
export interface BoundaryView {
  shape: Shape;
  near: Shape[];
}

/** What a line makes of an estate. */
export interface SplitPreview extends Omit<Plain<app.SplitPreview>, 'parted'> {
  parted: Shape;
}
