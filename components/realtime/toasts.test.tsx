import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { act } from 'react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { dismissToast, toastStore } from '@/components/ui/toast-store';
import { Toaster } from '@/components/ui/toaster';
import { sampleNotification } from '@/lib/client/realtime/testing/sample-rows';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import { showArrival, showCaughtUp } from './toasts';

// Loaded with the first toast; here at once, so that no test waits for it.
beforeAll(() => import('@/components/ui/toast-list'));
afterEach(() => {
  cleanup();
  for (const { id } of toastStore.get()) dismissToast(id);
});

function renderToasts(): void {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Toaster />
    </QueryClientProvider>,
    { wrapper: EnglishText },
  );
}

it('shows one toast for one notification, with the way to it', async () => {
  renderToasts();
  act(() => {
    showArrival(sampleNotification(1));
    showArrival(sampleNotification(1));
  });
  expect(await screen.findAllByRole('listitem')).toHaveLength(1);
  expect(screen.getByRole('link', { name: /^Open\s*: Notification 1/ }).getAttribute('href')).toBe(
    '/announcements/a1',
  );
});

it('does not lead to a foreign site', async () => {
  renderToasts();
  act(() => showArrival(sampleNotification(2, { action_url: '//evil.example/x' })));
  const link = await screen.findByRole('link', { name: /^Open\s*: Notification 2/ });
  expect(link.getAttribute('href')).toBe('/inbox');
});

it('says how many came while away, in one toast', async () => {
  renderToasts();
  act(() => {
    showCaughtUp([sampleNotification(3)]);
    showCaughtUp([sampleNotification(4), sampleNotification(5)]);
  });
  expect(await screen.findByText('2 while you were away')).toBeTruthy();
  expect(screen.queryByText('1 while you were away')).toBeNull();
});

it('strikes one that is taken back while it is still there, and shows why', async () => {
  renderToasts();
  act(() => showArrival(sampleNotification(6)));
  act(() => showArrival(sampleNotification(7), [sampleNotification(6).id]));
  const [old, notice] = await screen.findAllByRole('listitem');
  expect(old?.textContent).toMatch(/^Withdrawn.*Notification 6/);
  expect(notice?.textContent).toMatch(/^Notification 7/);
});
