import { expect, test } from 'vitest';
import type { Drawn, Shape } from '../model/drawing';
import { makeAtlas } from '../test/fixture';
import { Desk } from './desk.svelte';

const square: Shape = [
  [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ],
  ],
];
const drawn: Drawn = { shape: square, line: [], changed: true, complete: true, canUndo: true, canRedo: false };

async function startDesk(own: Parameters<typeof makeAtlas>[0] = {}) {
  const desk = new Desk(makeAtlas(own));
  await desk.start();
  return desk;
}

test('without an estate there is no boundary to edit, but a new one can be drawn', async () => {
  const { boundaries } = await startDesk();
  await boundaries.start('modify');
  expect(boundaries.kind).toBe('none');
  await boundaries.start('shape');
  expect([boundaries.kind, boundaries.fid]).toEqual(['shape', 0]);
});

test('what is drawn is measured by the program and written as it is drawn', async () => {
  const written: unknown[] = [];
  const desk = await startDesk({
    editBoundary: async (fid, shape) => {
      written.push(fid, shape);
      return { session: await makeAtlas().session(), undo: {} };
    },
  });
  const { boundaries } = desk;
  desk.select(103);
  await boundaries.start('modify');
  boundaries.take(drawn);
  await Promise.resolve();
  await expect.poll(() => boundaries.preview?.areaM2).toBe(1200);
  expect(await boundaries.decide({ id: '', name: '', subdistrict: '', form: '' })).toBeNull();
  expect(written).toEqual([103, square]);
  expect(boundaries.kind).toBe('none');
});

test('a refusal leaves what was drawn', async () => {
  const desk = await startDesk({
    editBoundary: async () => {
      throw { code: 'invalid', text: { zh: '边界不可用', en: 'no boundary' } };
    },
  });
  const { boundaries } = desk;
  desk.select(103);
  await boundaries.start('modify');
  boundaries.take(drawn);
  const refused = await boundaries.decide({ id: '', name: '', subdistrict: '', form: '' });
  expect(refused?.in('zh')).toBe('边界不可用');
  expect([boundaries.kind, boundaries.drawn]).toEqual(['modify', drawn]);
});

test('neighbours are taken in and out again by clicks; the estate itself is none of them', async () => {
  const desk = await startDesk();
  const { boundaries } = desk;
  desk.select(103);
  await boundaries.start('merge');
  boundaries.join(103);
  boundaries.join(104);
  boundaries.join(105);
  boundaries.join(104);
  expect([...boundaries.joined]).toEqual([105]);
  expect(boundaries.complete).toBe(true);
  desk.escape();
  expect([boundaries.kind, desk.selected]).toEqual(['none', 103]);
});
