// Classes of a colouring carried to another round.

import type { Colouring, ColouringAsk } from '../api/types';

/** Asks for the classes that a colouring has, with the limits as they came out, so that a colour means the same in any round. */
export function sameClasses({ ask, classes }: Colouring): ColouringAsk {
  // Groups and the classes of a test are the same ones in every round.
  if (classes.some((c) => c.index >= 0 || (c.key ?? '') !== '')) return ask;
  return { ...ask, method: 'given', classes: classes.length, breaks: classes.slice(1).map((c) => c.from) };
}
