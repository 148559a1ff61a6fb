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
const teachers = [
  { id: 'usual', name: 'Tara', is_free: true },
  { id: 'free', name: 'Fay', is_free: true },
  { id: 'stands-in', name: 'Sam', is_free: false },
];
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

/** What is sent when the message is written, and whatever `more` does. */
async function sentFor(
  meeting: Meeting,
  more: () => Promise<void> = async () => undefined,
): Promise<Record<string, unknown>> {
  const sent: Record<string, unknown>[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path.startsWith('/api/timetable/faculty')) return Response.json({ items: teachers });
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
  await more();
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

it('names who stands in, those who are free first', async () => {
  const sent = await sentFor(substituted, async () => {
    const choice = await screen.findByRole('combobox', { name: 'Taught by' });
    await screen.findByRole('option', { name: 'Fay' });
    const names = [...choice.querySelectorAll('option')].map((option) => option.textContent);
    expect(names).toEqual(['As planned', 'Fay', 'Sam']);
    fireEvent.change(choice, { target: { value: 'free' } });
  });
  expect(sent).toMatchObject({ faculty_id: 'free' });
});
