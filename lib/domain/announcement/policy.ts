import type { AnnouncementView, TargetDetails } from '@/lib/contracts/http/announcement';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { readSettings } from '../setting/queries';

/** What an author may announce to: everybody, or only the people of one department. */
export type AuthorRights = { readonly departmentId: string | null };

/**
 * Who may write announcements: administrators to anybody; faculty to their own department while the setting allows.
 * @throws {DomainProblem} `auth.forbidden`
 */
export async function requireAuthor(sql: SqlTx, actor: SignedIn): Promise<AuthorRights> {
  if (actor.role === 'admin') return { departmentId: null };
  if (actor.role === 'faculty' && actor.department) {
    const { faculty_may_announce } = await readSettings(sql);
    if (faculty_may_announce) return { departmentId: actor.department.id };
  }
  throw new DomainProblem('auth.forbidden');
}

export const mayAnnounce = (sql: SqlTx, actor: SignedIn): Promise<boolean> =>
  requireAuthor(sql, actor).then(
    () => true,
    (error: unknown) => {
      if (error instanceof DomainProblem) return false;
      throw error;
    },
  );

/** A faculty member's target is the own department, or some of its roles. @throws {DomainProblem} `auth.forbidden` */
export function requireTarget(
  rights: AuthorRights,
  target: { target_audience: AnnouncementView['target_audience']; target_details: TargetDetails },
): void {
  if (rights.departmentId === null) return;
  const { department_ids, user_ids } = target.target_details;
  const isOwn = department_ids.length === 1 && department_ids[0] === rights.departmentId;
  if (isOwn && user_ids.length === 0) return;
  throw new DomainProblem('auth.forbidden', { detail: 'You may announce to your own department only' });
}

/** Sees every announcement with its drafts and its whole target. Others see so what they wrote themselves. */
export const seesAll = (reader: SignedIn): boolean => reader.role === 'admin';

/** The object rule for authors as SQL over `announcement`. Parameters from `$n` on: whether all, and the author's id. */
export const authoredBy = (first: number) =>
  `($${first}::boolean OR announcement.created_by = $${first + 1}::uuid)`;

export const authoredByParameters = (author: SignedIn) => [seesAll(author), author.userId];

/**
 * The object rule for readers as SQL over `announcement`: published, not expired, and targeted at them.
 * Parameters from `$n` on: the reader's role, department id (or null) and id.
 */
export const visibleTo = (first: number) => `(
  announcement.status = 'published'
  AND (announcement.expires_at IS NULL OR announcement.expires_at > now())
  AND CASE announcement.target_audience
    WHEN 'all' THEN true
    WHEN 'role' THEN $${first}::role = ANY (announcement.role_names)
    WHEN 'department' THEN $${first + 1}::uuid = ANY (announcement.department_ids)
    WHEN 'users' THEN $${first + 2}::uuid = ANY (announcement.user_ids)
    WHEN 'combined' THEN $${first + 2}::uuid = ANY (announcement.user_ids) OR (
      cardinality(announcement.role_names) + cardinality(announcement.department_ids) > 0
      AND (cardinality(announcement.role_names) = 0 OR $${first}::role = ANY (announcement.role_names))
      AND (cardinality(announcement.department_ids) = 0 OR COALESCE($${first + 1}::uuid = ANY (announcement.department_ids), false)))
  END)`;

export const visibleToParameters = (reader: SignedIn) => [
  reader.role,
  reader.department?.id ?? null,
  reader.userId,
];
