import type { Lang, Text } from './types';

/** The codes of domain.Code, and one of our own: the program did not answer at all. */
export const errorCodes = [
  'invalid',
  'not_found',
  'conflict',
  'read_only',
  'corrupt',
  'newer',
  'cancelled',
  'internal',
  'unreachable',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** An error that a user can read: what is wrong and what to do, in both languages. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly text: Text;

  constructor(code: ErrorCode, text: Text) {
    super(text.en);
    this.name = 'AppError';
    this.code = code;
    this.text = text;
  }

  in(lang: Lang): string {
    return this.text[lang] || this.text.zh || this.text.en;
  }

  /**
   * Makes an AppError of anything that a call was rejected with: the object `{code, text}` of the HTTP transport, the same
   * as a JSON string or as an Error's message (the window), or whatever else.
   */
  static parse(thrown: unknown): AppError {
    if (thrown instanceof AppError) return thrown;
    const raw = thrown instanceof Error ? thrown.message : thrown;
    const failure = asFailure(raw);
    if (failure) return failure;
    const detail = typeof raw === 'string' && raw !== '' ? raw : 'unknown';
    return new AppError('internal', {
      zh: `发生未预料的错误：${detail}`,
      en: `Something unexpected happened: ${detail}`,
    });
  }
}

function asFailure(raw: unknown): AppError | null {
  let value = raw;
  if (typeof value === 'string') {
    try {
      value = JSON.parse(value);
    } catch {
      return null;
    }
  }
  if (typeof value !== 'object' || value === null) return null;
  const { code, text } = value as { code?: unknown; text?: unknown };
  if (typeof text !== 'object' || text === null) return null;
  const { zh, en } = text as { zh?: unknown; en?: unknown };
  if (typeof zh !== 'string' || typeof en !== 'string') return null;
  const known = errorCodes.find((c) => c === code);
  return new AppError(known ?? 'internal', { zh, en });
}

/** What is said when no answer came: the program was closed, or the address is stale. */
export function unreachable(): AppError {
  return new AppError('unreachable', {
    zh: '程序没有应答。可能已经关闭；重新启动后打开它给出的新地址。',
    en: 'The program does not answer. It may have been closed; start it again and open the new address that it prints.',
  });
}
