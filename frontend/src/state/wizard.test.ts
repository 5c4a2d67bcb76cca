import { describe, expect, test, vi } from 'vitest';
import type { Atlas } from '../api/atlas';
import { AppError } from '../api/errors';
import type { WizardLine, WizardView } from '../api/wizard';
import { wizardAnswers, wizardFile, wizardView } from '../test/wizard-fixture';
import type { Desk } from './desk.svelte';
import { Wizard } from './wizard.svelte';

const line = (row: number, to = 0, kind = 'data'): WizardLine => ({ row, to, kind, cells: [] });

function wizardOn(answers: Partial<Atlas>, decide?: Desk['decide']) {
  const desk = {
    decide: decide ?? (async (act: () => Promise<unknown>) => act().then(() => null, AppError.parse)),
  } as unknown as Desk;
  return new Wizard({ ...wizardAnswers, ...answers } as unknown as Atlas, desk);
}

/** Answers that come when a test says so. */
function later<T>() {
  const waiting: ((value: T) => void)[] = [];
  return {
    ask: () => new Promise<T>((resolve) => waiting.push(resolve)),
    answer: (at: number, value: T) => waiting[at]?.(value),
  };
}

describe('the import wizard', () => {
  test('what was said last is what is on screen, in whatever order the answers come', async () => {
    const views = later<WizardView>();
    const wizard = wizardOn({ wizardPreview: views.ask });
    const opened = wizard.openPaths(['/d/a.xlsx']);
    await vi.waitFor(() => expect(wizard.held).not.toBeNull());
    void wizard.readAs({ sheet: '3月' });
    void wizard.readAs({ sheet: '4月' });
    views.answer(2, wizardView({ sheet: '4月' }));
    await vi.waitFor(() => expect(wizard.held?.view?.sheet).toBe('4月'));
    views.answer(1, wizardView({ sheet: '3月' }));
    views.answer(0, wizardView({ sheet: '1月' }));
    await opened;
    expect(wizard.held?.view?.sheet).toBe('4月');
  });

  test('a run of rows is shown piece by piece, and stays so after something else was said', async () => {
    const view = wizardView({ lines: [line(1), line(2, 900, 'fine'), line(901)] });
    const wizardRows = vi.fn(async (_id: string, _choice: unknown, from: number, count: number) =>
      Array.from({ length: count }, (_, i) => line(from + i)),
    );
    const wizard = wizardOn({ wizardPreview: async () => view, wizardRows });
    await wizard.openPaths(['/d/a.csv']);
    expect(wizard.held?.lines).toHaveLength(3);
    await wizard.unfold(2);
    expect(wizard.held?.lines).toHaveLength(1 + 400 + 1 + 1);
    await wizard.reveal(700);
    expect(wizard.held?.lines.some((one) => one.row === 700 && one.to === 0)).toBe(true);
    expect(wizard.held?.row).toBe(700);
    await wizard.edit(5, 1, '8');
    expect(wizard.held?.lines.some((one) => one.row === 401 && one.to === 0)).toBe(true);
  });

  test('a refusal of the writing stays beside the file; nothing is put away', async () => {
    const refusal = new AppError('conflict', { zh: '已锁定', en: 'Closed' });
    const wizard = wizardOn({ wizardPreview: async () => wizardView({ ready: true }) }, async () => refusal);
    await wizard.openPaths(['/d/a.csv']);
    await wizard.write();
    expect(wizard.held?.error).toBe(refusal);
    expect(wizard.files).toHaveLength(1);
    expect(wizard.done).toBeNull();
  });

  test('a file that is not ready is not written', async () => {
    const wizardWrite = vi.fn(wizardAnswers.wizardWrite);
    const wizard = wizardOn({ wizardPreview: async () => wizardView({ ready: false }), wizardWrite });
    await wizard.openPaths(['/d/a.csv']);
    await wizard.write();
    expect(wizardWrite).not.toHaveBeenCalled();
  });

  test('one file that cannot be opened does not keep the next one out', async () => {
    const wizardOpen = async (path: string) => {
      if (path.endsWith('.png')) throw new AppError('invalid', { zh: '不能导入', en: 'No' });
      return wizardFile;
    };
    const wizard = wizardOn({ wizardOpen });
    await wizard.openPaths(['/d/a.png', '/d/b.csv']);
    expect(wizard.files).toHaveLength(1);
    expect(wizard.error?.in('zh')).toBe('不能导入');
  });
});
