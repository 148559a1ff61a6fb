import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { problemAnswer } from '@/lib/client/http/testing/problem-answer';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import type { TimetableView } from '@/lib/contracts/http/plan';
import { RenameForm } from './rename-form';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const timetable: TimetableView = {
  id: 't',
  term: { id: 'term', name: 'Spring', starts_on: '2031-03-03', ends_on: '2031-06-29' },
  department: { id: 'd', name: 'CS' },
  name: 'Old',
  published_at: null,
  entry_count: 1,
  version: 3,
};

it('renames with the version on the screen; who is late reads the other name and may save again', async () => {
  const sent: string[] = [];
  let current = { ...timetable, name: 'Theirs', version: 4 };
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const ifMatch = new Headers(init.headers).get('if-match');
    sent.push([init.method, path, init.body, ifMatch].join(' '));
    if (ifMatch !== `"v${current.version}"`) {
      return problemAnswer(412, 'precondition.failed', { current });
    }
    current = { ...current, name: 'Mine', version: 5 };
    return Response.json(current);
  });
  const onClose = vi.fn();
  const client = new QueryClient();
  const form = (shown: TimetableView) => (
    <QueryClientProvider client={client}>
      <Suspense>
        <RenameForm timetable={shown} onClose={onClose} />
      </Suspense>
    </QueryClientProvider>
  );
  const { rerender } = await act(async () => render(form(timetable), { wrapper: EnglishText }));
  fireEvent.change(await screen.findByLabelText('Name'), { target: { value: 'Mine' } });
  const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save the name' }));
  save();
  await screen.findByRole('alert');
  expect(onClose).not.toHaveBeenCalled();
  // The plan behind the form has been asked for again; what was typed stays.
  rerender(form(current));
  expect(screen.getByRole('alert').textContent).toContain('it is called "Theirs"');
  save();
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent).toEqual([
    'PATCH /api/timetables/t {"name":"Mine"} "v3"',
    'PATCH /api/timetables/t {"name":"Mine"} "v4"',
  ]);
});
