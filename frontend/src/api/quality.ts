// The data quality page: what is wrong or doubtful in the records. What each field means stands in backend/app/dto_quality.go.

import * as bound from '../../wailsjs/go/app/Atlas';
import { app } from '../../wailsjs/go/models';
import type { Shape } from '../model/drawing';
import { asking } from './asking';
import type { Consequence } from './ledger-types';
import type { Decided, Plain } from './types';

export type QualityAsk = Plain<app.QualityAsk>;
export type QualityChoice = Plain<app.QualityChoice>;
export type QualityKind = Plain<app.QualityKind>;
export type QualityProgress = Plain<app.QualityProgress>;
export type QualityRow = Plain<app.QualityRow>;
export type QualityView = Plain<app.QualityView>;
/** Wails has no name for a list of lists of lists. */
export type QualityShape = Omit<Plain<app.QualityShape>, 'shape'> & { shape: Shape };
export type QualityChange = Omit<Plain<app.QualityChange>, 'before' | 'after'> & { before: Shape; after: Shape };
export type QualityDetail = Omit<Plain<app.QualityDetail>, 'shapes' | 'ground' | 'clause'> & {
  clause: Plain<app.QualityDetail>['clause'] | null;
  shapes: QualityShape[];
  ground: Shape;
};
export type QualityPreview = Omit<Plain<app.QualityPreview>, 'shapes' | 'consequence'> & {
  shapes: QualityChange[];
  consequence: Consequence;
};

/** One check is under way at a time; another ask calls it off (code cancelled). Its report is kept until the project changes. */
export interface QualityCalls {
  quality(ask: QualityAsk): Promise<QualityView>;
  qualityProgress(): Promise<QualityProgress>;
  cancelQuality(): Promise<void>;
  qualityFaults(ask: QualityAsk, kind: string): Promise<QualityRow[]>;
  qualityFault(ask: QualityAsk, key: string): Promise<QualityDetail>;
  previewQualityRepairs(ask: QualityAsk, choices: readonly QualityChoice[]): Promise<QualityPreview>;
  /** One change that can be undone; correction is the reason where closed rounds would change. */
  repairQuality(ask: QualityAsk, choices: readonly QualityChoice[], correction: string): Promise<Decided>;
}

const chosen = (choices: readonly QualityChoice[]): app.QualityChoice[] =>
  choices.map((choice) => app.QualityChoice.createFrom(choice));

export const qualityCalls: QualityCalls = {
  quality: (ask) => asking(() => bound.Quality(app.QualityAsk.createFrom(ask))),
  qualityProgress: () => asking(bound.QualityProgress),
  cancelQuality: () => asking(bound.CancelQuality),
  qualityFaults: (ask, kind) => asking(() => bound.QualityFaults(app.QualityAsk.createFrom(ask), kind)),
  qualityFault: (ask, key) => asking(() => bound.QualityFault(app.QualityAsk.createFrom(ask), key)),
  previewQualityRepairs: (ask, choices) =>
    asking(() => bound.PreviewQualityRepairs(app.QualityAsk.createFrom(ask), chosen(choices))),
  repairQuality: (ask, choices, correction) =>
    asking(() => bound.RepairQuality(app.QualityAsk.createFrom(ask), chosen(choices), correction)),
};
