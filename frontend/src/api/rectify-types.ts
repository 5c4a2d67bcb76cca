// The shapes of the rectification desk, as plain data; what each field means stands in backend/app/dto_rectify.go.

import type { app } from '../../wailsjs/go/models';
import type { Plain } from './types';

export type FindingAsk = Plain<app.FindingAsk>;
export type FindingPlace = Plain<app.FindingPlace>;
export type FindingRow = Plain<app.FindingRow>;
export type FindingSums = Plain<app.FindingSums>;
export type FindingsAsk = Plain<app.FindingsAsk>;
export type FindingsStepAsk = Plain<app.FindingsStepAsk>;
export type FindingsView = Plain<app.FindingsView>;
export type HeatAsk = Plain<app.HeatAsk>;
export type HeatBand = Plain<app.HeatBand>;
export type HeatView = Plain<app.HeatView>;
export type RectifyAsk = Plain<app.RectifyAsk>;
export type RectifyClass = Plain<app.RectifyClass>;
export type RectifyEstate = Plain<app.RectifyEstate>;
export type RectifyGroup = Plain<app.RectifyGroup>;
export type RectifyHit = Plain<app.RectifyHit>;
export type RectifyItem = Plain<app.RectifyItem>;
export type RectifyMatrix = Plain<app.RectifyMatrix>;
export type RectifyMonth = Plain<app.RectifyMonth>;
export type RectifyParty = Plain<app.RectifyParty>;
export type RectifyProgress = Plain<app.RectifyProgress>;
export type RectifyRound = Plain<app.RectifyRound>;
export type RectifyRow = Plain<app.RectifyRow>;
export type RectifyStep = Plain<app.RectifyStep>;
export type RectifyStepAsk = Plain<app.RectifyStepAsk>;
export type RectifySums = Plain<app.RectifySums>;
export type RectifyTimes = Plain<app.RectifyTimes>;
export type RectifyView = Plain<app.RectifyView>;
