import type { MessageRecipients } from '@/lib/contracts/http/conversation';
import { containsPattern, escapeLike } from '@/lib/infra/db/contains-pattern';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { readSettings } from '../setting/queries';

type Recipient = MessageRecipients['items'][number];

/** Whom somebody may write, found by name. Those who cannot be written to are not found. */
export async function findRecipients(
  sql: SqlTx,
  actor: SignedIn,
  asked: { query: string; limit: number },
): Promise<Recipient[]> {
  const { messaging_scope } = await readSettings(sql);
  const { rows } = await sql.query<Recipient>(FIND, [
    actor.userId,
    actor.role,
    messaging_scope,
    null,
    containsPattern(asked.query),
    `${escapeLike(asked.query)}%`,
    asked.limit,
  ]);
  return rows;
}

/**
 * Judges whom somebody is about to begin writing to.
 * @throws {DomainProblem} `conversation.not_allowed`, with the first of `field` that cannot be written to
 */
export async function requireRecipients(
  sql: SqlTx,
  actor: SignedIn,
  userIds: readonly string[],
  field: (index: number) => string,
): Promise<void> {
  const { messaging_scope } = await readSettings(sql);
  const ids = userIds.map((id) => id.toLowerCase());
  const { rows } = await sql.query<Recipient>(FIND, [
    actor.userId,
    actor.role,
    messaging_scope,
    ids,
    null,
    '',
    ids.length,
  ]);
  const allowed = new Set(rows.map(({ id }) => id));
  const index = ids.findIndex((id) => !allowed.has(id));
  if (index === -1) return;
  const error = { field: field(index), code: 'not_allowed', message: 'Cannot be written to' };
  throw new DomainProblem('conversation.not_allowed', { errors: [error] });
}

const BOTH = (mine: string, theirs: string) => `EXISTS (SELECT 1 FROM ${mine} AS mine
  JOIN course ON course.id = mine.course_id AND course.deleted_at IS NULL
  JOIN ${theirs} AS theirs ON theirs.course_id = mine.course_id WHERE mine.person = $1 AND theirs.person = app_user.id)`;
const SITTING = `(SELECT course_id, student_id AS person FROM enrollment WHERE status = 'enrolled')`;
const TEACHING = '(SELECT course_id, user_id AS person FROM course_faculty)';

/*
 * Staff can be written to by everybody, and administrators write to everybody. Whoever teaches a course and whoever sits in it
 * write each other. Students write those of their courses, unless the university leaves it to staff; or everybody, if it says so.
 */
const FIND = prepared(`
  SELECT * FROM (
    SELECT app_user.id, app_user.name, app_user.role, false AS is_owner,
      CASE
        WHEN ${BOTH(SITTING, TEACHING)} THEN 'own_faculty'
        WHEN ${BOTH(TEACHING, SITTING)} THEN 'own_student'
        WHEN app_user.role <> 'student' THEN 'staff'
        WHEN $3 <> 'staff_only' AND ${BOTH(SITTING, SITTING)} THEN 'course_mate'
        WHEN $3 = 'everyone' OR $2 = 'admin' THEN 'anyone'
      END AS reason
    FROM app_user
    WHERE app_user.status = 'active' AND app_user.id <> $1::uuid
      AND ($4::uuid[] IS NULL OR app_user.id = ANY ($4)) AND ($5::text IS NULL OR app_user.name ILIKE $5)
  ) AS found
  WHERE reason IS NOT NULL
  ORDER BY (name ILIKE $6) DESC, name, id
  LIMIT $7`);
