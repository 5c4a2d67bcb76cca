import { en } from './en';
import { type Key, zh } from './zh-CN';

export type { Key } from './zh-CN';
export type Params = Record<string, string | number>;

const dictionaries = { zh, en } satisfies Record<'zh' | 'en', Record<Key, string>>;

/**
 * The sentence of key in lang. `{n}` is replaced by params.n; `{n|estate|estates}` by the first word where params.n is 1,
 * else by the second.
 */
export function translate(lang: 'zh' | 'en', key: Key, params: Params = {}): string {
  return dictionaries[lang][key].replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (whole, name: string, one, many) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (one === undefined) return String(value);
    return Number(value) === 1 ? one : many;
  });
}
