// Civil dates as people write them. On screen and on the way to the program a date is YYYY-MM-DD, a month YYYY-MM.

const day = /^(\d{4})(?:[-/.年]| +)(\d{1,2})(?:[-/.月]| +)(\d{1,2})日?$/;
const month = /^(\d{4})(?:[-/.年]| +)(\d{1,2})月?$/;

const pad = (n: number): string => String(n).padStart(2, '0');

/** How many days a month (1–12) has. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Reads 2026-3-5, 2026/3/5, 2026.3.5, 2026年3月5日 or 20260305, also in full width; null: there is no such day. */
export function readDay(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const parts = day.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (!parts) return null;
  const [year, mon, date] = parts.slice(1).map(Number) as [number, number, number];
  if (year < 1900 || mon < 1 || mon > 12 || date < 1 || date > daysIn(year, mon)) return null;
  return `${year}-${pad(mon)}-${pad(date)}`;
}

/** Reads 2026-3, 2026/3, 2026.3, 2026年3月 or 202603; null: there is no such month. */
export function readMonth(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const parts = month.exec(plain) ?? /^(\d{4})(\d{2})$/.exec(plain);
  if (!parts) return null;
  const [year, mon] = parts.slice(1).map(Number) as [number, number];
  return year < 1900 || mon < 1 || mon > 12 ? null : `${year}-${pad(mon)}`;
}

/** The day so many days later, or earlier. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same day so many months later, or earlier; the last day of a month that has no such day. */
export function addMonths(date: string, months: number): string {
  const [year, mon, at] = date.split('-').map(Number) as [number, number, number];
  const months0 = year * 12 + mon - 1 + months;
  const [y, m] = [Math.floor(months0 / 12), (((months0 % 12) + 12) % 12) + 1];
  return `${y}-${pad(m)}-${pad(Math.min(at, daysIn(y, m)))}`;
}

/** The weeks of a month as a calendar shows it, from Monday on; '' is a day of another month. */
export function weeks(year: number, month: number): string[][] {
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const days = daysIn(year, month);
  return Array.from({ length: Math.ceil((before + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const at = week * 7 + weekday - before + 1;
      return at < 1 || at > days ? '' : `${year}-${pad(month)}-${pad(at)}`;
    }),
  );
}
