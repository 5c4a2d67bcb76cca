import * as bound from '../../wailsjs/go/app/Atlas';
import * as desktop from '../../wailsjs/go/desktop/Window';
import { app } from '../../wailsjs/go/models';
import { asking } from './asking';
import { type LedgerCalls, ledgerCalls } from './ledger';
import { type LetterCalls, letterCalls } from './letters';
import { type ProxyCalls, proxyCalls } from './proxy';
import { type QualityCalls, qualityCalls } from './quality';
import { type RectifyCalls, rectifyCalls } from './rectify';
import type {
  Agenda,
  BaseMap,
  Card,
  Colouring,
  ColouringAsk,
  District,
  ExportAsk,
  GroupCard,
  HistoryPoint,
  ImportResult,
  Job,
  Measured,
  NumberInfo,
  Overview,
  ProxyView,
  RoundView,
  Session,
  TableColumn,
  UndoView,
} from './types';
import { type WizardCalls, wizardCalls } from './wizard';

export type GroupKind = 'company' | 'subdistrict';

/** What the program can do for the screens. Every call rejects with an AppError. */
export interface Atlas extends LedgerCalls, LetterCalls, ProxyCalls, QualityCalls, RectifyCalls, WizardCalls {
  session(): Promise<Session>;
  district(): Promise<District>;
  round(roundId: string): Promise<RoundView>;
  card(fid: number, roundId: string): Promise<Card>;
  history(fids: number[], roundId: string, count: number): Promise<HistoryPoint[][]>;
  proxies(roundId: string): Promise<ProxyView>;
  numbers(roundId: string): Promise<NumberInfo[]>;
  colour(roundId: string, ask: ColouringAsk): Promise<Colouring>;
  group(kind: GroupKind, index: number, roundId: string): Promise<GroupCard>;
  overview(roundId: string): Promise<Overview>;
  agenda(roundId: string): Promise<Agenda>;
  /** Of lon-lat points; closed makes a ring of them. */
  measure(points: number[][], closed: boolean): Promise<Measured>;
  startExport(ask: ExportAsk): Promise<Job>;
  jobState(id: string): Promise<Job>;
  cancelJob(id: string): Promise<void>;
  /** Columns of the list of estates; without keys the catalogue of all columns, without values. */
  tableColumns(roundId: string, keys: string[]): Promise<TableColumn[]>;
  baseMaps(): Promise<BaseMap[]>;
  addBaseMap(path: string): Promise<BaseMap>;
  addBaseAddress(name: string, address: string, key: string): Promise<BaseMap>;
  removeBaseMap(id: string): Promise<void>;
  /** The name of who is at the desk, '' where nobody said. */
  clerk(): Promise<string>;
  setClerk(name: string): Promise<void>;
  undoState(): Promise<UndoView>;
  undo(): Promise<Session>;
  redo(): Promise<Session>;
  openDemo(): Promise<Session>;
  open(path: string): Promise<Session>;
  importData(target: string, sources: string[]): Promise<ImportResult>;
  /** The dialogs answer '' or an empty list if the user thought better of it. They exist in the window only. */
  chooseProject(): Promise<string>;
  chooseFiles(): Promise<string[]>;
  chooseBaseMap(): Promise<string>;
  chooseFolder(): Promise<string>;
  chooseTarget(): Promise<string>;
  /** Asks where and writes the file of a finished job: its path, '' if the user thought better of it. Window only. */
  saveExport(jobId: string): Promise<string>;
  /** What savePrefs kept, '' for nothing: a JSON text of at most 64 kB for all projects. Window only. */
  prefs(): Promise<string>;
  savePrefs(text: string): Promise<void>;
}

/** The program over the installed transport. */
export const atlas: Atlas = {
  ...ledgerCalls,
  ...letterCalls,
  ...proxyCalls,
  ...qualityCalls,
  ...rectifyCalls,
  ...wizardCalls,
  session: () => asking(bound.Session),
  district: () => asking(bound.District),
  round: (roundId) => asking(() => bound.Round(roundId)),
  card: (fid, roundId) => asking(() => bound.Card(fid, roundId)),
  history: (fids, roundId, count) => asking(() => bound.History(fids, roundId, count)),
  proxies: (roundId) => asking(() => bound.Proxies(roundId)),
  numbers: (roundId) => asking(() => bound.Numbers(roundId)),
  colour: (roundId, ask) => asking(() => bound.Colour(roundId, app.ColouringAsk.createFrom(ask))),
  group: (kind, index, roundId) => asking(() => bound.Group(kind, index, roundId)),
  overview: (roundId) => asking(() => bound.Overview(roundId)),
  agenda: (roundId) => asking(() => bound.Agenda(roundId)),
  measure: (points, closed) => asking(() => bound.Measure(points, closed)),
  startExport: (ask) => asking(() => bound.StartExport(app.ExportAsk.createFrom(ask))),
  jobState: (id) => asking(() => bound.JobState(id)),
  tableColumns: (roundId, keys) => asking(() => bound.TableColumns(roundId, keys)),
  cancelJob: (id) => asking(() => bound.CancelJob(id)),
  baseMaps: () => asking(bound.BaseMaps),
  addBaseMap: (path) => asking(() => bound.AddBaseMap(path)),
  addBaseAddress: (name, address, key) => asking(() => bound.AddBaseAddress(name, address, key)),
  removeBaseMap: (id) => asking(() => bound.RemoveBaseMap(id)),
  clerk: () => asking(bound.Clerk),
  setClerk: (name) => asking(() => bound.SetClerk(name)),
  undoState: () => asking(bound.UndoState),
  undo: () => asking(bound.Undo),
  redo: () => asking(bound.Redo),
  openDemo: () => asking(bound.OpenDemo),
  open: (path) => asking(() => bound.Open(path)),
  importData: (target, sources) => asking(() => bound.Import(target, sources)),
  chooseProject: () => asking(desktop.ChooseProject),
  chooseFiles: async () => (await asking<string[] | null>(desktop.ChooseFiles)) ?? [],
  chooseBaseMap: () => asking(desktop.ChooseBaseMap),
  chooseFolder: () => asking(desktop.ChooseFolder),
  chooseTarget: () => asking(desktop.ChooseTarget),
  saveExport: (jobId) => asking(() => desktop.SaveExport(jobId)),
  prefs: () => asking(desktop.Prefs),
  savePrefs: (text) => asking(() => desktop.SavePrefs(text)),
};
