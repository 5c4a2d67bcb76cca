import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '../api/errors';
import type { Card } from '../api/types';
import { makeAtlas } from '../test/fixture';
import { CardStore, RecentRanks } from './details.svelte';

describe('the card', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('of an estate asked for later is not overwritten by one that comes late', async () => {
    const give = new Map<number, (card: Card) => void>();
    const cards = new CardStore(makeAtlas({ card: (fid) => new Promise((resolve) => give.set(fid, resolve)) }));
    const first = cards.show(1, 'r');
    const second = cards.show(2, 'r');
    give.get(2)?.({ fid: 2 } as Card);
    give.get(1)?.({ fid: 1 } as Card);
    await Promise.all([first, second]);
    expect(cards.card?.fid).toBe(2);
  });

  test('that takes long turns grey, one that is quick does not', async () => {
    let give = (_: Card) => {};
    const cards = new CardStore(makeAtlas({ card: () => new Promise((resolve) => (give = resolve)) }));
    const showing = cards.show(1, 'r');
    expect(cards.loading).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(cards.loading).toBe(true);
    give({ fid: 1 } as Card);
    await showing;
    expect(cards.loading).toBe(false);
    expect(cards.card?.fid).toBe(1);
  });

  test('that cannot be had says why', async () => {
    const cards = new CardStore(
      makeAtlas({
        card: async () => {
          throw new AppError('not_found', { zh: '没有', en: 'none' });
        },
      }),
    );
    await cards.show(1, 'r');
    expect(cards.error?.code).toBe('not_found');
    await cards.show(null, 'r');
    expect(cards.error).toBeNull();
  });
});

describe('the small charts', () => {
  test('ask for each estate once a round', async () => {
    const history = vi.fn(makeAtlas().history);
    const recent = new RecentRanks(makeAtlas({ history }));
    await recent.want([1, 2], 'r1');
    await recent.want([2, 3], 'r1');
    expect(history.mock.calls.map(([fids]) => fids)).toEqual([[1, 2], [3]]);
    expect(recent.of(2)).toHaveLength(2);
    await recent.want([2], 'r2');
    expect(history).toHaveBeenLastCalledWith([2], 'r2', 8);
  });

  test('that did not come are asked for again', async () => {
    const history = vi.fn(makeAtlas().history).mockRejectedValueOnce(new Error('away'));
    const recent = new RecentRanks(makeAtlas({ history }));
    await recent.want([1], 'r1');
    expect(recent.of(1)).toEqual([]);
    await recent.want([1], 'r1');
    expect(recent.of(1)).toHaveLength(2);
  });
});
