// Finding an estate by any part of what people call it.

import type { District } from '../api/types';

/** Where a name is marked: from, to (exclusive), in characters of the text that is shown. */
export type Mark = readonly [from: number, to: number];

export type Hit =
  | { kind: 'estate'; position: number; name: string; marks: Mark[]; pinyin: { text: string; mark: Mark } | null }
  | { kind: 'company' | 'subdistrict'; index: number; name: string; marks: Mark[] };

export interface Found {
  hits: Hit[];
  /** Estates that match, also those beyond the limit. */
  total: number;
}

interface Entry {
  name: string;
  folded: string;
  pinyin: string;
  initials: string;
  id: string;
  place: string; // subdistrict and community
}

type Place = 'name' | 'initials' | 'pinyin' | 'id' | 'place' | 'company';

interface Match {
  /** Smaller is better: an exact name before its beginning, before its middle, before pinyin, before other words. */
  cost: number;
  place: Place;
  at: number;
  length: number;
}

/** Full-width letters and digits, case and blanks do not matter. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

export class Search {
  readonly #entries: Entry[];
  readonly #companies: { name: string; folded: string }[];
  readonly #subdistricts: { name: string; folded: string }[];

  constructor(district: District) {
    const { estates, subdistricts, communities, companies } = district;
    this.#entries = estates.name.map((name, i) => ({
      name,
      folded: fold(name),
      pinyin: estates.pinyin[i] ?? '',
      initials: estates.initials[i] ?? '',
      id: fold(estates.id[i] ?? ''),
      place: fold(
        `${subdistricts[estates.subdistrict[i] ?? -1] ?? ''} ${communities[estates.community[i] ?? -1] ?? ''}`,
      ),
    }));
    this.#companies = companies.map((c) => ({ name: c.name, folded: fold(c.name) }));
    this.#subdistricts = subdistricts.map((name) => ({ name, folded: fold(name) }));
  }

  /**
   * The estates for which every word of the query is found, best first and then by position; after them the companies and
   * subdistricts of that name. `company` gives each estate's company index in the round on screen.
   */
  find(query: string, company: readonly number[] = [], limit = 50): Found {
    const words = fold(query).trim().split(/\s+/).filter(Boolean);
    if (words.length === 0) return { hits: [], total: 0 };
    const found: { position: number; cost: number; matches: Match[] }[] = [];
    this.#entries.forEach((entry, position) => {
      const firm = this.#companies[company[position] ?? -1]?.folded ?? '';
      const matches: Match[] = [];
      let cost = 0;
      for (const word of words) {
        const match = matchWord(word, entry, firm);
        if (!match) return;
        matches.push(match);
        cost += match.cost;
      }
      found.push({ position, cost, matches });
    });
    found.sort((a, b) => a.cost - b.cost || a.position - b.position);
    const hits: Hit[] = found.slice(0, limit).map(({ position, matches }) => this.#estateHit(position, matches));
    const others = [...this.#named('company', words), ...this.#named('subdistrict', words)];
    return { hits: [...hits, ...others], total: found.length };
  }

  #estateHit(position: number, matches: Match[]): Hit {
    const entry = this.#entries[position]!;
    const marks: Mark[] = [];
    let pinyin: { text: string; mark: Mark } | null = null;
    // A folded name of another length (½ becomes 1⁄2) cannot be marked character by character.
    const inStep = entry.folded.length === entry.name.length;
    for (const { place, at, length } of matches) {
      if (place === 'name' && inStep) marks.push([at, at + length]);
      else if (place === 'initials' && entry.initials.length === entry.name.length) marks.push([at, at + length]);
      else if (place === 'initials') pinyin = { text: entry.initials, mark: [at, at + length] };
      else if (place === 'pinyin') pinyin = { text: entry.pinyin, mark: [at, at + length] };
    }
    return { kind: 'estate', position, name: entry.name, marks, pinyin };
  }

  *#named(kind: 'company' | 'subdistrict', words: string[]): Generator<Hit> {
    const list = kind === 'company' ? this.#companies : this.#subdistricts;
    for (const [index, { name, folded }] of list.entries()) {
      const marks: Mark[] = [];
      for (const word of words) {
        const at = folded.indexOf(word);
        if (at >= 0 && folded.length === name.length) marks.push([at, at + word.length]);
        else if (at < 0) break;
      }
      if (words.every((word) => folded.includes(word))) yield { kind, index, name, marks };
    }
  }
}

function matchWord(word: string, entry: Entry, company: string): Match | null {
  const length = word.length;
  let at = entry.folded.indexOf(word);
  if (at >= 0) {
    const exact = entry.folded.length === length;
    return { cost: exact ? 0 : at === 0 ? 1 : 3, place: 'name', at, length };
  }
  if (entry.initials.startsWith(word)) {
    return { cost: entry.initials.length === length ? 2 : 4, place: 'initials', at: 0, length };
  }
  if (entry.pinyin.startsWith(word)) return { cost: 5, place: 'pinyin', at: 0, length };
  if (entry.id === word) return { cost: 5, place: 'id', at: 0, length };
  at = entry.initials.indexOf(word);
  if (at >= 0) return { cost: 6, place: 'initials', at, length };
  at = entry.pinyin.indexOf(word);
  if (at >= 0) return { cost: 8, place: 'pinyin', at, length };
  if (entry.place.includes(word)) return { cost: 9, place: 'place', at: 0, length };
  if (company.includes(word)) return { cost: 10, place: 'company', at: 0, length };
  if (entry.id.includes(word)) return { cost: 11, place: 'id', at: 0, length };
  return null;
}

/** Cuts a text into marked and plain pieces. Marks may overlap and come in any order. */
export function pieces(text: string, marks: readonly Mark[]): { text: string; marked: boolean }[] {
  const result: { text: string; marked: boolean }[] = [];
  let from = 0;
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    if (end <= from) continue;
    const begin = Math.max(start, from);
    if (begin > from) result.push({ text: text.slice(from, begin), marked: false });
    result.push({ text: text.slice(begin, end), marked: true });
    from = end;
  }
  if (from < text.length) result.push({ text: text.slice(from), marked: false });
  return result;
}
