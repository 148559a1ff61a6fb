import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { press, showPart } from '@/components/ui/testing/show-part';
import { problemAnswer } from '@/lib/client/http/testing/problem-answer';
import type { CheckInWall, WallStudent } from '@/lib/contracts/http/check-in';
import { WallCode } from './wall-code';
import { WallCount } from './wall-count';
import { WallNames } from './wall-names';
import { WallPlan } from './wall-plan';

const student = (name: string, more: Partial<WallStudent> = {}): WallStudent => ({
  student_id: name,
  name,
  status: null,
  source: null,
  version: 0,
  checked_in_at: null,
  doubt: null,
  ...more,
});
const wall: CheckInWall = {
  session_id: 's1',
  course: { id: 'c1', code: 'CS204', name: 'Algorithms' },
  title: '',
  date: '2026-11-27',
  start_time: '10:00',
  end_time: '11:00',
  state: 'open',
  is_checking_in: true,
  ends_at: null,
  late_after: null,
  absent_at_close: true,
  begins_at: '2026-11-27T09:00:00.000Z',
  usual_late_after: '2026-11-27T09:10:00.000Z',
  server_time: '2026-11-27T09:00:00.000Z',
  students: [
    student('Anja', { status: 'present', version: 1 }),
    student('Ben', { status: 'late', version: 1, doubt: 'same_device' }),
    student('Cem'),
    student('Dana', { status: 'absent', version: 1 }),
  ],
};

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function answerWith(answer: (method: string, path: string) => Response) {
  const sent: { method: string; path: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const method = init.method ?? 'GET';
    sent.push({ method, path, body: init.body ? JSON.parse(String(init.body)) : undefined });
    return answer(method, path);
  });
  return sent;
}

it('counts who is here, late ones among them, and says how everybody stands', async () => {
  await showPart(
    <>
      <WallCount students={wall.students} />
      <WallNames wall={wall} />
    </>,
  );
  expect(await screen.findByRole('region', { name: '2 of 4 here' })).toBeDefined();
  const rows = screen.getByRole('list', { name: 'Students' }).children;
  expect([...rows].map((row) => row.textContent)).toEqual([
    'Anjahere',
    'Benlate',
    'Cemnot yet',
    'Danaabsent',
  ]);
});

it('tells why one is doubtful, and lets it stand by one press', async () => {
  const sent = answerWith(() => Response.json(wall));
  await showPart(<WallNames wall={wall} />);
  expect(await screen.findByText('Same device as another student')).toBeDefined();
  await press('The check-in of Ben looks right');
  await vi.waitFor(() =>
    expect(sent).toEqual([
      {
        method: 'POST',
        path: '/api/attendance/sessions/s1/check-in/clear',
        body: { student_id: 'Ben' },
      },
    ]),
  );
});

it('shows a code as long as it is taken by the server s time, and no longer when the next one does not come', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  let answers = 0;
  answerWith(() => {
    answers += 1;
    if (answers > 1) return problemAnswer(503, 'service.unavailable');
    // The wall's own clock is years behind: nothing of it counts.
    return Response.json({
      qr: { size: 21, path: 'M0 0h1v1h-1z' },
      address: 'https://portal.example.edu/check-in',
      code: 'K7P3QX',
      server_time: '2041-01-01T00:00:01.000Z',
      changes_at: '2041-01-01T00:00:05.000Z',
      ends_at: '2041-01-01T00:00:15.000Z',
    });
  });
  await showPart(<WallCode sessionId="s1" />);
  const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
  await vi.waitFor(() => expect(screen.getByText('K7P 3QX')).toBeDefined());
  await pass(5_000);
  // It has asked for the next one in time, and asks on; the last one is still taken.
  expect(answers).toBeGreaterThan(1);
  expect(screen.getByText('K7P 3QX')).toBeDefined();
  await pass(9_500);
  expect(screen.queryByText('K7P 3QX')).toBeNull();
  expect(screen.getByRole('alert').textContent).toContain('the server cannot be reached');
});

it('starts by one press with what is usual: late after ten minutes, absent at the close', async () => {
  const sent = answerWith(() => Response.json(wall));
  await showPart(<WallPlan wall={{ ...wall, is_checking_in: false }} />);
  await press('Start check-in');
  await vi.waitFor(() =>
    expect(sent).toMatchObject([
      {
        method: 'POST',
        path: '/api/attendance/sessions/s1/check-in',
        body: { late_after: wall.usual_late_after, ends_at: null, absent_at_close: true },
      },
    ]),
  );
});

it('cannot start for a class that is closed', async () => {
  await showPart(<WallPlan wall={{ ...wall, state: 'closed', is_checking_in: false }} />);
  expect(await screen.findByText(/^This class is closed/)).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});
