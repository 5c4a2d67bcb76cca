// @vitest-environment jsdom

import { describe, expect, test } from 'vitest';
import { action, type Focus, focusOf, shortcuts } from './keys';

const press = (
  key: string,
  focus: Focus = 'page',
  held: Partial<{ ctrl: boolean; alt: boolean; shift: boolean }> = {},
) => action({ key, ctrl: false, alt: false, shift: false, ...held }, focus);

describe('keys', () => {
  test('arrows change the round, but pan on the map unless Alt is held', () => {
    expect(press('ArrowLeft')).toBe('earlier');
    expect(press('ArrowRight', 'button')).toBe('later');
    expect(press('ArrowRight', 'map')).toBeNull();
    expect(press('ArrowRight', 'map', { alt: true })).toBe('later');
    expect(press('ArrowRight', 'grid')).toBeNull();
  });

  test('Space plays, except on a button, which it presses', () => {
    expect(press(' ')).toBe('play');
    expect(press(' ', 'button')).toBeNull();
  });

  test('nothing acts while a field has the focus, except Esc, Ctrl K and F6', () => {
    for (const key of ['l', 't', 'p', ' ', 'ArrowLeft', '?']) expect(press(key, 'field'), key).toBeNull();
    expect(press('Escape', 'field')).toBe('escape');
    expect(press('k', 'field', { ctrl: true })).toBe('search');
    expect(press('F6', 'field', { shift: true })).toBe('previous-region');
  });

  test('Ctrl with a letter is left to the browser', () => {
    expect(press('p', 'page', { ctrl: true })).toBeNull();
    expect(press('f', 'page', { ctrl: true })).toBeNull();
  });

  test('every shortcut that the help lists does what it says', () => {
    const names: Record<string, string> = { '←': 'ArrowLeft', '→': 'ArrowRight', Space: ' ', Esc: 'Escape' };
    for (const { keys, action: expected } of shortcuts) {
      const key = keys[keys.length - 1]!;
      expect(press(names[key] ?? key, 'page', { ctrl: keys.includes('Ctrl') }), keys.join(' ')).toBe(expected);
    }
  });
});

test('the focus knows where it is', () => {
  document.body.innerHTML =
    '<input id=a><div role=application><b id=b></b></div><button id=c></button><div role=grid><b id=d></b></div><p id=e></p>';
  const at = (id: string) => focusOf(document.getElementById(id));
  expect(['a', 'b', 'c', 'd', 'e'].map(at)).toEqual(['field', 'map', 'button', 'grid', 'page']);
  expect(focusOf(null)).toBe('page');
});
