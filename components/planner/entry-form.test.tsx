import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { problemAnswer } from '@/lib/client/http/testing/problem-answer';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import type { PlanEntry, TimetableView } from '@/lib/contracts/http/plan';
import { EntryForm } from './entry-form';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const entry: PlanEntry = {
  entry_id: 'e',
  course: { id: 'c', code: 'CS204', name: 'Algorithms' },
  faculty: null,
  room: { id: 'r', code: 'A1' },
  entry_type: 'lecture',
  day_of_week: 1,
  start_time: '10:00',
  end_time: '11:00',
  weeks: 'every',
  starts_on: null,
  ends_on: null,
  is_locked: false,
  version: 1,
};
const timetable: TimetableView = {
  id: 't',
  term: { id: 'term', name: 'Spring', starts_on: '2031-03-03', ends_on: '2031-06-29' },
  department: { id: 'd', name: 'CS' },
  name: '',
  published_at: null,
  entry_count: 1,
  version: 1,
};

async function open(answer: (ifMatch: string | null) => Response) {
  const onClose = vi.fn();
  const sent: (string | null)[] = [];
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
    if (init.method !== 'PUT') return Response.json({ items: [], next_cursor: null });
    const ifMatch = new Headers(init.headers).get('if-match');
    sent.push(ifMatch);
    return answer(ifMatch);
  });
  await act(async () => {
    render(
      <QueryClientProvider client={new QueryClient()}>
        <Suspense>
          <EntryForm timetable={timetable} entry={entry} onClose={onClose} />
        </Suspense>
      </QueryClientProvider>,
      { wrapper: EnglishText },
    );
  });
  fireEvent.change(await screen.findByLabelText('Start'), { target: { value: '09:00' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save in the draft' }));
  return { onClose, sent };
}

it('whoever is late sees both versions, and decides', async () => {
  const theirs = { ...entry, day_of_week: 3, version: 2 };
  const { onClose, sent } = await open((ifMatch) =>
    ifMatch === '"v1"'
      ? problemAnswer(412, 'precondition.failed', { current: { entry: theirs, conflicts: [] } })
      : Response.json({ entry: { ...entry, version: 3 }, conflicts: [] }),
  );
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Theirs: Wednesday, 10:00–11:00, A1');
  expect(alert.textContent).toContain('Yours: Monday, 09:00–11:00');
  fireEvent.click(screen.getByRole('button', { name: 'Save yours over it' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent).toEqual(['"v1"', '"v2"']);
});

it('a refusal stands at the field it is of', async () => {
  const { onClose } = await open(() =>
    problemAnswer(422, 'request.invalid', {
      errors: [{ field: 'room_id', code: 'unknown', message: 'There is no such room' }],
    }),
  );
  const room = await screen.findByLabelText('Room');
  await waitFor(() => expect(room.getAttribute('aria-invalid')).toBe('true'));
  expect(onClose).not.toHaveBeenCalled();
});
