import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import { isoDate } from './iso-date';
import { lockTimetables } from './lock-timetables';

/** A timetable whose draft is about to change, or is looked at. */
export interface TimetableRow {
  readonly id: string;
  readonly term_id: string;
  readonly term_name: string;
  /** ISO dates. */
  readonly term_starts_on: string;
  readonly term_ends_on: string;
  readonly department_id: string;
  readonly version: number;
  readonly published_at: Date | null;
}

/** @throws {DomainProblem} `resource.not_found` */
export async function findTimetable(sql: SqlTx, id: string): Promise<TimetableRow> {
  const { rows } = isUuid(id) ? await sql.query<TimetableRow>(FIND, [id]) : { rows: [] };
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return rows[0];
}

/** Until the transaction ends nobody else changes it. @throws {DomainProblem} `resource.not_found` */
export async function takeTimetable(tx: SqlTx, id: string): Promise<TimetableRow> {
  await lockTimetables(tx);
  return findTimetable(tx, id);
}

/** The timetable of a draft's entry, taken. @throws {DomainProblem} `resource.not_found` */
export async function takeTimetableOfEntry(tx: SqlTx, entryId: string): Promise<TimetableRow> {
  await lockTimetables(tx);
  const { rows } = isUuid(entryId)
    ? await tx.query<{ id: string }>(
        `SELECT timetable_id AS id FROM timetable_entry WHERE entry_id = $1 AND state = 'draft'`,
        [entryId],
      )
    : { rows: [] };
  return findTimetable(tx, rows[0]?.id ?? '');
}

/** The draft is another now: what somebody has looked at before is not what they would publish. */
export async function raiseVersion(tx: SqlTx, id: string): Promise<void> {
  await tx.query('UPDATE timetable SET version = version + 1 WHERE id = $1', [id]);
}

const FIND = `
  SELECT timetable.id, term.id AS term_id, term.name AS term_name, ${isoDate('term.starts_on')} AS term_starts_on,
    ${isoDate('term.ends_on')} AS term_ends_on, timetable.department_id, timetable.version, timetable.published_at
  FROM timetable JOIN term ON term.id = timetable.term_id WHERE timetable.id = $1`;
