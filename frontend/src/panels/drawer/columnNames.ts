// The heads of the columns of the list.

import type { Text } from '../../api/types';
import { translate } from '../../i18n/translate';
import { isFirst } from '../../model/columns';
import type { Columns } from '../../state/columns.svelte';

/** The head of a column in both languages; its key while the program has not told. */
export function headOf(columns: Columns, key: string): Text {
  if (isFirst(key)) return { zh: translate('zh', `column.${key}`), en: translate('en', `column.${key}`) };
  return columns.column(key)?.head ?? { zh: key, en: key };
}
