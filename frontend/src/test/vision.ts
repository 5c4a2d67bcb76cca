// How far apart two colours look, to eyes of each kind.
// Difference: CIEDE2000 (CIE 142-2001; Sharma, Wu, Dalal 2005). Colour blindness: Machado, Oliveira, Fernandes 2009, severity 1,
// whose matrices act on linear sRGB.

import { type Lab, type Linear, labOfLinear, linearOfHex } from '../model/colour';

export const eyes = ['normal', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
export type Eyes = (typeof eyes)[number];

const seen: Record<Eyes, readonly number[]> = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

export function simulate([r, g, b]: Linear, kind: Eyes): Linear {
  const m = seen[kind];
  const row = (i: number) => Math.min(1, Math.max(0, m[i]! * r + m[i + 1]! * g + m[i + 2]! * b));
  return [row(0), row(3), row(6)];
}

/** CIEDE2000 of two hex colours as those eyes see them. */
export function apart(a: string, b: string, kind: Eyes): number {
  const lab = (hex: string) => labOfLinear(simulate(linearOfHex(hex), kind));
  return ciede2000(lab(a), lab(b));
}

const degrees = 180 / Math.PI;

/** With all weights 1. Symbols as in Sharma, Wu, Dalal 2005, equations 2–22. */
export function ciede2000([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)));
  const [x1, x2] = [(1 + g) * a1, (1 + g) * a2];
  const [c1, c2] = [Math.hypot(x1, b1), Math.hypot(x2, b2)];
  const hue = (b: number, a: number) => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) * degrees + 360) % 360);
  const [h1, h2] = [hue(b1, x1), hue(b2, x2)];
  const grey = c1 * c2 === 0;
  let turn = grey ? 0 : h2 - h1;
  if (turn > 180) turn -= 360;
  else if (turn < -180) turn += 360;
  let middle = h1 + h2;
  if (!grey) {
    if (Math.abs(h1 - h2) <= 180) middle /= 2;
    else middle = middle < 360 ? (middle + 360) / 2 : (middle - 360) / 2;
  }
  const l = (l1 + l2) / 2;
  const c = (c1 + c2) / 2;
  const cos = (angle: number) => Math.cos(angle / degrees);
  const t =
    1 - 0.17 * cos(middle - 30) + 0.24 * cos(2 * middle) + 0.32 * cos(3 * middle + 6) - 0.2 * cos(4 * middle - 63);
  const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const sc = 1 + 0.045 * c;
  const sh = 1 + 0.015 * c * t;
  const rotation = 30 * Math.exp(-(((middle - 275) / 25) ** 2));
  const rt = -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * Math.sin((2 * rotation) / degrees);
  const dl = (l2 - l1) / sl;
  const dc = (c2 - c1) / sc;
  const dh = (2 * Math.sqrt(c1 * c2) * Math.sin(turn / 2 / degrees)) / sh;
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + rt * dc * dh);
}
