import { AppError } from './errors';

/** What a call of Go answers; one that fails rejects with an AppError. */
export async function asking<T>(answer: () => Promise<unknown>): Promise<T> {
  try {
    return (await answer()) as T;
  } catch (thrown) {
    throw AppError.parse(thrown);
  }
}
