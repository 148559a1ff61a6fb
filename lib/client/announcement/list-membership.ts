import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import type { CacheReader } from '../session/cache-reader';
import type { ListFilter } from './announcement-keys';

/** Whether a list of this filter holds the announcement. What words it is searched by only the server can judge. */
export function belongsTo(filter: ListFilter, announcement: AnnouncementView, reader: CacheReader): boolean {
  const { status, priority, pinned } = filter;
  if (status !== undefined && announcement.status !== status) return false;
  if (priority !== undefined && announcement.priority !== priority) return false;
  if (pinned !== undefined && (announcement.pinned_at !== null) !== pinned) return false;
  if (filter.unacknowledged && !awaitsAcknowledgement(announcement)) return false;
  return filter.scope === 'authored'
    ? reader.role === 'admin' || announcement.created_by.id === reader.id
    : isPublic(announcement) && isFor(announcement, reader);
}

export const awaitsAcknowledgement = (announcement: AnnouncementView): boolean =>
  announcement.acknowledgement_required && announcement.acknowledged_at === null;

const isPublic = ({ status, expires_at }: AnnouncementView): boolean =>
  status === 'published' && (expires_at === null || Date.parse(expires_at) > Date.now());

/**
 * A push to readers names no target, and reaches only those it is for; a push to authors names it. A faculty author is in
 * the courses announced to, an administrator in none.
 */
function isFor({ target_audience, target_details }: AnnouncementView, reader: CacheReader): boolean {
  const { role_names, department_ids, course_ids, user_ids } = target_details;
  const narrowing = role_names.length + department_ids.length + course_ids.length;
  if (target_audience === 'all' || narrowing + user_ids.length === 0) return true;
  if (user_ids.includes(reader.id)) return true;
  const hasRole = role_names.length === 0 || role_names.includes(reader.role);
  const isThere =
    department_ids.length === 0 ||
    (reader.departmentId !== null && department_ids.includes(reader.departmentId));
  const isInCourse = course_ids.length === 0 || reader.role === 'faculty';
  return narrowing > 0 && hasRole && isThere && isInCourse;
}
