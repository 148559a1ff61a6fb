import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AttendanceSession, Roster, RosterStudent } from '@/lib/contracts/http/attendance';
import { applyPush } from '../realtime/apply-push';
import { attendanceKeys } from './attendance-keys';
import { setMarks } from './cache-roster';
import { rosterOptions } from './get-roster';

const student = (student_id: string, change: Partial<RosterStudent> = {}): RosterStudent => ({
  ...{ student_id, name: student_id, register_no: null, status: null, custom_code: '', remark: '' },
  ...{ source: null, version: 0, has_left: false, marked_by: null, marked_at: null, recent: [] },
  ...change,
});
const mark = (student_id: string, version: number) => ({
  ...{ student_id, status: 'late' as const, custom_code: '', remark: 'Bus', source: 'roster' as const },
  version,
});
const session: AttendanceSession = {
  ...{ id: 's', entry_id: null, day: '2026-11-27', date: '2026-11-27', start_time: '09:00' },
  ...{ end_time: '10:00', title: 'Extra', entry_type: null, room: null, faculty: null, state: 'open' },
  ...{ is_frozen: false, is_early: false, is_checking_in: false, closed_at: null, version: 1 },
  course: { id: 'c', code: 'CS204', name: 'Algorithms' },
  counts: { students: 2, present: 0, late: 0, excused: 0, absent: 0 },
};

let queryClient: QueryClient;
const roster = (...students: RosterStudent[]): Roster => ({ session, students });
const shown = () => queryClient.getQueryData<Roster>(attendanceKeys.roster('s'))?.students;
beforeEach(() => {
  queryClient = new QueryClient();
  queryClient.setQueryData(attendanceKeys.roster('s'), roster(student('a'), student('b')));
});
afterEach(() => {
  queryClient.clear();
  vi.unstubAllGlobals();
});

it('shows what another has marked at once, and nothing that is older than what is shown', () => {
  applyPush(queryClient, 'attendance:roster', { course_id: 'c', session_id: 's', marks: [mark('a', 2)] });
  expect(shown()).toEqual([
    expect.objectContaining({ status: 'late', remark: 'Bus', version: 2 }),
    student('b'),
  ]);
  const before = shown();
  setMarks(queryClient, 's', [{ ...mark('a', 1), status: 'absent' }]);
  expect(shown()).toEqual(before);
  setMarks(queryClient, 'another', [mark('b', 1)]);
  expect(shown()).toEqual(before);
});

it('keeps a mark that came while an answer without it was on its way', async () => {
  vi.stubGlobal('fetch', async () => {
    setMarks(queryClient, 's', [mark('a', 1)]);
    return Response.json(roster(student('a'), student('b', { status: 'present', version: 3 })));
  });
  await queryClient.fetchQuery(rosterOptions('s'));
  expect(shown()?.map(({ status, version }) => [status, version])).toEqual([
    ['late', 1],
    ['present', 3],
  ]);
});
