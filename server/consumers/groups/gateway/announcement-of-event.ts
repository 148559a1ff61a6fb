import * as z from 'zod';
import type { Envelope } from '@/lib/contracts/events/envelope';
import {
  AnnouncementStatus,
  type AnnouncementView,
  noTarget,
  Priority,
  TargetAudience,
  type TargetDetails,
} from '@/lib/contracts/http/announcement';
import { Role } from '@/lib/contracts/http/me';

type WholeEvent = Envelope<
  | 'ANNOUNCEMENT_CREATED'
  | 'ANNOUNCEMENT_PUBLISHED'
  | 'ANNOUNCEMENT_UPDATED'
  | 'ANNOUNCEMENT_SCHEDULED'
  | 'ANNOUNCEMENT_EXPIRED'
>;

export interface AnnouncementAudience extends TargetDetails {
  target_audience: AnnouncementView['target_audience'];
}

/**
 * The announcement that an event carries, as those see it who write it; `null` for one of another service, which has no
 * page here: only this product's own events name the author.
 */
export function announcementOfEvent({ payload }: WholeEvent): AnnouncementView | null {
  if (!payload.created_by_name || !payload.created_at) return null;
  const { target_audience, ...target_details } = audienceOfEvent(payload);
  return {
    id: payload.announcement_id,
    title: payload.title,
    content: payload.content,
    priority: Priority.parse(payload.priority),
    status: AnnouncementStatus.parse(payload.status || (payload.published_at ? 'published' : 'draft')),
    target_audience,
    target_details,
    acknowledgement_required: payload.acknowledgement_required,
    acknowledged_at: null,
    created_by: { id: payload.created_by, name: payload.created_by_name },
    created_at: payload.created_at,
    scheduled_for: payload.scheduled_for,
    published_at: payload.published_at,
    expires_at: payload.expires_at,
    pinned_at: payload.pinned_at,
    revision: payload.revision || 1,
    announced_revision: payload.announced_revision || 1,
    revised_at: payload.revised_at,
    version: payload.version || 1,
  };
}

/** Whom else it is for is the author's business. */
export const forReaders = (announcement: AnnouncementView): AnnouncementView => ({
  ...announcement,
  target_details: noTarget(),
});

export function audienceOfEvent(payload: {
  target_audience: string;
  target_details: {
    role_names: string[];
    department_ids: string[];
    course_ids: string[];
    user_ids: string[];
  };
}): AnnouncementAudience {
  return {
    target_audience: TargetAudience.parse(payload.target_audience),
    role_names: z.parse(z.array(Role), payload.target_details.role_names ?? []),
    department_ids: payload.target_details.department_ids ?? [],
    course_ids: payload.target_details.course_ids ?? [],
    user_ids: payload.target_details.user_ids ?? [],
  };
}
