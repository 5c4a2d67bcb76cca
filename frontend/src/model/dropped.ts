// What files that come in together are. Pure.

const tables =
  /^(estates|companies|agreements|subsidies|enrolments|items|rounds|scores|deductions|determinations|findings|overrides|fund_uses)\.(csv|xlsx)$/i;
const layers = /^(estates|water|roads|subdistricts|barriers)\.geojson$/i;

/**
 * Whether these are a dataset, which is read together: a folder, or several files under the names of one. Everything else is
 * looked at file by file.
 */
export function isDataset(paths: readonly string[]): boolean {
  const names = paths.map((path) => path.split(/[\\/]/).pop() ?? '');
  if (names.some((name) => !/\.[A-Za-z0-9]{1,8}$/.test(name))) return true;
  return (
    names.length > 1 && names.every((name) => tables.test(name) || layers.test(name) || /^settings\.json$/i.test(name))
  );
}
