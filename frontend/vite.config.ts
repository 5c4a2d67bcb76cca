import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

// The window on Debian 12 is WebKitGTK 2.40 (Safari 16.4); browsers at district offices go back to Chromium 90.
const oldest = ['chrome90', 'safari16.4'];

/** The map's code is asked for with the page, not only once the panels' code has run. */
const preloadMap: Plugin = {
  name: 'preload-map',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) => {
      const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
      const map = chunks.find(({ name }) => name === 'MapStage');
      const needed = map?.imports.filter((name) => chunks.some((chunk) => chunk.fileName === name && !chunk.isEntry));
      return [...(map ? [map.fileName] : []), ...(needed ?? [])].map((name) => ({
        tag: 'link',
        injectTo: 'head' as const,
        attrs: { rel: 'modulepreload', crossorigin: '', href: `./${name}` },
      }));
    },
  },
};

export default defineConfig({
  // The page is served below a token (http://127.0.0.1:PORT/TOKEN/), so every address is relative.
  base: './',
  plugins: [svelte(), preloadMap],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: oldest,
    cssTarget: oldest,
    chunkSizeWarningLimit: 900,
  },
  test: {
    // Tests that need a document say so in their first line; the others start faster without one.
    environment: 'node',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/test/setup.ts'],
    restoreMocks: true,
  },
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
});
