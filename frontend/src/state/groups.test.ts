import { describe, expect, test, vi } from 'vitest';
import { AppError } from '../api/errors';
import type { GroupCard, Overview } from '../api/types';
import { makeAtlas } from '../test/fixture';
import { GroupStore, OverviewStore } from './groups.svelte';

const gone = new AppError('not_found', { zh: '没有这个企业', en: 'no such company' });

describe('the card of a company or a subdistrict', () => {
  test('is asked for by its kind, its place and the round', async () => {
    const group = vi.fn(
      async (kind: string, index: number, roundId: string) => ({ kind, index, roundId }) as GroupCard,
    );
    const cards = new GroupStore(makeAtlas({ group }));
    await cards.show({ kind: 'subdistrict', index: 3 }, 'r2');
    expect(group).toHaveBeenCalledWith('subdistrict', 3, 'r2');
    expect(cards.value).toEqual({ kind: 'subdistrict', index: 3, roundId: 'r2' });
  });

  test('asked for later is not overwritten by one that comes late', async () => {
    const give = new Map<number, (card: GroupCard) => void>();
    const cards = new GroupStore(
      makeAtlas({ group: (_, index) => new Promise<GroupCard>((resolve) => give.set(index, resolve)) }),
    );
    const first = cards.show({ kind: 'company', index: 1 }, 'r1');
    const second = cards.show({ kind: 'company', index: 2 }, 'r1');
    give.get(2)?.({ index: 2 } as GroupCard);
    give.get(1)?.({ index: 1 } as GroupCard);
    await Promise.all([first, second]);
    expect(cards.value?.index).toBe(2);
  });

  test('that was closed does not come back when its answer is late, nor its error', async () => {
    let give = (_: GroupCard) => {};
    let fail = (_: unknown) => {};
    const cards = new GroupStore(
      makeAtlas({
        group: () =>
          new Promise<GroupCard>((resolve, reject) => {
            give = resolve;
            fail = reject;
          }),
      }),
    );
    const showing = cards.show({ kind: 'company', index: 1 }, 'r1');
    await cards.show(null, 'r1');
    give({ index: 1 } as GroupCard);
    await showing;
    expect(cards.value).toBeNull();
    const failing = cards.show({ kind: 'company', index: 1 }, 'r1');
    await cards.show(null, 'r1');
    fail(gone);
    await failing;
    expect(cards.error).toBeNull();
  });

  test('that cannot be had says why, and the next one clears it', async () => {
    const group = vi.fn().mockRejectedValueOnce(gone).mockResolvedValue({ index: 0 });
    const cards = new GroupStore(makeAtlas({ group }));
    await cards.show({ kind: 'company', index: 9 }, 'r1');
    expect(cards.value).toBeNull();
    expect(cards.error?.in('zh')).toBe('没有这个企业');
    await cards.show({ kind: 'company', index: 0 }, 'r1');
    expect(cards.error).toBeNull();
    expect(cards.value).toEqual({ index: 0 });
  });
});

describe('the page of all figures', () => {
  test('keeps the figures of the old round until those of the new one are there', async () => {
    const give = new Map<string, (page: Overview) => void>();
    const pages = new OverviewStore(
      makeAtlas({ overview: (id) => new Promise<Overview>((resolve) => give.set(id, resolve)) }),
    );
    const first = pages.show('r1');
    give.get('r1')?.({ roundId: 'r1' } as Overview);
    await first;
    const second = pages.show('r2');
    expect(pages.value?.roundId).toBe('r1');
    give.get('r2')?.({ roundId: 'r2' } as Overview);
    await second;
    expect(pages.value?.roundId).toBe('r2');
  });

  test('of a round that cannot be had is empty and says why: old figures would be wrong there', async () => {
    const overview = vi
      .fn()
      .mockResolvedValueOnce({ roundId: 'r1' })
      .mockRejectedValueOnce(new AppError('internal', { zh: '坏了', en: 'broken' }));
    const pages = new OverviewStore(makeAtlas({ overview }));
    await pages.show('r1');
    await pages.show('r2');
    expect(pages.value).toBeNull();
    expect(pages.error?.in('en')).toBe('broken');
  });
});
