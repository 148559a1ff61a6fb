import type { Locale } from '@/lib/contracts/http/locale';
import type { DepartmentView, Role } from '@/lib/contracts/http/me';
import { createTokenOpener } from '@/lib/infra/auth/opened-tokens';
import { readSessionToken } from '@/lib/infra/auth/session-cookie';
import type { Database } from '@/lib/infra/db/database';
import { prepared } from '@/lib/infra/db/sql';

/** Who is asking, as the database knows them now. */
export interface SignedIn {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly department: DepartmentView | null;
  /** `null`: as the browser asks. */
  readonly locale: Locale | null;
  readonly timeZone: string | null;
  readonly sessionId: string;
  readonly expiresAt: Date;
}

/** Somebody whose password was right and who has to show a second factor, or to get one, before anything else. */
export interface HalfSignedIn {
  readonly user: SignedIn;
  readonly missing: 'code' | 'enrolment';
}

export type Authenticate = (cookieHeader: string | undefined) => Promise<SignedIn | null>;

interface AuthenticatorOptions {
  database: Database;
  secret: string;
  secureCookies: boolean;
}

/**
 * Judges a request or a socket by its cookie: the token must be ours, its session neither revoked nor expired, its user
 * active, and no second factor missing. Rejects when the database does not answer: an outage must not look like being
 * signed out.
 */
export function createAuthenticator(options: AuthenticatorOptions): Authenticate {
  const judge = createJudge(options);
  return async (cookieHeader) => {
    const judged = await judge(cookieHeader);
    return judged && judged.missing === null ? judged.user : null;
  };
}

/** The same for those who are half in; `null` for all others. */
export function createHalfAuthenticator(
  options: AuthenticatorOptions,
): (cookieHeader: string | undefined) => Promise<HalfSignedIn | null> {
  const judge = createJudge(options);
  return async (cookieHeader) => {
    const judged = await judge(cookieHeader);
    return judged?.missing ? { user: judged.user, missing: judged.missing } : null;
  };
}

function createJudge(options: AuthenticatorOptions) {
  const openToken = createTokenOpener(options.secret);
  return async (
    cookieHeader: string | undefined,
  ): Promise<{ user: SignedIn; missing: SessionRow['missing'] } | null> => {
    const token = readSessionToken(cookieHeader, options.secureCookies);
    const claims = token ? await openToken(token) : null;
    if (!claims) return null;
    const { rows } = await options.database.sql.query<SessionRow>(FIND_SESSION, [claims.sid, claims.sub]);
    const row = rows[0];
    if (!row) return null;
    const { departmentId, departmentCode, departmentName, isStale, missing, ...person } = row;
    if (isStale) await options.database.sql.query(TOUCH_SESSION, [row.sessionId]);
    const department =
      departmentId && departmentCode && departmentName
        ? { id: departmentId, code: departmentCode, name: departmentName }
        : null;
    return { user: { ...person, department }, missing };
  };
}

interface SessionRow extends Omit<SignedIn, 'department'> {
  readonly departmentId: string | null;
  readonly departmentCode: string | null;
  readonly departmentName: string | null;
  readonly isStale: boolean;
  readonly missing: HalfSignedIn['missing'] | null;
}

const FIND_SESSION = prepared(`
  SELECT app_user.id AS "userId", app_user.name, app_user.email, app_user.role,
    department.id AS "departmentId", department.code AS "departmentCode", department.name AS "departmentName",
    app_user.locale, app_user.time_zone AS "timeZone", session.id AS "sessionId", session.expires_at AS "expiresAt",
    (session.last_seen_at IS NULL OR session.last_seen_at < now() - interval '1 minute') AS "isStale",
    CASE
      WHEN session.is_pending THEN 'code'
      WHEN app_user.role <> 'student'
        AND EXISTS (SELECT 1 FROM setting WHERE name = 'sign_in.second_factor_required' AND value = 'true'::jsonb)
        AND NOT EXISTS (SELECT 1 FROM second_factor
          WHERE second_factor.user_id = app_user.id AND second_factor.confirmed_at IS NOT NULL)
        THEN 'enrolment'
    END AS missing
  FROM session
  JOIN app_user ON app_user.id = session.user_id
  LEFT JOIN department ON department.id = app_user.department_id
  WHERE session.id = $1 AND session.user_id = $2 AND session.revoked_at IS NULL AND session.expires_at > now()
    AND app_user.status = 'active'`);

/** Of requests at the same time one writes. */
const TOUCH_SESSION = `
  UPDATE session SET last_seen_at = now()
  WHERE id = $1 AND (last_seen_at IS NULL OR last_seen_at < now() - interval '1 minute')`;
