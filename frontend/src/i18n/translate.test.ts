import { describe, expect, test } from 'vitest';
import { en } from './en';
import { translate } from './translate';
import { zh } from './zh-CN';

describe('translate', () => {
  test('both languages have a sentence for every key', () => {
    for (const key of Object.keys(zh) as (keyof typeof zh)[]) {
      // English counts have no unit word: 10, not 10 个.
      if (key.startsWith('unit.')) continue;
      expect(zh[key], key).not.toBe('');
      expect(en[key], key).not.toBe('');
    }
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  test('both languages name the same parameters', () => {
    const names = (s: string) => [...new Set([...s.matchAll(/\{(\w+)/g)].map((m) => m[1]))].sort();
    for (const key of Object.keys(zh) as (keyof typeof zh)[]) expect(names(en[key]), key).toEqual(names(zh[key]));
  });

  test('the title', () => {
    expect(translate('zh', 'app.title')).toBe('旧楼区长效管理一张图');
    expect(translate('en', 'app.title')).toBe('Estate Atlas');
  });
});
