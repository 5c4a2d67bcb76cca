import type { Lang, Text } from '../api/types';
import { type Key, type Params, translate } from './translate';

export type { Key, Params } from './translate';

let current = $state<Lang>('zh');

/** The language of the interface. Reading it in a component or $derived follows the switch. */
export const i18n = {
  get lang(): Lang {
    return current;
  },
  set lang(lang: Lang) {
    current = lang;
  },
};

/** The sentence of key in the language of the interface. */
export function t(key: Key, params?: Params): string {
  return translate(current, key, params);
}

/** A sentence that came from Go, in the language of the interface. */
export function say(text: Text): string {
  return text[current] || text.zh;
}
