import { describe, expect, test, vi } from 'vitest';
import { AppError } from '../api/errors';
import type { Colouring, ColouringAsk, NumberInfo } from '../api/types';
import { makeAtlas } from '../test/fixture';
import { byRank, ColouringStore } from './colouring.svelte';

const byScore: ColouringAsk = { by: 'score', method: 'quantile', classes: 5, breaks: [] };
const byCompany: ColouringAsk = { by: 'company', method: '', classes: 5, breaks: [] };

const shown = (roundId: string, ask: ColouringAsk) => ({ roundId, ask }) as Colouring;

/** A program whose colourings come when the test says so. */
function slow() {
  const waiting = new Map<string, { give: () => void; refuse: () => void }>();
  const colour = vi.fn(
    (roundId: string, ask: ColouringAsk) =>
      new Promise<Colouring>((give, fail) =>
        waiting.set(`${roundId} ${ask.by}`, {
          give: () => give(shown(roundId, ask)),
          refuse: () => fail(new AppError('invalid', { zh: '不能这样填色', en: 'not like that' })),
        }),
      ),
  );
  const changed = vi.fn();
  const store = new ColouringStore(makeAtlas({ colour, numbers: async () => [] }), changed);
  return { store, colour, changed, waiting };
}

describe('the colouring', () => {
  test('by rank needs nothing of the program', async () => {
    const { store, colour, changed } = slow();
    await store.follow('r1');
    await store.choose(byRank);
    expect(store.shown).toBeNull();
    expect(colour).not.toHaveBeenCalled();
    expect(changed).not.toHaveBeenCalled();
  });

  test('stays on the map until the next one is there, and says when the classes are others', async () => {
    const { store, changed, waiting } = slow();
    await store.follow('r1');
    const choosing = store.choose(byScore);
    expect(store.ask).toBe(byScore);
    expect(store.shown).toBeNull();
    waiting.get('r1 score')?.give();
    await choosing;
    expect(store.shown?.ask.by).toBe('score');
    expect(changed).toHaveBeenLastCalledWith(null, store.shown);
    const before = store.shown;
    const following = store.follow('r2');
    expect(store.shown?.roundId).toBe('r1');
    waiting.get('r2 score')?.give();
    await following;
    expect(store.shown?.roundId).toBe('r2');
    expect(changed).toHaveBeenLastCalledWith(before, store.shown);
  });

  test('of two choices in a row is the later one, in whatever order they come', async () => {
    const { store, waiting } = slow();
    await store.follow('r1');
    const first = store.choose(byScore);
    const second = store.choose(byCompany);
    waiting.get('r1 company')?.give();
    waiting.get('r1 score')?.give();
    await Promise.all([first, second]);
    expect(store.shown?.ask.by).toBe('company');
    expect(store.ask).toBe(byCompany);
  });

  test('that is refused says why and leaves map and choice as they were', async () => {
    const { store, waiting, changed } = slow();
    await store.follow('r1');
    const good = store.choose(byScore);
    waiting.get('r1 score')?.give();
    await good;
    changed.mockClear();
    const bad = store.choose(byCompany);
    waiting.get('r1 company')?.refuse();
    await bad;
    expect(store.error?.in('zh')).toBe('不能这样填色');
    expect(store.ask).toBe(byScore);
    expect(store.shown?.ask.by).toBe('score');
    expect(changed).not.toHaveBeenCalled();
    const again = store.choose(byScore);
    waiting.get('r1 score')?.give();
    await again;
    expect(store.error).toBeNull();
  });

  test('of another round never stands beside the figures of this one', async () => {
    const { store, waiting, changed } = slow();
    await store.follow('r1');
    const choosing = store.choose(byScore);
    waiting.get('r1 score')?.give();
    await choosing;
    const old = store.shown;
    const following = store.follow('r2');
    waiting.get('r2 score')?.refuse();
    await following;
    expect(store.shown).toBeNull();
    expect(changed).toHaveBeenLastCalledWith(old, null);
    // The next round is coloured by it again.
    expect(store.ask).toBe(byScore);
  });

  test('offers the numbers of the round on the screen, however late those of another come', async () => {
    const give = new Map<string, (numbers: NumberInfo[]) => void>();
    const atlas = makeAtlas({ numbers: (id) => new Promise<NumberInfo[]>((resolve) => give.set(id, resolve)) });
    const store = new ColouringStore(atlas, () => {});
    await store.follow('r1');
    await store.follow('r2');
    give.get('r2')?.([{ key: 'score', unit: 'points', signed: false, known: 3 }]);
    give.get('r1')?.([]);
    await vi.waitFor(() => expect(store.numbers.map((n) => n.key)).toEqual(['score']));
  });

  test('is by rank again in another district, and what was still asked for is forgotten', async () => {
    const { store, waiting } = slow();
    await store.follow('r1');
    const choosing = store.choose(byScore);
    store.reset();
    waiting.get('r1 score')?.give();
    await choosing;
    expect(store.shown).toBeNull();
    expect(store.ask).toBe(byRank);
  });
});
