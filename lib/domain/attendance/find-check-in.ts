import { isUuid } from '@/lib/infra/db/is-uuid';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { SESSION_COLUMNS, SESSION_FROM, type SessionRow } from './session-row';
import { takes } from './take-session';

/** A class as check-ins look at it. */
export interface CheckInSession extends SessionRow {
  readonly begins_at: Date;
  readonly is_checking_in: boolean;
  /** By the database's clock, the one that has a say. */
  readonly now: Date;
}

export interface ByStaff {
  readonly actor: SignedIn;
  readonly id: string;
  readonly timeZone: string;
}

/**
 * For who may stand in front of this class: administrators, the faculty of its course, and who teaches it on that day.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`
 */
export async function findCheckIn(sql: SqlTx, { actor, id, timeZone }: ByStaff): Promise<CheckInSession> {
  const { rows } = isUuid(id)
    ? await sql.query<CheckInSession & { takes: boolean }>(FIND, [id, actor.userId, timeZone])
    : { rows: [] };
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  const { takes: isTaker, ...session } = rows[0];
  if (actor.role !== 'admin' && !(actor.role === 'faculty' && isTaker))
    throw new DomainProblem('auth.forbidden');
  return session;
}

/** SQL over `session`: students may check in at this moment. */
export const IS_CHECKING_IN = `(session.state = 'open' AND coalesce(session.check_in_from <= now(), false)
  AND (session.check_in_until IS NULL OR session.check_in_until > now()))`;

const FIND = prepared(`
  SELECT ${SESSION_COLUMNS}, ${IS_CHECKING_IN} AS is_checking_in, clock_timestamp() AS now,
    (session.held_on + make_interval(mins => session.start_minute)) AT TIME ZONE $3::text AS begins_at,
    ${takes(2)} AS takes
  ${SESSION_FROM} WHERE session.id = $1`);
