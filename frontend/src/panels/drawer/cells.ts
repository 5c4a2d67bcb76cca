// How wide the columns of the list are, and what stands in the cells of those that are not drawn by hand.

import type { Lang, Text } from '../../api/types';
import { type FirstColumn, isFirst, type Test, type Values } from '../../model/columns';
import * as format from '../../model/format';

export interface Track {
  /** px */
  least: number;
  /** Its part of what the table has left over. */
  share: number;
}

const tracks: Record<FirstColumn, Record<Lang, number> & { share?: number }> = {
  rank: { zh: 72, en: 72 },
  change: { zh: 56, en: 62 },
  name: { zh: 120, en: 120, share: 1.6 },
  subdistrict: { zh: 72, en: 88, share: 1 },
  score: { zh: 56, en: 56 },
  state: { zh: 98, en: 140 },
  company: { zh: 84, en: 84, share: 1.5 },
  form: { zh: 48, en: 86 },
  cause: { zh: 48, en: 86 },
  run: { zh: 68, en: 44 },
  payable: { zh: 92, en: 92 },
  recent: { zh: 82, en: 82 },
};

/** What the field of a filter needs, px. */
const fields: Record<Test['kind'], number> = { range: 104, word: 92, contains: 96 };

/** Room beside the text of a head: padding and the arrow of the order, px. */
const besideHead = 30;

/** The width of a text of 12 px, px: Chinese characters are square, others about half. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) > 0x2e7f ? 12 : 6.8;
  return Math.ceil(width);
}

/** The room that a column takes, with the field of its filter where that is on. */
export function track(key: string, head: string, kind: string, lang: Lang, field: Test['kind'] | null): Track {
  const least = field ? fields[field] : 0;
  if (isFirst(key)) {
    const { share = 0, [lang]: width } = tracks[key];
    return { least: Math.max(width, least), share };
  }
  const usual = { text: 84, date: 96, money: 104 }[kind] ?? 64;
  return { least: Math.max(usual, textWidth(head) + besideHead, least), share: kind === 'text' ? 0.6 : 0 };
}

export function template(list: readonly Track[]): string {
  return list.map(({ least, share }) => (share > 0 ? `minmax(${least}px, ${share}fr)` : `${least}px`)).join(' ');
}

/** How many places a number of a unit has at least. */
const places: Record<string, number> = { m: 1, m2: 1, points: 1, degrees: 6 };
const formats = new Map<number, Intl.NumberFormat>();

/** What a cell says; — for what is unknown. */
export function cellText(values: Values | null, at: number, unit: string, lang: Lang): string {
  if (!values) return '';
  if (values.kind === 'words') {
    const word: Text | undefined = values.words[values.word[at] ?? -1];
    return word?.[lang] || format.unknown;
  }
  const n = values.numbers[at] ?? Number.NaN;
  if (Number.isNaN(n)) return format.unknown;
  if (unit === 'fen') return format.yuan(n);
  const least = places[unit] ?? 0;
  let how = formats.get(least);
  if (!how) {
    how = new Intl.NumberFormat('en', { minimumFractionDigits: least, maximumFractionDigits: 6 });
    formats.set(least, how);
  }
  return how.format(n).replace('-', '−');
}
