import { createHash } from 'node:crypto';
import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import type { EnrolledCsv } from '@/lib/contracts/http/course';
import type { EnrollCsv } from '@/lib/contracts/http/course-requests';
import type { SqlTx } from '@/lib/infra/db/sql';
import { tryOut } from '@/lib/infra/outbox/try-out';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { DomainProblem, wrongField } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { seatStudents } from './enroll-student';
import { notifyStudents } from './notify-students';
import { takeStudents } from './require-eligible';
import { type TakenCourse, takeCourse } from './take-course';

const MOST_ROWS = 2_000;
type Row = EnrolledCsv['rows'][number];

/**
 * Enrols the students of a table with one column `email` or `register_no`. A dry run tells for each row what would become
 * of it. With one wrong row, or where it would be another now than the dry run told, nothing is written.
 * @throws {DomainProblem} `resource.not_found`, `course.inactive`, `request.invalid` for what is no such table
 */
export async function enrollByCsv(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; courseId: string; given: EnrollCsv },
): Promise<EnrolledCsv> {
  const { given } = request;
  const keys = readKeys(given.csv);
  return tryOut(unitOfWork, { correlationId: request.correlationId }, async (tx) => {
    const { course, rows } = await enrollAll(tx, request.courseId, keys);
    const digest = createHash('sha256')
      .update(JSON.stringify(rows.map(({ row }) => row)))
      .digest('hex');
    const isAsSeen = given.digest === undefined || given.digest === digest;
    const written = !given.dry_run && isAsSeen && rows.every(({ row }) => row.outcome !== 'error');
    if (written) await tellOf(tx, course, { request, rows });
    return { found: { rows: rows.map(({ row }) => row), written, digest }, stays: written };
  });
}

async function tellOf(
  tx: EventfulTx,
  course: TakenCourse,
  { request, rows }: { request: { actor: SignedIn; correlationId: string }; rows: readonly Judged[] },
): Promise<void> {
  const seats = new Map(
    rows.flatMap(({ row, studentId }) => (studentId ? [[studentId, row.outcome === 'enrolled']] : [])),
  );
  await notifyStudents(tx, course, {
    studentIds: [...seats.keys()],
    write: (notices, { id }) =>
      notices.putDown(course, { by: request.actor.name, hasSeat: seats.get(id) ?? false }),
  });
  const after = { enrolled_by_csv: rows.length };
  const change = { action: 'enrollment.imported', subjectKind: 'course', subjectId: course.id };
  await recordChange(tx, request, { ...change, before: null, after });
}

/** The values of the one column that is known, with the numbers of their lines. */
function readKeys(csv: string): { line: number; key: string }[] {
  const records = readTable(csv);
  const [header, ...lines] = records;
  const names = header?.record.map((name) => name.trim().toLowerCase()) ?? [];
  const column = names.findIndex((name) => name === 'email' || name === 'register_no');
  if (column < 0) throw wrongField('csv', 'header', 'The first line must name a column email or register_no');
  if (lines.length > MOST_ROWS) throw wrongField('csv', 'too_long', `At most ${MOST_ROWS} rows at once`);
  return lines.map(({ record, info }) => ({ line: info.lines, key: (record[column] ?? '').trim() }));
}

const Table = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }));

function readTable(csv: string): z.infer<typeof Table> {
  try {
    return Table.parse(
      parse(csv, {
        bom: true,
        // Neither an address nor a number has one in it.
        delimiter: [',', ';', '\t'],
        info: true,
        skip_empty_lines: true,
        relax_column_count: true,
      }),
    );
  } catch (error) {
    if (error instanceof CsvError) throw wrongField('csv', 'malformed', error.message);
    throw error;
  }
}

/** A row and who it is about; `null`: nobody who could be in a course. */
interface Judged {
  readonly row: Row;
  readonly studentId: string | null;
}

async function enrollAll(
  tx: EventfulTx,
  courseId: string,
  keys: { line: number; key: string }[],
): Promise<{ course: TakenCourse; rows: Judged[] }> {
  const people = await findPeople(
    tx,
    keys.map(({ key }) => key),
  );
  // Students before the course and in one order, as everybody else locks them.
  const students = await takeStudents(
    tx,
    [...people.values()].map(({ id }) => id),
  );
  const course = await takeCourse(tx, courseId);
  if (course.status !== 'active') throw new DomainProblem('course.inactive');
  const seen = new Set<string>();
  const judged = keys.map(({ line, key }) => {
    const person = people.get(key.toLowerCase());
    const told = { line, key, name: person?.name ?? '' };
    if (!person) return { told, studentId: null, problem: 'unknown' };
    if (seen.size === seen.add(person.id).size) return { told, studentId: null, problem: 'twice' };
    if (!students.has(person.id)) return { told, studentId: null, problem: 'enrollment.not_a_student' };
    return { told, studentId: person.id, problem: null };
  });
  const studentIds = judged.flatMap(({ studentId }) => studentId ?? []);
  const seats = await seatStudents(tx, course, { studentIds, by: 'import' });
  const rows = judged.map(({ told, studentId, problem }): Judged => {
    const seat = studentId === null ? undefined : seats.get(studentId);
    if (!seat || seat instanceof DomainProblem)
      return { row: { ...told, outcome: 'error', problem: problem ?? seat?.code ?? null }, studentId };
    const outcome = seat.status === 'enrolled' ? 'enrolled' : 'waitlisted';
    return { row: { ...told, outcome, problem: null }, studentId };
  });
  return { course, rows };
}

async function findPeople(sql: SqlTx, keys: string[]): Promise<Map<string, { id: string; name: string }>> {
  const { rows } = await sql.query<{ key: string; id: string; name: string }>(
    `SELECT CASE WHEN email = ANY ($1::text[]) THEN email ELSE register_no::text END AS key, id, name FROM app_user
     WHERE status = 'active' AND (email = ANY ($1::text[]) OR register_no::text = ANY ($1::text[]))`,
    [keys.map((key) => key.toLowerCase())],
  );
  return new Map(rows.map(({ key, ...person }) => [key, person]));
}
