// What the head of the measures says, and the reasons that stand below them.

import type { Card, Lang, Reason } from '../../api/types';
import { type Key, translate } from '../../i18n/translate';

const levels: readonly Key[] = ['level.none', 'level.1', 'level.2', 'level.3'];

export function levelName(level: number, lang: Lang): string {
  return translate(lang, levels[level] ?? 'level.none');
}

export interface Chip {
  key: 'measures.isConfirmed' | 'measures.isProposed';
  level: number;
  look: 'danger' | 'warn' | '';
}

/** The level of the round on the card: confirmed before proposed, never added together; none without a level. */
export function chipOf(card: Card): Chip | null {
  const now = card.measures.find((m) => m.roundId === card.roundId);
  if (!now) return null;
  if (now.confirmedLevel > 0) {
    return { key: 'measures.isConfirmed', level: now.confirmedLevel, look: now.confirmedLevel === 3 ? 'danger' : '' };
  }
  if (now.proposedLevel > 0) return { key: 'measures.isProposed', level: now.proposedLevel, look: 'warn' };
  return null;
}

/** The card's own reasons, then those of its measures that it does not already tell. */
export function reasonsOf(card: Card): Reason[] {
  const told = new Set<string>();
  return [...card.reasons, ...card.measures.flatMap((m) => m.reasons)].filter((reason) => {
    const same = JSON.stringify([reason.clause, reason.text.zh, reason.roundIds ?? []]);
    if (told.has(same)) return false;
    told.add(same);
    return true;
  });
}
