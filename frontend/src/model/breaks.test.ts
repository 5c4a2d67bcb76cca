import { describe, expect, it } from 'vitest';
import { readBreaks } from './breaks';

describe('limits that a user types', () => {
  it('takes numbers with commas, blanks or Chinese marks between', () => {
    expect(readBreaks('60, 70,80.5')).toEqual([60, 70, 80.5]);
    expect(readBreaks('６０，７０；８０')).toEqual([60, 70, 80]);
    expect(readBreaks('-5 0 5')).toEqual([-5, 0, 5]);
  });

  it('refuses what does not ascend, is no number, or is too much or nothing', () => {
    for (const text of ['', ' , ', '70, 60', '60, 60', '六十', '1e3', '1,2,3,4,5,6,7,8,9', '60分']) {
      expect(readBreaks(text), text).toBeNull();
    }
  });
});
