import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MeProvider } from '@/lib/client/session/me-context';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import type { CoursePeople, EnrolledCsv, EnrollmentCheck } from '@/lib/contracts/http/course';
import type { Me } from '@/lib/contracts/http/me';
import type { Problem } from '@/lib/contracts/http/problem';
import { CourseStaff } from './course-staff';
import { sampleCourse, sampleMe } from './testing/sample-course';

type Person = CoursePeople['items'][number];
const person = (name: string, change: Partial<Person> = {}): Person => ({
  id: name,
  name,
  email: `${name}@nimbusu.test`,
  register_no: null,
  status: 'enrolled',
  position: null,
  grade: '',
  grade_points: null,
  override_reason: '',
  ...change,
});
const sid = { id: 's9', name: 'Sid', email: 'sid@nimbusu.test' };
const clear: EnrollmentCheck = {
  student: sid,
  standing: null,
  is_active: true,
  place: null,
  is_open: true,
  missing: [],
  clashes: [],
};

let check: EnrollmentCheck;
let people: Person[];
let csvAnswers: (EnrolledCsv | Problem)[];
let sent: { path: string; body: Record<string, unknown> }[];

beforeEach(() => {
  check = clear;
  people = [];
  csvAnswers = [];
  sent = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (init.method === 'POST') {
      sent.push({ path, body: JSON.parse(String(init.body)) });
      if (path.endsWith('/grade')) return Response.json({ student_id: 'x', status: 'completed', grade: 'A' });
      if (!path.endsWith('/enroll-csv')) return Response.json(sampleCourse());
      const answer = csvAnswers.shift();
      const status = answer && 'status' in answer ? answer.status : 200;
      return Response.json(answer, { status });
    }
    if (path.startsWith('/api/users'))
      return Response.json({
        items: [
          { ...sid, role: 'student', department: null },
          { ...sid, id: 'f', name: 'Fay', role: 'faculty', department: null },
        ],
      });
    if (path.includes('/enrollment-check')) return Response.json(check);
    return Response.json({ items: people, next_cursor: null });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function show(role: Me['role'] = 'admin'): Promise<void> {
  await act(async () => {
    render(
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <MeProvider me={sampleMe(role)}>
          <Suspense>
            <CourseStaff courseId="c1" />
          </Suspense>
        </MeProvider>
      </QueryClientProvider>,
      { wrapper: EnglishText },
    );
  });
}
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

async function chooseSid(): Promise<void> {
  await show();
  await press('One student');
  fireEvent.change(await screen.findByLabelText('Find a student'), { target: { value: 'sid' } });
  await screen.findByRole('option', { name: 'Sid, sid@nimbusu.test' });
  expect(screen.queryByRole('option', { name: /Fay/ })).toBeNull();
  fireEvent.change(screen.getByRole('combobox', { name: 'Student' }), { target: { value: sid.id } });
}

it('enrols a student for whom nothing stands in the way, without asking why', async () => {
  await chooseSid();
  await screen.findByText('There is a seat.');
  await press('Enrol');
  await waitFor(() => expect(sent).toEqual([{ path: '/api/courses/c1/enroll', body: { student_id: 's9' } }]));
});

it('says all that would be allowed before it asks why', async () => {
  check = {
    ...clear,
    place: 3,
    is_open: false,
    missing: [{ code: 'CS101', name: 'Foundations' }],
    clashes: [
      {
        course_code: 'MA1',
        course_name: 'Algebra',
        day_of_week: 2,
        start_time: '10:00',
        end_time: '11:00',
      },
    ],
  };
  await chooseSid();
  expect(await screen.findByText(/^The course is full: place 3 in the line/)).toBeTruthy();
  expect(screen.getByText('CS101 Foundations has not been completed')).toBeTruthy();
  expect(screen.getByText('MA1 Algebra is at the same time, Tue 10:00–11:00')).toBeTruthy();
  expect(screen.getByText(/^Students cannot enrol by themselves now/)).toBeTruthy();
  fireEvent.change(screen.getByLabelText(/^Why it is allowed/), { target: { value: 'Passed elsewhere' } });
  await press('Put into the line nevertheless');
  await waitFor(() =>
    expect(sent.map(({ body }) => body)).toEqual([{ student_id: 's9', override_reason: 'Passed elsewhere' }]),
  );
});

it('offers nothing for who is in the course already', async () => {
  check = { ...clear, standing: 'completed' };
  await chooseSid();
  await screen.findByText('Is in this course already, or has been graded.');
  expect(screen.queryByRole('button', { name: 'Enrol' })).toBeNull();
});

const row = (
  line: number,
  outcome: EnrolledCsv['rows'][number]['outcome'],
  problem: string | null = null,
) => ({
  line,
  key: `k${line}`,
  name: '',
  outcome,
  problem,
});
async function chooseFile(content = 'email\nk2'): Promise<void> {
  fireEvent.change(await screen.findByLabelText(/^CSV file/), {
    target: { files: [new File([content], 'students.csv')] },
  });
}

it('shows what a table would do, and writes what was shown', async () => {
  csvAnswers = [
    { rows: [row(2, 'enrolled'), row(3, 'waitlisted')], written: false, digest: 'd1' },
    { rows: [row(2, 'waitlisted'), row(3, 'waitlisted')], written: false, digest: 'd2' },
    { rows: [row(2, 'waitlisted'), row(3, 'waitlisted')], written: true, digest: 'd2' },
  ];
  await show();
  await press('From a table');
  await chooseFile();
  await press('Enrol 1, and 1 into the line');
  // Somebody else has come in between.
  await screen.findByText(/^The course has changed since you looked/);
  await press('Enrol 0, and 2 into the line');
  await screen.findByText('0 are enrolled, 2 stand in the line.');
  expect(sent.map(({ body }) => [body.dry_run, body.digest])).toEqual([
    [true, undefined],
    [false, 'd1'],
    [false, 'd2'],
  ]);
});

it('says what is wrong by row, first of all, and offers nothing to write', async () => {
  csvAnswers = [
    {
      rows: [row(2, 'enrolled'), row(3, 'error', 'unknown'), row(4, 'error', 'enrollment.clash')],
      written: false,
      digest: 'd1',
    },
  ];
  await show();
  await press('From a table');
  await chooseFile();
  const rows = within(await screen.findByRole('list', { name: 'Rows of the file' })).getAllByRole('listitem');
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    'Row 3k3No active account has this.',
    'Row 4k4Another class is at the same time.',
    'Row 2k2A seat',
  ]);
  expect(screen.queryByRole('button', { name: /^Enrol \d/ })).toBeNull();
});

it('says what is no table', async () => {
  const errors = [{ field: 'csv', code: 'header', message: 'x' }];
  csvAnswers = [{ type: 'x', code: 'request.invalid', status: 422, title: 'x', errors, correlation_id: 'c' }];
  await show();
  await press('From a table');
  await chooseFile('name\nx');
  await screen.findByText('The first row must name a column email or register_no.');
});

it('grades one after the other by the keyboard', async () => {
  people = [person('Ann'), person('Zoe'), person('Wil', { status: 'waitlisted', position: 1 })];
  await show('faculty');
  await press('Enter grades');
  const grade = await screen.findByLabelText('Grade of Ann');
  expect(screen.queryByLabelText('Grade of Wil')).toBeNull();
  fireEvent.change(grade, { target: { value: 'A' } });
  fireEvent.change(screen.getByLabelText('Points of Ann, 0 to 10'), { target: { value: '9.5' } });
  fireEvent.submit(grade);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Grade of Zoe')));
  expect(sent).toEqual([
    {
      path: '/api/courses/c1/grade',
      body: { student_id: 'Ann', outcome: 'completed', grade: 'A', grade_points: 9.5 },
    },
  ]);
});

it('takes somebody out with a reason, for administrators alone; why they were let in stands beside them', async () => {
  people = [
    person('Ann', { override_reason: 'Passed elsewhere' }),
    person('Bob', { status: 'completed', grade: 'B' }),
  ];
  await show('faculty');
  await screen.findByText('Allowed nevertheless: Passed elsewhere');
  expect(screen.queryByRole('button', { name: /^Take out/ })).toBeNull();
  expect(screen.queryByRole('button', { name: 'One student' })).toBeNull();
  cleanup();
  await show('admin');
  await press('Take out Ann');
  expect(screen.queryByRole('button', { name: 'Take out Bob' })).toBeNull();
  const dialog = await screen.findByRole('dialog', { name: 'Take Ann out of this course?' });
  fireEvent.change(within(dialog).getByLabelText(/^Reason/), { target: { value: 'Moved' } });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Take out' }));
  await waitFor(() =>
    expect(sent).toEqual([{ path: '/api/courses/c1/drop', body: { student_id: 'Ann', reason: 'Moved' } }]),
  );
});
