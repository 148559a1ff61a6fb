import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useReadConversation } from './read-conversation';

const queryClient = new QueryClient();
const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
);
let told: unknown[];
let isReachable: boolean;

beforeEach(() => {
  told = [];
  isReachable = true;
  vi.useFakeTimers();
  vi.stubGlobal('fetch', async (_path: string, { body }: RequestInit) => {
    if (!isReachable) throw new TypeError('Failed to fetch');
    const { seq } = JSON.parse(String(body));
    told.push(seq);
    return Response.json({ conversation_id: 'c1', seq, read_at: '2026-11-27T10:00:00Z' });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const open = (seq: number) =>
  renderHook((props) => useReadConversation('c1', props.seq, props.isInSight), {
    wrapper,
    initialProps: { seq, isInSight: true },
  });
const wait = () => vi.advanceTimersByTimeAsync(400);

it('what is in sight is read, what comes quickly by one request, and nothing twice while it is open', async () => {
  const { rerender } = open(0);
  await wait();
  expect(told).toEqual([]);
  rerender({ seq: 4, isInSight: false });
  await wait();
  expect(told).toEqual([]);
  rerender({ seq: 4, isInSight: true });
  rerender({ seq: 5, isInSight: true });
  await wait();
  rerender({ seq: 5, isInSight: false });
  rerender({ seq: 5, isInSight: true });
  await wait();
  expect(told).toEqual([5]);
});

it('is read again where it is opened again: it may have been marked as unread', async () => {
  const first = open(5);
  await wait();
  first.unmount();
  open(5);
  await wait();
  expect(told).toEqual([5, 5]);
});

it('what nobody answered is told with the next message', async () => {
  isReachable = false;
  const { rerender } = open(5);
  await wait();
  isReachable = true;
  rerender({ seq: 6, isInSight: true });
  await wait();
  expect(told).toEqual([6]);
});
