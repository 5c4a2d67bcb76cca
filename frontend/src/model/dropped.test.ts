import { describe, expect, test } from 'vitest';
import { isDataset, together } from './dropped';

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
