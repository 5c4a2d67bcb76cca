// The shapes that Go sends, as plain data. They are generated (wailsjs); what each field means stands in backend/app/dto.go.

import type { app, domain } from '../../wailsjs/go/models';

/** T without the methods that the generator adds to its classes. */
export type Plain<T> = T extends (infer U)[]
  ? Plain<U>[]
  : T extends object
    ? { [K in keyof T as T[K] extends (...args: never[]) => unknown ? never : K]: Plain<T[K]> }
    : T;

export type Text = Plain<domain.Text>;
export type Reason = Plain<domain.Reason>;
export type Clause = Plain<domain.Clause>;
export type Session = Plain<app.Session>;
export type ProjectInfo = Plain<app.ProjectInfo>;
export type District = Plain<app.District>;
export type RoundInfo = Plain<app.RoundInfo>;
export type CompanyInfo = Plain<app.CompanyInfo>;
export type EstateColumns = Plain<app.EstateColumns>;
export type RoundView = Plain<app.RoundView>;
export type Figure = Plain<app.Figure>;
export type Note = Plain<app.Note>;
export type Notice = Plain<app.Notice>;
export type Summary = Plain<app.Summary>;
export type Card = Plain<app.Card>;
export type CardMeasure = Plain<app.CardMeasure>;
export type CardDeductions = Plain<app.CardDeductions>;
export type CardMoney = Plain<app.CardMoney>;
export type CardCompany = Plain<app.CardCompany>;
export type CardProxy = Plain<app.CardProxy>;
export type Decision = Plain<app.Decision>;
export type ProxyView = Plain<app.ProxyView>;
export type ProxyLink = Plain<app.ProxyLink>;
export type NumberInfo = Plain<app.NumberInfo>;
export type ColouringAsk = Plain<app.ColouringAsk>;
export type Colouring = Plain<app.Colouring>;
export type ColourClass = Plain<app.ColourClass>;
export type GroupCard = Plain<app.GroupCard>;
export type Overview = Plain<app.Overview>;
export type FundLine = Plain<app.FundLine>;
export type Measured = Plain<app.Measured>;
export type Agenda = Plain<app.Agenda>;
export type AgendaStep = Plain<app.AgendaStep>;
export type ExportAsk = Plain<app.ExportAsk>;
export type MapAsk = Plain<app.MapAsk>;
export type TableColumn = Plain<app.TableColumn>;
export type Job = Plain<app.Job>;
export type BaseMap = Plain<app.BaseMap>;
export type UndoView = Plain<app.UndoView>;
/** What every decision answers. */
export interface Decided {
  session: Session;
  undo: UndoView;
}
export type ImportResult = Plain<app.ImportResult>;
export type ImportLine = Plain<app.ImportLine>;

/** One round in an estate's history. History returns lists of lists, which the generator cannot type. */
export interface HistoryPoint {
  roundId: string;
  heldOn: string;
  rank: number;
  of: number;
  band: string;
  score: string;
}

export type Lang = 'zh' | 'en';
