import { beforeEach, describe, expect, test } from 'vitest';
import { i18n } from '../i18n/index.svelte';
import { Layout } from './layout.svelte';
import { Prefs, type Store } from './prefs.svelte';

function memory(content: Record<string, string> = {}): Store & { content: Record<string, string> } {
  return {
    content,
    getItem: (key) => content[key] ?? null,
    setItem: (key, value) => {
      content[key] = value;
    },
  };
}

beforeEach(() => {
  i18n.lang = 'zh';
});

describe('what the machine remembers', () => {
  test('language, colours, drawer and legend come back', () => {
    const store = memory();
    const first = new Prefs(store);
    first.lang = 'en';
    first.theme = 'dark';
    first.drawerRows = 9;
    first.drawerOpen = true;
    first.legendOpen = false;
    const second = new Prefs(store);
    expect([second.lang, second.theme, second.drawerRows, second.drawerOpen, second.legendOpen]).toEqual([
      'en',
      'dark',
      9,
      true,
      false,
    ]);
    expect(i18n.lang).toBe('en');
  });

  test('a project is found at the desk it was left at, unless there is no such desk', () => {
    const store = memory();
    new Prefs(store).leave('a.gpkg', { room: 'ledger' });
    expect(new Prefs(store).left('a.gpkg').room).toBe('ledger');
    const strange = memory({ 'estate-atlas': '{"projects":[["a.gpkg",{"room":"cellar"}]]}' });
    expect(new Prefs(strange).left('a.gpkg').room).toBeUndefined();
  });

  test('rubbish in the storage is as good as nothing', () => {
    for (const rubbish of ['', '{', 'null', '[]', '{"lang":"fr","theme":"pink","drawerRows":-3,"drawerOpen":"yes"}']) {
      const prefs = new Prefs(memory({ 'estate-atlas': rubbish }));
      expect([prefs.lang, prefs.theme, prefs.drawerRows, prefs.drawerOpen]).toEqual(['zh', 'light', null, null]);
    }
  });

  test('without storage, or with one that refuses, everything works', () => {
    expect(() => {
      new Prefs(null).theme = 'dark';
    }).not.toThrow();
    const full: Store = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const prefs = new Prefs(full);
    prefs.theme = 'projector';
    expect(prefs.theme).toBe('projector');
  });
});

describe('the layout', () => {
  const at = (width: number, height: number, prefs = new Prefs(null)) => new Layout(prefs, () => ({ width, height }));

  test('suits the window: six rows, eight on a large one, closed on a low one', () => {
    expect(at(1440, 900).drawerRows).toBe(6);
    expect(at(1920, 1080).drawerRows).toBe(8);
    expect(at(1280, 720).drawerRows).toBe(0);
    expect(at(1024, 900).drawerRows).toBe(0);
    expect(at(1280, 720).legendOpen).toBe(true);
    expect(at(1024, 640).legendOpen).toBe(false);
  });

  test('what was chosen stays, but the map keeps its room', () => {
    const prefs = new Prefs(null);
    prefs.drawerRows = 20;
    prefs.drawerOpen = true;
    expect(at(1920, 1080, prefs).drawerRows).toBe(20);
    expect(at(1280, 720, prefs).drawerRows).toBe(at(1280, 720, prefs).mostRows);
    expect(at(1280, 720, prefs).mostRows).toBeLessThan(20);
  });

  test('opens and closes, and keeps its rows', () => {
    const layout = at(1440, 900);
    layout.resizeDrawer(9);
    layout.toggleDrawer();
    expect(layout.drawerRows).toBe(0);
    layout.toggleDrawer();
    expect(layout.drawerRows).toBe(9);
    layout.resizeDrawer(0);
    expect(layout.drawerRows).toBe(0);
    layout.toggleLegend();
    expect(layout.legendOpen).toBe(false);
  });
});
