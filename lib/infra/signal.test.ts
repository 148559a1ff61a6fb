import { expect, it } from 'vitest';
import { createSignal } from './signal';

const LONG_MS = 60_000;

it('ends a wait when it is raised', async () => {
  const signal = createSignal();
  const waited = signal.wait(LONG_MS);
  signal.raise();
  await waited;
});

it('keeps a raise that came before the wait, and only once', async () => {
  const signal = createSignal();
  signal.raise();
  signal.raise();
  await signal.wait(LONG_MS);
  let ended = false;
  const second = signal.wait(LONG_MS).then(() => {
    ended = true;
  });
  await Promise.resolve();
  expect(ended).toBe(false);
  signal.raise();
  await second;
});

it('ends a wait by itself at its limit', async () => {
  await createSignal().wait(1);
});
