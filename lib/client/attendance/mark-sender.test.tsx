import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { MarksSaved } from '@/lib/contracts/http/attendance';
import { ApiProblem, ownProblem } from '../http/api-problem';
import { forgetUnsent } from '../session/tab-storage';
import { createKeptQueue } from './kept-queue';
import type { QueuedPost, WantedMark } from './mark-queue';
import { createMarkSender, type MarkSender } from './mark-sender';

const mark: WantedMark = { student_id: 'x', status: 'late', custom_code: '', remark: '', version: 0 };
const saved: MarksSaved = {
  marks: [{ ...mark, version: 1, source: 'roster' }],
  counts: { students: 1, present: 0, late: 1, excused: 0, absent: 0 },
  saved_at: '2026-01-01T00:00:00Z',
};
const senders: MarkSender[] = [];
const kept = (session = 'sid') => createKeptQueue('u', session, () => localStorage);

function begin(post: (post: QueuedPost) => Promise<MarksSaved>, session = 'sid'): MarkSender {
  const alone = (act: () => Promise<void>) => act();
  const sender = createMarkSender({ kept: kept(session), post, onMarks: () => undefined, alone });
  senders.push(sender);
  return sender;
}
const never = () => new Promise<MarksSaved>(() => undefined);
const lost = () => Promise.reject(ownProblem('network.unreachable'));

beforeEach(() => localStorage.clear());
afterEach(() => {
  for (const sender of senders.splice(0)) sender.stop();
});

it('sends what a reload has left, with the key it had', async () => {
  const sent: QueuedPost[] = [];
  const first = vi.fn((post: QueuedPost) => {
    sent.push(post);
    return lost();
  });
  begin(first).add({ session_id: 's', marks: [mark] });
  await vi.waitFor(() => expect(first).toHaveBeenCalled());
  for (const sender of senders.splice(0)) sender.stop();
  const again = vi.fn(async (post: QueuedPost) => {
    sent.push(post);
    return saved;
  });
  const sender = begin(again);
  await vi.waitFor(() => expect(sender.queue.get().posts).toEqual([]));
  expect(sent.map(({ key, marks }) => [key, marks])).toEqual([
    [sent[0]?.key, [mark]],
    [sent[0]?.key, [mark]],
  ]);
  expect(localStorage).toHaveLength(0);
});

it('says that the network is away, and goes on by itself when it is back', async () => {
  let isAway = true;
  const sender = begin(() => (isAway ? lost() : Promise.resolve(saved)));
  sender.add({ session_id: 's', marks: [mark] });
  await vi.waitFor(() => expect(sender.trouble.get()).toBe('unreachable'));
  isAway = false;
  sender.retry();
  await vi.waitFor(() => expect(sender.queue.get().posts).toEqual([]));
  expect(sender.trouble.get()).toBeNull();
});

it('drops what another session has left, and what waits when the session ends', async () => {
  begin(never).add({ session_id: 's', marks: [mark] });
  expect(kept().read().posts).toHaveLength(1);
  expect(kept('another').read().posts).toEqual([]);
  forgetUnsent();
  expect(localStorage).toHaveLength(0);
});

it('drops all when the server says that the session is over', async () => {
  const over = vi.fn(() => Promise.reject(new ApiProblem({ code: 'auth.required', status: 401, title: '' })));
  const sender = begin(over);
  sender.add({ session_id: 's', marks: [mark] });
  await vi.waitFor(() => expect(sender.queue.get().posts).toEqual([]));
  expect(over).toHaveBeenCalledTimes(1);
  expect(localStorage).toHaveLength(0);
});

it('keeps what is refused over a reload, until it is seen', async () => {
  const theirs = { ...mark, status: 'absent' as const, version: 4, source: 'roster' as const };
  const refuse = () =>
    Promise.reject(
      new ApiProblem({ code: 'precondition.failed', status: 412, title: '', current: [theirs] }),
    );
  const sender = begin(refuse);
  sender.add({ session_id: 's', marks: [mark] });
  await vi.waitFor(() => expect(sender.queue.get().refused).toHaveLength(1));
  expect(kept().read().refused).toEqual([expect.objectContaining({ mark, code: 'precondition.failed' })]);
  sender.forget('s', ['x']);
  expect(localStorage).toHaveLength(0);
});

it('does without storage', async () => {
  const denied = (): Storage => {
    throw new DOMException('no', 'SecurityError');
  };
  const sender = createMarkSender({
    kept: createKeptQueue('u', 'sid', denied),
    post: async () => saved,
    onMarks: () => undefined,
    alone: (act) => act(),
  });
  senders.push(sender);
  sender.add({ session_id: 's', marks: [mark] });
  expect(sender.queue.get().posts).toHaveLength(1);
  await vi.waitFor(() => expect(sender.queue.get().posts).toEqual([]));
});

it('reads nothing from what something else has written', () => {
  localStorage.setItem('nimbusu:marks:u', '{"of":"sid","posts":[{"key":1}]}');
  expect(kept().read()).toEqual({ posts: [], refused: [] });
  localStorage.setItem('nimbusu:marks:u', 'not JSON');
  expect(kept().read()).toEqual({ posts: [], refused: [] });
});
