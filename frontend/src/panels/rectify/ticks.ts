import type { Lang } from '../../api/types';
import { monthAlone } from '../../model/format';

/** Months under the columns of days: where the month changes, and no more than there is room for. */
export function ticksOf(days: readonly string[], lang: Lang, most = 6): string[] {
  const first = days.map((day, i) => day.slice(0, 7) !== days[i - 1]?.slice(0, 7));
  const months = first.filter(Boolean).length;
  const every = Math.ceil(months / most);
  let seen = -1;
  return days.map((day, i) => {
    if (!first[i]) return '';
    seen++;
    return (months - 1 - seen) % every === 0 ? monthAlone(day, lang) : '';
  });
}
