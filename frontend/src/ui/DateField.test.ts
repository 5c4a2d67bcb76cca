// @vitest-environment jsdom

import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { i18n } from '../i18n/index.svelte';
import DateField from './DateField.svelte';

let field: Record<string, unknown> | null = null;

function show(props: Partial<Parameters<typeof DateField>[1]> = {}) {
  const onchange = vi.fn<(value: string) => void>();
  field = mount(DateField, {
    target: document.body,
    props: { label: '日期', value: '2026-03-18', onchange, ...props },
  });
  flushSync();
  return onchange;
}

const input = () => document.querySelector('input') as HTMLInputElement;
const days = () => [...document.querySelectorAll<HTMLButtonElement>('.days button')];
const alert = () => document.querySelector('[role=alert]')?.textContent ?? '';

function type(text: string): void {
  input().value = text;
  input().dispatchEvent(new Event('input', { bubbles: true }));
  input().dispatchEvent(new Event('change', { bubbles: true }));
  flushSync();
}

async function press(key: string): Promise<void> {
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  flushSync();
  await tick();
}

async function openCalendar(): Promise<void> {
  document.querySelector<HTMLButtonElement>('button[aria-expanded]')?.click();
  flushSync();
  await tick();
}

beforeEach(() => {
  i18n.lang = 'zh';
});

afterEach(async () => {
  if (field) await unmount(field);
  field = null;
  document.body.replaceChildren();
});

test('a day is written year first whatever the browser speaks, and is taken as people type it', () => {
  const onchange = show();
  expect(input().value).toBe('2026-03-18');
  type('2026年4月5日');
  expect(input().value).toBe('2026-04-05');
  expect(onchange).toHaveBeenLastCalledWith('2026-04-05');
});

test('what is no day is said and is not handed on', () => {
  const onchange = show();
  type('2026-02-30');
  expect(alert()).toContain('没有这一天');
  expect(input().validity.valid).toBe(false);
  expect(onchange).toHaveBeenLastCalledWith('');
  expect(input().value).toBe('2026-02-30');
  type('2026-02-28');
  expect([alert(), input().validity.valid]).toEqual(['', true]);
});

test('a day that must be given is asked for in the words of the program', () => {
  show({ value: '', required: true });
  expect(input().validationMessage).toBe('填写日期');
});

test('a field of months takes months and has no calendar', () => {
  const onchange = show({ value: '', month: true });
  type('2026.4');
  expect(onchange).toHaveBeenLastCalledWith('2026-04');
  expect(document.querySelector('button')).toBeNull();
});

test('in the calendar one goes by keys from the day that is there, and Esc closes it alone', async () => {
  const onchange = show();
  const outside = vi.fn();
  window.addEventListener('keydown', outside);
  await openCalendar();
  expect(document.activeElement?.textContent).toBe('18');
  await press('ArrowDown');
  await press('ArrowRight');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('2026年3月26日');
  await press('PageDown');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('2026年4月26日');
  await press('Escape');
  expect(days()).toEqual([]);
  expect(outside).not.toHaveBeenCalled();
  expect(onchange).not.toHaveBeenCalled();
  window.removeEventListener('keydown', outside);
});

test('a day of the calendar is taken and closes it', async () => {
  const onchange = show();
  await openCalendar();
  days()
    .find((day) => day.textContent === '7')
    ?.click();
  flushSync();
  await tick();
  expect([input().value, days().length]).toEqual(['2026-03-07', 0]);
  expect(onchange).toHaveBeenLastCalledWith('2026-03-07');
});
