// Names of things as the panels write them, in the language of the reader.

import type { Clause, Colouring, District, Lang, RoundInfo } from '../api/types';
import { i18n, t } from '../i18n/index.svelte';
import { translate } from '../i18n/translate';
import type { ColumnFilter } from '../model/columns';
import type { FilterPart } from '../model/filter';
import * as format from '../model/format';
import { type Band, bands, states } from '../model/legend';
import { figureName } from './figures/figures';

/** A class of the fill: 前十名, 中段, 后十名, 未参评. `places` is how many places top and bottom have in the round. */
export function bandName(band: Band, places: number): string {
  if (band === 'top') return places === 10 ? t('band.top') : t('band.topSmall', { n: places });
  if (band === 'bottom') return places === 10 ? t('band.bottom') : t('band.bottomSmall', { n: places });
  return band === 'unranked' ? t('band.unranked') : t('band.middle');
}

/** A round's name as entered; in English its month, because names stay Chinese. */
export function roundTitle(round: RoundInfo, lang: Lang): string {
  return lang === 'zh' && round.name !== ''
    ? round.name
    : translate(lang, 'round.title', { month: format.month(round.heldOn, lang) });
}

const documents = {
  HB: '河北民字〔2019〕19号',
  TJ: '津政办规〔2020〕15号',
  HD: '河东区旧楼区长效管理问答',
  XX: 'XX区旧楼区长效管理方案',
  DL: '东丽政发〔2013〕26号附件5',
} as const;

/** A clause as it is cited: 河北民字〔2019〕19号 五（二）. Document numbers are records and stay Chinese. */
export function clauseName(clause: Clause): string {
  const document = documents[clause.document as keyof typeof documents] ?? clause.document;
  const place = clause.place.replace(/\(/g, '（').replace(/\)/g, '）');
  return place === '' ? document : `${document} ${place}`;
}

/** Clauses as one reads them out, each document once: 河北民字〔2019〕19号 五（一）、五（二）. */
export function clauseNames(clauses: readonly Clause[]): string[] {
  const places = new Map<string, Set<string>>();
  for (const { document, place } of clauses) {
    const known = places.get(document) ?? new Set();
    places.set(document, place === '' ? known : known.add(place));
  }
  return [...places].map(([document, known]) => clauseName({ document, place: [...known].join('、') }));
}

/** What a class of a colouring is called; −1 are the estates that have no value, or belong to no group. */
export function className(colouring: Colouring | null, place: number): string {
  const name = colouring?.classes[place]?.label;
  if (name) return name[i18n.lang];
  if (colouring?.ask.by === 'company') return t('legend.noCompany');
  if (colouring?.ask.by === 'gi' || colouring?.ask.by === 'lisa') return t('legend.noVerdict');
  if (colouring?.ask.by === 'trend') return t('band.unranked');
  return t(colouring?.ask.by === 'subdistrict' ? 'legend.noSubdistrict' : 'legend.noValue');
}

/** What a part of the filter is called on its chip. */
export function partName(
  part: FilterPart,
  district: District,
  places: number,
  asOf: string,
  colouring: Colouring | null = null,
): string {
  if (part.kind === 'bands') {
    const band = bands[part.value] ?? 'unranked';
    const name = bandName(band, places);
    return part.value >= 2 && part.value <= 6 ? t('band.fifth', { n: part.value - 1 }) : name;
  }
  if (part.kind === 'states') return t(`state.${states[part.value] ?? 'paid'}`);
  if (part.kind === 'classes') {
    return className(colouring, part.value);
  }
  if (part.kind === 'column') return testName(part.column);
  const { pick } = part;
  switch (pick.kind) {
    case 'figure':
      return pick.label ? pick.label[i18n.lang] : figureName(pick.key, asOf, i18n.lang, places);
    case 'company':
      return district.companies[pick.index]?.name ?? '';
    case 'subdistrict':
      return district.subdistricts[pick.index] ?? '';
    case 'community':
      return district.communities[pick.index] ?? '';
    case 'changed':
      return t('filter.changed');
    case 'unmapped':
      return t('legend.unmapped');
    case 'notice':
      return t('filter.notice');
    case 'listed':
      return pick.name;
    default:
      return pick satisfies never;
  }
}

/** What is asked of a column: 得分 60—80, 小区含“里”, 形态：成片. */
export function testName({ head, test }: ColumnFilter): string {
  const name = head[i18n.lang];
  if (test.kind === 'contains') return t('filter.contains', { name, text: test.text });
  if (test.kind === 'word') return `${name}${t('colon')}${test.word[i18n.lang]}`;
  if (test.from !== null && test.to !== null) return `${name} ${test.from}—${test.to}`;
  return test.from !== null ? `${name} ≥ ${test.from}` : `${name} ≤ ${test.to}`;
}
