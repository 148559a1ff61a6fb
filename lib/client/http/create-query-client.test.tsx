import { MutationObserver, onlineManager, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { closeCache, createQueryClient } from './create-query-client';

it('asks for nothing once it is closed, however often the page is drawn again', async () => {
  const ask = vi.fn(async () => 'rows');
  const queryClient = createQueryClient(() => undefined);
  const List = () => <p>{useQuery({ queryKey: ['list'], queryFn: ask }).data ?? 'none'}</p>;
  const page = (
    <QueryClientProvider client={queryClient}>
      <List />
    </QueryClientProvider>
  );
  const { rerender, unmount } = render(page);
  await screen.findByText('rows');
  closeCache(queryClient);
  rerender(<div key="later">{page}</div>);
  await screen.findByText('none');
  expect(ask).toHaveBeenCalledTimes(1);
  unmount();
});

it('without a network asks all the same: the worker may answer, and an action is refused instead of held back', async () => {
  onlineManager.setOnline(false);
  try {
    const queryClient = createQueryClient(() => undefined);
    expect(await queryClient.fetchQuery({ queryKey: ['kept'], queryFn: async () => 'kept' })).toBe('kept');
    const action = new MutationObserver(queryClient, {
      mutationFn: () => Promise.reject(new Error('no network')),
    });
    await expect(action.mutate()).rejects.toThrow('no network');
  } finally {
    onlineManager.setOnline(true);
  }
});
