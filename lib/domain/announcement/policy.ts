import type { SignedIn } from '../session/authenticate';

/** Who may write and publish announcements. */
export const mayPublish = (reader: SignedIn): boolean => reader.role === 'admin';

/** Who sees every announcement with its drafts and its whole target. Everybody else sees what is for them. */
export const seesAll = (reader: SignedIn): boolean => reader.role === 'admin';

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
  END)`;

export const visibleToParameters = (reader: SignedIn) => [
  reader.role,
  reader.department?.id ?? null,
  reader.userId,
];
