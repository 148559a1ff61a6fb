import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { toastStore } from '@/components/ui/toast-store';
import { applyPush } from '@/lib/client/realtime/apply-push';
import { sampleAnnouncement } from '@/lib/client/realtime/testing/sample-rows';
import { setCacheReader } from '@/lib/client/session/cache-reader';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { UrgentBanner } from './urgent-banner';

const urgent = (n: number, change: Partial<AnnouncementView> = {}) =>
  sampleAnnouncement(n, { priority: 'urgent', acknowledgement_required: true, ...change });

let queryClient: QueryClient;
const answer = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

/** A chunk of its own, as on the page: here its loading is no part of what is looked at. */
beforeAll(() => import('./urgent-rows'));
beforeEach(() => {
  queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  setCacheReader(queryClient, { id: 'u1', role: 'student', departmentId: 'd1' });
  vi.stubGlobal('fetch', answer);
});
afterEach(() => {
  cleanup();
  answer.mockReset();
  vi.unstubAllGlobals();
});

/** The rows are a chunk of their own: they are there when this is over. */
async function show(...rows: AnnouncementView[]): Promise<void> {
  render(
    <QueryClientProvider client={queryClient}>
      <UrgentBanner initial={{ items: rows, next_cursor: null }} />
      <main id="content" tabIndex={-1} />
    </QueryClientProvider>,
    { wrapper: EnglishText },
  );
  if (rows.length > 0) await screen.findByRole('region');
}
const button = (n: number) => screen.queryByRole('button', { name: `Acknowledge "Announcement ${n}"` });
const press = (n: number) => {
  const found = button(n);
  if (!found) throw new Error(`no button for ${n}`);
  found.focus();
  fireEvent.click(found);
};

it('is nothing while there is nothing urgent, and says what comes', async () => {
  await show();
  expect(screen.queryByRole('region')).toBeNull();
  act(() => void applyPush(queryClient, 'announcement:published', { announcement: urgent(1) }));
  expect(await screen.findByRole('region', { name: 'Urgent announcements' })).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toBe('Urgent: Announcement 1');
});

it('shows the newest, with the others behind their number', async () => {
  await show(urgent(3), urgent(2), urgent(1));
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  expect(screen.getByRole('alert').textContent).toBe('3 urgent announcements. The newest: Announcement 3');
  fireEvent.click(screen.getByRole('button', { name: 'Show all 3 urgent' }));
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
});

it('acknowledges the revision on the screen at once, and hands the focus on', async () => {
  let settle = (_response: Response) => {};
  answer.mockImplementation(() => new Promise((resolve) => (settle = resolve)));
  await show(urgent(2, { revision: 4, announced_revision: 3 }), urgent(1));
  press(2);
  await waitFor(() => expect(button(2)).toBeNull());
  expect(answer.mock.calls[0]?.[0]).toBe('/api/announcements/a0002/acknowledge');
  expect(answer.mock.calls[0]?.[1].body).toBe('{"revision":4}');
  expect(document.activeElement).toBe(button(1));
  settle(
    Response.json(urgent(2, { revision: 4, announced_revision: 3, acknowledged_at: '2026-11-24T09:00:00Z' })),
  );
  answer.mockResolvedValue(Response.json(urgent(1, { acknowledged_at: '2026-11-24T09:00:00Z' })));
  press(1);
  await waitFor(() => expect(screen.queryByRole('region')).toBeNull());
  expect(document.activeElement?.id).toBe('content');
});

it('comes back, and says so, when it could not be acknowledged', async () => {
  const problem = {
    type: 'about:blank',
    code: 'auth.forbidden',
    title: 'No',
    status: 403,
    correlation_id: 'c1',
  };
  answer.mockImplementation(async (url) =>
    url.endsWith('/acknowledge')
      ? Response.json(problem, { status: 403 })
      : Response.json({ items: [urgent(1)], next_cursor: null }),
  );
  const toasts = toastStore.get().length;
  await show(urgent(1));
  press(1);
  await waitFor(() => expect(toastStore.get().length).toBe(toasts + 1));
  expect(toastStore.get().at(-1)?.isFailure).toBe(true);
  await waitFor(() => expect(button(1)).toBeTruthy());
});

it('goes when it is acknowledged on another screen, and comes again when it is announced again', async () => {
  await show(urgent(1));
  act(
    () =>
      void applyPush(queryClient, 'announcement:acknowledged', {
        announcement_id: 'a0001',
        revision: 1,
        acknowledged_at: '2026-11-24T09:00:00Z',
      }),
  );
  await waitFor(() => expect(button(1)).toBeNull());
  const again = urgent(1, { revision: 2, announced_revision: 2, version: 3 });
  act(() => void applyPush(queryClient, 'announcement:changed', { announcement: again, reannounced: true }));
  await waitFor(() => expect(button(1)).toBeTruthy());
});
