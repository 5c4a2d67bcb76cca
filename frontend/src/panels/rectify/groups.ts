import type { RectifyGroup } from '../../api/rectify-types';
import { t } from '../../i18n/index.svelte';
import type { Bar } from './Bars.svelte';

/** How far a subdistrict or a company has come: done, under way, overdue, over all that is to be rectified. */
export function doneBar({ index, name, listed, done, recheck, overdue }: RectifyGroup, on: boolean): Bar {
  return {
    key: String(index),
    name,
    said: t('rectify.group.bar', { name, n: listed, done, recheck, overdue }),
    parts: [
      { ink: 'ok', n: done },
      { ink: 'rest', n: listed - done - overdue },
      { ink: 'danger', n: overdue },
    ],
    of: listed,
    figure: `${done} / ${listed}`,
    late: overdue > 0 ? t('rectify.group.overdue', { n: overdue }) : '',
    on,
  };
}
