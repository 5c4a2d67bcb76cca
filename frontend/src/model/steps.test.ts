import { expect, test } from 'vitest';
import { Steps } from './steps';

test('a step is taken back and done again', () => {
  const steps = new Steps('a');
  steps.take('b');
  steps.take('c');
  expect([steps.back(), steps.back(), steps.back()]).toEqual(['b', 'a', 'a']);
  expect([steps.forward(), steps.forward(), steps.forward()]).toEqual(['b', 'c', 'c']);
});

test('a new step drops what was taken back', () => {
  const steps = new Steps(1);
  steps.take(2);
  steps.back();
  steps.take(3);
  expect(steps.canForward).toBe(false);
  expect(steps.back()).toBe(1);
});
