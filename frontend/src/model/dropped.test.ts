import { describe, expect, test } from 'vitest';
import { isDataset, isProject, together } from './dropped';

describe('files that come in together', () => {
  test('a folder, and several files under the names of a dataset, are read together', () => {
    expect(isDataset(['/home/w/河北区数据'])).toBe(true);
    expect(isDataset(['C:\\数据\\estates.geojson', 'C:\\数据\\scores.csv'])).toBe(true);
    expect(isDataset(['/d/estates.xlsx', '/d/settings.json', '/d/barriers.geojson'])).toBe(true);
  });

  test('anything else is looked at file by file', () => {
    expect(isDataset(['/d/scores.csv'])).toBe(false);
    expect(isDataset(['/d/创卫考核成绩3月(定).xlsx'])).toBe(false);
    expect(isDataset(['/d/scores.csv', '/d/3月成绩.xlsx'])).toBe(false);
    expect(isDataset(['/d/小区.shp'])).toBe(false);
  });

  test('the parts of a Shapefile go with the .shp of the same name', () => {
    const names = ['/d/A.SHP', '/d/a.dbf', '/d/a.shp.xml', '/e/a.dbf', '/d/b.dbf', '/d/成绩.csv'];
    expect(together(names, (name) => name)).toEqual([
      { file: '/d/A.SHP', beside: ['/d/a.dbf', '/d/a.shp.xml'] },
      { file: '/e/a.dbf', beside: [] },
      { file: '/d/b.dbf', beside: [] },
      { file: '/d/成绩.csv', beside: [] },
    ]);
  });
});

test('one GeoPackage may be a project to open; more files are data', () => {
  expect(isProject(['/media/示例区.gpkg'])).toBe(true);
  expect(isProject(['C:\\数据\\河东.GPKG'])).toBe(true);
  expect(isProject(['a.gpkg', 'b.csv'])).toBe(false);
  expect(isProject(['a.geojson'])).toBe(false);
  expect(isProject([])).toBe(false);
});
