import { expect, test, vi } from 'vitest';
import { AppError } from '../api/errors';
import type { AuditView } from '../api/ledger-types';
import type { ExportAsk } from '../api/types';
import { makeAtlas } from '../test/fixture';
import { ledgerAnswers } from '../test/ledger-fixture';
import { Desk } from './desk.svelte';
import { settingTabs } from './settings.svelte';

async function makeSettings(own: Parameters<typeof makeAtlas>[0] = {}) {
  const desk = new Desk(makeAtlas(own));
  await desk.start();
  return desk.settings;
}

test('a tab asks for what it shows and for nothing else', async () => {
  const calls = {
    settings: vi.fn(ledgerAnswers.settings),
    items: vi.fn(ledgerAnswers.items),
    companies: vi.fn(ledgerAnswers.companies),
    letterKinds: vi.fn(async () => []),
    audit: vi.fn(ledgerAnswers.audit),
  };
  const page = await makeSettings(calls);
  for (const [at, tab] of settingTabs.entries()) {
    for (const call of Object.values(calls)) call.mockClear();
    page.tab = tab;
    await page.refresh();
    expect(Object.values(calls).map((call) => call.mock.calls.length)).toEqual(
      [0, 1, 2, 3, 4].map((i) => (i === at ? 1 : 0)),
    );
  }
});

test('of two searches of the log the later one is shown, whichever is answered first', async () => {
  const ends: ((view: AuditView) => void)[] = [];
  const page = await makeSettings({ audit: () => new Promise((end) => ends.push(end)) });
  page.tab = 'audit';
  const first = page.refresh();
  page.ask = { ...page.ask, text: '认定' };
  const second = page.refresh();
  const blank = await ledgerAnswers.audit(page.ask);
  ends[1]?.({ ...blank, total: 2 });
  await second;
  ends[0]?.({ ...blank, total: 1 });
  await first;
  expect(page.audit?.total).toBe(2);
});

test('a page that cannot be read says why until it can', async () => {
  let fails = true;
  const page = await makeSettings({
    settings: async () => {
      if (fails) throw new AppError('internal', { zh: '读不出', en: 'unreadable' });
      return [];
    },
  });
  await page.refresh();
  expect(page.error?.in('zh')).toBe('读不出');
  fails = false;
  await page.refresh();
  expect(page.error).toBeNull();
});

test('settings are changed with their reason; a refusal is handed back to the form', async () => {
  const setSettings = vi.fn(ledgerAnswers.setSettings);
  const page = await makeSettings({ setSettings });
  const asks = [{ name: 'band_size', value: '8', reset: false }];
  expect(await page.set(asks, '试行')).toBeNull();
  expect(setSettings).toHaveBeenCalledExactlyOnceWith(asks, '试行');
  const refused = new AppError('invalid', { zh: '应为 1—50', en: '1 to 50' });
  setSettings.mockRejectedValueOnce(refused);
  expect(await page.set(asks, '试行')).toBe(refused);
});

test('a template and the log are handed out as files of their kind', async () => {
  const asked: ExportAsk[] = [];
  const page = await makeSettings({
    startExport: async (ask) => {
      asked.push(ask);
      throw new AppError('invalid', { zh: '', en: '' });
    },
  });
  page.takeTemplate('interview');
  await new Promise((done) => setTimeout(done));
  page.exportAudit();
  await new Promise((done) => setTimeout(done));
  expect(asked.map((ask) => [ask.what, ask.format, ask.letter?.kind])).toEqual([
    ['template', 'docx', 'interview'],
    ['audit', 'xlsx', ''],
  ]);
});
