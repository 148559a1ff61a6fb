import { afterEach, expect, it, vi } from 'vitest';
import { type AckOutcome, type AckQueue, createAckQueue } from './ack-queue';

let queue: AckQueue | undefined;
afterEach(() => {
  queue?.stop();
  vi.useRealTimers();
});

function queueTo(send: (ids: string[]) => Promise<AckOutcome>, isConnected = () => true): AckQueue {
  queue = createAckQueue({ send, isConnected, retryAfter: 1 });
  return queue;
}

it('sends all of a tick at once, each id once', async () => {
  const send = vi.fn(async (_ids: string[]): Promise<AckOutcome> => 'answered');
  const acks = queueTo(send);
  for (const id of ['a', 'b', 'a', 'c']) acks.add(id);
  await vi.waitFor(() => expect(send).toHaveBeenCalled());
  expect(send.mock.calls).toEqual([[['a', 'b', 'c']]]);
});

it('sends again until it is answered', async () => {
  const outcomes: AckOutcome[] = ['unanswered', 'unanswered', 'answered'];
  const send = vi.fn(async (_ids: string[]) => outcomes.shift() ?? 'answered');
  queueTo(send).add('a');
  await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(3));
  expect(outcomes).toEqual([]);
});

it('does not repeat what is refused', async () => {
  const send = vi.fn(
    async (ids: string[]): Promise<AckOutcome> => (ids.includes('bad') ? 'refused' : 'answered'),
  );
  const acks = queueTo(send);
  acks.add('bad');
  await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(1));
  acks.add('good');
  await vi.waitFor(() => expect(send.mock.calls).toEqual([[['bad']], [['good']]]));
});

it('waits for a connection', async () => {
  let connected = false;
  const send = vi.fn(async (_ids: string[]): Promise<AckOutcome> => 'answered');
  const acks = queueTo(send, () => connected);
  vi.useFakeTimers();
  acks.add('a');
  acks.flush();
  await vi.runAllTimersAsync();
  expect(send).not.toHaveBeenCalled();
  connected = true;
  acks.flush();
  await vi.runAllTimersAsync();
  expect(send).toHaveBeenCalledWith(['a']);
});

it('keeps to 500 a request, one request at a time', async () => {
  let running = 0;
  const sizes: number[] = [];
  const acks = queueTo(async (ids) => {
    running += 1;
    expect(running).toBe(1);
    // Another request would begin here.
    await Promise.resolve();
    sizes.push(ids.length);
    running -= 1;
    return 'answered';
  });
  for (let n = 0; n < 1_200; n += 1) acks.add(`n${n}`);
  await vi.waitFor(() => expect(sizes).toEqual([500, 500, 200]));
});
