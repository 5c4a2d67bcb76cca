import { i18n } from '../../i18n/index.svelte';
import type { Rounds } from '../../state/rounds.svelte';
import { roundTitle } from '../names';

/** A round by its id, as the reader's language has it; `name` is its name as entered. */
export function roundName(rounds: Rounds, id: string, name: string): string {
  const round = rounds.list.find((one) => one.id === id);
  return round ? roundTitle(round, i18n.lang) : name;
}
