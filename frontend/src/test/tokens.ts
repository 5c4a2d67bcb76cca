// The design's values as the page gives them, for tests: read from tokens.css itself.

import { readFileSync } from 'node:fs';
import type { Palette } from '../map/palette';
import { rampsOf } from '../model/ramp';

export const themes = ['light', 'dark', 'projector'] as const;
export type Theme = (typeof themes)[number];

/** Custom properties by name (--fill-top) of a theme; what all themes share is in each. */
export function tokens(theme: Theme): ReadonlyMap<string, string> {
  const css = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const found = new Map<string, string>();
  for (const [, selector, body] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const holds = selector!.includes(`[data-theme="${theme}"]`) || selector!.trim() === ':root';
    if (!holds || css.slice(0, css.indexOf(selector!)).endsWith('reduce) ')) continue;
    for (const [, name, value] of body!.matchAll(/(--[\w-]+):\s*([^;]+);/g)) found.set(name!, value!.trim());
  }
  return found;
}

/** The colours of the map that tests ask for. */
export function tokenPalette(theme: Theme): Palette {
  const css = tokens(theme);
  const text = (name: string) => css.get(name) ?? '';
  return {
    land: text('--map-land'),
    block: text('--map-block'),
    surface: text('--surface-1'),
    accent: text('--accent'),
    companies: Array.from({ length: 12 }, (_, i) => text(`--co-${i + 1}`)),
    fills: ['unranked', 'top', 'm1', 'm2', 'm3', 'm4', 'm5', 'bottom'].map((band) => text(`--fill-${band}`)),
    inks: ['paid', 'proposed', 'withheld', 'withheld', 'withheld', 'unfunded', 'not-enrolled', 'exited'].map((state) =>
      text(`--state-${state}`),
    ),
    edge: text('--fill-edge'),
    hatchOnBand: text('--hatch-on-band'),
    dots: text('--state-not-enrolled'),
    ramps: rampsOf(text),
    widths: { outline: 1, state: 1.75, strong: 2.5, hatch: 1.25, hatchStrong: 1.5 },
  } as unknown as Palette;
}
