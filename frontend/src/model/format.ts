// Numbers, money, dates and measures as the screens write them. Money is whole fen and is computed in integers only.

import type { Lang } from '../api/types';

export const unknown = '—';
const minus = '−';

/** Groups of three: 50,000. */
export function count(n: number): string {
  return group(Math.abs(n).toString(), n < 0);
}

function group(digits: string, negative: boolean): string {
  return (negative ? minus : '') + digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Money in rows, in yuan with its fen: 4,900.00. */
export function yuan(fen: number): string {
  return fixed(BigInt(fen), 100n, 2);
}

/** value ÷ unit with so many decimals, rounded half away from zero. */
function fixed(value: bigint, unit: bigint, decimals: number): string {
  const negative = value < 0n;
  const scale = 10n ** BigInt(decimals);
  const scaled = ((negative ? -value : value) * scale * 2n + unit) / (unit * 2n);
  const whole = group((scaled / scale).toString(), negative && scaled > 0n);
  if (decimals === 0) return whole;
  return `${whole}.${(scaled % scale).toString().padStart(decimals, '0')}`;
}

export interface Amount {
  value: string;
  unit: string;
}

const tenThousand = 1_000_000n; // 万元 in fen
const hundredMillion = 10_000_000_000n; // 亿元 in fen

/**
 * Money in figures: 22.04 万元, 1.08 亿元; under 10,000 yuan the amount itself. In English ¥642,600, ¥108.0m, and where
 * room is scarce (brief) ¥643k.
 */
export function amount(fen: number, lang: Lang, brief = false): Amount {
  const value = BigInt(fen);
  const size = value < 0n ? -value : value;
  if (lang === 'zh') {
    // An amount that would round up to 10,000.00 万 is 1.00 亿.
    if (size >= hundredMillion - tenThousand / 200n) return { value: fixed(value, hundredMillion, 2), unit: '亿元' };
    if (size >= tenThousand) return { value: fixed(value, tenThousand, 2), unit: '万元' };
    return { value: yuan(fen), unit: '元' };
  }
  return { value: english(value, size, brief), unit: '' };
}

function english(value: bigint, size: bigint, brief: boolean): string {
  const sign = value < 0n ? minus : '';
  if (size >= hundredMillion) return `${sign}¥${fixed(size, 100_000_000n, 1)}m`;
  if (brief && size >= 100_000_000n - 50_000n) return `${sign}¥${fixed(size, 100_000_000n, 2)}m`;
  if (brief && size >= tenThousand) return `${sign}¥${fixed(size, 100_000n, 0)}k`;
  if (size >= tenThousand) return `${sign}¥${fixed(size, 100n, 0)}`;
  return `${sign}¥${fixed(size, 100n, 2)}`;
}

/** An amount in one piece: 64.26 万元 or ¥642,600. */
export function amountText(fen: number, lang: Lang): string {
  const { value, unit } = amount(fen, lang);
  return unit ? `${value} ${unit}` : value;
}

/** The size of a file: 812 B, 34.5 kB, 1.2 MB. */
export function bytes(n: number): string {
  if (n < 1000) return `${n} B`;
  return n < 999_950 ? `${(n / 1000).toFixed(1)} kB` : `${(n / 1_000_000).toFixed(1)} MB`;
}

/** Ranks gained or lost: ↑4, ↓3, — for none. */
export function change(gained: number): string {
  if (gained === 0) return unknown;
  return gained > 0 ? `↑${gained}` : `↓${-gained}`;
}

/** A share from 0 to 1: 76.6%. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** Metres to 0.1 under a kilometre, else kilometres to 0.01: 180.7 米, 1.24 公里. */
export function distance(metres: number, lang: Lang): string {
  const [m, km] = lang === 'zh' ? ['米', '公里'] : ['m', 'km'];
  return Number(metres.toFixed(1)) < 1000 ? `${metres.toFixed(1)} ${m}` : `${(metres / 1000).toFixed(2)} ${km}`;
}

/** Hectares from 10,000 m² on: 3.06 公顷, 1,851 平方米. 0 is unknown. */
export function area(squareMetres: number, lang: Lang): string {
  if (squareMetres <= 0) return unknown;
  const [m2, ha] = lang === 'zh' ? ['平方米', '公顷'] : ['m²', 'ha'];
  const rounded = Math.round(squareMetres);
  return rounded < 10_000 ? `${count(rounded)} ${m2}` : `${(squareMetres / 10_000).toFixed(2)} ${ha}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface CivilDate {
  year: number;
  month: number; // 1–12
  day: number; // 0 in a month without a day
}

/** Reads YYYY-MM-DD or YYYY-MM; null for anything else. */
export function civil(date: string): CivilDate | null {
  const m = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date);
  if (!m) return null;
  return { year: Number(m[1]), month: Number(m[2]), day: Number(m[3] ?? 0) };
}

/** 2026年3月, Mar 2026. */
export function month(date: string, lang: Lang): string {
  const d = civil(date);
  if (!d) return unknown;
  return lang === 'zh' ? `${d.year}年${d.month}月` : `${months[d.month - 1]} ${d.year}`;
}

/** The month alone: 3月, Mar. */
export function monthAlone(date: string, lang: Lang): string {
  const d = civil(date);
  if (!d) return unknown;
  return lang === 'zh' ? `${d.month}月` : String(months[d.month - 1]);
}

/** The day, without its year where that is the year of `within`: 3月18日, 2025年3月18日; 18 Mar, 18 Mar 2025. */
export function day(date: string, lang: Lang, within = ''): string {
  const d = civil(date);
  if (!d) return unknown;
  const sameYear = civil(within)?.year === d.year;
  if (lang === 'zh') return `${sameYear ? '' : `${d.year}年`}${d.month}月${d.day}日`;
  return `${d.day} ${months[d.month - 1]}${sameYear ? '' : ` ${d.year}`}`;
}

/** A range of ranks: 11—84, or one rank alone. */
export function range(first: number, last: number): string {
  if (first === 0) return '';
  return first === last ? String(first) : `${first}—${last}`;
}

/** An exact decimal with at least so many places: 63 is 63.0. */
export function decimal(exact: string, places = 1): string {
  if (exact === '') return unknown;
  const [whole = '', part = ''] = exact.split('.');
  return places === 0 && part === '' ? whole : `${whole}.${part.padEnd(places, '0')}`;
}

/** Compares two exact decimals without sign or exponent, such as 88 and 88.00, without going through floating point. */
export function compareDecimals(a: string, b: string): number {
  const [aWhole = '', aPart = ''] = a.split('.');
  const [bWhole = '', bPart = ''] = b.split('.');
  const whole = Math.max(aWhole.length, bWhole.length);
  const part = Math.max(aPart.length, bPart.length);
  const left = aWhole.padStart(whole, '0') + aPart.padEnd(part, '0');
  const right = bWhole.padStart(whole, '0') + bPart.padEnd(part, '0');
  return left < right ? -1 : left > right ? 1 : 0;
}
