import type { AnnouncementView } from '@/lib/contracts/http/announcement';

/** The announcement as its events carry it: whole, so that no reader has to ask for more. */
export function announcementPayload(view: AnnouncementView) {
  return {
    announcement_id: view.id,
    title: view.title,
    content: view.content,
    announcement_type: 'general',
    priority: view.priority,
    target_audience: view.target_audience,
    target_details: view.target_details,
    created_by: view.created_by.id,
    created_by_name: view.created_by.name,
    created_at: view.created_at,
    published_at: view.published_at,
    expires_at: view.expires_at,
    status: view.status,
    acknowledgement_required: view.acknowledgement_required,
    scheduled_for: view.scheduled_for,
    pinned_at: view.pinned_at,
    revision: view.revision,
    announced_revision: view.announced_revision,
    revised_at: view.revised_at,
    version: view.version,
  };
}
