import type { Envelope } from '@/lib/contracts/events/envelope';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { type Room, roomsOfAudience } from '@/lib/contracts/pushes/rooms';
import { announcementOfEvent, audienceOfEvent, forReaders } from './announcement-of-event';
import type { Pusher } from './pusher';

/** Those who see an announcement from the inside: its author and administrators. */
const authorsOf = (authorId: string): Room[] => [
  'role:admin',
  ...(authorId ? [`user:${authorId}` as const] : []),
];

/** A draft, or one that waits for its time, concerns only those who write. */
export function pushToAuthors(
  event: Envelope<'ANNOUNCEMENT_CREATED' | 'ANNOUNCEMENT_SCHEDULED'>,
  pusher: Pusher,
): void {
  const announcement = announcementOfEvent(event);
  if (!announcement) return;
  pusher.push(authorsOf(announcement.created_by.id), 'announcement:changed', {
    announcement,
    reannounced: false,
  });
}

/** The lists on screen get the announcement itself; whom else it is for only its authors are told. */
export function pushAnnouncementPublished(event: Envelope<'ANNOUNCEMENT_PUBLISHED'>, pusher: Pusher): void {
  const announcement = announcementOfEvent(event);
  if (!announcement) return;
  const authors = authorsOf(announcement.created_by.id);
  pusher.push(authors, 'announcement:published', { announcement });
  const seen = { announcement: forReaders(announcement) };
  pusher.push(roomsOfAudience(audienceOfEvent(event.payload)), 'announcement:published', seen, authors);
}

/** Readers see the new words where they are; what is not public any more goes from their screens. */
export function pushAnnouncementUpdated(event: Envelope<'ANNOUNCEMENT_UPDATED'>, pusher: Pusher): void {
  const announcement = announcementOfEvent(event);
  if (!announcement) return;
  const authors = authorsOf(announcement.created_by.id);
  const reannounced = event.payload.edit_kind === 'reannounced';
  pusher.push(authors, 'announcement:changed', { announcement, reannounced });
  if (announcement.published_at === null) return;
  const readers = roomsOfAudience(audienceOfEvent(event.payload));
  if (isPublic(announcement)) {
    const change = { announcement: forReaders(announcement), reannounced };
    pusher.push(readers, 'announcement:changed', change, authors);
  } else {
    pusher.push(readers, 'announcement:removed', { announcement_id: announcement.id }, authors);
  }
  if (reannounced) pusher.reachChanged([announcement.id]);
}

export function pushAnnouncementExpired(event: Envelope<'ANNOUNCEMENT_EXPIRED'>, pusher: Pusher): void {
  const announcement = announcementOfEvent(event);
  if (!announcement) return;
  const authors = authorsOf(announcement.created_by.id);
  pusher.push(authors, 'announcement:changed', { announcement, reannounced: false });
  const gone = { announcement_id: announcement.id };
  pusher.push(roomsOfAudience(audienceOfEvent(event.payload)), 'announcement:removed', gone, authors);
}

export function pushAnnouncementDeleted(event: Envelope<'ANNOUNCEMENT_DELETED'>, pusher: Pusher): void {
  const { payload } = event;
  const readers = payload.was_published ? roomsOfAudience(audienceOfEvent(payload)) : [];
  const rooms = [...authorsOf(payload.created_by), ...readers];
  pusher.push(rooms, 'announcement:removed', { announcement_id: payload.announcement_id });
}

const isPublic = ({ status }: AnnouncementView) => status === 'published';
