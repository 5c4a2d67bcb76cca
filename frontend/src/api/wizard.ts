import * as bound from '../../wailsjs/go/app/Atlas';
import { app } from '../../wailsjs/go/models';
import { asking } from './asking';
import type { Decided, Plain } from './types';

export type WizardFile = Plain<app.WizardFile>;
export type WizardChoice = Plain<app.WizardChoice>;
export type WizardMapping = Plain<app.WizardMapping>;
export type WizardRound = Plain<app.WizardRound>;
export type WizardAnswer = Plain<app.WizardAnswer>;
export type WizardEdit = Plain<app.WizardEdit>;
export type WizardShapeChoice = Plain<app.WizardShapeChoice>;
export type WizardShapeColumn = Plain<app.WizardShapeColumn>;
export type WizardSheet = Plain<app.WizardSheet>;
export type WizardTable = Plain<app.WizardTable>;
export type WizardField = Plain<app.WizardField>;
export type WizardColumn = Plain<app.WizardColumn>;
export type WizardRoundView = Plain<app.WizardRoundView>;
export type WizardRoundOption = Plain<app.WizardRoundOption>;
export type WizardLine = Plain<app.WizardLine>;
export type WizardCell = Plain<app.WizardCell>;
export type WizardFault = Plain<app.WizardFault>;
export type WizardRemedy = Plain<app.WizardRemedy>;
export type WizardQuestion = Plain<app.WizardQuestion>;
export type WizardOption = Plain<app.WizardOption>;
export type WizardRepair = Plain<app.WizardRepair>;
export type WizardCounts = Plain<app.WizardCounts>;
export type WizardTableCount = Plain<app.WizardTableCount>;
export type WizardLayer = Plain<app.WizardLayer>;
export type WizardSystem = Plain<app.WizardSystem>;
export type WizardShapeLine = Plain<app.WizardShapeLine>;
export type WizardShapes = Plain<app.WizardShapes>;
/** Go gives no shapes for a table, which the generator cannot type. */
export type WizardView = Omit<Plain<app.WizardView>, 'shapes'> & { shapes: WizardShapes | null };
export interface WizardDone {
  decided: Decided;
  counts: WizardCounts;
}

/** The import wizard. One session a file; nothing is written before wizardWrite. */
export interface WizardCalls {
  /** In the window: a file of this machine, from a dialog or dropped. */
  wizardOpen(path: string): Promise<WizardFile>;
  /** In a browser: sends a file and those beside it (of a .shp), in parts; told is how much has gone, from 0 to 1. */
  wizardSend(file: File, beside: readonly File[], told?: (part: number) => void): Promise<WizardFile>;
  wizardPreview(id: string, choice: WizardChoice): Promise<WizardView>;
  /** Rows of the sheet from a row on, as the preview with the same choice shows them. */
  wizardRows(id: string, choice: WizardChoice, from: number, count: number): Promise<WizardLine[]>;
  wizardWrite(id: string, choice: WizardChoice): Promise<WizardDone>;
  wizardClose(id: string): Promise<void>;
}

/** The choice before the user said anything: all as detected. */
export function asDetected(): WizardChoice {
  return {
    encoding: '',
    separator: '',
    sheet: '',
    headerRow: 0,
    table: '',
    columns: [],
    rounds: [],
    answers: [],
    cells: [],
    skipped: [],
    taken: [],
    revoked: [],
    skipBad: false,
    shapes: { encoding: '', layer: '', system: '', datum: '', columns: [] },
    correction: '',
  };
}

/** Bytes of a part: what the server takes at once, a multiple of 3 so that parts of base64 need no padding. */
const PART = 1.5 * 1024 * 1024;

async function send(file: File, beside: readonly File[], told: (part: number) => void): Promise<WizardFile> {
  const files = [file, ...beside.filter((one) => /\.(dbf|prj|cpg)$/i.test(one.name))];
  const all = files.reduce((sum, one) => sum + one.size, 0);
  let id = '';
  let before = 0;
  let whole: WizardFile | undefined;
  for (const one of files) {
    let at = 0;
    do {
      const bytes = new Uint8Array(await one.slice(at, at + PART).arrayBuffer());
      const received = await asking<Plain<app.WizardReceived>>(() =>
        bound.WizardUpload(app.WizardPart.createFrom({ id, name: one.name, size: one.size, at, file: base64(bytes) })),
      );
      id = received.file.id;
      whole = received.file;
      at = received.received;
      told(all === 0 ? 1 : (before + at) / all);
      if (bytes.length === 0) break;
    } while (at < one.size);
    before += one.size;
  }
  return whole as WizardFile;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  // String.fromCharCode takes its letters as arguments, of which there is a limit.
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

export const wizardCalls: WizardCalls = {
  wizardOpen: (path) => asking(() => bound.WizardOpen(path)),
  wizardSend: (file, beside, told = () => {}) => send(file, beside, told),
  wizardPreview: (id, choice) =>
    asking(() => bound.WizardPreview(id, app.WizardChoice.createFrom(choice))) as Promise<WizardView>,
  wizardRows: (id, choice, from, count) =>
    asking(() => bound.WizardRows(id, app.WizardChoice.createFrom(choice), from, count)),
  wizardWrite: (id, choice) => asking(() => bound.WizardWrite(id, app.WizardChoice.createFrom(choice))),
  wizardClose: (id) => asking(() => bound.WizardClose(id)),
};
