import { QueryClient, QueryClientProvider, useInfiniteQuery } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { dismissToast, toastStore } from '@/components/ui/toast-store';
import { Toaster } from '@/components/ui/toaster';
import { pageItems } from '@/lib/client/http/page-items';
import { notificationListOptions } from '@/lib/client/notification/list-notifications';
import { notificationKeys } from '@/lib/client/notification/notification-keys';
import { applyPush } from '@/lib/client/realtime/apply-push';
import { sampleNotification, sampleTime } from '@/lib/client/realtime/testing/sample-rows';
import { inboxIds, seedInbox, unreadCount } from '@/lib/client/realtime/testing/seed-cache';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import { useNotificationActions } from './use-notification-actions';
import { InboxRows } from './virtual-rows';

vi.mock('@/lib/client/realtime/realtime-provider', () => ({
  useIsFresh: () => false,
  useOnFresh: () => undefined,
}));

const material = (n: number, change = {}) =>
  sampleNotification(n, { group_key: 'course:cs101:material', category: 'material', ...change });
const loaded = [material(5), sampleNotification(4), material(3)];
const further = [material(2)];
const known = { group_key: 'course:cs101:material', category: 'material', course: 'CS101', unread_count: 3 };
const span = { newest_id: 'n0005', newest_at: sampleTime(5), oldest_at: sampleTime(2) };
let queryClient: QueryClient;
let posted: Array<Record<string, unknown>>;
let refused: boolean;
let told: object;

beforeAll(() => import('@/components/ui/toast-list'));
beforeEach(() => {
  posted = [];
  refused = false;
  told = { since: null, items: [{ ...known, ...span }] };
  queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  vi.stubGlobal(
    'fetch',
    async (path: string, { method = 'GET', body }: { method?: string; body?: string } = {}) => {
      if (method === 'POST') {
        posted.push({ path, ...JSON.parse(body ?? '{}') });
        if (refused) return new Response('{}', { status: 503 });
        const ids = path.endsWith('/bulk') ? ['n0005', 'n0003', 'n0002'] : [];
        return Response.json({ ids, at: sampleTime(900) });
      }
      if (path.includes('/groups')) return Response.json(told);
      if (path.includes('group_key'))
        return Response.json({
          items: [...loaded.filter((row) => row.id !== 'n0004'), ...further],
          next_cursor: null,
        });
      return Response.json({ unread_count: unreadCount(queryClient) ?? 0 });
    },
  );
});
afterEach(() => {
  cleanup();
  for (const { id } of toastStore.get()) dismissToast(id);
  vi.unstubAllGlobals();
  queryClient.clear();
});

function Rows() {
  const list = useInfiniteQuery(notificationListOptions({}));
  const actions = useNotificationActions();
  const place = { tab: 'all', query: '', open: null } as const;
  const moves = { place, show: vi.fn(), open: vi.fn(), close: vi.fn() };
  return (
    <InboxRows
      rows={pageItems(list.data)}
      list={list}
      name="all"
      hasMore={list.hasNextPage}
      onNearEnd={vi.fn()}
      moves={moves}
      actions={actions}
    />
  );
}

async function show() {
  seedInbox(queryClient, [loaded, further]);
  // Of two pages the first is there.
  queryClient.setQueryData(notificationKeys.list({}), {
    pages: [{ items: loaded, next_cursor: 'page-1' }],
    pageParams: [null],
  });
  await act(async () => {
    render(
      <QueryClientProvider client={queryClient}>
        <Suspense fallback={null}>
          <Rows />
        </Suspense>
        <Toaster />
      </QueryClientProvider>,
      { wrapper: EnglishText },
    );
  });
  await screen.findByRole('button', { name: '3 new materials, CS101' });
}

const rows = () => [...document.querySelectorAll<HTMLElement>('li [data-row]')].map((row) => row.textContent);
const press = (name: string | RegExp) =>
  act(async () => void fireEvent.click(await screen.findByRole('button', { name })));

it('draws what belongs together as one row, with its number and the newest', async () => {
  await show();
  await waitFor(() => expect(rows()).toEqual(['3 new materials, CS101', 'New, Unread: Notification 4']));
  expect(screen.getByText('Notification 5')).toBeTruthy();
});

it('follows what arrives and what is read elsewhere', async () => {
  await show();
  await act(async () => void applyPush(queryClient, 'notification:created', { notification: material(6) }));
  await waitFor(() => expect(screen.getByText('Notification 6')).toBeTruthy());
  expect(rows()).toHaveLength(2);
  told = { since: null, items: [] };
  await act(async () => {
    const ids = ['n0006', 'n0005', 'n0002'];
    applyPush(queryClient, 'notification:read', { ids, read_at: sampleTime(900) });
    await queryClient.invalidateQueries({ queryKey: notificationKeys.groups });
  });
  await waitFor(() => expect(rows()).toHaveLength(4));
  expect(screen.queryAllByRole('button', { name: /new material/ })).toEqual([]);
});

it('opens, and shows each, also what the list has not come to', async () => {
  await show();
  await press('3 new materials, CS101');
  await waitFor(() => expect(rows()).toHaveLength(5));
  expect(
    rows()
      .slice(1, 4)
      .map((words) => words?.slice(-14)),
  ).toEqual(['Notification 5', 'Notification 3', 'Notification 2']);
  // What is read stays where it is being read.
  told = { since: null, items: [{ ...known, ...span, unread_count: 2 }] };
  await act(
    async () =>
      void applyPush(queryClient, 'notification:read', { ids: ['n0003'], read_at: sampleTime(900) }),
  );
  await act(() => queryClient.invalidateQueries({ queryKey: notificationKeys.groups }));
  expect(rows()).toHaveLength(5);
  await press('2 new materials, CS101');
  await waitFor(() => expect(rows()).toHaveLength(3));
});

it('archives all of a group that were shown, and takes all of them back', async () => {
  await show();
  await press('Archive all: 3 new materials, CS101');
  const group = { group_key: 'course:cs101:material', category: 'material', up_to: sampleTime(5) };
  expect(posted).toEqual([{ path: '/api/notifications/bulk', group, change: 'archived' }]);
  await waitFor(() => expect(inboxIds(queryClient, { unread: false })).toEqual(['n0004']));
  await press('Undo');
  await waitFor(() => expect(posted).toHaveLength(2));
  expect(posted[1]).toMatchObject({ ids: ['n0005', 'n0003', 'n0002'], change: 'restored' });
});

it('says so when a group could not be changed', async () => {
  await show();
  refused = true;
  await press('Mark all as read: 3 new materials, CS101');
  await waitFor(() => expect(toastStore.get().map(({ isFailure }) => isFailure)).toEqual([true]));
});
