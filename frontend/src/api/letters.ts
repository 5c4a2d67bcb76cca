import * as bound from '../../wailsjs/go/app/Atlas';
import { app } from '../../wailsjs/go/models';
import { asking } from './asking';
import type { Decided, Plain } from './types';

export type LetterKind = Plain<app.LetterKind>;
export type LetterFile = Plain<app.LetterFile>;
export type LetterList = Plain<app.LetterList>;
export type LetterReport = Plain<app.LetterReport>;
export type LetterTemplateAsk = Plain<app.LetterTemplateAsk>;

/** Official notices and their templates. Files are base64. */
export interface LetterCalls {
  letterKinds(): Promise<LetterKind[]>;
  letterTemplate(kind: string): Promise<LetterFile>;
  checkLetterTemplate(kind: string, file: string): Promise<LetterReport>;
  setLetterTemplate(ask: LetterTemplateAsk): Promise<Decided>;
  /** The notices of a kind that a round calls for. */
  letters(kind: string, roundId: string): Promise<LetterList>;
}

export const letterCalls: LetterCalls = {
  letterKinds: () => asking(bound.LetterKinds),
  letterTemplate: (kind) => asking(() => bound.LetterTemplate(kind)),
  checkLetterTemplate: (kind, file) => asking(() => bound.CheckLetterTemplate(kind, file)),
  setLetterTemplate: (ask) => asking(() => bound.SetLetterTemplate(app.LetterTemplateAsk.createFrom(ask))),
  letters: (kind, roundId) => asking(() => bound.Letters(kind, roundId)),
};
