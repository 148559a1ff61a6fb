import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { dismissToast, toastStore } from '@/components/ui/toast-store';
import { Toaster } from '@/components/ui/toaster';
import { notificationKeys } from '@/lib/client/notification/notification-keys';
import { sampleNotification, sampleTime } from '@/lib/client/realtime/testing/sample-rows';
import { inboxIds, seedInbox, unreadCount } from '@/lib/client/realtime/testing/seed-cache';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import { MarkAllRead } from './mark-all-read';

let queryClient: QueryClient;
let posted: string[];

beforeAll(() => import('@/components/ui/toast-list'));
beforeEach(() => {
  posted = [];
  queryClient = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
  });
  vi.stubGlobal('fetch', async (path: string, { method = 'GET' }: RequestInit = {}) => {
    if (method === 'GET') return Response.json({ unread_count: unreadCount(queryClient) ?? 0 });
    posted.push(path);
    const count = unreadCount(queryClient);
    if (path.endsWith('/read-all')) return Response.json({ read_count: count, read_at: sampleTime(9_000) });
    return Response.json({ id: path.split('/')[3], at: sampleTime(9_001) });
  });
});
afterEach(() => {
  cleanup();
  for (const { id } of toastStore.get()) dismissToast(id);
  vi.unstubAllGlobals();
  queryClient.clear();
});

function show(unread: number, unread_count = unread): void {
  seedInbox(queryClient, [Array.from({ length: unread }, (_, index) => sampleNotification(unread - index))]);
  queryClient.setQueryData(notificationKeys.unreadCount, { unread_count });
  render(
    <QueryClientProvider client={queryClient}>
      <MarkAllRead />
      <Toaster />
    </QueryClientProvider>,
    { wrapper: EnglishText },
  );
}

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

it('reads a few at once, and all of them can be taken back', async () => {
  show(3);
  await press('Mark all read');
  expect(await screen.findByText('3 marked as read')).toBeTruthy();
  expect(inboxIds(queryClient, { unread: true })).toEqual([]);
  await press('Undo');
  await vi.waitFor(() => expect(posted).toHaveLength(4));
  expect(posted.slice(1).sort()).toEqual(
    ['n0001', 'n0002', 'n0003'].map((id) => `/api/notifications/${id}/unread`),
  );
  await vi.waitFor(() => expect(inboxIds(queryClient, { unread: true })).toHaveLength(3));
});

it.each([
  ['many', 21, 21, 'Mark 21 as read'],
  ['some that are not loaded', 3, 4, 'Mark 4 as read'],
  ['more than are counted', 3, 1_000, 'Mark 1,000 or more as read'],
])(
  'says the number before it reads %s, and goes back when one leaves it',
  async (_what, loaded, all, question) => {
    show(loaded, all);
    await press('Mark all read');
    expect(posted).toEqual([]);
    fireEvent.blur(screen.getByRole('button', { name: question }));
    await press('Mark all read');
    // The second half of a double click is no answer.
    fireEvent.click(screen.getByRole('button', { name: question }), { detail: 2 });
    expect(posted).toEqual([]);
    await press(question);
    await vi.waitFor(() => expect(posted).toEqual(['/api/notifications/read-all']));
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  },
);

it('has nothing to do while nothing is unread', () => {
  show(0);
  expect(screen.getByRole('button', { name: 'Mark all read' }).hasAttribute('disabled')).toBe(true);
});
