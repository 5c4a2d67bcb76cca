import { i18n, t } from '../../i18n/index.svelte';

const chinese = ['', '一', '二', '三'];

/** A level of the measures: 二级, level 2; of none what is given. */
export function levelName(level: number, none: string): string {
  return level > 0 ? t('ledger.level', { n: i18n.lang === 'zh' ? (chinese[level] ?? level) : level }) : none;
}
