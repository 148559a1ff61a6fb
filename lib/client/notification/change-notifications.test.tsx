import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { problemAnswer } from '../http/testing/problem-answer';
import { useChangeNotifications } from './change-notifications';

afterEach(() => vi.unstubAllGlobals());

it('what fails is told of each, also when the page is gone by then', async () => {
  const queryClient = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  vi.stubGlobal('fetch', async () => problemAnswer(503, 'service.unavailable'));
  const onFailed = vi.fn();
  const { result, unmount } = renderHook(() => useChangeNotifications(onFailed), { wrapper });
  act(() => {
    result.current.mutate({ ids: ['a'], change: 'archived' });
    result.current.mutate({ ids: ['b'], change: 'archived' });
  });
  unmount();
  await waitFor(() => expect(onFailed).toHaveBeenCalledTimes(2));
});
