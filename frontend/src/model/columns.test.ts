import { describe, expect, test } from 'vitest';
import type { TableColumn } from '../api/types';
import { makeDistrict, makeRound } from '../test/fixture';
import * as c from './columns';

const district = makeDistrict();
const view = makeRound();

function first(key: c.FirstColumn): c.Values {
  const values = c.firstValues(key, district, view);
  if (!values) throw new Error(key);
  return values;
}

function left(values: c.Values, asked: c.Test, also?: (at: number) => string): string[] {
  return district.estates.name.filter((_, i) => c.passing(values, asked, also)[i] === 1);
}

const text = (zh: string) => ({ zh, en: zh });

describe('what a column is asked', () => {
  test('a part of a word, in either language, full-width or not', () => {
    expect(left(first('name'), { kind: 'contains', text: '月牙' })).toEqual(['月牙河东里', '月牙河西里']);
    expect(left(first('name'), { kind: 'contains', text: '１２号' })).toEqual(['津塘路12号院']);
    expect(left(first('form'), { kind: 'contains', text: 'SCATT' }).length).toBe(4);
  });

  test('a name also by how it is spelt', () => {
    const spelt = (at: number) => district.estates.initials[at] ?? '';
    expect(left(first('name'), { kind: 'contains', text: 'yyh' }, spelt)).toEqual(['月牙河东里', '月牙河西里']);
  });

  test('from and to belong to what is left; what is unknown is not', () => {
    expect(left(first('score'), { kind: 'range', from: 91, to: 94 })).toEqual(['月牙河西里', '昆仑里第一']);
    expect(left(first('rank'), { kind: 'range', from: null, to: 11 })).not.toContain('景欣苑');
    expect(left(first('rank'), { kind: 'range', from: 11, to: null })).toEqual(['振华里']);
  });

  test('money is asked in yuan', () => {
    expect(left(first('payable'), { kind: 'range', from: 1000, to: 1000 })).toEqual(['振华里']);
  });

  test('one word of a few', () => {
    expect(left(first('cause'), { kind: 'word', word: text('企业') })).toEqual(['丽新里', '振华里']);
    expect(c.choices(first('cause'), 'zh').map((w) => w.zh)).toEqual(['企业']);
    expect(c.testKind(first('cause'))).toBe('word');
    expect(c.testKind(first('score'))).toBe('range');
  });

  test('many words are typed', () => {
    const words = Array.from({ length: 25 }, (_, i) => text(`街${i}`));
    expect(c.testKind({ kind: 'words', words, word: [] })).toBe('contains');
  });

  test.each([
    ['', null],
    ['６０．５', 60.5],
    ['1,200', 1200],
    ['−3', -3],
    ['.5', 0.5],
    ['十', Number.NaN],
    ['1e3', Number.NaN],
  ])('%s is the bound %s', (typed, bound) => expect(c.bound(typed)).toBe(bound));
});

describe('what the program sends', () => {
  const column = (own: Partial<TableColumn>): TableColumn => ({
    key: 'x',
    head: text('列'),
    kind: 'number',
    unit: '',
    words: [],
    word: [],
    number: [],
    known: [],
    ...own,
  });

  test('a number that is not known is none, also where a 0 stands', () => {
    const values = c.valuesOf(column({ number: [0, 5, 0], known: [true, true, false] }));
    expect(values?.kind === 'numbers' && [...values.numbers]).toEqual([0, 5, Number.NaN]);
  });

  test('dates are words, a drawing has no values', () => {
    expect(c.valuesOf(column({ kind: 'date', words: [text('2026-01-01')], word: [0, -1] }))?.kind).toBe('words');
    expect(c.valuesOf(column({ kind: 'drawing' }))).toBeNull();
  });

  test('words sort by their reading and numbers in them by size, blanks are unknown', () => {
    const words = ['津塘路12号', '光华里', '津塘路2号'].map(text);
    const keys = c.sortKeys({ kind: 'words', words, word: [0, 1, 2, -1] });
    expect(Array.from(keys)).toEqual([2, 0, 1, Number.NaN]);
  });

  test('very many words sort by size of their numbers as well', () => {
    const ids = Array.from({ length: 4000 }, (_, i) => `e${i}`);
    const ranks = c.ranksOf(ids);
    expect(ranks[2]).toBeLessThan(ranks[10]!);
  });
});

describe('which columns are shown', () => {
  test('one more stands last, a second choice takes it away, the name stays', () => {
    expect(c.toggled(['rank', 'name'], 'host')).toEqual(['rank', 'name', 'host']);
    expect(c.toggled(['rank', 'name'], 'rank')).toEqual(['name']);
    expect(c.toggled(['rank', 'name'], 'name')).toEqual(['rank', 'name']);
  });

  test('they move as far as there is room', () => {
    expect(c.moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(c.moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(c.moved(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a']);
    expect(c.moved(['a', 'b'], 'x', 1)).toEqual(['a', 'b']);
  });
});
