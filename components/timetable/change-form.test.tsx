import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import type { Meeting } from '@/lib/contracts/http/timetable';
import { ChangeForm } from './change-form';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const room = { id: 'r', code: 'A1' };
const planned = { date: '2026-11-24', start_time: '09:00', end_time: '10:00', room };
const substituted: Meeting = {
  ...planned,
  id: 'e/2026-11-24',
  entry_id: 'e',
  day: '2026-11-24',
  course: { id: 'c', code: 'CS204', name: 'Algorithms' },
  faculty: { id: 'stands-in', name: 'Sam' },
  entry_type: 'lecture',
  status: 'changed',
  planned: { ...planned, faculty: { id: 'usual', name: 'Tara' } },
  message: '',
  change_id: 'x',
  may_change: true,
};

/** What is sent when the message alone is written. */
async function sentFor(meeting: Meeting): Promise<Record<string, unknown>> {
  const sent: Record<string, unknown>[] = [];
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
    if (init.method !== 'POST') return Response.json({ items: [], next_cursor: null });
    sent.push(JSON.parse(String(init.body)));
    return Response.json(meeting);
  });
  await act(async () => {
    render(
      <QueryClientProvider client={new QueryClient()}>
        <Suspense>
          <ChangeForm meeting={meeting} onClose={() => undefined} />
        </Suspense>
      </QueryClientProvider>,
      { wrapper: EnglishText },
    );
  });
  fireEvent.change(await screen.findByLabelText(/^Message/), { target: { value: 'Bring a laptop' } });
  fireEvent.click(screen.getByRole('button', { name: 'Change and tell them' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  return sent[0] ?? {};
}

it('whoever stands in keeps standing in when something else is changed', async () => {
  expect(await sentFor(substituted)).toMatchObject({
    message: 'Bring a laptop',
    faculty_id: 'stands-in',
    room_id: null,
  });
});

it('leaves the teacher as planned where nobody stands in', async () => {
  const meeting = { ...substituted, faculty: substituted.planned?.faculty ?? null };
  expect(await sentFor(meeting)).toMatchObject({ faculty_id: null });
});
