// The colours and measures of the map, read from the custom properties of the page once per theme.

import { type Ramps, readRamps } from '../model/ramp';

export type Theme = 'light' | 'dark' | 'projector';

export interface Palette {
  outside: string;
  land: string;
  block: string;
  park: string;
  water: string;
  waterText: string;
  rail: string;
  roadText: string;
  boundary: string;
  label: string;
  halo: string;
  /** By RoundView.band. */
  fills: readonly string[];
  /** Ink of outline and hatch, by RoundView.state. */
  inks: readonly string[];
  edge: string;
  hatchOnBand: string;
  dots: string;
  onTop: string;
  onBottom: string;
  surface: string;
  danger: string;
  ok: string;
  text2: string;
  text3: string;
  select: string;
  selectCasing: string;
  hover: string;
  accent: string;
  pulse: string;
  /** Of companies, by index; they start again after the last. */
  companies: readonly string[];
  /** Of colourings other than by rank. */
  ramps: Ramps;
  font: string;
  /** px. */
  widths: {
    outline: number;
    state: number;
    strong: number;
    hatch: number;
    hatchStrong: number;
    select: number;
    casing: number;
    link: number;
    linkHot: number;
    halo: number;
    symbol: number;
    symbolBand: number;
  };
  /** ms; 0 where motion is not wanted. */
  pulseTime: number;
  flyTime: number;
  fadeTime: number;
  /** Nothing on a projector is under 18 px: labels and badges grow by this. */
  scale: number;
}

const companyColours = 12;

export function readPalette(element: Element, theme: Theme): Palette {
  const css = getComputedStyle(element);
  const text = (name: string) => css.getPropertyValue(`--${name}`).trim();
  const px = (name: string) => Number.parseFloat(text(name)) || 0;
  return {
    outside: text('map-outside'),
    land: text('map-land'),
    block: text('map-block'),
    park: text('map-park'),
    water: text('map-water'),
    waterText: text('map-water-text'),
    rail: text('map-rail'),
    roadText: text('map-road-text'),
    boundary: text('map-boundary'),
    label: text('map-label'),
    halo: text('map-label-halo'),
    fills: ['unranked', 'top', 'm1', 'm2', 'm3', 'm4', 'm5', 'bottom'].map((band) => text(`fill-${band}`)),
    inks: ['paid', 'proposed', 'withheld', 'withheld', 'withheld', 'unfunded', 'not-enrolled', 'exited'].map((state) =>
      text(`state-${state}`),
    ),
    edge: text('fill-edge'),
    hatchOnBand: text('hatch-on-band'),
    dots: text('state-not-enrolled'),
    onTop: text('on-fill-top'),
    onBottom: text('on-fill-bottom'),
    surface: text('surface-1'),
    danger: text('danger'),
    ok: text('ok'),
    text2: text('text-2'),
    text3: text('text-3'),
    select: text('select'),
    selectCasing: text('select-casing'),
    hover: text('hover'),
    accent: text('accent'),
    pulse: text('pulse'),
    companies: Array.from({ length: companyColours }, (_, i) => text(`co-${i + 1}`)),
    ramps: readRamps(element),
    font: text('font-ui') || 'sans-serif',
    widths: {
      outline: px('w-outline'),
      state: px('w-outline-state'),
      strong: px('w-outline-strong'),
      hatch: px('hatch-w'),
      hatchStrong: px('hatch-w-strong'),
      select: px('w-select'),
      casing: px('w-select-casing'),
      link: px('w-link'),
      linkHot: px('w-link-hot'),
      halo: px('map-halo'),
      symbol: px('map-symbol'),
      symbolBand: px('map-symbol-band'),
    },
    pulseTime: milliseconds(text('dur-pulse')),
    flyTime: milliseconds(text('dur-fly')),
    fadeTime: milliseconds(text('dur-base')),
    scale: theme === 'projector' ? 1.5 : 1,
  };
}

/** A CSS time, which a build step may have rewritten from 900ms to .9s. */
export function milliseconds(time: string): number {
  const n = Number.parseFloat(time);
  if (!Number.isFinite(n)) return 0;
  return time.endsWith('ms') ? n : n * 1000;
}

/** A colour of the palette (hex) at a part of its opacity. */
export function faded(hex: string, opacity: number): string {
  const digits = hex.replace('#', '');
  const wide = digits.length < 6 ? [...digits].map((d) => d + d).join('') : digits;
  const [r, g, b] = [0, 2, 4].map((at) => Number.parseInt(wide.slice(at, at + 2), 16));
  const own = wide.length === 8 ? Number.parseInt(wide.slice(6), 16) / 255 : 1;
  return `rgba(${r},${g},${b},${+(own * opacity).toFixed(3)})`;
}
