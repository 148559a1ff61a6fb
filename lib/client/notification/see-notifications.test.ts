import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sampleNotification, sampleTime } from '../realtime/testing/sample-rows';
import { seedInbox } from '../realtime/testing/seed-cache';
import { loadedNotification } from './place-notification';
import { seeNotifications } from './see-notifications';

let queryClient: QueryClient;
let sent: string[][];
let answer: () => Response;
let isOnline: boolean;
let goOnline: () => void;
const network = {
  isOnline: () => isOnline,
  subscribe: (listener: () => void) => {
    goOnline = listener;
    return () => {};
  },
};

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  isOnline = true;
  answer = () => Response.json({ seen_count: 1, seen_at: sampleTime(60) });
  vi.stubGlobal('fetch', async (_path: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body).ids);
    return answer();
  });
  queryClient = new QueryClient();
  seedInbox(queryClient, [[sampleNotification(2), sampleNotification(1)]]);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  queryClient.clear();
});

it('tells of all rows of a moment in one request, each once', async () => {
  seeNotifications(queryClient, network)(['n0001']);
  seeNotifications(queryClient, network)(['n0002', 'n0001']);
  await vi.waitFor(() =>
    expect(loadedNotification(queryClient, 'n0001')).toMatchObject({
      seen_at: sampleTime(60),
      read_at: null,
    }),
  );
  seeNotifications(queryClient, network)(['n0001', 'n0002']);
  await vi.runAllTimersAsync();
  expect(sent).toEqual([['n0001', 'n0002']]);
});

it('keeps them while there is no connection', async () => {
  isOnline = false;
  seeNotifications(queryClient, network)(['n0001']);
  await vi.runAllTimersAsync();
  expect(sent).toEqual([]);
  isOnline = true;
  goOnline();
  await vi.runAllTimersAsync();
  expect(sent).toEqual([['n0001']]);
});

it('sends again what got no answer, and lets go of what is refused', async () => {
  answer = () => new Response('gone', { status: 503 });
  seeNotifications(queryClient, network)(['n0001']);
  await vi.advanceTimersByTimeAsync(10);
  expect(loadedNotification(queryClient, 'n0001')?.seen_at).toBeNull();
  answer = () =>
    Response.json(
      { type: 'x', title: 'Not right', status: 422, code: 'request.invalid', correlation_id: 'c' },
      { status: 422 },
    );
  await vi.waitFor(async () => {
    await vi.runAllTimersAsync();
    expect(sent).toEqual([['n0001'], ['n0001']]);
  });
  await vi.runAllTimersAsync();
  expect(sent).toHaveLength(2);
});
