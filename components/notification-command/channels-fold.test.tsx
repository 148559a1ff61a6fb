import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { showPart } from '@/components/ui/testing/show-part';
import type { ChannelHealth } from '@/lib/contracts/http/notification-channel';
import { ChannelsFold } from './channels-fold';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const health: ChannelHealth = {
  channel: 'email',
  breaker: 'open',
  open_until: '2031-03-10T10:00:00Z',
  queued_count: 7,
  oldest_queued_at: null,
  sent_count: 0,
  failed_count: 3,
  failures_in_row: 5,
  last_success_at: null,
  last_failure_at: null,
  last_error: 'connection refused',
};

it('asks how the channels do once it is unfolded, and says which is paused and why', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return Response.json({ items: [health] });
  });
  await showPart(<ChannelsFold />);
  const details = (await screen.findByText('How the channels do')).closest('details');
  expect(asked).toEqual([]);
  if (!details) throw new Error('it cannot be unfolded');
  details.open = true;
  await act(async () => void fireEvent(details, new Event('toggle')));
  expect(await screen.findByText('Paused')).toBeTruthy();
  expect(screen.getByText('connection refused')).toBeTruthy();
  expect(screen.getByText('7')).toBeTruthy();
  expect(asked).toEqual(['/api/notification-channels']);
});
