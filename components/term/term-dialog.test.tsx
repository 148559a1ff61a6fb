import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { SubjectDialog } from '@/components/subject/subject-dialog';
import { press, showPart, type } from '@/components/ui/testing/show-part';
import { invalidAnswer, problemAnswer } from '@/lib/client/http/testing/problem-answer';
import type { SubjectView, TermView } from '@/lib/contracts/http/course';
import { CopyTermDialog } from './copy-term-dialog';
import { DeleteTermDialog } from './delete-term-dialog';
import { TermDialog } from './term-dialog';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const zone = 'Europe/Vienna';
const term: TermView = {
  id: 't1',
  code: '2031S',
  name: 'Spring 2031',
  academic_year: 2030,
  starts_on: '2031-03-03',
  ends_on: '2031-06-29',
  enrollment_opens_at: '2031-02-01T08:00:00.000Z',
  enrollment_closes_at: null,
  drop_closes_at: null,
  is_current: false,
  course_count: 4,
  version: 1,
};
const subject: SubjectView = {
  id: 's1',
  code: 'CS204',
  name: 'Algorithms',
  description: '',
  credits: 5,
  department: null,
  prerequisites: [],
  course_count: 1,
  version: 1,
};

async function open(shown: ReactNode, answer: (body: Record<string, unknown>) => Response) {
  const sent: { method: string | undefined; path: string; ifMatch: string | null; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path.startsWith('/api/departments')) return Response.json({ items: [] });
    if (init.method === 'GET')
      return Response.json({
        items: [{ ...subject, id: 's2', code: 'CS101', name: 'Basics' }],
        next_cursor: null,
      });
    const body = init.body ? JSON.parse(String(init.body)) : {};
    sent.push({ method: init.method, path, ifMatch: new Headers(init.headers).get('if-match'), body });
    return answer(body);
  });
  await showPart(shown);
  return sent;
}

it('times are those of the university; one that the clocks leave out is not sent', async () => {
  const onClose = vi.fn();
  const sent = await open(<TermDialog term={term} zone={zone} onClose={onClose} />, () =>
    Response.json({ ...term, version: 2 }),
  );
  expect(await screen.findByLabelText(/^Enrolment opens/)).toHaveProperty('value', '2031-02-01T09:00');
  await type(/^Enrolment closes/, '2031-03-30T02:30');
  await press('Save');
  expect(await screen.findByText('The clocks are put forward over this time.')).toBeTruthy();
  await type(/^Enrolment closes/, '2031-03-30T03:30');
  await press('Save');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent).toMatchObject([
    {
      method: 'PUT',
      ifMatch: '"v1"',
      body: {
        academic_year: 2030,
        enrollment_opens_at: '2031-02-01T08:00:00.000Z',
        enrollment_closes_at: '2031-03-30T01:30:00.000Z',
        drop_closes_at: null,
      },
    },
  ]);
});

it.each([
  ['ends_on', 'custom', 'It would end before its first day.'],
  ['enrollment_closes_at', 'custom', 'It would close before it opens.'],
  ['starts_on', 'holiday_outside', 'A holiday of this term would be outside it.'],
])('what is refused of %s as %s is said in words', async (field, code, words) => {
  await open(<TermDialog term={term} zone={zone} onClose={() => undefined} />, () =>
    invalidAnswer(field, code),
  );
  await press('Save');
  expect(await screen.findByText(words)).toBeTruthy();
});

it('whoever is late with a term sees both versions, and takes the other', async () => {
  const theirs = { ...term, name: 'Spring', version: 2 };
  await open(<TermDialog term={term} zone={zone} onClose={() => undefined} />, () =>
    problemAnswer(412, 'precondition.failed', { current: theirs }),
  );
  await type('Name', 'Term of spring');
  await press('Save');
  expect((await screen.findByRole('alert')).textContent).toContain('Term of spring');
  await press('Take theirs');
  await waitFor(() => expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Spring'));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('a copy says how many courses come before it is made', async () => {
  const onClose = vi.fn();
  const next = { ...term, id: 't2', name: 'Autumn 2031', starts_on: '2031-09-01', ends_on: '2031-12-31' };
  const before = { ...term, id: 't0', name: 'Autumn 2030', starts_on: '2030-09-01', ends_on: '2030-12-31' };
  const sent = await open(
    <CopyTermDialog term={term} others={[next, term, before]} onClose={onClose} />,
    ({ dry_run, into_term_id }) =>
      Response.json({ copied: into_term_id === 't2' ? 3 : 0, skipped: 1, written: dry_run === false }),
  );
  expect(await screen.findByText('3 courses come over. 1 is there already and stays as it is.')).toBeTruthy();
  await press('Copy 3 courses');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent.map(({ body }) => body)).toMatchObject([
    { into_term_id: 't2', dry_run: true },
    { into_term_id: 't2', dry_run: false },
  ]);
});

it('a term in use stays, and what is in it is said', async () => {
  const onClose = vi.fn();
  const use = { courses: 2, subjects: 0, timetables: 1, holidays: 0 };
  await open(<DeleteTermDialog term={term} onClose={onClose} />, () =>
    problemAnswer(409, 'catalogue.in_use', { current: use }),
  );
  await press('Delete');
  expect((await screen.findByRole('alert')).textContent).toContain(
    '2 courses (deleted ones count) and 1 timetable',
  );
  expect(onClose).not.toHaveBeenCalled();
});

it('a subject is sent with what is needed before it; a circle and a code in use are said at their fields', async () => {
  const onClose = vi.fn();
  const answers = [invalidAnswer('prerequisite_ids', 'circle'), problemAnswer(409, 'catalogue.code_taken')];
  const sent = await open(
    <SubjectDialog subject={subject} onClose={onClose} />,
    () => answers.shift() ?? Response.json({ ...subject, version: 2 }),
  );
  fireEvent.focus(await screen.findByLabelText(/^Add a subject/));
  fireEvent.pointerDown(await screen.findByRole('option', { name: /CS101/ }));
  await press('Save');
  expect(await screen.findByText(/A subject cannot need itself/)).toBeTruthy();
  await press('Save');
  await waitFor(() => expect(screen.getByLabelText('Code').getAttribute('aria-invalid')).toBe('true'));
  await press('Save');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent[0]).toMatchObject({ method: 'PUT', ifMatch: '"v1"', body: { prerequisite_ids: ['s2'] } });
});
