import { createHash } from 'node:crypto';
import { type AttendanceSession, AttendanceStatus } from '@/lib/contracts/http/attendance';
import type { ScanColumn, ScanRow } from '@/lib/contracts/http/attendance-import';
import type { SqlTx } from '@/lib/infra/db/sql';
import { SITS } from '../course/queries';
import type { SignedIn } from '../session/authenticate';
import { minutesOf } from '../timetable/clock-time';
import { dateOfDay, dayNumber } from '../timetable/overlap';
import { listSessions } from './list-sessions';
import type { FileScan } from './read-scan-csv';
import { readScanTime, type ScanTime } from './read-scan-time';
import { type AttendanceRules, readRules } from './rules';

/** One row, and the mark that would come of it. */
export interface PlannedScan extends ScanRow {
  readonly studentId: string | null;
  readonly session: AttendanceSession | null;
  /** Of the mark as it is; 0: none. */
  readonly version: number;
}

export interface ScanPlanned {
  readonly rows: readonly PlannedScan[];
  /** The same for the same file, classes and marks. */
  readonly digest: string;
}

interface Student {
  readonly id: string;
  readonly name: string;
  readonly is_in_course: boolean;
}

/** Compares a file of scans with the classes of a course and their marks. Whoever asks teaches it, or administers. */
export async function planScans(
  sql: SqlTx,
  asked: { actor: SignedIn; courseId: string; scans: readonly FileScan[]; timeZone: string },
): Promise<ScanPlanned> {
  const { courseId, scans, timeZone } = asked;
  const times = scans.map(({ scanned_at }) => readScanTime(scanned_at, timeZone));
  const classes = await readClasses(sql, { ...asked, times });
  const known = {
    rules: await readRules(sql),
    classes,
    students: await readStudents(sql, courseId, scans),
    marks: await readMarks(sql, classes),
    seen: new Set<string>(),
  };
  const rows = scans.map((scan, index) => planScan(scan, times[index] ?? null, known));
  const told = rows.map(({ kind, studentId, held, session, before, after, version, problems }) => [
    ...[kind, studentId, held, session?.entry_id, session?.day, session?.state],
    ...[before, after, version, problems.map(({ code }) => code)],
  ]);
  return { rows, digest: createHash('sha256').update(JSON.stringify(told)).digest('base64url') };
}

interface Known {
  readonly rules: AttendanceRules;
  readonly classes: readonly AttendanceSession[];
  readonly students: ReadonlyMap<string, Student>;
  readonly marks: ReadonlyMap<string, { status: AttendanceStatus; version: number }>;
  /** Student and class of each row before. */
  readonly seen: Set<string>;
}

function planScan(scan: FileScan, time: ScanTime | null, known: Known): PlannedScan {
  const problems: ScanRow['problems'] = [];
  const wrong = (field: ScanColumn, code: string) => problems.push({ field, code, value: scan[field] });
  const student = known.students.get(scan.student.toLowerCase()) ?? null;
  if (scan.student === '') wrong('student', 'missing');
  else if (!student) wrong('student', 'unknown');
  else if (!student.is_in_course) wrong('student', 'not_in_course');
  const session = time && classAt(time, known);
  if (!time) wrong('scanned_at', scan.scanned_at === '' ? 'missing' : 'invalid_format');
  else if (!session) wrong('scanned_at', 'no_class');
  else if (session.is_early) wrong('scanned_at', 'too_early');
  else if (session.is_frozen) wrong('scanned_at', 'frozen');
  const given = scan.status === '' ? null : AttendanceStatus.safeParse(scan.status.toLowerCase()).data;
  if (given === undefined) wrong('status', 'unknown');
  if (student && session) {
    const key = `${student.id} ${keyOf(session)}`;
    if (known.seen.has(key)) wrong('student', 'twice');
    known.seen.add(key);
  }
  const mark = student && session && known.marks.get(`${session.id} ${student.id}`);
  const told = {
    row: scan.row,
    student: scan.student,
    name: student?.name ?? '',
    held: session && { date: session.date, start_time: session.start_time },
    before: mark?.status ?? null,
    studentId: student?.id ?? null,
    session,
    version: mark?.version ?? 0,
  };
  if (problems.length > 0 || !session || !time || given === undefined)
    return { ...told, kind: 'error', after: null, problems };
  const after = given ?? statusAt(time, session, known.rules);
  const kind = !mark ? 'create' : mark.status === after ? 'unchanged' : 'change';
  return { ...told, kind, after, problems };
}

/** The same for every row of one class. */
const keyOf = ({ id, entry_id, day }: AttendanceSession) => id ?? `${entry_id}/${day}`;

/** The rows that make or change a mark, by {@link keyOf} of their class. */
export function groupByClass(rows: readonly PlannedScan[]): ReadonlyMap<string, PlannedScan[]> {
  const classes = new Map<string, PlannedScan[]>();
  for (const row of rows) {
    if (row.session === null || (row.kind !== 'create' && row.kind !== 'change')) continue;
    const own = classes.get(keyOf(row.session));
    if (own) own.push(row);
    else classes.set(keyOf(row.session), [row]);
  }
  return classes;
}

/** The class that a scan falls into: one may be scanned as early as marks can be given. Of several the one begun last. */
function classAt({ date, minute }: ScanTime, { classes, rules }: Known): AttendanceSession | null {
  const held = classes.filter(
    (each) =>
      each.date === date &&
      minute >= minutesOf(each.start_time) - rules.open_early_minutes &&
      minute < minutesOf(each.end_time),
  );
  const begun = held.filter((each) => minutesOf(each.start_time) <= minute);
  const byStart = (one: AttendanceSession, other: AttendanceSession) =>
    one.start_time.localeCompare(other.start_time);
  return begun.toSorted(byStart).at(-1) ?? held.toSorted(byStart)[0] ?? null;
}

const statusAt = ({ minute }: ScanTime, session: AttendanceSession, rules: AttendanceRules) =>
  minute > minutesOf(session.start_time) + rules.late_after_minutes ? 'late' : 'present';

/** As many days as one list of classes may be about. */
const DAYS_AT_ONCE = 60;
/** Scans that lie further apart than this are not of one term: whatever is further away finds no class. */
const MOST_DAYS = 400;

async function readClasses(
  sql: SqlTx,
  asked: { actor: SignedIn; courseId: string; timeZone: string; times: readonly (ScanTime | null)[] },
): Promise<AttendanceSession[]> {
  const days = asked.times.flatMap((time) => (time ? dayNumber(time.date) : [])).toSorted((a, b) => a - b);
  const last = days.at(-1);
  if (last === undefined) return [];
  const first = Math.max(days[0] ?? last, last - MOST_DAYS);
  const classes: AttendanceSession[] = [];
  for (let from = first; from <= last; from += DAYS_AT_ONCE) {
    const to = Math.min(from + DAYS_AT_ONCE - 1, last);
    const range = { from: dateOfDay(from), to: dateOfDay(to), course_id: asked.courseId };
    classes.push(...(await listSessions(sql, asked.actor, { ...range, timeZone: asked.timeZone })).items);
  }
  return classes;
}

/** By email and by register number, as the file names them. */
async function readStudents(
  sql: SqlTx,
  courseId: string,
  scans: readonly FileScan[],
): Promise<ReadonlyMap<string, Student>> {
  const keys = [...new Set(scans.map(({ student }) => student.toLowerCase()))];
  const { rows } = await sql.query<Student & { email: string; register_no: string | null }>(
    `SELECT person.id, person.name, person.email, person.register_no::text AS register_no, EXISTS (
       SELECT FROM enrollment AS sitting WHERE sitting.course_id = $1 AND sitting.student_id = person.id
         AND sitting.status IN ${SITS}) AS is_in_course
     FROM app_user AS person
     WHERE person.role = 'student' AND (person.email = ANY ($2::text[]) OR person.register_no::text = ANY ($2::text[]))`,
    [courseId, keys],
  );
  return new Map(
    rows.flatMap(({ email, register_no, ...student }) =>
      [email, register_no].flatMap((key) => (key ? [[key, student] as const] : [])),
    ),
  );
}

async function readMarks(sql: SqlTx, classes: readonly AttendanceSession[]): Promise<Known['marks']> {
  const { rows } = await sql.query<{
    session_id: string;
    student_id: string;
    status: AttendanceStatus;
    version: number;
  }>(
    'SELECT session_id, student_id, status, version FROM attendance_mark WHERE session_id = ANY ($1::uuid[])',
    [classes.flatMap(({ id }) => id ?? [])],
  );
  return new Map(rows.map(({ session_id, student_id, ...mark }) => [`${session_id} ${student_id}`, mark]));
}
