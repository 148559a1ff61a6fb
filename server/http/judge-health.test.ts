import { expect, it } from 'vitest';
import { judgeHealth, LOOP_LIMIT_MS } from './judge-health';

const now = () => 1_000_000;
const loop = (name: string, idleMs: number) => ({ name, lastTurnMs: () => now() - idleMs });

it('is well when the database answers and each loop has turned lately', async () => {
  const parts = await judgeHealth({ pingDatabase: async () => 1, loops: [loop('relay', 900)], now });
  expect(parts).toEqual([
    { part: 'database', ok: true },
    { part: 'relay', ok: true, idle_ms: 900 },
  ]);
});

it('names a loop that stands still', async () => {
  const loops = [loop('relay', 5), loop('gateway', LOOP_LIMIT_MS + 1)];
  const parts = await judgeHealth({ pingDatabase: async () => 1, loops, now });
  expect(parts.filter((part) => !part.ok).map((part) => part.part)).toEqual(['gateway']);
});

it('names a database that does not answer', async () => {
  const pingDatabase = () => Promise.reject(new Error('refused'));
  const [database] = await judgeHealth({ pingDatabase, loops: [], now });
  expect(database).toMatchObject({ part: 'database', ok: false, reason: 'Error: refused' });
});
