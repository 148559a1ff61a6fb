import { InfiniteQueryObserver, QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NotificationView } from '@/lib/contracts/http/notification';
import { attendanceKeys } from '../attendance/attendance-keys';
import type { Page } from '../http/page-items';
import { unreadCountOptions } from '../notification/count-unread';
import { notificationListOptions } from '../notification/list-notifications';
import { notificationKeys } from '../notification/notification-keys';
import { sessionListOptions } from '../session/list-sessions';
import { createPushApplier, type PushApplier } from './push-applier';
import { sampleNotification, sampleTime } from './testing/sample-rows';
import { inboxIds, seedInbox, unreadCount } from './testing/seed-cache';

const all = { unread: false };
const recent = new Date().toISOString();
let queryClient: QueryClient;
let applier: PushApplier;
let requests: Array<{ path: string; answer: (body: unknown) => void }>;

/** The server answers when the test says so, with what the test says. */
beforeEach(() => {
  requests = [];
  vi.stubGlobal(
    'fetch',
    (path: string) =>
      new Promise((resolve) =>
        requests.push({
          path,
          answer: (body) => resolve(new Response(JSON.stringify(body), { status: 200 })),
        }),
      ),
  );
  queryClient = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
  });
  applier = createPushApplier(queryClient, { recountAfter: 1 });
});
afterEach(() => {
  applier.stop();
  queryClient.clear();
  vi.unstubAllGlobals();
});

const pageOf = (...rows: NotificationView[]): Page<NotificationView> => ({ items: rows, next_cursor: null });
const push = (n: number, change = {}) =>
  applier.apply('notification:created', { notification: sampleNotification(n, change) });

async function request(index: number) {
  await vi.waitFor(() => expect(requests.length).toBeGreaterThan(index));
  const found = requests[index];
  if (!found) throw new Error(`request ${index} was not made`);
  return found;
}

function watchCount(): void {
  new QueryObserver(queryClient, unreadCountOptions()).subscribe(() => {});
}

describe('a push while a list is on its way', () => {
  it('is not lost to a first answer from before it', async () => {
    const loaded = queryClient.fetchInfiniteQuery(notificationListOptions(all));
    const { answer } = await request(0);
    push(10);
    answer(pageOf(sampleNotification(9)));
    await loaded;
    expect(inboxIds(queryClient, all)).toEqual(['n0010', 'n0009']);
  });

  it('is not doubled by an answer that has it', async () => {
    const loaded = queryClient.fetchInfiniteQuery(notificationListOptions(all));
    const { answer } = await request(0);
    push(10);
    answer(pageOf(sampleNotification(10), sampleNotification(9)));
    await loaded;
    expect(inboxIds(queryClient, all)).toEqual(['n0010', 'n0009']);
  });

  it('survives a reload of what was there', async () => {
    seedInbox(queryClient, [[sampleNotification(9)]]);
    const reloaded = queryClient.fetchInfiniteQuery({ ...notificationListOptions(all), staleTime: 0 });
    const { answer } = await request(0);
    push(10);
    applier.apply('notification:read', { ids: ['n0009'], read_at: sampleTime(20) });
    expect(inboxIds(queryClient, all)).toEqual(['n0010', 'n0009']);
    answer(pageOf(sampleNotification(9)));
    await reloaded;
    expect(inboxIds(queryClient, all)).toEqual(['n0010', 'n0009']);
    const [first] = (await reloaded).pages;
    expect(first?.items[0]?.read_at).toBeNull();
    const data = queryClient.getQueryData<{ pages: Page<NotificationView>[] }>(notificationKeys.list(all));
    expect(data?.pages[0]?.items.map((row) => row.read_at)).toEqual([null, sampleTime(20)]);
  });

  it('of a list that settled before leaves later answers alone', async () => {
    const first = queryClient.fetchInfiniteQuery(notificationListOptions(all));
    (await request(0)).answer(pageOf());
    await first;
    push(10);
    const second = queryClient.fetchInfiniteQuery({ ...notificationListOptions(all), staleTime: 0 });
    // It was deleted meanwhile: the answer is newer than the push.
    (await request(1)).answer(pageOf(sampleNotification(9)));
    await second;
    expect(inboxIds(queryClient, all)).toEqual(['n0009']);
  });
});

describe('the unread count', () => {
  it('is asked for again when a push landed while it was on its way', async () => {
    watchCount();
    const first = await request(0);
    push(10);
    first.answer({ unread_count: 0 });
    (await request(1)).answer({ unread_count: 1 });
    await vi.waitFor(() => expect(unreadCount(queryClient)).toBe(1));
    expect(requests).toHaveLength(2);
  });

  it('is asked for again when it was fetched so lately that it may have counted this one', async () => {
    watchCount();
    (await request(0)).answer({ unread_count: 1 });
    await vi.waitFor(() => expect(unreadCount(queryClient)).toBe(1));
    push(10, { created_at: recent });
    expect(unreadCount(queryClient)).toBe(2);
    (await request(1)).answer({ unread_count: 1 });
    await vi.waitFor(() => expect(unreadCount(queryClient)).toBe(1));
  });

  it('is moved without a question when it is long known', () => {
    queryClient.setQueryData(notificationKeys.unreadCount, { unread_count: 3 }, { updatedAt: 1_000 });
    watchCount();
    expect(push(10, { created_at: recent })).toMatchObject({ moved: 1, unsure: false });
    expect(unreadCount(queryClient)).toBe(4);
    expect(queryClient.isFetching()).toBe(0);
  });

  it('is taken from a snapshot over an older answer on its way', async () => {
    watchCount();
    const late = await request(0);
    await applier.takeUnreadCount(5, applier.landed());
    late.answer({ unread_count: 2 });
    await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0));
    expect(unreadCount(queryClient)).toBe(5);
  });

  it('is asked for again when a push landed while the snapshot was on its way', async () => {
    seedInbox(queryClient, [[]]);
    watchCount();
    const landedBefore = applier.landed();
    push(10, { created_at: sampleTime(10) });
    await applier.takeUnreadCount(0, landedBefore);
    (await request(0)).answer({ unread_count: 1 });
    await vi.waitFor(() => expect(unreadCount(queryClient)).toBe(1));
  });
});

it('loads a list again whose first answer may be from before the connection', async () => {
  new InfiniteQueryObserver(queryClient, notificationListOptions(all)).subscribe(() => {});
  const first = await request(0);
  applier.reloadLists();
  first.answer(pageOf());
  (await request(1)).answer(pageOf(sampleNotification(1)));
  await vi.waitFor(() => expect(inboxIds(queryClient, all)).toEqual(['n0001']));
});

it('asks for the sessions once for many that ended, and not at all when this one did', async () => {
  new QueryObserver(queryClient, sessionListOptions()).subscribe(() => {});
  (await request(0)).answer({ items: [] });
  await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0));
  for (let n = 0; n < 5; n += 1) applier.apply('sessions:changed', {});
  (await request(1)).answer({ items: [] });
  await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0));
  vi.useFakeTimers();
  applier.apply('sessions:changed', {});
  applier.stop();
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  expect(requests).toHaveLength(2);
});

it('lets an answer arrive while marks of a class keep coming, and asks once more behind it', async () => {
  const answers: Array<(count: number) => void> = [];
  const queryKey = attendanceKeys.roster('s1');
  const marked = { course_id: 'c1', session_id: 's1', marks: [] };
  const queryFn = () => new Promise<number>((resolve) => answers.push(resolve));
  new QueryObserver(queryClient, { queryKey, queryFn }).subscribe(() => {});
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  vi.useFakeTimers();
  for (let n = 0; n < 5; n += 1) {
    applier.apply('attendance:roster', marked);
    await vi.advanceTimersByTimeAsync(10);
  }
  vi.useRealTimers();
  expect(answers).toHaveLength(1);
  answers[0]?.(1);
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  expect(queryClient.getQueryData(queryKey)).toBe(1);
  answers[1]?.(5);
  await vi.waitFor(() => expect(queryClient.getQueryData(queryKey)).toBe(5));
  expect(queryClient.isFetching()).toBe(0);
});
