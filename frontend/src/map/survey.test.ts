import { describe, expect, test } from 'vitest';
import { add, begin, end, Latest, type LonLat, removeLast, toMeasure } from './survey';

const points: LonLat[] = [
  [117, 39],
  [117.1, 39],
  [117.1, 39.1],
];

const drawn = (kind: 'length' | 'area', count: number) => points.slice(0, count).reduce(add, begin(kind));

describe('a line or area that is measured', () => {
  test('grows by clicks and loses its last point again', () => {
    expect(drawn('length', 3).points).toEqual(points);
    expect(removeLast(drawn('length', 3)).points).toEqual(points.slice(0, 2));
    expect(removeLast(begin('length')).points).toEqual([]);
  });

  test('has figures from two points on; an area is closed from three on', () => {
    expect(toMeasure(drawn('length', 1), null)).toBeNull();
    expect(toMeasure(drawn('length', 2), null)).toEqual({ points: points.slice(0, 2), closed: false });
    expect(toMeasure(drawn('area', 2), null)?.closed).toBe(false);
    expect(toMeasure(drawn('area', 3), null)?.closed).toBe(true);
  });

  test('is measured up to the pointer until it has ended', () => {
    expect(toMeasure(drawn('length', 1), [118, 39])?.points).toHaveLength(2);
    expect(toMeasure(begin('length'), [118, 39])).toBeNull();
    expect(toMeasure(end(drawn('length', 2)), [118, 39])?.points).toHaveLength(2);
  });

  test('ends only with enough points; the next click begins anew', () => {
    expect(end(drawn('area', 2)).ended).toBe(false);
    const ended = end(drawn('area', 3));
    expect(ended.ended).toBe(true);
    expect(add(ended, [1, 2])).toEqual({ kind: 'area', points: [[1, 2]], ended: false });
    expect(removeLast(ended)).toEqual({ ...ended, ended: false });
  });
});

describe('questions that come faster than their answers', () => {
  test('are left out but for the last', async () => {
    const asked: number[] = [];
    const told: number[] = [];
    const answers: (() => void)[] = [];
    const latest = new Latest<number, number>(
      (n) => {
        asked.push(n);
        return new Promise((done) => answers.push(() => done(n * 10)));
      },
      (_, answer) => told.push(answer),
    );
    for (const n of [1, 2, 3, 4]) latest.want(n);
    expect(asked).toEqual([1]);
    answers[0]!();
    await Promise.resolve().then(() => {});
    await new Promise((done) => setTimeout(done));
    expect(asked).toEqual([1, 4]);
    answers[1]!();
    await new Promise((done) => setTimeout(done));
    expect(told).toEqual([10, 40]);
  });

  test('are forgotten when the tool is put away, and a failure ends nothing', async () => {
    const told: number[] = [];
    let fail = true;
    const latest = new Latest<number, number>(
      async (n) => {
        if (fail) throw new Error('no');
        return n;
      },
      (_, answer) => told.push(answer),
    );
    latest.want(1);
    await new Promise((done) => setTimeout(done));
    fail = false;
    latest.want(2);
    latest.reset();
    await new Promise((done) => setTimeout(done));
    latest.want(3);
    await new Promise((done) => setTimeout(done));
    expect(told).toEqual([3]);
  });
});
