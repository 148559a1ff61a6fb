import type { TimetableList, TimetableView } from '@/lib/contracts/http/plan';
import type { TimetableListQuery } from '@/lib/contracts/http/plan-requests';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { KeysetPage } from '@/lib/infra/http/keyset-cursor';
import { DomainProblem } from '../problem';
import { isoDate } from './iso-date';

/** The timetables by the name of their department. */
export async function listTimetables(
  sql: SqlTx,
  page: KeysetPage & Omit<TimetableListQuery, 'cursor' | 'limit'>,
): Promise<TimetableList> {
  const { rows } = await sql.query<TimetableView>(
    `SELECT ${VIEW} WHERE ($1::uuid IS NULL OR timetable.term_id = $1)
       AND ($2::uuid IS NULL OR timetable.department_id = $2)
       AND ($3::text IS NULL OR (department.name, timetable.id) > ($3, $4::uuid))
     ORDER BY department.name, timetable.id LIMIT $5`,
    [
      page.term_id ?? null,
      page.department_id ?? null,
      page.after?.at ?? null,
      page.after?.id ?? null,
      page.limit + 1,
    ],
  );
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  const more = rows.length > page.limit && last;
  return { items, next_cursor: more ? page.cursorAt({ at: last.department.name, id: last.id }) : null };
}

/** @throws {DomainProblem} `resource.not_found` */
export async function readTimetable(sql: SqlTx, id: string): Promise<TimetableView> {
  const { rows } = isUuid(id)
    ? await sql.query<TimetableView>(`SELECT ${VIEW} WHERE timetable.id = $1`, [id])
    : { rows: [] };
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return rows[0];
}

const VIEW = `
  timetable.id, timetable.name, timetable.version,
  to_char(timetable.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS published_at,
  json_build_object('id', term.id, 'name', term.name, 'starts_on', ${isoDate('term.starts_on')},
    'ends_on', ${isoDate('term.ends_on')}) AS term,
  json_build_object('id', department.id, 'name', department.name) AS department,
  (SELECT count(*)::int FROM timetable_entry AS entry
   WHERE entry.timetable_id = timetable.id AND entry.state = 'draft') AS entry_count
  FROM timetable JOIN term ON term.id = timetable.term_id
  JOIN department ON department.id = timetable.department_id`;
