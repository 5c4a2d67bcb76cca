// npm run bench: what the users wait for, in medians, against the targets. BENCH_RUNS (20), BENCH_DISTRICTS (demo,5,000,50,000 by
// number of estates: 0,5000,50000).

import { expect, test } from '@playwright/test';
import { districts, serveDistrict } from './districts';
import { firstMap, install, pan, roundChange, search } from './stopwatch';

const runs = Number(process.env.BENCH_RUNS ?? 20);
const chosen = (process.env.BENCH_DISTRICTS ?? '0,5000,50000').split(',').map(Number);
const queries = ['yueya', '河东', 'kl', '里', 'jtl', 'xi', '家园', 'dong'];

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
};

async function repeat(once: (i: number) => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) times.push(await once(i));
  return times;
}

for (const district of districts) {
  test(district.name, async ({ browser }) => {
    test.skip(!chosen.includes(district.estates));
    const served = await serveDistrict(district);
    try {
      const opened = await repeat(async () => {
        const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
        await install(page);
        const ms = await firstMap(page, served.address);
        await page.close();
        return ms;
      });
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await install(page);
      await firstMap(page, served.address);
      const rounds = await repeat((i) => roundChange(page, i % 2 === 0 ? 'ArrowLeft' : 'ArrowRight'));
      const found = await repeat((i) => search(page, queries[i % queries.length] ?? ''));
      await page.keyboard.press('Escape');
      const panned: number[] = [];
      for (let i = 0; i < 3; i++) panned.push(await pan(page, 2000));
      await page.close();

      const { target } = district;
      const rows = [
        ['first map', opened, target.firstMap],
        ['round', rounds, target.round],
        ['search', found, target.search],
      ] as const;
      for (const [what, times, most] of rows) {
        const [low, high] = [Math.min(...times), Math.max(...times)];
        console.log(
          `${district.name} ${what}: median ${median(times).toFixed(0)} ms (${low.toFixed(0)}–${high.toFixed(0)}), target ${most}`,
        );
        expect.soft(median(times), `${what} ms`).toBeLessThanOrEqual(most);
      }
      console.log(`${district.name} pan: ${median(panned).toFixed(0)} fps, target ${target.pan}`);
      expect.soft(median(panned), 'pan fps').toBeGreaterThanOrEqual(target.pan);
    } finally {
      await served.stop();
    }
  });
}
