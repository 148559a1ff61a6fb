import type { TeacherList } from '@/lib/contracts/http/timetable';
import type { TeacherQuery } from '@/lib/contracts/http/timetable-requests';
import { containsPattern } from '@/lib/infra/db/contains-pattern';
import type { SqlTx } from '@/lib/infra/db/sql';
import { listMeetings } from './list-meetings';

const MOST = 100;

/** Active members of the faculty by name, at most 100; those first who teach nothing at the time that is asked for. */
export async function listTeachers(sql: SqlTx, asked: TeacherQuery): Promise<TeacherList> {
  const { query, day, start_time, end_time } = asked;
  const busy = new Set<string>();
  if (day !== undefined && start_time !== undefined && end_time !== undefined)
    for (const meeting of await listMeetings(sql, { of: 'everybody' }, { from: day, to: day }))
      if (
        meeting.status !== 'cancelled' &&
        meeting.faculty &&
        meeting.start_time < end_time &&
        start_time < meeting.end_time
      )
        busy.add(meeting.faculty.id);
  const { rows } = await sql.query<TeacherList['items'][number]>(
    `SELECT id, name, id <> ALL ($2::uuid[]) AS is_free FROM app_user
     WHERE role = 'faculty' AND status = 'active' AND ($1::text IS NULL OR name ILIKE $1)
     ORDER BY id = ANY ($2::uuid[]), name, id LIMIT ${MOST}`,
    [containsPattern(query), [...busy]],
  );
  return { items: rows };
}
