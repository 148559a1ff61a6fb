import type { MarkChange, MarkHistory } from '@/lib/contracts/http/attendance-correction';
import { isUuid } from '@/lib/infra/db/is-uuid';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { KeysetPage } from '@/lib/infra/http/keyset-cursor';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { takes } from './take-session';

/**
 * Who changed what in a class, when and why, the newest first: for those who take its attendance all of it, for a student the
 * own marks.
 * @throws {DomainProblem} `resource.not_found`
 */
export async function listChanges(
  sql: SqlTx,
  reader: SignedIn,
  { id, student_id, ...page }: KeysetPage & { id: string; student_id?: string | undefined },
): Promise<MarkHistory> {
  const own = await whoseMarks(sql, reader, id);
  if (own !== null && student_id !== undefined && student_id !== own)
    throw new DomainProblem('resource.not_found');
  const before = page.after && SEQUENCE.test(page.after.at) ? page.after.at : null;
  const { rows } = await sql.query<MarkChange>(LIST, [id, own ?? student_id ?? null, before, page.limit + 1]);
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  const next_cursor = rows.length > page.limit && last ? page.cursorAt({ at: last.id, id }) : null;
  return { items, next_cursor };
}

/** `null`: everybody's; a student sees the own alone. @throws {DomainProblem} `resource.not_found` */
export async function whoseMarks(sql: SqlTx, reader: SignedIn, sessionId: string): Promise<string | null> {
  if (!isUuid(sessionId)) throw new DomainProblem('resource.not_found');
  const { rows } = await sql.query<{ takes: boolean; attends: boolean }>(WHOSE, [sessionId, reader.userId]);
  const [found] = rows;
  if (found && (reader.role === 'admin' || (reader.role === 'faculty' && found.takes))) return null;
  if (found?.attends && reader.role === 'student') return reader.userId;
  throw new DomainProblem('resource.not_found');
}

const WHOSE = `
  SELECT ${takes(2)} AS takes, EXISTS (
    SELECT FROM enrollment WHERE enrollment.course_id = session.course_id AND enrollment.student_id = $2
      AND enrollment.status <> 'dropped'
    UNION ALL SELECT FROM attendance_mark WHERE session_id = session.id AND student_id = $2) AS attends
  FROM attendance_session AS session JOIN course ON course.id = session.course_id AND course.deleted_at IS NULL
  WHERE session.id = $1`;

/** The place in this list is a number of the log. */
const SEQUENCE = /^\d{1,18}$/;

const seen = (prefix: string) => `jsonb_build_object('status', change.${prefix}status,
  'custom_code', change.${prefix}custom_code, 'remark', change.${prefix}remark)`;

const LIST = `
  SELECT change.seq::text AS id, jsonb_build_object('id', student.id, 'name', student.name) AS student,
    ${seen('old_')} AS before, ${seen('')} AS after, change.reason, change.source,
    CASE WHEN changer.id IS NOT NULL THEN jsonb_build_object('id', changer.id, 'name', changer.name) END AS changed_by,
    ${isoTime('change.changed_at')} AS changed_at
  FROM attendance_change AS change
  JOIN app_user AS student ON student.id = change.student_id
  LEFT JOIN app_user AS changer ON changer.id = change.changed_by
  WHERE change.session_id = $1 AND ($2::uuid IS NULL OR change.student_id = $2)
    AND ($3::bigint IS NULL OR change.seq < $3)
  ORDER BY change.seq DESC
  LIMIT $4`;
