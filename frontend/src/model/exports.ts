// What can be asked for as a file.

import type { ColouringAsk, ExportAsk, Lang } from '../api/types';

/** A colouring by rank bands, which needs no classes. */
const byBands: ColouringAsk = { by: '', method: '', classes: 0, breaks: [] };

/** An export of a round with nothing chosen yet: the whole district, A4 landscape. */
export function exportAsk(what: string, format: string, roundId: string, lang: Lang): ExportAsk {
  return {
    what,
    format,
    roundId,
    lang,
    columns: [],
    fids: [],
    letter: { kind: '', companies: [] },
    map: {
      colouring: byBands,
      extent: [],
      paper: 'A4',
      portrait: false,
      widthPx: 0,
      filtered: false,
      visible: [],
      proxies: false,
      baseMap: '',
      title: '',
    },
  };
}
