import * as bound from '../../wailsjs/go/app/Atlas';
import * as desktop from '../../wailsjs/go/desktop/Window';
import { AppError } from './errors';
import type { Card, District, HistoryPoint, ImportResult, ProxyView, RoundView, Session } from './types';

/** What the program can do for the screens. Every call rejects with an AppError. */
export interface Atlas {
  session(): Promise<Session>;
  district(): Promise<District>;
  round(roundId: string): Promise<RoundView>;
  card(fid: number, roundId: string): Promise<Card>;
  history(fids: number[], roundId: string, count: number): Promise<HistoryPoint[][]>;
  proxies(roundId: string): Promise<ProxyView>;
  openDemo(): Promise<Session>;
  open(path: string): Promise<Session>;
  importData(target: string, sources: string[]): Promise<ImportResult>;
  /** The dialogs answer '' or an empty list if the user thought better of it. They exist in the window only. */
  chooseProject(): Promise<string>;
  chooseFiles(): Promise<string[]>;
  chooseFolder(): Promise<string>;
  chooseTarget(): Promise<string>;
}

async function asking<T>(answer: () => Promise<unknown>): Promise<T> {
  try {
    return (await answer()) as T;
  } catch (thrown) {
    throw AppError.parse(thrown);
  }
}

/** The program over the installed transport. */
export const atlas: Atlas = {
  session: () => asking(bound.Session),
  district: () => asking(bound.District),
  round: (roundId) => asking(() => bound.Round(roundId)),
  card: (fid, roundId) => asking(() => bound.Card(fid, roundId)),
  history: (fids, roundId, count) => asking(() => bound.History(fids, roundId, count)),
  proxies: (roundId) => asking(() => bound.Proxies(roundId)),
  openDemo: () => asking(bound.OpenDemo),
  open: (path) => asking(() => bound.Open(path)),
  importData: (target, sources) => asking(() => bound.Import(target, sources)),
  chooseProject: () => asking(desktop.ChooseProject),
  chooseFiles: async () => (await asking<string[] | null>(desktop.ChooseFiles)) ?? [],
  chooseFolder: () => asking(desktop.ChooseFolder),
  chooseTarget: () => asking(desktop.ChooseTarget),
};
