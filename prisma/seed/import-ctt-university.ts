import type { ProposalInstance } from '@/lib/domain/timetable-proposal/instance';
import type { SqlTx } from '@/lib/infra/db/sql';
import { addTerms } from './courses';
import { type CttUniversity, cttUniversity } from './ctt-university';
import { DEMO_HASH, LOCKED_HASH } from './demo-password';
import { seedTerms } from './terms';

export interface ImportedUniversity {
  readonly university: CttUniversity;
  readonly term: string;
  /** Rows that were not there before. */
  readonly added: number;
}

/**
 * Makes a department of a timetabling problem, with all that is in it, in the term that runs. Run again it changes nothing.
 * To be called in a transaction.
 * @throws {Error} when something else has the name of a part of it
 */
export async function importCttUniversity(
  tx: SqlTx,
  instance: ProposalInstance,
  { demo, now = new Date() }: { demo: boolean; now?: Date },
): Promise<ImportedUniversity> {
  const term = await runningTerm(tx, now);
  const university = cttUniversity(instance, term.code);
  const { department, people, subjects, courses, rooms, timetable } = university;
  let added = 0;
  const write = async (statement: string, rows: readonly object[], ...more: string[]) => {
    const { rowCount } = await tx.query(statement, [JSON.stringify(rows), ...more]);
    added += rowCount;
    return rowCount;
  };

  await write(DEPARTMENT, [department]);
  await requireOwn(tx, 'department', [department]);
  await write(PEOPLE, people, department.id, demo ? DEMO_HASH : LOCKED_HASH, demo ? 'active' : 'suspended');
  await requireOwn(
    tx,
    'app_user',
    people.map(({ id, email }) => ({ id, code: email })),
  );
  if (demo) await tx.query(OPEN, [people.map(({ id }) => id), DEMO_HASH, LOCKED_HASH]);
  await write(ROOMS, rooms);
  await requireOwn(tx, 'room', rooms);
  await write(SUBJECTS, subjects, department.id);
  await requireOwn(tx, 'subject', subjects);
  await write(COURSES, courses, department.id, term.id);
  await requireOwn(tx, 'course', courses);
  await write(FACULTY, courses);
  await write(NEEDS, courses);
  await write(UNAVAILABLE, university.unavailable);
  await write(ENROLLMENTS, university.enrollments);
  const isNewPlan = (await write(TIMETABLE, [timetable], department.id, term.id)) > 0;
  await requireOwn(tx, 'timetable', [timetable]);
  // What planners moved or took out since stays as they left it.
  if (isNewPlan) await write(ENTRIES, university.entries, timetable.id);
  return { university, term: term.name, added };
}

interface TermRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

async function runningTerm(tx: SqlTx, now: Date): Promise<TermRow> {
  const [, current] = seedTerms(now);
  const find = async () => {
    const { rows } = await tx.query<TermRow>(RUNNING_TERM, [now.toISOString().slice(0, 10), current.code]);
    return rows[0];
  };
  const running = await find();
  if (running) return running;
  await addTerms(tx, [current]);
  const made = await find();
  if (!made) throw new Error(`No term runs today, and ${current.code} is one of other dates.`);
  return made;
}

/** Rows are passed over where their code is taken: by themselves, or by somebody else's. */
async function requireOwn(
  tx: SqlTx,
  table: 'department' | 'app_user' | 'room' | 'subject' | 'course' | 'timetable',
  rows: readonly { id: string; code: string }[],
): Promise<void> {
  const { rows: missing } = await tx.query<{ code: string }>(
    `SELECT given.code FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, code text)
     WHERE NOT EXISTS (SELECT FROM ${table} WHERE ${table}.id = given.id) LIMIT 1`,
    [JSON.stringify(rows)],
  );
  const [other] = missing;
  if (other) {
    const what = table === 'app_user' ? 'person' : table;
    throw new Error(`There is another ${what} of the name ${other.code}; nothing was imported.`);
  }
}

const RUNNING_TERM = `
  SELECT id, code, name FROM term WHERE $1::date BETWEEN starts_on AND ends_on
  ORDER BY (code = $2) DESC, starts_on DESC, code LIMIT 1`;

const DEPARTMENT = `
  INSERT INTO department (id, code, name)
  SELECT id, code, name FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, code text, name text)
  ON CONFLICT DO NOTHING`;

const PEOPLE = `
  INSERT INTO app_user (id, email, name, role, department_id, password_hash, status)
  SELECT id, email, name, role::role, $2::uuid, $3, $4::user_status
  FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, email text, name text, role text)
  ON CONFLICT DO NOTHING`;

const OPEN = `
  UPDATE app_user SET status = 'active', password_hash = $2 WHERE id = ANY ($1::uuid[]) AND password_hash = $3`;

const ROOMS = `
  INSERT INTO room (id, code, capacity)
  SELECT id, code, capacity FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, code text, capacity int)
  ON CONFLICT DO NOTHING`;

const SUBJECTS = `
  INSERT INTO subject (id, code, name, department_id)
  SELECT id, code, name, $2::uuid FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, code text, name text)
  ON CONFLICT DO NOTHING`;

const COURSES = `
  INSERT INTO course (id, subject_id, department_id, term_id, capacity, status)
  SELECT id, "subjectId", $2::uuid, $3::uuid, capacity, 'active'
  FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, "subjectId" uuid, capacity int)
  ON CONFLICT DO NOTHING`;

const FACULTY = `
  INSERT INTO course_faculty (course_id, user_id)
  SELECT id, "facultyId" FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, "facultyId" uuid)
  ON CONFLICT DO NOTHING`;

const NEEDS = `
  INSERT INTO course_teaching_need (course_id, lectures, minimum_days)
  SELECT id, lectures, "minimumDays"
  FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, lectures int, "minimumDays" int)
  ON CONFLICT DO NOTHING`;

const UNAVAILABLE = `
  INSERT INTO course_unavailability (course_id, day_of_week, start_minute, end_minute)
  SELECT "courseId", "dayOfWeek", "startMinute", "endMinute"
  FROM jsonb_to_recordset($1::jsonb)
    AS given ("courseId" uuid, "dayOfWeek" int, "startMinute" int, "endMinute" int)
  ON CONFLICT DO NOTHING`;

const ENROLLMENTS = `
  INSERT INTO enrollment (id, course_id, student_id, status, enrolled_at, enrolled_by)
  SELECT id, "courseId", "studentId", 'enrolled', now(), 'import'
  FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, "courseId" uuid, "studentId" uuid)
  ON CONFLICT DO NOTHING`;

const TIMETABLE = `
  INSERT INTO timetable (id, name, department_id, term_id)
  SELECT id, name, $2::uuid, $3::uuid FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, name text)
  ON CONFLICT DO NOTHING`;

const ENTRIES = `
  INSERT INTO timetable_entry (entry_id, state, timetable_id, course_id, faculty_id, room_id, day_of_week, start_minute,
    end_minute)
  SELECT id, 'draft', $2::uuid, "courseId", "facultyId", "roomId", "dayOfWeek", "startMinute", "endMinute"
  FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, "courseId" uuid, "facultyId" uuid, "roomId" uuid,
    "dayOfWeek" int, "startMinute" int, "endMinute" int)
  ON CONFLICT DO NOTHING`;
