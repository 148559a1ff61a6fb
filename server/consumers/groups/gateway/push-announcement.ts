import type { Envelope } from '@/lib/contracts/events/envelope';
import { type AnnouncementView, Priority, TargetAudience } from '@/lib/contracts/http/announcement';
import { Role } from '@/lib/contracts/http/me';
import { roomsOfAudience } from '@/lib/contracts/pushes/rooms';
import type { Pusher } from './pusher';

/** A draft concerns only those who can publish it. */
export function pushAnnouncementCreated(event: Envelope<'ANNOUNCEMENT_CREATED'>, pusher: Pusher): void {
  pusher.push(['role:admin'], 'announcement:created', { announcement_id: event.payload.announcement_id });
}

/** The lists on screen get the announcement itself; whom else it is for only admins are told. */
export function pushAnnouncementPublished(event: Envelope<'ANNOUNCEMENT_PUBLISHED'>, pusher: Pusher): void {
  const { payload } = event;
  // Only this product's own events name the author; what another service publishes has no page here.
  if (!payload.created_by_name || !payload.created_at) return;
  const audience = {
    target_audience: TargetAudience.parse(payload.target_audience),
    role_names: Role.array().parse(payload.target_details.role_names ?? []),
    department_ids: payload.target_details.department_ids ?? [],
    user_ids: payload.target_details.user_ids ?? [],
  };
  const { target_audience, ...target_details } = audience;
  const forAdmins: AnnouncementView = {
    id: payload.announcement_id,
    title: payload.title,
    content: payload.content,
    priority: Priority.parse(payload.priority),
    status: 'published',
    target_audience,
    target_details,
    created_by: { id: payload.created_by, name: payload.created_by_name },
    created_at: payload.created_at,
    published_at: payload.published_at ?? event.timestamp,
    expires_at: payload.expires_at ?? null,
  };
  const forReaders = { ...forAdmins, target_details: { role_names: [], department_ids: [], user_ids: [] } };
  pusher.push(['role:admin'], 'announcement:published', { announcement: forAdmins });
  pusher.push(roomsOfAudience(audience), 'announcement:published', { announcement: forReaders }, [
    'role:admin',
  ]);
}
