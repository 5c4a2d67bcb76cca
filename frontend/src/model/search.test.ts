import { describe, expect, test } from 'vitest';
import { makeDistrict, makeRound } from '../test/fixture';
import { fold, pieces, Search } from './search';

const search = new Search(makeDistrict());
const names = (query: string) =>
  search
    .find(query, makeRound().company)
    .hits.filter((h) => h.kind === 'estate')
    .map((h) => h.name);

describe('search', () => {
  test.each([
    ['月牙河东里', '月牙河东里'],
    ['河东', '月牙河东里'],
    ['yyhdl', '月牙河东里'],
    ['YYHDL', '月牙河东里'],
    ['hdl', '月牙河东里'],
    ['yueyahed', '月牙河东里'],
    ['kunlun', '昆仑里第一'],
    ['津塘路１２', '津塘路12号院'],
    ['jtl12', '津塘路12号院'],
    ['e006', '光华里'],
  ])('%s finds %s first', (query, name) => expect(names(query)[0]).toBe(name));

  test('a whole name comes before a beginning, a beginning before a middle, characters before pinyin', () => {
    expect(names('丽')).toEqual(['丽新里', '秋丽家园']);
    expect(names('li').slice(0, 1)).toEqual(['丽新里']);
    expect(names('月牙河')).toEqual(['月牙河东里', '月牙河西里']);
  });

  test('several words narrow: part of the name and the street', () => {
    expect(names('万新 里第')).toEqual(['昆仑里第一']);
    expect(names('月牙 新立')).toEqual(['月牙河西里']);
  });

  test('a company or a street finds its estates and itself', () => {
    const found = search.find('恒泰', makeRound().company);
    expect(found.total).toBe(5);
    expect(found.hits.filter((h) => h.kind === 'company')).toMatchObject([{ index: 1, marks: [[0, 2]] }]);
    expect(search.find('新立街').hits.filter((h) => h.kind === 'subdistrict')).toMatchObject([{ index: 1 }]);
  });

  test('nothing for blanks and for what nobody is called', () => {
    expect(search.find('  ').hits).toEqual([]);
    expect(search.find('zzzz')).toEqual({ hits: [], total: 0 });
  });

  test('the match is marked: in the name, by initials, in the pinyin', () => {
    const mark = (query: string) => search.find(query).hits[0];
    expect(mark('河东')).toMatchObject({ marks: [[2, 4]] });
    expect(mark('hdl')).toMatchObject({ marks: [[2, 5]], pinyin: null });
    expect(mark('hedong')).toMatchObject({ marks: [], pinyin: { text: 'yueyahedongli', mark: [5, 11] } });
  });

  test('a company, a street, a community is found by its spelling too', () => {
    const kinds = (query: string) => search.find(query).hits.map((h) => `${h.kind} ${h.name}`);
    expect(kinds('rfwy')).toEqual(['company 瑞丰物业有限公司']);
    expect(kinds('wanxin')[0]).toBe('subdistrict 万新街');
    expect(kinds('dysq')[0]).toBe('community 第一社区');
  });

  test('where no estate is called so, what is called so stands before its estates', () => {
    expect(search.find('恒泰', makeRound().company).hits[0]).toMatchObject({ kind: 'company' });
    expect(search.find('新立街').hits[0]).toMatchObject({ kind: 'subdistrict' });
    expect(search.find('丽新').hits[0]).toMatchObject({ kind: 'estate', name: '丽新里' });
  });

  test('each kind stands in one piece', () => {
    const kinds = search.find('里', makeRound().company).hits.map((h) => h.kind);
    expect(kinds.filter((kind, i) => kind !== kinds[i - 1])).toEqual([...new Set(kinds)]);
  });
});

test('marks cut a name into pieces, overlapping ones too', () => {
  expect(pieces('月牙河东里', [[2, 4]])).toEqual([
    { text: '月牙', marked: false },
    { text: '河东', marked: true },
    { text: '里', marked: false },
  ]);
  expect(
    pieces('abcdef', [
      [3, 5],
      [0, 4],
    ])
      .map((p) => (p.marked ? p.text.toUpperCase() : p.text))
      .join(''),
  ).toBe('ABCDEf');
  expect(pieces('abc', [])).toEqual([{ text: 'abc', marked: false }]);
});

test('full-width letters and digits are the same as narrow ones', () => {
  expect(fold('津塘路１２号ＡＢ')).toBe('津塘路12号ab');
});
