/** Round whole figures from 0 up for an axis that reaches most, in few steps; an empty axis reaches 1. */
export function axisTicks(most: number): number[] {
  const reach = Math.max(1, most);
  const rough = reach / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, Math.ceil(([1, 2, 2.5, 5, 10].find((s) => s * power >= rough) ?? 10) * power));
  return Array.from({ length: Math.ceil(reach / step) + 1 }, (_, i) => i * step);
}
