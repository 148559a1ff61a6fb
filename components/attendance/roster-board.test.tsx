import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sampleMe } from '@/components/course/testing/sample-course';
import { rosterOptions } from '@/lib/client/attendance/get-roster';
import { problemAnswer } from '@/lib/client/http/testing/problem-answer';
import { useShortcutKeys } from '@/lib/client/keyboard/use-shortcuts';
import { setCacheReader } from '@/lib/client/session/cache-reader';
import { MeProvider } from '@/lib/client/session/me-context';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import type {
  AttendanceSession,
  AttendanceStatus,
  Roster,
  RosterStudent,
} from '@/lib/contracts/http/attendance';
import { RosterBoard } from './roster-board';

vi.mock('next/navigation', () => ({
  useRouter: () => ({ push: vi.fn() }),
  useSearchParams: () => new URLSearchParams(window.location.search),
}));

const student = (student_id: string, status: AttendanceStatus | null = null): RosterStudent => ({
  student_id,
  name: `Student ${student_id}`,
  register_no: null,
  status,
  custom_code: '',
  remark: '',
  source: status && 'roster',
  version: status === null ? 0 : 1,
  has_left: false,
  marked_by: null,
  marked_at: null,
  recent: [],
});
const session = (change: Partial<AttendanceSession> = {}): AttendanceSession => ({
  id: 's1',
  entry_id: null,
  course: { id: 'c1', code: 'CS204', name: 'Algorithms' },
  day: '2026-11-27',
  date: '2026-11-27',
  start_time: '09:00',
  end_time: '10:00',
  title: 'Extra',
  entry_type: null,
  room: null,
  faculty: null,
  state: 'open',
  is_frozen: false,
  is_early: false,
  is_checking_in: false,
  closed_at: null,
  version: 1,
  counts: { students: 3, present: 0, late: 0, excused: 0, absent: 0 },
  ...change,
});

interface Sent {
  path: string;
  key: string | null;
  body: Record<string, unknown>;
}
let sent: Sent[];
/** The server's marks; what answers a write. */
let students: RosterStudent[];
let answer: (request: Sent) => Response | Promise<Response>;

/** As the server does it: what is named is marked. */
function save({ path, body }: Sent): Response {
  const given = path.endsWith('/bulk')
    ? students
        .filter(({ status }) => !body.only_unmarked || status === null)
        .map(({ student_id, remark }) => ({ student_id, status: body.status, remark }))
    : body.marks;
  if (!Array.isArray(given)) throw new Error('no marks');
  for (const each of given)
    students = students.map((was) =>
      was.student_id === each.student_id
        ? { ...was, status: each.status, remark: each.remark, source: 'roster', version: was.version + 1 }
        : was,
    );
  const ids = given.map(({ student_id }) => student_id);
  return Response.json({
    marks: students
      .filter(({ student_id }) => ids.includes(student_id))
      .map(({ student_id, status, custom_code, remark, source, version }) => ({
        ...{ student_id, status, custom_code, remark, source, version },
      })),
    counts: { students: 3, present: 0, late: 0, excused: 0, absent: 0 },
    saved_at: '2026-11-27T09:00:00Z',
  });
}

let queryClient: QueryClient;
let opened = 0;
beforeEach(() => {
  localStorage.clear();
  sent = [];
  answer = save;
  students = [student('a'), student('b'), student('c')];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path === '/api/attendance/statuses') return Response.json({ items: [] });
    const request = {
      path,
      key: new Headers(init.headers).get('idempotency-key'),
      body: JSON.parse(String(init.body)),
    };
    sent.push(request);
    return answer(request);
  });
});
afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function Shown() {
  useShortcutKeys();
  const { data } = useQuery(rosterOptions('s1'));
  return data ? <RosterBoard id="s1" roster={data} /> : null;
}

async function show(change: Partial<AttendanceSession> = {}): Promise<void> {
  queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  setCacheReader(queryClient, { id: 'u1', role: 'faculty', departmentId: null });
  queryClient.setQueryData<Roster>(rosterOptions('s1').queryKey, { session: session(change), students });
  opened += 1;
  // Each is another sign-in: nothing of one test is sent in the next.
  const me = { ...sampleMe('faculty'), session_id: `sid ${opened}` };
  await act(async () => {
    render(
      <QueryClientProvider client={queryClient}>
        <MeProvider me={me}>
          <Suspense>
            <Shown />
          </Suspense>
        </MeProvider>
      </QueryClientProvider>,
      { wrapper: EnglishText },
    );
  });
  await screen.findByText(/^\d of \d+ marked$/);
}
const mark = (id: string, status: string) =>
  within(screen.getByRole('group', { name: `Mark of Student ${id}` })).getByRole('button', { name: status });
const press = (id: string, status: string) => act(async () => fireEvent.click(mark(id, status)));
const key = (name: string, more: object = {}) =>
  act(async () => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
  });
const isPressed = (id: string, status: string) => mark(id, status).getAttribute('aria-pressed') === 'true';
const allSaved = () => screen.findByText('Everything is saved');
const marksOf = (at: number) => sent[at]?.body.marks;

it('marks at once, and saves each mark over what was seen', async () => {
  let release: () => void = () => undefined;
  answer = (request) =>
    new Promise((resolve) => {
      release = () => resolve(save(request));
    });
  await show();
  expect(screen.getByText('3 not marked, which is not present')).toBeDefined();
  await press('b', 'Late');
  expect(isPressed('b', 'Late')).toBe(true);
  expect(screen.getByText('1 of 3 marked')).toBeDefined();
  expect(screen.getByText('Saving')).toBeDefined();
  await act(async () => release());
  await allSaved();
  expect(marksOf(0)).toEqual([{ student_id: 'b', status: 'late', custom_code: '', remark: '', version: 0 }]);
});

it('a letter marks the student with the focus and goes on to the next; arrows move', async () => {
  await show();
  await key('p');
  expect(sent).toEqual([]);
  await key('p');
  await key('a');
  await waitFor(() => expect([isPressed('a', 'Present'), isPressed('b', 'Absent')]).toEqual([true, true]));
  await key('ArrowUp');
  await key('ArrowUp');
  await key('l');
  await waitFor(() => expect(isPressed('a', 'Late')).toBe(true));
  await key('k');
  await key('u');
  await waitFor(() => expect(isPressed('a', 'Late')).toBe(false));
  await allSaved();
  expect(students.map(({ status }) => status)).toEqual([null, 'absent', null]);
});

it('undo takes a first mark back to unmarked, by key and by button', async () => {
  await show();
  await press('a', 'Present');
  await press('b', 'Absent');
  await key('z', { ctrlKey: true });
  expect(isPressed('b', 'Absent')).toBe(false);
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Undo' })));
  expect(isPressed('a', 'Present')).toBe(false);
  await allSaved();
  expect(students.map(({ status }) => status)).toEqual([null, null, null]);
});

it('marks the rest of a class by one request, and takes it back as one', async () => {
  students = [student('a', 'absent'), student('b'), student('c')];
  await show();
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Mark the rest present (2)' })));
  expect([isPressed('a', 'Absent'), isPressed('b', 'Present'), isPressed('c', 'Present')]).toEqual([
    true,
    true,
    true,
  ]);
  await allSaved();
  expect(sent.map(({ path, body }) => [path, body])).toEqual([
    ['/api/attendance/sessions/s1/bulk', { status: 'present', only_unmarked: true, reason: '' }],
  ]);
  await key('z', { ctrlKey: true });
  await allSaved();
  expect(sent).toHaveLength(2);
  expect(students.map(({ status }) => status)).toEqual(['absent', null, null]);
});

it('says that marks wait while the network is away, and sends them with the same key', async () => {
  answer = () => Promise.reject(new TypeError('offline'));
  await show();
  await press('a', 'Present');
  await screen.findByText('1 mark waits for the network');
  expect(screen.getByRole('img', { name: 'Not saved yet' })).toBeDefined();
  answer = save;
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Try now' })));
  await allSaved();
  expect(sent.map(({ key: each }) => each)).toEqual([sent[0]?.key, sent[0]?.key]);
  expect(students[0]?.version).toBe(1);
});

it('shows both marks where somebody else was first; keeping the own one is another request over theirs', async () => {
  const theirs = {
    student_id: 'a',
    status: 'excused',
    custom_code: '',
    remark: '',
    source: 'roster',
    version: 4,
  };
  answer = (request) => {
    const [first] = Array.isArray(request.body.marks) ? request.body.marks : [];
    if (first.version === 4) return save(request);
    students = [{ ...student('a', 'excused'), version: 4 }, student('b'), student('c')];
    return problemAnswer(412, 'precondition.failed', { current: [theirs] });
  };
  await show();
  await press('a', 'Absent');
  const asked = await screen.findByRole('alert', { name: 'Some marks are not saved' });
  expect(asked.textContent).toContain('Theirs: Excused · Yours: Absent');
  expect(isPressed('a', 'Excused')).toBe(true);
  await act(async () =>
    fireEvent.click(within(asked).getByRole('button', { name: 'Save your mark of Student a' })),
  );
  await waitFor(() => expect(isPressed('a', 'Absent')).toBe(true));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(new Set(sent.map(({ key: each }) => each)).size).toBe(2);
});

it('says why a mark is refused until it is seen', async () => {
  answer = () => problemAnswer(409, 'attendance.frozen');
  await show();
  await press('a', 'Present');
  const told = await screen.findByRole('alert', { name: 'Some marks are not saved' });
  expect(told.textContent).toContain(
    '1 mark was not saved. The attendance of this day cannot change any more.',
  );
  expect(isPressed('a', 'Present')).toBe(false);
  await act(async () => fireEvent.click(within(told).getByRole('button', { name: 'I have seen it' })));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('a closed class is changed with a reason alone, a frozen one not at all', async () => {
  await show({ state: 'closed' });
  expect(mark('a', 'Present').hasAttribute('disabled')).toBe(true);
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Change marks' })));
  expect(mark('a', 'Present').hasAttribute('disabled')).toBe(true);
  fireEvent.change(screen.getByLabelText('Reason for the change'), { target: { value: 'Certificate' } });
  await press('a', 'Excused');
  await allSaved();
  expect(sent[0]?.body.reason).toBe('Certificate');
  cleanup();
  await show({ is_frozen: true });
  expect(mark('b', 'Present').hasAttribute('disabled')).toBe(true);
});

it('of five hundred students those about the screen alone are in the page', async () => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(41);
  students = Array.from({ length: 500 }, (_, index) => student(`n${index}`));
  await show();
  const rows = screen.getAllByRole('listitem');
  expect(rows.length).toBeLessThan(100);
  expect(rows[0]?.getAttribute('aria-setsize')).toBe('500');
});
