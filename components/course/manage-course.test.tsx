import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { press, showPart, type } from '@/components/ui/testing/show-part';
import { invalidAnswer, problemAnswer } from '@/lib/client/http/testing/problem-answer';
import { EditCourseDialog } from './edit-course-dialog';
import { DeleteCourseDialog } from './end-course-dialogs';
import { NewCourseDialog } from './new-course-dialog';
import { sampleCourse } from './testing/sample-course';

const pushed = vi.hoisted(() => vi.fn());
vi.mock('next/navigation', () => ({ useRouter: () => ({ push: pushed }) }));

afterEach(() => {
  cleanup();
  pushed.mockReset();
  vi.unstubAllGlobals();
});

const people = [
  { id: 'p1', name: 'Fay Day', email: 'fay@test.example' },
  { id: 'p2', name: 'Finn Low', email: 'finn@test.example' },
].map((each) => ({
  ...each,
  role: 'faculty',
  department: null,
  register_no: null,
  status: 'active',
  status_reason: '',
  suspended_until: null,
  created_at: '2026-01-01T00:00:00Z',
  advisor: null,
  guardian_email: '',
  phone: '',
  version: 1,
}));
const subject = {
  id: 's1',
  code: 'CS204',
  name: 'Algorithms',
  description: '',
  credits: 5,
  department: null,
  prerequisites: [],
  course_count: 0,
  version: 1,
};
const use = { enrolled: 2, offered: 0, waiting: 1, graded: 3, classes: 1 };

interface Sent {
  method: string;
  path: string;
  ifMatch: string | null;
  key: string | null;
  body: unknown;
}

async function open(shown: ReactNode, answer: (sent: Sent) => Response): Promise<Sent[]> {
  const written: Sent[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path.startsWith('/api/people')) return Response.json({ items: people, next_cursor: null });
    if (path.startsWith('/api/subjects')) return Response.json({ items: [subject], next_cursor: null });
    if (path.startsWith('/api/terms')) return Response.json({ items: [term], time_zone: 'Europe/Vienna' });
    if (path.endsWith('/use')) return Response.json(use);
    const headers = new Headers(init.headers);
    const sent = {
      method: init.method ?? 'GET',
      path,
      ifMatch: headers.get('if-match'),
      key: headers.get('idempotency-key'),
      body: init.body ? JSON.parse(String(init.body)) : undefined,
    };
    written.push(sent);
    return answer(sent);
  });
  await showPart(shown);
  return written;
}
const term = {
  id: 't1',
  code: '2026W',
  name: 'Winter 2026',
  academic_year: 2026,
  starts_on: '2026-10-01',
  ends_on: '2027-01-31',
  enrollment_opens_at: null,
  enrollment_closes_at: null,
  drop_closes_at: null,
  is_current: true,
  course_count: 0,
  version: 1,
};
const choose = async (label: string, option: RegExp) => {
  fireEvent.focus(await screen.findByLabelText(label));
  fireEvent.pointerDown(await screen.findByRole('option', { name: option }));
};

it('sends what was changed and nothing else: seats, and who teaches in which role', async () => {
  const onClose = vi.fn();
  const course = sampleCourse({ faculty: [{ id: 'p1', name: 'Fay Day', role: 'primary' }] });
  const sent = await open(<EditCourseDialog course={course} onClose={onClose} />, () =>
    Response.json({ ...course, version: 2 }),
  );
  await type('Seats', '40');
  await choose('Add somebody', /Finn Low/);
  await type('Role of Finn Low', 'assistant');
  await press('Take Fay Day out');
  await press('Save');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent).toMatchObject([{ method: 'PATCH', path: '/api/courses/c1', ifMatch: '"v1"' }]);
  expect(sent[0]?.body).toEqual({ capacity: 40, faculty: [{ user_id: 'p2', role: 'assistant' }] });
});

it('who changes nothing sends nothing', async () => {
  const onClose = vi.fn();
  const sent = await open(<EditCourseDialog course={sampleCourse()} onClose={onClose} />, () =>
    problemAnswer(500, 'x'),
  );
  await press('Save');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent).toEqual([]);
});

it('whoever is late sees both versions; kept, what was not touched stays as the other has it', async () => {
  const onClose = vi.fn();
  const theirs = sampleCourse({ version: 2, capacity: 80, section: 'B' });
  const sent = await open(<EditCourseDialog course={sampleCourse()} onClose={onClose} />, ({ ifMatch }) =>
    ifMatch === '"v1"'
      ? problemAnswer(412, 'precondition.failed', { current: theirs })
      : Response.json({ ...theirs, version: 3 }),
  );
  await type('Seats', '40');
  await press('Save');
  const alert = await screen.findByRole('alert');
  expect(within(alert).getByText('40')).toBeTruthy();
  expect(within(alert).getByText('80')).toBeTruthy();
  expect(within(alert).queryByText('B')).toBeNull();
  await press('Keep mine');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent[1]).toMatchObject({ ifMatch: '"v2"', body: { capacity: 40 } });
  expect(sent[1]?.body).toEqual({ capacity: 40 });
});

it('a section that is there already is said at its field', async () => {
  await open(<EditCourseDialog course={sampleCourse()} onClose={() => undefined} />, () =>
    problemAnswer(409, 'course.section_taken'),
  );
  await type('Section', 'B');
  await press('Save');
  await waitFor(() => expect(screen.getByLabelText('Section').getAttribute('aria-invalid')).toBe('true'));
});

it('a deletion says who loses what, and asks for a reason', async () => {
  const sent = await open(
    <DeleteCourseDialog course={sampleCourse()} onClose={() => undefined} />,
    () => new Response(null, { status: 204 }),
  );
  const losses = (await screen.findAllByRole('listitem')).map(({ textContent }) => textContent);
  expect(losses).toEqual([
    '2 students lose their seats',
    '1 student leaves the line',
    '1 weekly class leaves the timetable',
    '3 grades stay on record',
  ]);
  expect(screen.getByRole('button', { name: 'Delete' })).toHaveProperty('disabled', true);
  await type('Reason', 'Too few');
  await press('Delete');
  await waitFor(() => expect(pushed).toHaveBeenCalledWith('/courses'));
  expect(sent).toMatchObject([{ method: 'DELETE', path: '/api/courses/c1?reason=Too+few', ifMatch: '"v1"' }]);
});

it('a new course is of the subject that was found, in the term that is now', async () => {
  const answers = [invalidAnswer('subject_id', 'x')];
  const sent = await open(
    <NewCourseDialog onClose={() => undefined} />,
    () => answers.shift() ?? Response.json(sampleCourse(), { status: 201 }),
  );
  await waitFor(() => expect(screen.getByLabelText('Term')).toHaveProperty('value', 't1'));
  await press('Create the course');
  expect(await screen.findByText('Choose a subject.')).toBeTruthy();
  await choose('Subject', /CS204/);
  await press('Create the course');
  await waitFor(() => expect(pushed).toHaveBeenCalledWith('/courses/c1'));
  expect(sent[1]?.body).toMatchObject({
    subject_id: 's1',
    term_id: 't1',
    section: 'A',
    capacity: 60,
    faculty: [],
  });
  expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
});
