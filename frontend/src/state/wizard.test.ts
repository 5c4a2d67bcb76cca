import { expect, test, vi } from 'vitest';
import type { WizardChoice, WizardLine, WizardView } from '../api/wizard';
import { makeAtlas } from '../test/fixture';
import { wizardFile, wizardView } from '../test/wizard-fixture';
import { Desk } from './desk.svelte';

async function startWizard(own: Parameters<typeof makeAtlas>[0] = {}) {
  const desk = new Desk(makeAtlas(own));
  await desk.start();
  return desk.wizard;
}

function line(row: number, to = 0): WizardLine {
  return { row, to, kind: to > 0 ? 'clean' : 'data', cells: [] };
}

test('files are taken one after the other, the last one is on screen', async () => {
  const wizard = await startWizard({
    wizardOpen: async (path) => ({ ...wizardFile, id: path, name: path }),
  });
  await wizard.openPaths(['三月.xlsx', '四月.xlsx']);
  expect(wizard.files.map((held) => held.file.name)).toEqual(['三月.xlsx', '四月.xlsx']);
  expect(wizard.held?.file.name).toBe('四月.xlsx');
});

test('a file that cannot be taken says so and does not keep the others out', async () => {
  const wizard = await startWizard({
    wizardOpen: async (path) => {
      if (path === '坏') throw new Error(JSON.stringify({ code: 'bad', text: { zh: '不能导入', en: 'no' } }));
      return { ...wizardFile, id: path };
    },
  });
  await wizard.openPaths(['坏', '好']);
  expect(wizard.files.map((held) => held.file.id)).toEqual(['好']);
  expect(wizard.error?.text.zh).toBe('不能导入');
});

test('what is sent from a browser shows how far it is, and is done with afterwards', async () => {
  const seen: (number | undefined)[] = [];
  const wizard = await startWizard({
    wizardSend: async (_file, _beside, told) => {
      told?.(0.5);
      seen.push(wizard.sending?.part);
      return wizardFile;
    },
  });
  await wizard.openFiles([new File(['a'], 'a.csv')]);
  expect([seen, wizard.sending]).toEqual([[0.5], null]);
});

test('a Shapefile with its parts is one file: dropped on the window, chosen in a browser', async () => {
  const opened: string[] = [];
  const wizard = await startWizard({
    wizardOpen: async (path) => {
      opened.push(path);
      return wizardFile;
    },
    wizardSend: async (file, beside) => {
      opened.push([file, ...beside].map((one) => one.name).join('+'));
      return wizardFile;
    },
  });
  await wizard.openPaths(['/d/小区.dbf', '/d/小区.shp', '/d/小区.shx']);
  await wizard.openFiles([new File(['d'], '小区.dbf'), new File(['s'], '小区.shp')]);
  expect(opened).toEqual(['/d/小区.shp', '小区.shp+小区.dbf']);
});

test('an answer is sent with the next preview; the same answer again takes it back', async () => {
  const asked: WizardChoice[] = [];
  const wizard = await startWizard({
    wizardPreview: async (_id, choice) => {
      asked.push(choice);
      return wizardView();
    },
  });
  await wizard.openPaths(['a']);
  const question = {
    key: 'q',
    kind: 'estate',
    rows: [12],
    column: 2,
    letter: 'C',
    title: { zh: '', en: '' },
    options: [],
    answer: '',
  };
  await wizard.answer(question, '昆仑里第二');
  await wizard.answer({ ...question, answer: '昆仑里第二' }, '昆仑里第二');
  expect(asked.map((choice) => choice.answers)).toEqual([[], [{ key: 'q', value: '昆仑里第二' }], []]);
});

test('of two previews under way the one asked for last is shown, whichever comes first', async () => {
  const waiting: ((view: WizardView) => void)[] = [];
  let slow = false;
  const wizard = await startWizard({
    wizardPreview: () => (slow ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(wizardView())),
  });
  await wizard.openPaths(['a']);
  slow = true;
  const first = wizard.readAs({ encoding: 'UTF-8' });
  const second = wizard.readAs({ encoding: 'GB18030' });
  waiting[1]?.(wizardView({ encoding: 'GB18030' }));
  waiting[0]?.(wizardView({ encoding: 'UTF-8' }));
  await Promise.all([first, second]);
  expect(wizard.held?.view?.encoding).toBe('GB18030');
});

test('going to a row unfolds the run it is hidden in as far as that row', async () => {
  const rows = vi.fn(async (_id: string, _choice: WizardChoice, from: number, count: number) =>
    Array.from({ length: count }, (_, i) => line(from + i)),
  );
  const wizard = await startWizard({
    wizardPreview: async () => wizardView({ lines: [line(19), line(20, 1395), line(1396)] }),
    wizardRows: rows,
  });
  await wizard.openPaths(['a']);
  await wizard.reveal(500);
  expect(wizard.held?.row).toBe(500);
  expect(rows.mock.calls.map(([, , from, count]) => [from, count])).toEqual([
    [20, 400],
    [420, 400],
  ]);
  const { lines = [] } = wizard.held ?? {};
  expect(lines.slice(-2).map((one) => [one.row, one.to])).toEqual([
    [820, 1395],
    [1396, 0],
  ]);
});

test('nothing is written while something is open', async () => {
  const wizardWrite = vi.fn();
  const wizard = await startWizard({
    wizardPreview: async () =>
      wizardView({ ready: false, counts: { tables: [], left: 0, faults: 2, questions: 1, repairs: 0 } }),
    wizardWrite,
  });
  await wizard.openPaths(['a']);
  expect(wizard.held?.open).toBe(3);
  await wizard.write();
  expect(wizardWrite).not.toHaveBeenCalled();
});

test('a refusal to write leaves the file where it is, with the reason', async () => {
  const wizard = await startWizard({
    wizardPreview: async () => wizardView({ ready: true }),
    wizardWrite: async () => {
      throw new Error(JSON.stringify({ code: 'closed', text: { zh: '轮次已结账', en: 'closed' } }));
    },
  });
  await wizard.openPaths(['a']);
  await wizard.write();
  expect([wizard.files.length, wizard.writing, wizard.done]).toEqual([1, false, null]);
  expect(wizard.held?.error?.text.zh).toBe('轮次已结账');
});

test('a file put away is closed, the one beside it is shown', async () => {
  const wizardClose = vi.fn(async () => {});
  const wizard = await startWizard({ wizardOpen: async (path) => ({ ...wizardFile, id: path }), wizardClose });
  await wizard.openPaths(['一', '二']);
  const { held } = wizard;
  if (held) await wizard.leave(held);
  expect(wizardClose).toHaveBeenCalledWith('二');
  expect(wizard.held?.file.id).toBe('一');
});
