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

/** Whether this is a project to open where none is open. Into an open one a GeoPackage is read like any other boundaries. */
export function isProject(paths: readonly string[]): boolean {
  return paths.length === 1 && /\.gpkg$/i.test(paths[0] ?? '');
}

const besideShp = /\.(dbf|shx|prj|cpg|qpj|qix|sbn|sbx|qmd|fix|shp\.xml)$/i;

/**
 * Files with what lies beside them: the parts of a Shapefile go with the .shp of the same name, who drags one drags all of it.
 * A part whose .shp is not there stands alone, and is refused with the reason.
 */
export function together<T>(files: readonly T[], nameOf: (file: T) => string): { file: T; beside: T[] }[] {
  const stem = (file: T, ending: RegExp) => nameOf(file).replace(ending, '').toLowerCase();
  const shps = new Map<string, T[]>();
  for (const file of files) if (/\.shp$/i.test(nameOf(file))) shps.set(stem(file, /\.shp$/i), []);
  const main = files.filter((file) => {
    const parts = besideShp.test(nameOf(file)) ? shps.get(stem(file, besideShp)) : undefined;
    parts?.push(file);
    return !parts;
  });
  return main.map((file) => ({
    file,
    beside: (/\.shp$/i.test(nameOf(file)) && shps.get(stem(file, /\.shp$/i))) || [],
  }));
}
