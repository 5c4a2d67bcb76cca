// Values of settings as people read them, and as JSON again.

import type { SettingRow } from '../../api/ledger-types';
import type { Lang } from '../../api/types';
import { translate } from '../../i18n/translate';
import * as format from '../../model/format';

/** What a value says: 10 个, 是, 全区. What is no simple value is shown as it is written. */
export function told(row: SettingRow, json: string, lang: Lang): string {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return json;
  }
  const choice = (v: unknown): string => row.choices.find((c) => c.value === v)?.text[lang] ?? String(v);
  if (row.kind === 'flag') return translate(lang, value === true ? 'settings.on' : 'settings.off');
  if (row.kind === 'choice') return choice(value);
  if (row.kind === 'kinds' && Array.isArray(value)) return value.map(choice).join(lang === 'zh' ? '、' : ', ');
  const shown = typeof value === 'number' && Number.isInteger(value) ? format.count(value) : value;
  if (typeof shown === 'number' || typeof shown === 'string')
    return `${shown}${row.unit[lang] === '' ? '' : ` ${row.unit[lang]}`}`;
  return JSON.stringify(value);
}
