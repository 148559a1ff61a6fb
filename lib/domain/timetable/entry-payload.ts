import type { PayloadInput } from '@/lib/contracts/events/catalogue';
import type { SqlTx } from '@/lib/infra/db/sql';
import { clockTime } from './clock-time';
import type { EntryRow } from './entry-row';

type EntryPayload = NonNullable<PayloadInput<'ENTRY_ADDED'>['entry']>;

/** An entry as the contract's events tell of it. */
export const entryPayload = (entry: EntryRow): EntryPayload => ({
  entry_id: entry.entry_id,
  course_id: entry.course_id,
  course_code: entry.course_code,
  course_name: entry.course_name,
  faculty_id: entry.faculty_id ?? '',
  faculty_name: entry.faculty_name ?? '',
  room_id: entry.room_id ?? '',
  room_name: entry.room_code ?? '',
  day_of_week: entry.day_of_week,
  start_time: clockTime(entry.start_minute),
  end_time: clockTime(entry.end_minute),
  entry_type: entry.entry_type,
});

export interface TimetablePayload {
  timetable_id: string;
  semester_id: string;
  semester_name: string;
  department_id: string;
  department_name: string;
}

/** Whose timetable it is, as every event of it says. */
export async function timetablePayload(sql: SqlTx, timetableId: string): Promise<TimetablePayload> {
  const { rows } = await sql.query<TimetablePayload>(
    `SELECT timetable.id AS timetable_id, term.id AS semester_id, term.name AS semester_name,
       department.id AS department_id, department.name AS department_name
     FROM timetable JOIN term ON term.id = timetable.term_id
     JOIN department ON department.id = timetable.department_id WHERE timetable.id = $1`,
    [timetableId],
  );
  const row = rows[0];
  if (!row) throw new Error(`there is no timetable ${timetableId}`);
  return row;
}
