// What the proxy desk says of a row.

import type { ProxyRow } from '../../api/proxy-types';
import type { Lang } from '../../api/types';
import { t } from '../../i18n/index.svelte';
import type { Key } from '../../i18n/zh-CN';

/** Causes that a few words tell; the sentence with its metres stands in the tooltip and on the card. */
const short: Partial<Record<string, Key>> = {
  nearest: 'proxy.cause.nearest',
  own_subdistrict: 'proxy.cause.own_subdistrict',
  other_subdistrict: 'proxy.cause.other_subdistrict',
  nearest_free: 'proxy.cause.nearest_free',
  capacity: 'proxy.cause.capacity',
  beyond_max_distance: 'proxy.cause.beyond_max_distance',
  no_host: 'proxy.cause.no_host',
  kept: 'proxy.cause.kept',
};

export function reasonOf(row: ProxyRow, lang: Lang): string {
  if (row.invalid) return row.why[lang];
  if (row.locked) return t('proxy.locked');
  if (row.status === 'override' || row.pinned) return t('proxy.override.reason', { reason: row.why[lang] });
  const key = short[row.cause];
  return key ? t(key) : row.why[lang];
}
