// Scale bar and coordinates.

import type { Lang } from '../api/types';

/** Metres of a degree along the equator of Web Mercator's sphere, over 360. */
const earthRadius = 6378137;

/** First eccentricity of the ellipsoid of CGCS2000, squared (GB 22021-2008). */
const e2 = 0.0066943800229;

/**
 * Metres on the ground, east to west, of one unit of Web Mercator at that latitude (degrees): the radius of the parallel over
 * that of the sphere. North to south a unit is up to 0.4 % shorter at these latitudes.
 */
export function groundScale(lat: number): number {
  const phi = (lat * Math.PI) / 180;
  return Math.cos(phi) / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
}

/** Web Mercator (EPSG:3857, metres) of a longitude and latitude in degrees. */
export function mercator(lon: number, lat: number): [number, number] {
  const rad = Math.PI / 180;
  return [earthRadius * lon * rad, earthRadius * Math.log(Math.tan(Math.PI / 4 + (lat * rad) / 2))];
}

export interface ScaleBar {
  px: number;
  label: string;
}

/** The longest bar of 1, 2 or 5 times a power of ten metres that is at most most px long. */
export function scaleBar(metresPerPx: number, most: number, lang: Lang): ScaleBar {
  const limit = metresPerPx * most;
  if (!(limit > 0) || !Number.isFinite(limit)) return { px: 0, label: '' };
  const power = 10 ** Math.floor(Math.log10(limit));
  const step = [5, 2, 1].find((s) => s * power <= limit) ?? 1;
  const metres = step * power;
  const [m, km] = lang === 'zh' ? ['米', '公里'] : ['m', 'km'];
  const label =
    metres < 1000 ? `${Number(metres.toPrecision(1))} ${m}` : `${(metres / 1000).toLocaleString('en')} ${km}`;
  return { px: metres / metresPerPx, label };
}

/** 117.2846°E 39.1192°N. */
export function coordinates(lon: number, lat: number): string {
  const east = `${Math.abs(lon).toFixed(4)}°${lon < 0 ? 'W' : 'E'}`;
  return `${east} ${Math.abs(lat).toFixed(4)}°${lat < 0 ? 'S' : 'N'}`;
}
