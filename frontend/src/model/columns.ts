// The columns of the list of estates: what they hold, how they sort, what a filter leaves of them. The first twelve follow from
// what the screen has anyway; the others come from the program when they are chosen (backend/app/exporting_columns.go).

import type { District, RoundView, TableColumn, Text } from '../api/types';
import { translate } from '../i18n/translate';
import { causes, states } from './legend';
import { fold } from './search';

/** The columns that a list begins with, in their order. */
export const firstColumns = [
  'rank',
  'change',
  'name',
  'subdistrict',
  'score',
  'state',
  'company',
  'form',
  'cause',
  'run',
  'payable',
  'recent',
] as const;
export type FirstColumn = (typeof firstColumns)[number];

export function isFirst(key: string): key is FirstColumn {
  return (firstColumns as readonly string[]).includes(key);
}

/** What a column holds, by position of the estate. */
export type Values =
  /** Positions in `words`, −1 is blank. */
  | { kind: 'words'; words: readonly Text[]; word: ArrayLike<number> }
  /** NaN is unknown. `unit` is what one of the reader's numbers is worth: 100 for yuan that are kept in fen. */
  | { kind: 'numbers'; numbers: Float64Array; unit: number };

export function valuesOf(column: TableColumn): Values | null {
  switch (column.kind) {
    case 'text':
    case 'date':
      return { kind: 'words', words: column.words, word: column.word };
    case 'number':
    case 'money':
      return {
        kind: 'numbers',
        numbers: Float64Array.from(column.number, (n, i) => (column.known[i] ? n : Number.NaN)),
        unit: column.kind === 'money' ? 100 : 1,
      };
    default:
      return null;
  }
}

/** What one of the first columns holds; null for the drawing, which has no values. */
export function firstValues(key: FirstColumn, district: District, view: RoundView): Values | null {
  const { estates } = district;
  const ranked = (values: readonly number[]) =>
    Float64Array.from(values, (v, i) => ((view.rank[i] ?? 0) > 0 ? v : Number.NaN));
  switch (key) {
    case 'rank':
      return numbers(ranked(view.rank));
    case 'change':
      return numbers(ranked(view.change));
    case 'score':
      return numbers(Float64Array.from(view.score, (s) => (s === '' ? Number.NaN : Number(s))));
    case 'run':
      return numbers(Float64Array.from(view.run, (r) => (r > 0 ? r : Number.NaN)));
    case 'payable':
      return numbers(Float64Array.from(view.payableFen), 100);
    case 'name':
      return nameValues(estates);
    case 'subdistrict':
      return { kind: 'words', words: district.subdistricts.map(record), word: estates.subdistrict };
    case 'company':
      return { kind: 'words', words: district.companies.map((c) => record(c.name)), word: view.company };
    case 'state':
      return { kind: 'words', words: states.map((s) => say(`state.${s}`)), word: view.state };
    case 'form':
      return { kind: 'words', words: [say('form.contiguous'), say('form.scattered')], word: estates.form };
    case 'cause':
      return {
        kind: 'words',
        words: causes.map((c) => (c === '' ? record('') : say(`cause.${c}`))),
        word: view.cause.map((c) => (c > 0 ? c : -1)),
      };
    case 'recent':
      return null;
    default:
      return key satisfies never;
  }
}

const nameColumns = new WeakMap<District['estates'], Values>();

/** The names, made once for a district: what is worked out from their words is kept with them. */
function nameValues(estates: District['estates']): Values {
  let values = nameColumns.get(estates);
  if (!values) {
    values = { kind: 'words', words: estates.name.map(record), word: estates.name.map((_, i) => i) };
    nameColumns.set(estates, values);
  }
  return values;
}

function numbers(values: Float64Array, unit = 1): Values {
  return { kind: 'numbers', numbers: values, unit };
}

/** A name of a record, which is the same in both languages. */
function record(name: string): Text {
  return { zh: name, en: name };
}

function say(key: Parameters<typeof translate>[1]): Text {
  return { zh: translate('zh', key), en: translate('en', key) };
}

/** What a column has to fulfil. Bounds are in the reader's unit and belong to what is left. */
export type Test =
  | { kind: 'contains'; text: string }
  | { kind: 'range'; from: number | null; to: number | null }
  /** Only this word, by its Chinese text: positions differ from round to round. */
  | { kind: 'word'; word: Text };

export interface ColumnFilter {
  key: string;
  head: Text;
  test: Test;
}

/** Above how many different words a column is searched by typing instead of by a choice. */
const fewWords = 24;

/** How a column can be filtered. */
export function testKind(values: Values): Test['kind'] {
  if (values.kind === 'numbers') return 'range';
  return values.words.length <= fewWords ? 'word' : 'contains';
}

/** A bound as it is typed, full-width digits and grouping included; null for none, NaN for what is not a number. */
export function bound(typed: string): number | null {
  const text = fold(typed)
    .replace(/[\s,，]/g, '')
    .replace(/^[−–—]/, '-');
  if (text === '') return null;
  return /^-?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
}

/** 1 for each estate that fulfils the test. What is unknown fulfils none. `also` is what else may be typed for a word. */
export function passing(values: Values, test: Test, also?: (at: number) => string): Uint8Array {
  if (values.kind === 'numbers') {
    if (test.kind !== 'range') return new Uint8Array(values.numbers.length);
    const from = test.from === null ? Number.NEGATIVE_INFINITY : test.from * values.unit;
    const to = test.to === null ? Number.POSITIVE_INFINITY : test.to * values.unit;
    return Uint8Array.from(values.numbers, (n) => (n >= from && n <= to ? 1 : 0));
  }
  const words = Uint8Array.from(passingWords(values.words, test));
  const passed = Uint8Array.from(values.word, (w) => words[w] ?? 0);
  if (test.kind === 'contains' && also) {
    const text = fold(test.text).trim();
    for (let i = 0; i < passed.length; i++) if (passed[i] === 0 && also(i).includes(text)) passed[i] = 1;
  }
  return passed;
}

function passingWords(words: readonly Text[], test: Test): number[] {
  if (test.kind === 'word') return words.map((word) => (word.zh === test.word.zh ? 1 : 0));
  if (test.kind === 'range') return words.map(() => 0);
  const text = fold(test.text).trim();
  return folded(words).map((both) => (both.includes(text) ? 1 : 0));
}

const foldedWords = new WeakMap<readonly Text[], string[]>();

/** The words in both languages as they are compared; folding many costs more than comparing them. */
function folded(words: readonly Text[]): string[] {
  let known = foldedWords.get(words);
  if (!known) {
    known = words.map(({ zh, en }) => (zh === en ? fold(zh) : `${fold(zh)}\n${fold(en)}`));
    foldedWords.set(words, known);
  }
  return known;
}

/** The words that a choice offers: those that an estate has, in the order of their reading. */
export function choices(values: Values, lang: 'zh' | 'en'): Text[] {
  if (values.kind === 'numbers') return [];
  const there = new Set(Array.from(values.word));
  const words = values.words.filter((word, i) => there.has(i) && word.zh !== '');
  return words.sort((a, b) => collator.compare(a[lang], b[lang]));
}

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** Above how many texts they are ordered by their characters, numbers by value: a collator takes over a second for 50,000. */
const manyTexts = 3000;

/** The place of each text among all, equal texts sharing one. */
export function ranksOf(texts: readonly string[]): Float64Array {
  const many = texts.length > manyTexts;
  const keys = many ? texts.map(byValue) : texts;
  const compare = many ? plainly : collator.compare;
  const order = texts.map((_, i) => i).sort((a, b) => compare(keys[a]!, keys[b]!) || a - b);
  const ranks = new Float64Array(texts.length);
  let last = -1;
  order.forEach((i, place) => {
    const previous = order[place - 1];
    if (previous === undefined || texts[previous] !== texts[i]) last = place;
    ranks[i] = last;
  });
  return ranks;
}

function plainly(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A text whose plain order puts 2 before 12. */
export function byValue(text: string): string {
  return text.replace(/\d+/g, (digits) => digits.padStart(8, '0'));
}

const wordRanks = new WeakMap<readonly Text[], Float64Array>();

/** Numbers by which estates sort in a column; NaN is unknown. */
export function sortKeys(values: Values): Float64Array {
  if (values.kind === 'numbers') return values.numbers;
  let ranks = wordRanks.get(values.words);
  if (!ranks) {
    ranks = ranksOf(values.words.map((word) => word.zh));
    wordRanks.set(values.words, ranks);
  }
  const places = ranks;
  return Float64Array.from(values.word, (w) => places[w] ?? Number.NaN);
}

/** A list of columns with one more or fewer; the name always stays, a new one stands last. */
export function toggled(chosen: readonly string[], key: string): string[] {
  if (key === 'name') return [...chosen];
  return chosen.includes(key) ? chosen.filter((k) => k !== key) : [...chosen, key];
}

/** A list of columns with one moved by some places, as far as there are any. */
export function moved(chosen: readonly string[], key: string, by: number): string[] {
  const at = chosen.indexOf(key);
  if (at < 0) return [...chosen];
  const rest = chosen.filter((k) => k !== key);
  rest.splice(Math.max(0, Math.min(rest.length, at + by)), 0, key);
  return rest;
}
