import type { AnnouncementStatus, AnnouncementView } from '@/lib/contracts/http/announcement';
import type { EditAnnouncement } from '@/lib/contracts/http/announcement-requests';
import { type AnnouncementDraft, announcementBody } from './announcement-form';
import { zonedValue } from './zoned-time';

/** Readers have seen it: whom it is for is fixed, and a new text is a revision. */
export const isPublic = (status: AnnouncementStatus): boolean =>
  status === 'published' || status === 'expired';

/** A saved announcement as the form holds it. It names people by their ids: what they are called is asked for when shown. */
export function formOf(saved: AnnouncementView, zone: string): AnnouncementDraft {
  const { role_names, department_ids, course_ids, user_ids } = saved.target_details;
  return {
    title: saved.title,
    content: saved.content,
    priority: saved.priority,
    everyone: saved.target_audience === 'all',
    role_names,
    department_ids,
    courses: course_ids.map((id) => ({ id, name: '' })),
    people: user_ids.map((id) => ({ id, name: '' })),
    when: saved.status === 'scheduled' ? 'later' : 'now',
    scheduled: saved.scheduled_for === null ? '' : zonedValue(saved.scheduled_for, zone),
    expires: saved.expires_at === null ? '' : zonedValue(saved.expires_at, zone),
    acknowledgement: saved.acknowledgement_required,
    pinned: saved.pinned_at !== null,
  };
}

const simpleFields = [
  'title',
  'content',
  'priority',
  'expires_at',
  'acknowledgement_required',
  'pinned',
] as const;

/** What of a saved announcement the form would change: nothing that it leaves as it is, and no audience once it is public. */
export function changeOf(
  saved: AnnouncementView,
  form: AnnouncementDraft,
  zone: string,
): Partial<EditAnnouncement> {
  const before = announcementBody(formOf(saved, zone), zone);
  const after = announcementBody(form, zone);
  if (!before || !after) return {};
  const change = Object.fromEntries(
    simpleFields.filter((field) => after[field] !== before[field]).map((field) => [field, after[field]]),
  );
  const { target_audience, target_details } = after;
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  if (isSame([target_audience, target_details], [before.target_audience, before.target_details]))
    return change;
  return isPublic(saved.status) ? change : { ...change, target_audience, target_details };
}
