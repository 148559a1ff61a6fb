import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sampleCourse, sampleMe } from '@/components/course/testing/sample-course';
import { problemAnswer } from '@/lib/client/http/testing/problem-answer';
import { MeProvider } from '@/lib/client/session/me-context';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import type { AttendanceSession } from '@/lib/contracts/http/attendance';
import { StaffAttendance } from './staff-attendance';

const pushed = vi.hoisted(() => vi.fn());
vi.mock('next/navigation', () => ({
  useRouter: () => ({ push: pushed }),
  useSearchParams: () => new URLSearchParams(window.location.search),
}));
vi.mock('@/lib/client/realtime/realtime-provider', () => ({ useConnection: () => ({ status: 'live' }) }));

const session = (change: Partial<AttendanceSession>): AttendanceSession => ({
  ...{ id: 's1', entry_id: 'e1', day: '2026-11-27', date: '2026-11-27', start_time: '09:00' },
  ...{ end_time: '10:00', title: '', entry_type: 'lecture', room: null, faculty: null, state: 'open' },
  ...{ is_frozen: false, is_early: false, is_checking_in: false, closed_at: null, version: 1 },
  course: { id: 'c1', code: 'CS204', name: 'Algorithms' },
  counts: { students: 3, present: 0, late: 0, excused: 0, absent: 0 },
  ...change,
});
const full = { students: 3, present: 2, late: 0, excused: 0, absent: 1 };

let items: AttendanceSession[];
let written: { path: string; body: unknown }[];
let answer: () => Response;
beforeEach(() => {
  pushed.mockReset();
  written = [];
  answer = () => Response.json(session({ id: 'opened' }));
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (init.method === 'POST') {
      written.push({ path, body: JSON.parse(String(init.body)) });
      return answer();
    }
    if (path.startsWith('/api/courses')) return Response.json({ items: [sampleCourse()], next_cursor: null });
    return Response.json({ from: '2026-11-14', to: '2026-11-27', today: '2026-11-27', items });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function show(address = '/attendance'): Promise<void> {
  window.history.replaceState(null, '', address);
  await act(async () => {
    render(
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <MeProvider me={sampleMe('faculty')}>
          <Suspense>
            <StaffAttendance />
          </Suspense>
        </MeProvider>
      </QueryClientProvider>,
      { wrapper: EnglishText },
    );
  });
  await screen.findByRole('navigation', { name: 'Attendance' });
}
const rowsOf = (day: string | RegExp) =>
  within(screen.getByRole('region', { name: day }))
    .getAllByRole('listitem')
    .map((row) => row.textContent ?? '');

it('says of each class how far it is taken; a planned one opens by a press', async () => {
  items = [
    session({ id: null, state: 'planned' }),
    session({ id: 'soon', start_time: '23:00', is_early: true }),
    session({ id: 'old', date: '2026-11-20', counts: { ...full, present: 1 } }),
    session({ id: 'done', date: '2026-11-20', state: 'closed', counts: full }),
    session({ id: 'ice', date: '2026-11-20', is_frozen: true }),
  ];
  await show();
  expect(rowsOf(/^Today/)).toEqual([
    expect.stringContaining('Not taken'),
    expect.stringContaining('Not begun yet'),
  ]);
  expect(rowsOf('Fri 20 Nov')).toEqual([
    expect.stringMatching(/1 absent2 of 3 marked$/),
    expect.stringMatching(/All 3 markedClosed$/),
    expect.stringMatching(/Frozen$/),
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Take the attendance of CS204 Algorithms, 09:00' }));
  await waitFor(() => expect(pushed).toHaveBeenCalledWith('/attendance/sessions/opened'));
  expect(written).toEqual([
    { path: '/api/attendance/sessions', body: { entry_id: 'e1', day: '2026-11-27' } },
  ]);
});

it('a day without classes says so; what is still to be taken can be looked at alone', async () => {
  items = [
    session({ id: 'old', date: '2026-11-20', title: 'Extra', entry_id: null }),
    session({ id: 'done', date: '2026-11-20', counts: full }),
  ];
  await show();
  expect(screen.getByText('No classes today')).toBeDefined();
  expect(rowsOf('Fri 20 Nov')).toHaveLength(2);
  cleanup();
  await show('/attendance?show=open&q=algo');
  expect(await screen.findAllByRole('listitem')).toHaveLength(1);
});

it('an extra class is opened with its course, its time and what it is; a refusal stays in the form', async () => {
  items = [];
  await show();
  fireEvent.click(screen.getByRole('button', { name: 'Extra class' }));
  const open = await screen.findByRole('button', { name: 'Open its roster' });
  expect(open.hasAttribute('disabled')).toBe(true);
  await screen.findByRole('option', { name: /^CS204/ });
  fireEvent.change(screen.getByLabelText('Course'), { target: { value: 'c1' } });
  for (const [label, value] of [
    ['What it is', 'Field trip'],
    ['Day', '2026-11-27'],
    ['Begins', '10:00'],
    ['Ends', '12:00'],
  ] as const)
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  answer = () => problemAnswer(404, 'resource.not_found');
  fireEvent.click(open);
  expect((await screen.findByRole('alert')).textContent).toBe('There is no such thing, or not for you.');
  answer = () => Response.json(session({ id: 'extra' }));
  fireEvent.click(open);
  await waitFor(() => expect(pushed).toHaveBeenCalledWith('/attendance/sessions/extra'));
  expect(written.at(-1)?.body).toEqual({
    ...{ course_id: 'c1', day: '2026-11-27', start_time: '10:00', end_time: '12:00', title: 'Field trip' },
  });
});
