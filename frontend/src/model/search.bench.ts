// npx vitest bench src/model: 50 ms for 5,000 estates, 100 ms for 50,000 at every letter.

import { bench, describe } from 'vitest';
import type { District } from '../api/types';
import { makeDistrict } from '../test/fixture';
import { Search } from './search';

function districtOf(many: number): District {
  const district = makeDistrict();
  const { estates } = district;
  const repeat = (texts: readonly string[]) => Array.from({ length: many }, (_, i) => `${texts[i % texts.length]}${i}`);
  return {
    ...district,
    estates: {
      ...estates,
      fid: Array.from({ length: many }, (_, i) => i + 1),
      id: Array.from({ length: many }, (_, i) => `x${i}`),
      name: repeat(estates.name),
      pinyin: repeat(estates.pinyin),
      initials: repeat(estates.initials),
      subdistrict: Array.from({ length: many }, (_, i) => i % 2),
      community: Array.from({ length: many }, () => -1),
    },
  };
}

for (const many of [5000, 50_000]) {
  const district = districtOf(many);
  const search = new Search(district);
  describe(`${many} estates`, () => {
    for (const query of ['y', 'yyhd', 'hedong', '月', '里 街', 'zzz']) {
      bench(query, () => {
        search.find(query);
      });
    }
    bench('the first letter, with everything to be prepared', () => {
      new Search(district).find('y');
    });
  });
}
