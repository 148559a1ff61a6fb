import { createHash } from 'node:crypto';
import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import type { EnrolledCsv } from '@/lib/contracts/http/course';
import type { EnrollCsv } from '@/lib/contracts/http/course-requests';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { DomainProblem, wrongField } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { seatStudent } from './enroll-student';
import { notifyStudents } from './notify-students';
import { takeStudent } from './require-eligible';
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
  const { actor, given } = request;
  const keys = readKeys(given.csv);
  let report: EnrolledCsv = { rows: [], written: false, digest: '' };
  const tryOut = unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const { course, rows, seats } = await enrollAll(tx, request.courseId, keys);
    const digest = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    const isAsSeen = given.digest === undefined || given.digest === digest;
    const written = !given.dry_run && isAsSeen && rows.every(({ outcome }) => outcome !== 'error');
    report = { rows, written, digest };
    // What was tried is taken back, events and all.
    if (!written) throw new NotWritten();
    await notifyStudents(tx, course, {
      studentIds: [...seats.keys()],
      write: (notices, { id }) =>
        notices.putDown(course, { by: actor.name, hasSeat: seats.get(id) ?? false }),
    });
    const after = { enrolled_by_csv: rows.length };
    const change = { action: 'enrollment.imported', subjectKind: 'course', subjectId: request.courseId };
    await recordChange(tx, request, { ...change, before: null, after });
  });
  await tryOut.catch((error: unknown) => {
    if (!(error instanceof NotWritten)) throw error;
  });
  return report;
}

class NotWritten extends Error {}

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

async function enrollAll(
  tx: EventfulTx,
  courseId: string,
  keys: { line: number; key: string }[],
): Promise<{ course: TakenCourse; rows: Row[]; seats: Map<string, boolean> }> {
  const people = await findPeople(
    tx,
    keys.map(({ key }) => key),
  );
  // Students before the course and in one order, as everybody else locks them.
  const ids = [...new Set(people.values())].map(({ id }) => id).sort();
  await tx.query('SELECT 1 FROM app_user WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [ids]);
  const course = await takeCourse(tx, courseId);
  if (course.status !== 'active') throw new DomainProblem('course.inactive');
  const rows: Row[] = [];
  const seen = new Set<string>();
  /** By student: whether there was a seat. */
  const seats = new Map<string, boolean>();
  for (const { line, key } of keys) {
    const person = people.get(key.toLowerCase());
    const told = { line, key, name: person?.name ?? '' };
    if (!person) rows.push({ ...told, outcome: 'error', problem: 'unknown' });
    else if (seen.has(person.id)) rows.push({ ...told, outcome: 'error', problem: 'twice' });
    else {
      const tried = await tryToSeat(tx, course, person.id);
      rows.push({ ...told, ...tried });
      seats.set(person.id, tried.outcome === 'enrolled');
    }
    if (person) seen.add(person.id);
  }
  return { course, rows, seats };
}

async function tryToSeat(
  tx: EventfulTx,
  course: TakenCourse,
  studentId: string,
): Promise<Pick<Row, 'outcome' | 'problem'>> {
  try {
    await takeStudent(tx, studentId);
    const { status } = await seatStudent(tx, course, { studentId, by: 'import', override: null });
    return { outcome: status === 'enrolled' ? 'enrolled' : 'waitlisted', problem: null };
  } catch (error) {
    if (error instanceof DomainProblem) return { outcome: 'error', problem: error.code };
    throw error;
  }
}

async function findPeople(sql: SqlTx, keys: string[]): Promise<Map<string, { id: string; name: string }>> {
  const { rows } = await sql.query<{ key: string; id: string; name: string }>(
    `SELECT CASE WHEN email = ANY ($1::text[]) THEN email ELSE register_no::text END AS key, id, name FROM app_user
     WHERE status = 'active' AND (email = ANY ($1::text[]) OR register_no::text = ANY ($1::text[]))`,
    [keys.map((key) => key.toLowerCase())],
  );
  return new Map(rows.map(({ key, ...person }) => [key, person]));
}
