import { type AnnouncementView, noTarget } from '@/lib/contracts/http/announcement';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SignedIn } from '../session/authenticate';
import { seesAll } from './policy';

/** A row of {@link COLUMNS}. */
export interface AnnouncementRow extends Omit<AnnouncementView, 'target_details' | 'created_by'> {
  role_names: AnnouncementView['target_details']['role_names'];
  department_ids: string[];
  course_ids: string[];
  user_ids: string[];
  author_id: string;
  author_name: string;
}

/** Whom else it is for only those see who write it. */
export function viewFor(row: AnnouncementRow, reader: SignedIn): AnnouncementView {
  const view = wholeView(row);
  const isAuthor = seesAll(reader) || row.author_id === reader.userId;
  return isAuthor ? view : { ...view, target_details: noTarget() };
}

export function wholeView(row: AnnouncementRow): AnnouncementView {
  const { role_names, department_ids, course_ids, user_ids, author_id, author_name, ...rest } = row;
  return {
    ...rest,
    target_details: { role_names, department_ids, course_ids, user_ids },
    created_by: { id: author_id, name: author_name },
  };
}

const times = ['created_at', 'scheduled_for', 'published_at', 'expires_at', 'pinned_at', 'revised_at'];

/** What a view is made of. `$reader` is the parameter with the id of who asks: theirs is the acknowledgement. */
export const columns = (reader: number) => `announcement.id, announcement.title, announcement.content,
  announcement.priority, announcement.status, announcement.target_audience,
  announcement.role_names::text[] AS role_names, announcement.department_ids::text[] AS department_ids,
  announcement.course_ids::text[] AS course_ids, announcement.user_ids::text[] AS user_ids, announcement.acknowledgement_required, announcement.revision,
  announcement.announced_revision, announcement.version, author.id AS author_id, author.name AS author_name,
  ${times.map((time) => `${isoTime(`announcement.${time}`)} AS ${time}`).join(', ')},
  (SELECT ${isoTime('acknowledgement.created_at')} FROM announcement_acknowledgement AS acknowledgement
   WHERE acknowledgement.announcement_id = announcement.id AND acknowledgement.user_id = $${reader}::uuid
     AND acknowledgement.revision >= announcement.announced_revision) AS acknowledged_at`;

export const FROM = 'FROM announcement JOIN app_user AS author ON author.id = announcement.created_by';
