// The sentences of the fields for dates, in both languages. Keys as in zh-CN.ts, of which they are a part.

export const datesZh = {
  'date.form': '年-月-日',
  'date.form.month': '年-月',
  'date.bad': '没有这一天；按 2026-03-05 的样子填写',
  'date.bad.month': '没有这个月；按 2026-03 的样子填写',
  'date.missing': '填写日期',
  'date.calendar': '日历',
  'date.before': '上个月',
  'date.after': '下个月',
  'date.weekdays': '一二三四五六日',
} as const;

export const datesEn: Record<keyof typeof datesZh, string> = {
  'date.form': 'YYYY-MM-DD',
  'date.form.month': 'YYYY-MM',
  'date.bad': 'There is no such day; write it as 2026-03-05',
  'date.bad.month': 'There is no such month; write it as 2026-03',
  'date.missing': 'Give the day',
  'date.calendar': 'Calendar',
  'date.before': 'Month before',
  'date.after': 'Month after',
  'date.weekdays': 'MTWTFSS',
};
