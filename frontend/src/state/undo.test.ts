import { describe, expect, it, vi } from 'vitest';
import type { Session } from '../api/types';
import { makeAtlas } from '../test/fixture';
import { Undo } from './undo.svelte';

const line = { seq: 2, when: '2026-11-23', who: '', what: '导入 scores.csv' };

async function deskOf(readOnly: boolean) {
  const atlas = makeAtlas({ undoState: async () => ({ undo: line }) });
  const open = await atlas.session();
  if (!open.project) throw new Error('the fixture has a project');
  const session: Session = { ...open, project: { ...open.project, readOnly } };
  const enter = vi.fn(async () => {});
  return { undo: new Undo(atlas, enter, () => {}), session, enter };
}

describe('undo', () => {
  it('names what would be taken back, and enters the project anew after it', async () => {
    const { undo, session, enter } = await deskOf(false);
    await undo.refresh(session);
    expect(undo.view.undo?.what).toBe('导入 scores.csv');
    await undo.undo();
    expect(enter).toHaveBeenCalledTimes(1);
    await undo.redo();
    expect(enter).toHaveBeenCalledTimes(1);
  });

  it('offers nothing in a project that another program holds', async () => {
    const { undo, session, enter } = await deskOf(true);
    await undo.refresh(session);
    await undo.undo();
    expect(undo.view.undo).toBeUndefined();
    expect(enter).not.toHaveBeenCalled();
  });
});
