import { describe, expect, test } from 'vitest';
import { AppError, unreachable } from './errors';

const failure = { code: 'corrupt', text: { zh: '项目文件已损坏', en: 'The project file is damaged' } };

describe('AppError.parse', () => {
  test.each([
    ['the object that the server sends', failure],
    ['the JSON string that the window rejects with', JSON.stringify(failure)],
    ['an Error around that string', new Error(JSON.stringify(failure))],
  ])('reads %s', (_, thrown) => {
    const error = AppError.parse(thrown);
    expect(error.code).toBe('corrupt');
    expect(error.in('zh')).toBe('项目文件已损坏');
    expect(error.in('en')).toBe('The project file is damaged');
  });

  test('leaves an AppError as it is', () => {
    const error = unreachable();
    expect(AppError.parse(error)).toBe(error);
  });

  test('takes a code that this version does not know as internal and keeps the sentence', () => {
    const error = AppError.parse({ ...failure, code: 'from_the_future' });
    expect(error.code).toBe('internal');
    expect(error.in('zh')).toBe('项目文件已损坏');
  });

  test.each([
    [undefined],
    [null],
    [42],
    ['plain words'],
    [{ code: 'invalid' }],
    [{ code: 'invalid', text: {} }],
    ['{"half'],
  ])('says something readable of %j', (thrown) => {
    const error = AppError.parse(thrown);
    expect(error.code).toBe('internal');
    expect(error.in('zh')).toContain('未预料');
  });

  test('keeps the technical text for whoever mends it', () => {
    expect(AppError.parse(new TypeError('x is not a function')).in('en')).toContain('x is not a function');
  });
});
