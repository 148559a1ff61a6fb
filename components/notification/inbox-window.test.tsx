import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Pages } from '@/lib/client/http/page-items';
import { MOST_PAGES } from '@/lib/client/notification/list-notifications';
import { notificationKeys } from '@/lib/client/notification/notification-keys';
import { applyPush } from '@/lib/client/realtime/apply-push';
import { sampleNotification } from '@/lib/client/realtime/testing/sample-rows';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import type { NotificationView } from '@/lib/contracts/http/notification';
import { InboxList } from './inbox-list';

vi.mock('@/lib/client/realtime/realtime-provider', () => ({
  useIsFresh: () => false,
  useOnFresh: (listener: (id: string) => void) => {
    fresh = listener;
  },
}));
let fresh: (id: string) => void;

const ROWS = 1_600;
/** None is as tall as it is thought to be before it is measured. */
const ROW_PX = 84;
const all = Array.from({ length: ROWS }, (_, index) => sampleNotification(ROWS - index));
let queryClient: QueryClient;
let asked: string[];

/** As the server pages: a cursor is a place in the list. */
function answer(path: string) {
  const query = new URL(path, 'http://portal.test').searchParams;
  const limit = Number(query.get('limit') ?? 30);
  const before = query.get('before');
  const from = before === null ? Number(query.get('cursor') ?? 0) : Math.max(0, Number(before) - limit);
  const to = before === null ? from + limit : Number(before);
  return {
    items: all.slice(from, to),
    next_cursor: to < ROWS ? `${to}` : null,
    previous_cursor: from > 0 ? `${from}` : null,
  };
}

beforeEach(() => {
  asked = [];
  queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  vi.stubGlobal('fetch', async (path: string) => {
    if (path.includes('/groups')) return Response.json({ items: [], since: null });
    if (path.includes('/seen')) return Response.json({ seen_count: 0, seen_at: all[0]?.created_at });
    if (path.includes('/unread-count')) return Response.json({ unread_count: 1_000 });
    asked.push(path);
    return Response.json(answer(path));
  });
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(ROW_PX);
  vi.spyOn(window, 'scrollBy').mockImplementation((by) => {
    const { top = 0 } = Object(by);
    scrollTo(window.scrollY + top);
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  queryClient.clear();
  scrollTo(0);
});

function scrollTo(top: number): void {
  document.documentElement.scrollTop = top;
  window.dispatchEvent(new Event('scroll'));
}

const keptPages = () =>
  queryClient.getQueryData<Pages<NotificationView>>(notificationKeys.inbox({}))?.pages ?? [];
const drawn = () => [...document.querySelectorAll<HTMLElement>('li[data-id]')];
/** Where each row on the page stands, px from the top of the list. */
const places = () =>
  new Map(
    drawn().map((row) => [
      row.dataset.id,
      Number(/translateY\(([\d.-]+)px\)/.exec(row.style.transform)?.[1]),
    ]),
  );
const listPx = () => Number.parseFloat(document.querySelector('ul')?.style.height ?? '0');
const newest = () => drawn()[0]?.dataset.id ?? '';

async function show() {
  const place = { tab: 'all', query: '', open: null } as const;
  await act(async () => {
    render(
      <QueryClientProvider client={queryClient}>
        <Suspense fallback={null}>
          <InboxList moves={{ place, show: vi.fn(), open: vi.fn(), close: vi.fn() }} />
        </Suspense>
      </QueryClientProvider>,
      { wrapper: EnglishText },
    );
  });
  await screen.findByText('Notification 1600');
}

/** A screen at a time; what stays on screen must not move. */
async function scroll(by: number): Promise<void> {
  await act(async () => scrollTo(Math.max(0, window.scrollY + by)));
  const before = { places: places(), top: window.scrollY, pages: keptPages()[0] };
  await act(async () => void (await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0))));
  if (keptPages()[0] === before.pages) return;
  const after = places();
  const moved = window.scrollY - before.top;
  const both = [...before.places].filter(([id]) => after.has(id));
  expect(both.length).toBeGreaterThan(0);
  for (const [id, top] of both) expect(Math.abs((after.get(id) ?? 0) - moved - top)).toBeLessThan(ROW_PX);
}

it('goes down through thousands with few rows in the page and few pages kept, and up again to the newest', async () => {
  await show();
  let [mostPages, mostRows, steps] = [0, 0, 0];
  const look = () => {
    mostPages = Math.max(mostPages, keptPages().length);
    mostRows = Math.max(mostRows, drawn().length);
    steps += 1;
  };
  while (!drawn().some((row) => row.dataset.id === 'n0001') && steps < 2_000) {
    await scroll(600);
    look();
  }
  expect(screen.getByText('Notification 1')).toBeTruthy();
  expect(mostPages).toBe(MOST_PAGES);
  expect(mostRows).toBeLessThan(60);
  expect(keptPages().flatMap((page) => page.items).length).toBeLessThanOrEqual(MOST_PAGES * 100);
  // The list is as tall as all of it.
  expect(listPx()).toBeGreaterThan(ROWS * 76 - 1);
  // One that arrives now stands further up than what is kept.
  const kept = keptPages();
  applyPush(queryClient, 'notification:created', { notification: sampleNotification(ROWS + 1) });
  expect(keptPages()).toBe(kept);
  act(() => fresh(sampleNotification(ROWS + 1).id));
  expect(screen.getByRole('button', { name: '1 new' })).toBeTruthy();

  steps = 0;
  while (newest() !== 'n1600' && steps < 2_000) {
    await scroll(-600);
    look();
  }
  expect(newest()).toBe('n1600');
  expect(mostPages).toBe(MOST_PAGES);
  expect(asked.filter((path) => path.includes('before=')).length).toBeGreaterThan(5);
  await waitFor(() => expect(places().get('n1600')).toBe(0));
}, 120_000);

it('begins anew for who goes to the top at once', async () => {
  await show();
  for (let step = 0; step < 180; step += 1) await scroll(600);
  expect(keptPages()[0]?.previous_cursor).not.toBeNull();
  asked = [];
  await scroll(-window.scrollY);
  await screen.findByText('Notification 1600');
  expect(asked.length).toBeLessThan(4);
  expect(keptPages()[0]?.previous_cursor).toBeNull();
});
