import type { Key } from './zh-CN';

export const en: Record<Key, string> = {
  'app.title': 'Estate Atlas',
  'map.label': 'Map',
};
