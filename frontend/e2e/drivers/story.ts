// What a story is told with: a window on the demo district, or on a district of its own.

import { test as base } from '@playwright/test';
import { Exports } from './exports';
import { TheMap } from './map';
import { TheMeeting } from './meeting';
import { ThePanels } from './panels';
import { type Served, serveDataset, serveDemo } from './program';
import { TheTable } from './table';
import { AtlasWindow } from './window';

interface Fixtures {
  /** A window on the made-up district. */
  demo: AtlasWindow;
  /** The same for somebody who never opened it before. */
  stranger: AtlasWindow;
  /** The wall of a meeting. */
  meeting: TheMeeting;
  exports: Exports;
  /** The page of all figures, the cards of companies and subdistricts. */
  panels: ThePanels;
  /** The map in it. */
  map: TheMap;
  /** The list of estates in it. */
  table: TheTable;
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
  stranger: async ({ page, demoProgram }, use) => {
    const atlas = new AtlasWindow(page);
    await atlas.open(demoProgram.address, { stranger: true });
    await use(atlas);
  },
  meeting: async ({ page }, use) => use(new TheMeeting(page)),
  table: async ({ page }, use) => use(new TheTable(page)),
  panels: async ({ page }, use) => use(new ThePanels(page)),
  exports: async ({ page }, use) => use(new Exports(page)),
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
