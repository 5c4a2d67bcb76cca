/** Round figures from 0 up for an axis that reaches most, three or four steps. */
export function axisTicks(most: number): number[] {
  const rough = Math.max(1, most) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 2.5, 5, 10].find((s) => s * power >= rough) ?? 10) * power);
  const whole = step < 10 ? Math.ceil(step) : step;
  const ticks = [0];
  while ((ticks[ticks.length - 1] ?? 0) < most) ticks.push((ticks[ticks.length - 1] ?? 0) + whole);
  return ticks;
}
