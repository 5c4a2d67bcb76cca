// @vitest-environment jsdom

import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import App from './App.svelte';
import type { Atlas } from './api/atlas';
import { AppError } from './api/errors';
import { i18n } from './i18n/index.svelte';
import { makeAtlas, makeCard, makeDistrict, makeRound } from './test/fixture';

// The map is another's business; here a stand-in takes its place.
vi.mock('./map/MapStage.svelte', async () => ({ default: (await import('./test/NoMap.svelte')).default }));

let app: Record<string, unknown> | null = null;

async function settle(): Promise<void> {
  for (let i = 0; i < 6; i++) await new Promise((resolve) => setTimeout(resolve, 0));
  flushSync();
}

async function start(own: Partial<Atlas> = {}): Promise<void> {
  app = mount(App, { target: document.body, props: { atlas: makeAtlas(own) } });
  await settle();
}

const find = (selector: string) => document.querySelector<HTMLElement>(selector);
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const text = (selector: string) => find(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

async function click(target: HTMLElement | null | undefined, held: MouseEventInit = {}): Promise<void> {
  expect(target, 'nothing to click').toBeTruthy();
  target?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...held }));
  await settle();
}

async function press(key: string, target: Element = document.body, held: KeyboardEventInit = {}): Promise<void> {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }));
  await settle();
}

async function type(query: string): Promise<void> {
  const input = find('#search') as HTMLInputElement;
  input.focus();
  input.value = query;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
}

const button = (name: string) =>
  all('button').find((b) => (b.textContent ?? '').includes(name) || b.getAttribute('aria-label') === name);
const rowNames = () => all('[role=row][data-fid] span:nth-child(3)').map((cell) => cell.textContent);

beforeEach(() => {
  i18n.lang = 'zh';
  localStorage.clear();
  Object.defineProperty(window, 'innerWidth', { value: 1440, configurable: true });
  Object.defineProperty(window, 'innerHeight', { value: 900, configurable: true });
});

afterEach(async () => {
  if (app) await unmount(app);
  app = null;
  document.body.innerHTML = '';
});

describe('the window', () => {
  test('says that the sample district is made up, in both languages', async () => {
    await start();
    expect(text('header')).toContain('示例区（虚构）');
    await click(all('[role=radio]').find((r) => r.textContent === 'EN'));
    expect(text('header')).toContain('Sample district (fictional)');
    expect(document.documentElement.lang).toBe('en');
  });

  test('shows names as text, whatever they hold', async () => {
    await start();
    expect(rowNames()).toContain('<img src=x onerror=alert(1)>');
    expect(document.querySelector('img')).toBeNull();
  });

  test('changes its colours and remembers them', async () => {
    await start();
    await click(button('配色'));
    await click(button('深色'));
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(localStorage.getItem('estate-atlas')).toContain('dark');
  });

  test('says what is wrong when the project cannot be shown', async () => {
    await start({
      district: async () => {
        throw new AppError('corrupt', { zh: '项目文件已损坏', en: 'damaged' });
      },
    });
    expect(text('[role=alert]')).toContain('项目文件已损坏');
    expect(button('重试')).toBeTruthy();
  });
});

describe('the legend', () => {
  test('counts add up and a click leaves only that class in the list', async () => {
    await start();
    const counts = all('[data-band] .count').map((c) => Number(c.textContent));
    expect(counts.reduce((a, b) => a + b, 0)).toBe(12);
    await click(find('[data-band=bottom]'));
    expect(rowNames()).toEqual(['振华里', '丽新里']);
    expect(find('[data-band=top]')?.getAttribute('aria-checked')).toBe('false');
    expect(text('[role=group][aria-label=筛选]')).toContain('后2名');
    await click(button('全部显示'));
    expect(rowNames()).toHaveLength(12);
  });

  test('Ctrl adds a class', async () => {
    await start();
    await click(find('[data-band=bottom]'));
    await click(find('[data-band=top]'), { ctrlKey: true });
    expect(rowNames()).toHaveLength(4);
  });

  test('folds away and its filter stays in sight', async () => {
    await start();
    await click(find('[data-band=bottom]'));
    await press('l');
    expect(find('[data-band=bottom]')).toBeNull();
    expect(text('[role=group][aria-label=筛选]')).toContain('后2名');
  });
});

describe('figures', () => {
  test('leave the estates behind them, a second click all', async () => {
    await start();
    await click(find('.cell.bottom'));
    expect(rowNames()).toEqual(['振华里', '丽新里']);
    expect(find('.cell.bottom')?.getAttribute('aria-pressed')).toBe('true');
    await click(find('.cell.bottom'));
    expect(rowNames()).toHaveLength(12);
  });

  test('with nobody behind them say so and offer the way back', async () => {
    await start();
    await click(find('.cell.funds'));
    expect(text('[role=grid]')).toContain('没有符合筛选的小区');
    await click(all('[role=grid] button').find((b) => b.textContent === '全部显示'));
    expect(rowNames()).toHaveLength(12);
  });
});

describe('那个小区怎么样', () => {
  test('is answered by initials, Enter and the card', async () => {
    await start();
    await press('k', document.body, { ctrlKey: true });
    expect(document.activeElement?.id).toBe('search');
    await type('lxl');
    expect(text('[role=option]')).toContain('丽新里');
    expect(text('[role=option] mark')).toBe('丽新里');
    await press('Enter', find('#search')!);
    expect(text('aside h2')).toBe('丽新里');
    expect(text('aside header')).toContain('第10名');
    expect(text('aside')).toContain('三级 · 已确认');
    expect(text('aside')).toContain('河北民字〔2019〕19号 五（二）');
  });

  test('a figure shows its reasons on request, with the rounds to go to', async () => {
    await start();
    await click(find('[data-fid="110"]'));
    const basis = find('[aria-label=措施] .clause');
    expect(basis?.getAttribute('aria-expanded')).toBe('false');
    await click(basis);
    expect(text('[aria-label=措施]')).toContain('连续三轮后十名');
    expect(text('[aria-label=措施]')).toContain('依据文件有效期已满');
    await click(all('[aria-label=措施] .evidence .link')[0]);
    expect(find('[role=slider]')?.getAttribute('aria-valuenow')).toBe('1');
  });

  test('the order of the card is fixed', async () => {
    await start();
    await click(find('[data-fid="110"]'));
    expect(all('aside section').map((s) => s.getAttribute('aria-label'))).toEqual([
      '名次变化',
      '措施',
      '扣分 38.5',
      '区级奖励补贴',
      '企业与代管',
      '决定',
    ]);
  });

  test('nobody of that name: says how else to ask', async () => {
    await start();
    await type('没有这个');
    expect(text('[role=status].none')).toContain('没有找到“没有这个”');
  });

  test('without a selection the overview stands there and says what to do', async () => {
    await start();
    expect(text('aside')).toContain('按 Ctrl K');
  });

  test('an estate that is not scored and has no company is shown with what is known', async () => {
    const bare = {
      ...makeCard(112),
      rank: 0,
      band: 'unranked',
      run: 0,
      company: undefined,
      proxy: undefined,
      measures: [],
      decisions: [],
      history: [],
    };
    bare.deductions = { total: '0', companyShare: 0, cause: '', determined: false, items: [] };
    await start({ card: async () => bare as never });
    await click(find('[data-fid="112"]'));
    expect(text('aside header')).toContain('未参评');
    expect(text('aside')).toContain('当日没有管理服务协议');
    expect(text('aside')).not.toContain('NaN');
  });
});

describe('rounds', () => {
  test('change with the keys', async () => {
    await start();
    await press('ArrowLeft');
    expect(find('[role=slider]')?.getAttribute('aria-valuenow')).toBe('2');
    await press('ArrowLeft');
    await press('ArrowLeft');
    expect(find('[role=slider]')?.getAttribute('aria-valuetext')).toContain('2025年12月创卫考核');
    await press('ArrowRight', find('[role=slider]')!);
    expect(find('[role=slider]')?.getAttribute('aria-valuenow')).toBe('2');
  });

  test('one that cannot be had leaves the old one and can be tried again', async () => {
    const round = vi.fn(async (id: string) => {
      if (id === 'r1') throw new AppError('internal', { zh: '读不到这一轮', en: 'unreadable' });
      return makeRound(id || 'r3');
    });
    await start({ round });
    await click(find('[data-round=r1]'));
    expect(text('[role=alert].trouble')).toContain('读不到这一轮');
    expect(find('[role=slider]')?.getAttribute('aria-valuenow')).toBe('3');
  });

  test('a notice shows the estates that it names', async () => {
    await start();
    await click(button('本轮提示 1 条'));
    await click(button('只看所指 2 个小区'));
    expect(rowNames()).toHaveLength(2);
  });
});

describe('the list', () => {
  test('sorts by its heads', async () => {
    await start();
    await click(all('[role=columnheader] button').find((b) => b.textContent?.includes('月补贴')));
    expect(rowNames()[0]).toBe('景欣苑');
    await click(all('[role=columnheader] button').find((b) => b.textContent?.includes('月补贴')));
    expect(rowNames()[0]).toBe('月牙河东里');
    expect(all('[aria-sort=ascending]')).toHaveLength(1);
  });

  test('is walked with the keys; Enter opens the card', async () => {
    await start();
    const grid = find('[role=grid]')!;
    await press('ArrowDown', grid);
    await press('ArrowDown', grid);
    expect(grid.getAttribute('aria-activedescendant')).toBe('estate-row-1');
    await press('Enter', grid);
    expect(text('aside h2')).toBe('丽新里');
    expect(all('[role=row][aria-selected=true]')).toHaveLength(1);
  });

  test('of 50,000 estates draws only those in sight', async () => {
    const many = 50_000;
    const small = makeDistrict();
    const stretch = <T>(column: T[]) => Array.from({ length: many }, (_, i) => column[i % 12]!);
    const { estates } = small;
    const big = Object.fromEntries(
      Object.entries(estates).map(([name, column]) => [name, stretch(column as unknown[])]),
    ) as typeof estates;
    big.fid = Array.from({ length: many }, (_, i) => i + 1);
    const view = makeRound();
    const columns = [
      'rank',
      'rankFromBottom',
      'tied',
      'score',
      'change',
      'band',
      'state',
      'company',
      'proxy',
      'cause',
      'level',
      'proposedLevel',
      'run',
      'payableFen',
    ] as const;
    for (const name of columns) (view[name] as unknown[]) = stretch(view[name] as unknown[]);
    await start({ district: async () => ({ ...small, estates: big }), round: async () => view });
    expect(find('[role=grid]')?.getAttribute('aria-rowcount')).toBe('50001');
    expect(all('[role=row][data-fid]').length).toBeLessThan(60);
  });

  test('companies and streets stand in lists of their own and narrow to their estates', async () => {
    const summary = {
      name: '恒泰安居物业',
      index: 1,
      estates: 5,
      scored: 4,
      averageRank: 6,
      top: 1,
      bottom: 1,
      withheldFen: 490_000,
      proposedFen: 0,
      fids: [],
    };
    await start({ round: async (id) => ({ ...makeRound(id || 'r3'), companies: [summary] }) });
    await click(find('#list-tab-companies'));
    expect(text('tbody tr')).toContain('4,900.00');
    await click(find('tbody button'));
    await click(find('#list-tab-estates'));
    expect(rowNames()).toHaveLength(5);
  });

  test('closes and opens with T', async () => {
    await start();
    await press('t');
    expect(find('[role=grid]')).toBeNull();
    await press('t');
    expect(find('[role=grid]')).toBeTruthy();
  });
});

describe('beginning', () => {
  const nothing = async () => ({ version: '0.1.0', desktop: true }) as never;

  test('without a project the demo is one click away', async () => {
    await start({ session: nothing });
    expect(text('main h2')).toBe('还没有项目');
    await click(button('看示例区'));
    expect(rowNames()).toHaveLength(12);
  });

  test('an import that fails lists file, line and column, and says that nothing was taken', async () => {
    const faults = Array.from({ length: 3000 }, (_, i) => ({
      file: 'scores.csv',
      row: i + 2,
      column: 'score',
      text: { zh: `得分“${i}”不在 0—100 之间`, en: '' },
    }));
    const project = { name: '', path: '', version: '', readOnly: false, madeUp: false };
    await start({
      session: nothing,
      chooseFolder: async () => '/data',
      chooseTarget: async () => '/new.gpkg',
      importData: async () => ({ done: false, project, faults, notes: [], counts: [] }),
    });
    await click(button('选择文件夹…'));
    expect(text('aside h2')).toBe('没有导入任何数据');
    expect(text('aside')).toContain('scores.csv 第 2 行');
    expect(all('aside [role=listitem]').length).toBeLessThan(60);
  });

  test('a browser without a project says how to start one', async () => {
    await start({ session: async () => ({ version: '0.1.0', desktop: false }) as never });
    expect(text('main')).toContain('estate-atlas serve');
    expect(button('选择文件夹…')).toBeUndefined();
  });

  test('help and the table of keys open and close', async () => {
    await start();
    await press('?');
    expect(text('dialog h2')).toBe('键盘快捷键');
    await click(button('关闭'));
    expect(find('dialog')).toBeNull();
    await click(button('帮助'));
    expect(text('dialog')).toContain('怎样看图');
  });
});
