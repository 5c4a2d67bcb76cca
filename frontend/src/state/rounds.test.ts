import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '../api/errors';
import type { RoundView } from '../api/types';
import { makeAtlas, makeDistrict, makeRound } from '../test/fixture';
import { Rounds } from './rounds.svelte';

const list = makeDistrict().rounds;

/** A program whose rounds come when the test says so. */
function slow() {
  const waiting = new Map<string, { give: (view: RoundView) => void; fail: (e: unknown) => void }>();
  const round = vi.fn((id: string) => new Promise<RoundView>((give, fail) => waiting.set(id, { give, fail })));
  return {
    atlas: makeAtlas({ round }),
    round,
    async give(id: string) {
      waiting.get(id)?.give(makeRound(id));
      await Promise.resolve();
      await Promise.resolve();
      await Promise.resolve();
    },
    async fail(id: string) {
      waiting.get(id)?.fail(new AppError('internal', { zh: '坏了', en: 'broken' }));
      await Promise.resolve();
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

describe('changing the round', () => {
  test('opens with the latest, or with the one that was on screen', async () => {
    const rounds = new Rounds(makeAtlas());
    await rounds.open(list, '', () => {});
    expect(rounds.shown?.roundId).toBe('r3');
    await rounds.open(list, 'r1', () => {});
    expect(rounds.shown?.roundId).toBe('r1');
    await rounds.open(list, 'gone', () => {});
    expect(rounds.shown?.roundId).toBe('r3');
  });

  test('keeps the old round on screen until the new one is there', async () => {
    const { atlas, give } = slow();
    const rounds = new Rounds(atlas);
    const opening = rounds.open(list, '', () => {});
    await give('r3');
    await opening;
    void rounds.step(-1);
    expect(rounds.wanted).toBe('r2');
    expect(rounds.shown?.roundId).toBe('r3');
    await give('r2');
    expect(rounds.shown?.roundId).toBe('r2');
  });

  test('of two rounds asked for in a row only the last is shown, in whatever order they come', async () => {
    const { atlas, give } = slow();
    const rounds = new Rounds(atlas);
    const opening = rounds.open(list, '', () => {});
    await give('r3');
    await opening;
    void rounds.go('r1');
    void rounds.go('r2');
    await give('r2');
    await give('r1');
    expect(rounds.shown?.roundId).toBe('r2');
  });

  test('a round is asked for once, and its neighbours are ready before they are wanted', async () => {
    const round = vi.fn(async (id: string) => makeRound(id));
    const rounds = new Rounds(makeAtlas({ round }));
    await rounds.open(list, '', () => {});
    expect(round.mock.calls.map(([id]) => id)).toEqual(['r3', 'r2']);
    await rounds.step(-1);
    await rounds.step(1);
    await rounds.step(-1);
    expect(round.mock.calls.map(([id]) => id).sort()).toEqual(['r1', 'r2', 'r3']);
  });

  test('if it cannot be had the old one stays, the error says why, and it can be asked for again', async () => {
    const { atlas, give, fail, round } = slow();
    const rounds = new Rounds(atlas);
    const opening = rounds.open(list, '', () => {});
    await give('r3');
    await opening;
    const going = rounds.go('r1');
    await fail('r1');
    await going;
    expect(rounds.shown?.roundId).toBe('r3');
    expect(rounds.wanted).toBe('r3');
    expect(rounds.error?.in('zh')).toBe('坏了');
    const asked = round.mock.calls.length;
    const again = rounds.retry();
    expect(round.mock.calls.length).toBe(asked + 1);
    await give('r1');
    await again;
    expect(rounds.shown?.roundId).toBe('r1');
    expect(rounds.error).toBeNull();
  });

  test('enter is called together with the first round of the new district', async () => {
    const rounds = new Rounds(makeAtlas());
    let seen: string | undefined;
    await rounds.open(list, '', () => {
      seen = rounds.shown?.roundId;
    });
    expect(seen).toBe('r3');
  });

  test('a district without rounds asks for the day as it is', async () => {
    const round = vi.fn(async () => makeRound(''));
    const rounds = new Rounds(makeAtlas({ round }));
    await rounds.open([], '', () => {});
    expect(round).toHaveBeenCalledWith('');
    await rounds.step(1);
    expect(round).toHaveBeenCalledTimes(1);
  });
});

describe('playing', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('goes from the first round to the last at 1.2 seconds a round and stops', async () => {
    const rounds = new Rounds(makeAtlas());
    await rounds.open(list, '', () => {});
    rounds.play();
    await vi.advanceTimersByTimeAsync(0);
    expect(rounds.shown?.roundId).toBe('r1');
    await vi.advanceTimersByTimeAsync(1199);
    expect(rounds.shown?.roundId).toBe('r1');
    await vi.advanceTimersByTimeAsync(1);
    expect(rounds.shown?.roundId).toBe('r2');
    await vi.advanceTimersByTimeAsync(1200);
    expect(rounds.shown?.roundId).toBe('r3');
    expect(rounds.playing).toBe(false);
  });

  test('stops when asked to', async () => {
    const rounds = new Rounds(makeAtlas());
    await rounds.open(list, 'r1', () => {});
    rounds.play();
    rounds.pause();
    await vi.advanceTimersByTimeAsync(5000);
    expect(rounds.shown?.roundId).toBe('r1');
  });
});
