// How the walk of a meeting is worded, and how large its rows are.

import { type Key, t } from '../../i18n/index.svelte';
import { bandName } from '../names';

const items: Record<string, Key> = {
  figures: 'meeting.item.figures',
  level3: 'meeting.item.level3',
  money: 'meeting.item.money',
  proxies: 'meeting.item.proxies',
  hotspots: 'meeting.item.hotspots',
};

/** An item of the agenda; top and bottom are called by the size of the round's bands. */
export function itemName(key: string, places: number): string {
  if (key === 'top' || key === 'bottom') return bandName(key, places);
  const name = items[key];
  return name ? t(name) : key;
}

/** px of a row of a table, two lines high; `unit` is px of the window for each px of the design. */
export function rowHeight(unit: number): number {
  return Math.max(44, 60 * unit);
}

/** The sum of exact decimals, exact. */
export function sumOf(decimals: readonly string[]): string {
  const places = Math.max(1, ...decimals.map((d) => d.split('.')[1]?.length ?? 0));
  const scale = 10n ** BigInt(places);
  const sum = decimals.reduce((total, d) => {
    const [whole = '', part = ''] = d.split('.');
    return total + BigInt(whole || '0') * scale + BigInt(part.padEnd(places, '0') || '0');
  }, 0n);
  return `${sum / scale}.${(sum % scale).toString().padStart(places, '0')}`;
}
