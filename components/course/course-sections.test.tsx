import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { applyPush } from '@/lib/client/realtime/apply-push';
import { sampleAnnouncement } from '@/lib/client/realtime/testing/sample-rows';
import { setCacheReader } from '@/lib/client/session/cache-reader';
import { MeProvider } from '@/lib/client/session/me-context';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import type { Meeting } from '@/lib/contracts/http/timetable';
import { CourseSections } from './course-sections';
import { sampleCourse, sampleMe } from './testing/sample-course';

vi.mock('@/lib/client/realtime/realtime-provider', () => ({ useIsFresh: () => false }));

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const planned = {
  date: dayFromNow(1),
  start_time: '09:00',
  end_time: '10:00',
  room: { id: 'b', code: 'B10' },
  faculty: { id: 't', name: 'Tara' },
};
const meeting = (id: string, change: Partial<Meeting> = {}): Meeting => ({
  ...planned,
  id,
  entry_id: id,
  day: planned.date,
  course: { id: 'c1', code: 'CS204', name: 'Algorithms' },
  entry_type: 'lecture',
  status: 'planned',
  planned: null,
  message: '',
  change_id: null,
  may_change: false,
  ...change,
});

let meetings: Meeting[];
let announcements: AnnouncementView[];
let asked: string[];
let queryClient: QueryClient;

beforeEach(() => {
  meetings = [];
  announcements = [];
  asked = [];
  queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  setCacheReader(queryClient, { id: 'u1', role: 'student', departmentId: null });
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    if (path.startsWith('/api/announcements'))
      return Response.json({ items: announcements, next_cursor: null });
    const { searchParams } = new URL(path, 'https://portal.example.edu');
    return Response.json({
      from: planned.date,
      to: planned.date,
      time_zone: 'UTC',
      letter: null,
      term: null,
      days: [],
      // All of it is in this week.
      meetings: searchParams.has('day') ? [] : meetings,
    });
  });
});
afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

async function show(status: 'enrolled' | 'waitlisted' | null = 'enrolled'): Promise<void> {
  const own = status && { status, position: null, offer_expires_at: null, grade: '' };
  await act(async () => {
    render(
      <QueryClientProvider client={queryClient}>
        <MeProvider me={sampleMe('student')}>
          <Suspense>
            <CourseSections course={sampleCourse({ own })} />
          </Suspense>
        </MeProvider>
      </QueryClientProvider>,
      { wrapper: EnglishText },
    );
  });
}
const classes = async () =>
  within(await screen.findByRole('list', { name: 'Coming classes' }))
    .getAllByRole('listitem')
    .map((row) => row.textContent ?? '');

it('says of each coming class how it is held, and of what differs alone how it was planned', async () => {
  meetings = [
    meeting('over', { date: dayFromNow(-1) }),
    meeting('usual'),
    meeting('room', { status: 'changed', planned, room: { id: 'x', code: 'X1' }, message: 'Bigger' }),
    meeting('substitute', { status: 'changed', planned, faculty: { id: 's', name: 'Sam' } }),
    meeting('later', { status: 'changed', planned, start_time: '11:00', end_time: '12:00' }),
    meeting('off', { status: 'cancelled', planned, message: 'Ill' }),
  ];
  await show();
  const rows = await classes();
  expect(rows).toHaveLength(5);
  expect(rows.filter((row) => row.includes('Cancelled'))).toEqual([expect.stringMatching(/Ill$/)]);
  expect(rows.filter((row) => row.includes('Changed')).map((row) => row.split('Changed')[1])).toEqual([
    'Planned: B10Bigger',
    'Planned: Tara',
    'Planned: 09:00–10:00',
  ]);
  const week = screen.getByRole('link', { name: 'Week view' });
  expect(week.getAttribute('href')).toBe('/timetable?of=course&id=c1');
});

it('is another by itself when a class changes', async () => {
  meetings = [meeting('one')];
  await show();
  expect(await classes()).toEqual([expect.not.stringContaining('Cancelled')]);
  meetings = [meeting('one', { status: 'cancelled', planned })];
  act(() => void applyPush(queryClient, 'timetable:changed', { course_ids: ['c1'], entry_id: 'one' }));
  await waitFor(async () => expect(await classes()).toEqual([expect.stringContaining('Cancelled')]));
});

it('shows what is announced to the course as it comes and goes', async () => {
  await show();
  await screen.findByText('Nothing was announced to this course');
  const announcement = sampleAnnouncement(1, { target_audience: 'course' });
  announcements = [announcement];
  act(() => void applyPush(queryClient, 'announcement:published', { announcement }));
  const link = await screen.findByRole('link', { name: 'Announcement 1' });
  expect(link.getAttribute('href')).toBe('/announcements/a0001');
  act(() => void applyPush(queryClient, 'announcement:removed', { announcement_id: 'a0001' }));
  await screen.findByText('Nothing was announced to this course');
});

it('does not ask again for what is announced to others than courses', async () => {
  await show();
  await screen.findByText('Nothing was announced to this course');
  const times = asked.filter((path) => path.startsWith('/api/announcements')).length;
  const announcement = sampleAnnouncement(1, { target_audience: 'all' });
  act(() => void applyPush(queryClient, 'announcement:published', { announcement }));
  expect(asked.filter((path) => path.startsWith('/api/announcements'))).toHaveLength(times);
});

it('does not ask what is announced for whoever is not in the course', async () => {
  await show('waitlisted');
  await screen.findByText('No classes this week or next');
  expect(screen.queryByRole('region', { name: 'Announcements to this course' })).toBeNull();
  expect(asked.some((path) => path.startsWith('/api/announcements'))).toBe(false);
});
