import { describe, expect, test, vi } from 'vitest';
import type { TableColumn } from '../api/types';
import { firstColumns } from '../model/columns';
import { makeAtlas } from '../test/fixture';
import { Columns } from './columns.svelte';
import { Prefs } from './prefs.svelte';

const column = (key: string, number: number[] = []): TableColumn => ({
  key,
  head: { zh: key, en: key },
  kind: 'number',
  unit: '',
  words: [],
  word: [],
  number,
  known: number.map(() => true),
});

function make() {
  const saved = new Map<string, string>();
  const store = {
    getItem: (k: string) => saved.get(k) ?? null,
    setItem: (k: string, v: string) => void saved.set(k, v),
  };
  const tableColumns = vi.fn(async (roundId: string, keys: string[]) =>
    keys.length === 0
      ? ['name', 'households', 'host'].map((k) => column(k))
      : keys.map((k) => column(k, [roundId.length])),
  );
  const atlas = makeAtlas({ tableColumns });
  return {
    columns: new Columns(atlas, new Prefs(store)),
    again: () => new Columns(atlas, new Prefs(store)),
    tableColumns,
  };
}

describe('columns of the list', () => {
  test('begin with the first ones and ask for nothing', async () => {
    const { columns, tableColumns } = make();
    await columns.follow('r1', ['rank']);
    expect(columns.shown).toEqual([...firstColumns]);
    expect(tableColumns).not.toHaveBeenCalled();
  });

  test('a chosen one is read once a round and kept for the next start', async () => {
    const { columns, again, tableColumns } = make();
    await columns.follow('r1', []);
    await columns.toggle('households');
    expect(columns.shown.at(-1)).toBe('households');
    expect(columns.values('households')).toMatchObject({ numbers: new Float64Array([2]) });
    await columns.toggle('host');
    expect(tableColumns).toHaveBeenLastCalledWith('r1', ['host']);
    await columns.follow('round', []);
    expect(columns.values('households')).toMatchObject({ numbers: new Float64Array([5]) });

    const next = again();
    await next.follow('r1', []);
    expect(next.shown).toEqual(columns.shown);
  });

  test('a column that no longer exists is left out', async () => {
    const { columns } = make();
    await columns.follow('r1', []);
    await columns.toggle('gone');
    expect(columns.shown).toEqual([...firstColumns]);
  });

  test('one that is filtered by is read although it is not shown', async () => {
    const { columns } = make();
    await columns.follow('r1', ['host']);
    expect(columns.values('host')).not.toBeNull();
    expect(columns.shown).not.toContain('host');
  });

  test('what cannot be read is said, and asked for again', async () => {
    const { columns, tableColumns } = make();
    await columns.follow('r1', []);
    await columns.open();
    tableColumns.mockRejectedValueOnce(new Error('gone'));
    await columns.toggle('host');
    expect(columns.error).not.toBeNull();
    await columns.retry();
    expect(columns.error).toBeNull();
    expect(columns.values('host')).not.toBeNull();
  });
});
