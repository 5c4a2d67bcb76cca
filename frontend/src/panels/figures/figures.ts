// How the figures that Go counts are worded in the strip.

import type { Figure, Lang, Note } from '../../api/types';
import { type Key, type Params, translate } from '../../i18n/translate';
import * as format from '../../model/format';

export interface Wording {
  label: string;
  value: string;
  unit: string;
  notes: string;
  /** Label, value and notes as one sentence. */
  sentence: string;
}

const labels: Record<string, Key> = {
  scored: 'figure.scored',
  bottom: 'figure.bottom',
  level3: 'figure.level3',
  withheldMonth: 'figure.withheldMonth',
  withheldYear: 'figure.withheldYear',
  funds: 'figure.funds',
  unserved: 'figure.unserved',
  overdue: 'figure.overdue',
};

const notes: Record<string, Key> = {
  unscored: 'figure.note.unscored',
  bottomIn: 'figure.note.bottomIn',
  bottomOut: 'figure.note.bottomOut',
  name: 'figure.note.name',
  proposed: 'figure.note.proposed',
  estates: 'figure.note.estates',
  proposedFen: 'figure.note.proposedFen',
  clawback: 'figure.note.clawback',
  subdistricts: 'figure.note.subdistricts',
  overdrawn: 'figure.note.overdrawn',
  of: 'figure.note.of',
  open: 'figure.note.open',
  resolved: 'figure.note.resolved',
};

/** The label of a figure, also where it stands for a filter. `places` is how many places the bottom has in the round. */
export function figureName(key: string, asOf: string, lang: Lang, places = 10): string {
  if (key === 'bottom' && places !== 10) return translate(lang, 'band.bottomSmall', { n: places });
  const label = labels[key];
  return label ? translate(lang, label, { month: format.monthAlone(asOf, lang) }) : key;
}

/** A figure in words, null for one that this version does not know. */
export function wording(figure: Figure, asOf: string, lang: Lang, places = 10): Wording | null {
  if (!labels[figure.key]) return null;
  const say = (k: Key, params?: Params) => translate(lang, k, params);
  const label = figureName(figure.key, asOf, lang, places);
  const { value, unit } = figure.money
    ? format.amount(figure.fen, lang, true)
    : { value: format.count(figure.count), unit: say(figure.key === 'overdue' ? 'unit.spots' : 'unit.estates') };
  const said = figure.notes.map((note) => noteText(note, unit, lang, say)).filter(Boolean);
  const all = said.join(say('comma'));
  const sentence = `${label} ${[value, unit].filter(Boolean).join(' ')}${all && `${say('comma')}${all}`}`;
  // Beside an amount there is room for one note; the sentence has them all.
  return { label, value, unit, notes: figure.money ? (said[0] ?? '') : all, sentence };
}

export function noteText(
  note: Note,
  figureUnit: string,
  lang: Lang,
  say: (key: Key, params?: Params) => string,
): string {
  const key = notes[note.key];
  if (!key) return note.text;
  const { value, unit } = format.amount(note.fen, lang, true);
  // An amount in the unit of the figure does not repeat it.
  return say(key, { n: note.count, money: unit === figureUnit ? value : `${value} ${unit}`, name: note.text });
}
