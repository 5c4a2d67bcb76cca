// A Shapefile as another program writes it: GDAL makes it.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The files of a Shapefile of one feature, given in lon-lat, in a coordinate system and an encoding. */
export function shapefile(
  feature: object,
  kind: { system: string; encoding: string },
): { name: string; bytes: Buffer }[] {
  const folder = mkdtempSync(join(tmpdir(), 'estate-atlas-shp-'));
  try {
    const from = join(folder, 'from.geojson');
    writeFileSync(from, JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
    execFileSync('ogr2ogr', [
      ...['-f', 'ESRI Shapefile', '-t_srs', kind.system, '-lco', `ENCODING=${kind.encoding}`],
      ...[join(folder, '小区.shp'), from],
    ]);
    rmSync(from);
    return readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
