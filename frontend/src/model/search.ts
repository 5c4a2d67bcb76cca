// Finding an estate, a company, a subdistrict or a community by any part of what people call it.

import type { District } from '../api/types';

/** Where a name is marked: from, to (exclusive), in characters of the text that is shown. */
export type Mark = readonly [from: number, to: number];

interface Marked {
  name: string;
  marks: Mark[];
  /** The spelling that was found, where no characters of the name can be marked for it. */
  pinyin: { text: string; mark: Mark } | null;
}

export type GroupKind = 'company' | 'subdistrict' | 'community';
export type EstateHit = Marked & { kind: 'estate'; position: number };
export type GroupHit = Marked & { kind: GroupKind; index: number };
export type Hit = EstateHit | GroupHit;

export interface Found {
  /** All hits as they stand below one another, each kind in one piece. */
  hits: Hit[];
  /** Estates that match, also those beyond the limit. */
  total: number;
}

interface Entry {
  name: string;
  folded: string;
  pinyin: string;
  initials: string;
}

type Place = 'name' | 'initials' | 'pinyin' | 'other';

interface Match {
  /** Smaller is better: an exact name before its beginning, before its middle, before pinyin, before other words. */
  cost: number;
  place: Place;
  at: number;
  length: number;
}

/** From this cost on an estate is found by where it lies or who manages it, not by its name. */
const notByName = 9;
/** How many estates are listed, and how many if there is something below them. */
const most = 50;
const mostAbove = 8;

const alreadyFolded = /^[\u3400-\u9fffa-z0-9]*$/;

/** Full-width letters and digits and case do not matter. */
export function fold(text: string): string {
  return alreadyFolded.test(text) ? text : text.normalize('NFKC').toLowerCase();
}

export class Search {
  readonly #district: District;
  readonly #estates: Entry[];
  readonly #ids: string[];
  readonly #groups: Record<GroupKind, Entry[]>;

  constructor(district: District) {
    const { estates, subdistricts, communities, companies, spellings } = district;
    this.#district = district;
    this.#estates = estates.name.map((name, i) => ({
      name,
      folded: fold(name),
      pinyin: estates.pinyin[i] ?? '',
      initials: estates.initials[i] ?? '',
    }));
    this.#ids = estates.id.map(fold);
    const entries = (names: readonly string[], spelt: District['spellings']['companies']) =>
      names.map((name, i) => ({
        name,
        folded: fold(name),
        pinyin: spelt[i]?.pinyin ?? '',
        initials: spelt[i]?.initials ?? '',
      }));
    this.#groups = {
      company: entries(
        companies.map((c) => c.name),
        spellings.companies,
      ),
      subdistrict: entries(subdistricts, spellings.subdistricts),
      community: entries(communities, spellings.communities),
    };
  }

  /**
   * The estates for which every word of the query is found, best first and then by position, and the companies, subdistricts and
   * communities of that name; these stand first where no estate is called so. `company` gives each estate's company index in the
   * round on screen.
   */
  find(query: string, company: readonly number[] = []): Found {
    const words = fold(query).trim().split(/\s+/).filter(Boolean);
    if (words.length === 0) return { hits: [], total: 0 };
    const groups: GroupHit[] = [
      ...this.#named('company', words),
      ...this.#named('subdistrict', words),
      ...this.#named('community', words),
    ];
    const found = this.#matching(words, company);
    const estates = found
      .slice(0, groups.length > 0 ? mostAbove : most)
      .map(({ position }): EstateHit => this.#estateHit(position, words));
    const groupsFirst = (found[0]?.cost ?? 0) >= notByName;
    return { hits: groupsFirst ? [...groups, ...estates] : [...estates, ...groups], total: found.length };
  }

  #matching(words: readonly string[], company: readonly number[]): { position: number; cost: number }[] {
    const { subdistrict, community } = this.#district.estates;
    const around = words.map((word) => ({
      word,
      companies: this.#groups.company.map((entry) => entry.folded.includes(word)),
      subdistricts: this.#groups.subdistrict.map((entry) => entry.folded.includes(word)),
      communities: this.#groups.community.map((entry) => entry.folded.includes(word)),
    }));
    const found: { position: number; cost: number }[] = [];
    for (let position = 0; position < this.#estates.length; position++) {
      const entry = this.#estates[position]!;
      const id = this.#ids[position]!;
      let cost = 0;
      for (const { word, companies, subdistricts, communities } of around) {
        const named = matchName(word, entry);
        if (named) cost = Math.max(cost, named.cost);
        else if (id === word) cost = Math.max(cost, 5);
        else if (subdistricts[subdistrict[position] ?? -1] || communities[community[position] ?? -1])
          cost = Math.max(cost, notByName);
        else if (companies[company[position] ?? -1]) cost = Math.max(cost, 10);
        else if (id.includes(word)) cost = Math.max(cost, 11);
        else {
          cost = -1;
          break;
        }
      }
      if (cost >= 0) found.push({ position, cost });
    }
    return found.sort((a, b) => a.cost - b.cost || a.position - b.position);
  }

  #estateHit(position: number, words: readonly string[]): EstateHit {
    return { kind: 'estate', position, ...marked(this.#estates[position]!, words) };
  }

  #named(kind: GroupKind, words: readonly string[]): GroupHit[] {
    const found: { index: number; cost: number }[] = [];
    this.#groups[kind].forEach((entry, index) => {
      const costs = words.map((word) => matchName(word, entry)?.cost ?? -1);
      if (costs.every((cost) => cost >= 0)) found.push({ index, cost: Math.max(...costs) });
    });
    return found
      .sort((a, b) => a.cost - b.cost || a.index - b.index)
      .slice(0, mostAbove)
      .map(({ index }) => ({ kind, index, ...marked(this.#groups[kind][index]!, words) }));
  }
}

/** What of a name stands for the words of the query. */
function marked(entry: Entry, words: readonly string[]): Marked {
  const marks: Mark[] = [];
  let pinyin: Marked['pinyin'] = null;
  // A folded name of another length (½ becomes 1⁄2) cannot be marked character by character.
  const inStep = entry.folded.length === entry.name.length;
  for (const word of words) {
    const match = matchName(word, entry);
    if (!match) continue;
    const { place, at, length } = match;
    if (place === 'name' && inStep) marks.push([at, at + length]);
    else if (place === 'initials' && entry.initials.length === entry.name.length) marks.push([at, at + length]);
    else if (place === 'initials') pinyin = { text: entry.initials, mark: [at, at + length] };
    else if (place === 'pinyin') pinyin = { text: entry.pinyin, mark: [at, at + length] };
  }
  return { name: entry.name, marks, pinyin };
}

function matchName(word: string, { folded, initials, pinyin }: Entry): Match | null {
  const length = word.length;
  let at = folded.indexOf(word);
  if (at >= 0) return { cost: folded.length === length ? 0 : at === 0 ? 1 : 3, place: 'name', at, length };
  at = initials.indexOf(word);
  if (at === 0) return { cost: initials.length === length ? 2 : 4, place: 'initials', at, length };
  const spelt = pinyin.indexOf(word);
  if (spelt === 0) return { cost: 5, place: 'pinyin', at: 0, length };
  if (at > 0) return { cost: 6, place: 'initials', at, length };
  return spelt > 0 ? { cost: 8, place: 'pinyin', at: spelt, length } : null;
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
