import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { notificationKeys } from '@/lib/client/notification/notification-keys';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import { NotificationBell } from './notification-bell';

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => {} }) }));
afterEach(cleanup);

it.each([
  [0, null, 'Notifications, nothing unread'],
  [1, '1', 'Notifications, 1 unread'],
  [99, '99', 'Notifications, 99 unread'],
  [100, '99+', 'Notifications, 100 unread'],
  [1_000, '99+', 'Notifications, 1,000 or more unread'],
])('with %i unread shows %s and says "%s"', (unread_count, badge, name) => {
  const queryClient = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } },
  });
  queryClient.setQueryData(notificationKeys.unreadCount, { unread_count });
  render(
    <QueryClientProvider client={queryClient}>
      <NotificationBell />
    </QueryClientProvider>,
    { wrapper: EnglishText },
  );
  expect(screen.getByRole('button', { name }).getAttribute('aria-expanded')).toBe('false');
  expect(screen.queryByTestId('unread-badge')?.textContent ?? null).toBe(badge);
});
