import { expect, it, vi } from 'vitest';
import { runTurns } from './run-turns';

const HOUR_MS = 3_600_000;

it('goes on at once while it is told to, and waits otherwise until it is stopped', async () => {
  const answers: ('again' | 'wait')[] = ['again', 'again', 'wait'];
  const turn = vi.fn(async () => answers.shift() ?? 'wait');
  const turns = runTurns({ everyMs: HOUR_MS, turn, onError: vi.fn() });
  await vi.waitFor(() => expect(answers).toEqual([]));
  await turns.stop();
  expect(turn).toHaveBeenCalledTimes(3);
});

it('tells of a turn that fails, and takes the next one after the pause', async () => {
  const onError = vi.fn();
  let count = 0;
  const turns = runTurns({
    everyMs: 1,
    async turn() {
      count += 1;
      if (count === 1) throw new Error('down');
      return 'wait';
    },
    onError,
  });
  await vi.waitFor(() => expect(count).toBeGreaterThan(2));
  await turns.stop();
  expect(onError.mock.calls).toEqual([[new Error('down')]]);
});

it('ends the turn under way before it has stopped', async () => {
  let release = () => {};
  const ended: boolean[] = [];
  const turns = runTurns({
    everyMs: HOUR_MS,
    async turn(isStopped) {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      ended.push(isStopped());
      return 'again';
    },
    onError: vi.fn(),
  });
  const stopping = turns.stop();
  release();
  await stopping;
  expect(ended).toEqual([true]);
});
