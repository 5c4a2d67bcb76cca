// The sentences of the interface. This file is the source: en.ts has to have the same keys. Records (names, document
// numbers) are not translated. Wording: plain official Chinese, buttons are verb and object.

export const zh = {
  'app.title': '旧楼区长效管理一张图',
  'map.label': '地图',
} satisfies Record<string, string>;

export type Key = keyof typeof zh;
