import { describe, expect, test } from 'vitest';
import { isDataset } from './dropped';

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
});
