import { expect, it } from 'vitest';
import { createTurns } from './in-turn';

it('runs one at a time, in order, and goes on after a failure', async () => {
  const inTurn = createTurns();
  const done: string[] = [];
  let running = 0;
  const work =
    (name: string, fails = false) =>
    async () => {
      running += 1;
      expect(running).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      done.push(name);
      if (fails) throw new Error(name);
      return name;
    };
  const all = await Promise.allSettled([
    inTurn('a', work('first')),
    inTurn('a', work('second', true)),
    inTurn('a', work('third')),
  ]);
  expect(done).toEqual(['first', 'second', 'third']);
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

it('holds up nobody with another key', async () => {
  const inTurn = createTurns();
  let release = () => {};
  const held = inTurn('a', () => new Promise<void>((resolve) => (release = resolve)));
  expect(await inTurn('b', async () => 'through')).toBe('through');
  release();
  await held;
});
