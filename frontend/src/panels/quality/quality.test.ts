// @vitest-environment jsdom

import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { i18n } from '../../i18n/index.svelte';
import { Desk } from '../../state/desk.svelte';
import Host from '../../test/DeskHost.svelte';
import { makeAtlas } from '../../test/fixture';
import { qualityView } from '../../test/quality-fixture';
import QualityPage from './QualityPage.svelte';

let page: Record<string, unknown> | null = null;

async function settle(): Promise<void> {
  for (let i = 0; i < 6; i++) await new Promise((resolve) => setTimeout(resolve, 0));
  flushSync();
}

async function enter(own: Parameters<typeof makeAtlas>[0] = {}): Promise<Desk> {
  const desk = new Desk(makeAtlas(own));
  await desk.start();
  page = mount(Host, { target: document.body, props: { desk, of: QualityPage } });
  await settle();
  return desk;
}

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const text = () => document.body.textContent?.replace(/\s+/g, ' ') ?? '';

async function click(name: string): Promise<void> {
  const target = all('button').find((b) => b.textContent?.replace(/\s+/g, ' ').includes(name));
  expect(target, `no button ${name}`).toBeTruthy();
  target?.click();
  await settle();
}

beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

beforeEach(() => {
  i18n.lang = 'zh';
});

afterEach(async () => {
  if (page) await unmount(page);
  page = null;
  document.body.replaceChildren();
});

test('kinds are counted on the left, also those without a fault, and the list says how a fault is told', async () => {
  const desk = await enter();
  expect(all('nav button').map((b) => b.textContent?.trim())).toEqual(['边界重叠2', '未上图1', '协议重叠0']);
  expect(text()).toContain('边界重叠的判定');
  expect(all('.fault').length).toBe(2);
  expect(desk.quality.open).toBe(true);
  await click('协议重叠');
  expect(text()).toContain('这一项没有问题');
});

test('the two ways to mend an overlap are the user’s to choose, and what they change is shown', async () => {
  const written = vi.fn(async () => ({ session: await makeAtlas().session(), undo: {} }));
  await enter({ repairQuality: written as never });
  await click('月牙河东里（e001） 与');
  expect(text()).toContain('重叠面积');
  await click('修复…');
  expect(all('dialog input[type=radio]').map((i) => (i as HTMLInputElement).checked)).toEqual([false, false]);
  await click('修复');
  expect(written).not.toHaveBeenCalled();
  document.querySelector<HTMLInputElement>('dialog input[type=radio]')?.click();
  await settle();
  expect(text()).toContain('2000 平方米');
  expect(text()).toContain('800 平方米');
  expect(all('dialog svg[role=img] path').length).toBe(3);
  document.querySelector<HTMLFormElement>('dialog form')?.requestSubmit();
  await settle();
  expect(written).toHaveBeenCalledTimes(1);
  expect(document.querySelector('dialog')).toBeNull();
  expect(text()).toContain('已修复 1 处');
});

test('a fault without a safe repair offers none', async () => {
  await enter();
  await click('未上图');
  await click('振华里');
  expect(text()).toContain('没有可以自动执行的安全修复');
  expect(all('.detail .btn').length).toBe(0);
});

test('a district in order says so', async () => {
  await enter({
    quality: async () => ({ ...qualityView, total: 0, kinds: qualityView.kinds.map((k) => ({ ...k, count: 0 })) }),
  });
  expect(text()).toContain('没有发现问题');
});

test('when the page is left, the map shows the round again', async () => {
  const desk = await enter();
  if (page) await unmount(page);
  page = null;
  flushSync();
  expect(desk.quality.open).toBe(false);
});
