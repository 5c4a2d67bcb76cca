// What a story is told with: a window on the demo district, or on a district of its own.

import { test as base } from '@playwright/test';
import { TheMap } from './map';
import { type Served, serveDataset, serveDemo } from './program';
import { AtlasWindow } from './window';

interface Fixtures {
  /** A window on the made-up district. */
  demo: AtlasWindow;
  /** The map in it. */
  map: TheMap;
  /** Opens a window on a dataset folder. */
  openDataset: (files: Record<string, string>) => Promise<AtlasWindow>;
}

export const test = base.extend<Fixtures, { demoProgram: Served }>({
  demoProgram: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const served = await serveDemo();
      await use(served);
      await served.stop();
    },
    { scope: 'worker' },
  ],
  demo: async ({ page, demoProgram }, use) => {
    const atlas = new AtlasWindow(page);
    await atlas.open(demoProgram.address);
    await use(atlas);
  },
  map: async ({ page }, use) => use(new TheMap(page)),
  openDataset: async ({ page }, use) => {
    const running: Served[] = [];
    await use(async (files) => {
      const served = await serveDataset(files);
      running.push(served);
      const atlas = new AtlasWindow(page);
      await atlas.open(served.address);
      return atlas;
    });
    for (const served of running) await served.stop();
  },
});

export { expect } from '@playwright/test';
