import { defineConfig } from '@playwright/test';
import stories from '../playwright.config';

export default defineConfig({
  ...stories,
  testDir: '.',
  testMatch: '*.bench.ts',
  timeout: 30 * 60_000,
  use: { ...stories.use, actionTimeout: 30_000, screenshot: 'off' },
  reporter: [['line']],
  outputDir: '../test-results/bench',
});
