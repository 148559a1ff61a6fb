import type { AnnouncementView, TargetDetails } from '@/lib/contracts/http/announcement';
import type { Me } from '@/lib/contracts/http/me';
import type { SqlTx } from '@/lib/infra/db/sql';
import { coursesOfUser, coursesWith } from '../course/queries';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { readSettings } from '../setting/queries';

/** What an author may announce to: everybody, or only the people of one department, and those of some courses. */
export type AuthorRights =
  | { readonly anybody: true }
  | { readonly anybody: false; readonly departmentId: string | null; readonly courseIds: readonly string[] };

/**
 * Who may write announcements: administrators to anybody; faculty to the courses they teach, and to their own department
 * while the setting allows.
 * @throws {DomainProblem} `auth.forbidden`
 */
export async function requireAuthor(sql: SqlTx, actor: SignedIn): Promise<AuthorRights> {
  if (actor.role === 'admin') return { anybody: true };
  if (actor.role !== 'faculty') throw new DomainProblem('auth.forbidden');
  const { faculty_may_announce } = await readSettings(sql);
  const departmentId = faculty_may_announce ? (actor.department?.id ?? null) : null;
  const { teaching } = await coursesOfUser(sql, actor.userId);
  if (departmentId === null && teaching.length === 0) throw new DomainProblem('auth.forbidden');
  return { anybody: false, departmentId, courseIds: teaching };
}

/** What the pages offer to write. */
export const announcingRights = (
  sql: SqlTx,
  actor: SignedIn,
): Promise<Pick<Me, 'may_announce' | 'may_announce_to_department'>> =>
  requireAuthor(sql, actor).then(
    (rights) => ({
      may_announce: true,
      may_announce_to_department: rights.anybody || rights.departmentId !== null,
    }),
    (error: unknown) => {
      if (error instanceof DomainProblem) return { may_announce: false, may_announce_to_department: false };
      throw error;
    },
  );

export const mayAnnounce = async (sql: SqlTx, actor: SignedIn): Promise<boolean> =>
  (await announcingRights(sql, actor)).may_announce;

/**
 * A faculty member's target is the own department, or some of its roles; or courses that they teach, whatever narrows
 * these. @throws {DomainProblem} `auth.forbidden`
 */
export function requireTarget(
  rights: AuthorRights,
  target: { target_audience: AnnouncementView['target_audience']; target_details: TargetDetails },
): void {
  if (rights.anybody) return;
  const { department_ids, course_ids, user_ids } = target.target_details;
  const isOwnDepartment = department_ids.length === 1 && department_ids[0] === rights.departmentId;
  const teaches = course_ids.every((id) => rights.courseIds.includes(id));
  if (user_ids.length === 0 && teaches && (isOwnDepartment || course_ids.length > 0)) return;
  throw new DomainProblem('auth.forbidden', {
    detail:
      'You may announce to the courses you teach, and to your own department if the administrators allow it',
  });
}

/** Sees every announcement with its drafts and its whole target. Others see so what they wrote themselves. */
export const seesAll = (reader: SignedIn): boolean => reader.role === 'admin';

/** The object rule for authors as SQL over `announcement`. Parameters from `$n` on: whether all, and the author's id. */
export const authoredBy = (first: number) =>
  `($${first}::boolean OR announcement.created_by = $${first + 1}::uuid)`;

export const authoredByParameters = (author: SignedIn) => [seesAll(author), author.userId];

/** SQL over `announcement`: published, and not expired. */
export const isPublic = `(announcement.status = 'published'
  AND (announcement.expires_at IS NULL OR announcement.expires_at > now()))`;

/**
 * The object rule for readers as SQL over `announcement`: published, not expired, and targeted at them.
 * Parameters from `$n` on: the reader's role, department id (or null) and id.
 */
export const visibleTo = (first: number) => `(
  ${isPublic}
  AND CASE announcement.target_audience
    WHEN 'all' THEN true
    WHEN 'role' THEN $${first}::role = ANY (announcement.role_names)
    WHEN 'department' THEN $${first + 1}::uuid = ANY (announcement.department_ids)
    WHEN 'course' THEN announcement.course_ids && ${coursesWith(first + 2)}
    WHEN 'users' THEN $${first + 2}::uuid = ANY (announcement.user_ids)
    WHEN 'combined' THEN $${first + 2}::uuid = ANY (announcement.user_ids) OR (
      cardinality(announcement.role_names) + cardinality(announcement.department_ids)
        + cardinality(announcement.course_ids) > 0
      AND (cardinality(announcement.role_names) = 0 OR $${first}::role = ANY (announcement.role_names))
      AND (cardinality(announcement.department_ids) = 0 OR COALESCE($${first + 1}::uuid = ANY (announcement.department_ids), false))
      AND (cardinality(announcement.course_ids) = 0 OR announcement.course_ids && ${coursesWith(first + 2)}))
  END)`;

export const visibleToParameters = (reader: SignedIn) => [
  reader.role,
  reader.department?.id ?? null,
  reader.userId,
];
