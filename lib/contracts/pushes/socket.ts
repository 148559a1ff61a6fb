import * as z from 'zod/mini';
import { AnnouncementView } from '../http/announcement';
import { AttendanceMark } from '../http/attendance';
import { MessageView, ReadMark } from '../http/conversation';
import { CourseSeats } from '../http/course';
import { Locale } from '../http/locale';
import { NotificationChange, NotificationView } from '../http/notification';
import { ReachCounts, ReminderView } from '../http/reach';
import type { DeskEvent, DeskEvents, DeskLag, DeskOpen, DeskOpened, DeskPlace, DeskUnmask } from './desk';

/**
 * What the gateway sends to browsers. A push is a hint: the database is the truth, and `sync` after each (re)connection
 * closes every gap. Clients drop what they have already (`notification.id`).
 */
export const pushes = {
  /** A notification has arrived for this user, and takes back earlier ones. Answer with `notification:ack`. */
  'notification:created': z.object({
    notification: NotificationView,
    withdraws: z.optional(z.array(z.string())),
  }),
  /** Read in some tab or device of this user; `ids: null` means every one up to `read_at`. */
  'notification:read': z.object({ ids: z.nullable(z.array(z.string())), read_at: z.string() }),
  /** A channel has sent these, or given them up, or says that they have arrived: their trails are others now. */
  'notification:trail': z.object({ ids: z.array(z.string()) }),
  /** Seen, unread again, archived or restored in some tab or device of this user. */
  'notification:changed': z.object({
    ids: z.array(z.string()),
    change: NotificationChange,
    /** When it was done; of `snoozed`: until when. */
    at: z.string(),
  }),
  /** This user chose in some tab or device to be told otherwise: ask how. */
  'notification-settings:changed': z.object({}),
  /** This user chose in some tab or device to show more or less in conversations: ask what. */
  'messaging-settings:changed': z.object({}),
  /** An announcement this user may see has been published. */
  'announcement:published': z.object({ announcement: AnnouncementView }),
  /** This user chose another language or time zone in some tab or device; what is left out stays. */
  'me:changed': z.object({
    locale: z.optional(z.nullable(Locale)),
    time_zone: z.optional(z.nullable(z.string())),
  }),
  /** Name, role or department of this user may be another now: ask who that is. */
  'access:changed': z.object({}),
  /** An account was made or changed; to administrators. */
  'person:changed': z.object({ user_id: z.string() }),
  /** The session goes on longer, told to its own tabs. */
  'session:extended': z.object({ session_id: z.string(), expires_at: z.string() }),
  /** This user signed in or out on some device. */
  'sessions:changed': z.object({}),
  /** One this user may see, or wrote, is new or another now. `reannounced`: an earlier acknowledgement counts no more. */
  'announcement:changed': z.object({ announcement: AnnouncementView, reannounced: z.boolean() }),
  /** Deleted, archived or expired: its readers find it no more. */
  'announcement:removed': z.object({ announcement_id: z.string() }),
  /** Acknowledged in some tab or device of this user. */
  'announcement:acknowledged': z.object({
    announcement_id: z.string(),
    revision: z.int(),
    acknowledged_at: z.string(),
  }),
  /** The reach board's numbers (its author and administrators), a few times a second at most. */
  'announcement:reach': z.object({
    announcement_id: z.string(),
    counts: ReachCounts,
    reminder: z.nullable(ReminderView),
  }),
  /** Classes of these courses are held otherwise now: what is shown of the timetable is to be asked for again. */
  'timetable:changed': z.object({
    course_ids: z.array(z.string()),
    /** The entry it is about, when it is about one: its row is marked as just changed. */
    entry_id: z.nullable(z.string()),
  }),
  /** How full a course is now, a few times a second at most. */
  'course:seats': CourseSeats,
  /** A course of the catalogue is new, another, or gone: ask again. */
  'course:changed': z.object({ course_id: z.string() }),
  /** Somebody came into a course, its line, or left: the own standing and the people of this course are to be asked for again. */
  'enrollment:changed': z.object({
    course_id: z.string(),
    /** It is this user who is in it, waits or teaches now or not any more: what is announced to the course comes or goes. */
    own: z.boolean(),
  }),
  /** Marks of a class have changed, or it was closed or opened: to those who take its attendance, with the marks. */
  'attendance:roster': z.object({
    course_id: z.string(),
    session_id: z.string(),
    marks: z.array(AttendanceMark),
  }),
  /** A mark of this user has changed, and with it their numbers in the course: ask again. */
  'attendance:changed': z.object({ course_id: z.string(), session_id: z.string() }),
  /** A message of a conversation of this user is new, or says something else now. */
  'message:sent': z.object({ message: MessageView }),
  /** Deleted: for everybody, or in another tab or device of this user for them alone. */
  'message:deleted': z.object({
    conversation_id: z.string(),
    message_id: z.string(),
    seq: z.int(),
    for_everyone: z.boolean(),
    deleted_at: z.string(),
  }),
  /** Somebody in a conversation has read up to `seq`: this user on another screen, or one who shows it. */
  'conversation:read': z.extend(ReadMark, { conversation_id: z.string(), read_at: z.string() }),
  /** A conversation is new to this user, has other members or another title, or is gone: ask again. */
  'conversation:changed': z.object({ conversation_id: z.string() }),
  /** Somebody writes, or has stopped; to those who have the conversation open. */
  'conversation:typing': z.object({
    conversation_id: z.string(),
    user_id: z.string(),
    is_typing: z.boolean(),
  }),
  /** Who of a conversation is here now, as far as they show it; to those who have it open. */
  'conversation:presence': z.object({ conversation_id: z.string(), present_ids: z.array(z.string()) }),
  /** A thread of a course, or a reply in it, is new or another now: ask again. */
  'forum:changed': z.object({ course_id: z.string(), post_id: z.string() }),
  /** This user has read, or follows otherwise, in some tab or device: one thread of a course, or all of them. Ask again. */
  'forum:kept': z.object({ course_id: z.string(), post_id: z.nullable(z.string()) }),
  /** Something happened that the administrators' overview or their board of notifications may count; every two seconds at most. */
  'overview:changed': z.object({}),
  /** The gateway may have missed something: ask for `sync`. */
  'sync:needed': z.object({}),
  /** The session is over (signed out, revoked, suspended); the socket closes after it. */
  'session:ended': z.object({ reason: z.string() }),
} as const satisfies Record<string, z.ZodMiniObject>;

export type PushName = keyof typeof pushes;
export type PushPayload<N extends PushName> = z.output<(typeof pushes)[N]>;

/** An opaque place in the order of this user's notifications. It only ever comes from a database snapshot (`Synced`). */
export const SyncCursor = z.string().check(z.regex(/^\d{1,19}$/));

/** Client -> server `sync`. Without `after` (first visit) nothing counts as missed, only the cursor is given. */
export const SyncRequest = z.object({ after: z.nullish(SyncCursor) });
export type SyncRequest = z.infer<typeof SyncRequest>;

/**
 * The answer, from one database snapshot: what came after the cursor, oldest first, at most 200.
 * `complete: false` means there was more (or the cursor is too old): load the lists anew.
 */
export const Synced = z.object({
  cursor: SyncCursor,
  missed: z.array(NotificationView),
  complete: z.boolean(),
  unread_count: z.int(),
});
export type Synced = z.infer<typeof Synced>;

/** Client -> server: these have arrived on this screen. */
export const AckRequest = z.object({
  ids: z.array(z.string().check(z.minLength(1), z.maxLength(64))).check(z.minLength(1), z.maxLength(500)),
});
export type AckRequest = z.infer<typeof AckRequest>;

/** Client -> server `conversation:open` and `conversation:close`: shown on this screen, or not any more. */
export const OpenConversation = z.object({ conversation_id: z.uuid() });
export type OpenConversation = z.infer<typeof OpenConversation>;

/** Client -> server `conversation:type`. Said again every few seconds while it goes on. */
export const TypeInConversation = z.extend(OpenConversation, { is_typing: z.boolean() });
export type TypeInConversation = z.infer<typeof TypeInConversation>;

/** The answer to `conversation:open`. */
export const OpenedConversation = z.object({ present_ids: z.array(z.string()) });
export type OpenedConversation = z.infer<typeof OpenedConversation>;

export type Answer<T> =
  | { ok: true; data: T }
  | { ok: false; code: 'invalid' | 'unavailable' | 'forbidden' | 'not_found' };

/** The event desk's pushes go to a socket that has opened a desk, and to no room: no other page knows them. */
interface DeskPushes {
  'desk:events': (events: DeskEvents) => void;
  /** The desk was closed by the gateway: whoever opened it is no admin any more. */
  'desk:closed': (nothing: Record<string, never>) => void;
}

export type ServerToClient = { [N in PushName]: (payload: PushPayload<N>) => void } & DeskPushes;

export interface ClientToServer {
  sync: (request: SyncRequest, answer: (answer: Answer<Synced>) => void) => void;
  'notification:ack': (request: AckRequest, answer: (answer: Answer<null>) => void) => void;
  'conversation:open': (
    request: OpenConversation,
    answer: (answer: Answer<OpenedConversation>) => void,
  ) => void;
  'conversation:close': (request: OpenConversation, answer: (answer: Answer<null>) => void) => void;
  'conversation:type': (request: TypeInConversation, answer: (answer: Answer<null>) => void) => void;
  'desk:open': (request: z.input<typeof DeskOpen>, answer: (answer: Answer<DeskOpened>) => void) => void;
  'desk:event': (request: DeskPlace, answer: (answer: Answer<DeskEvent>) => void) => void;
  'desk:unmask': (request: DeskUnmask, answer: (answer: Answer<DeskEvent>) => void) => void;
  'desk:lag': (request: null, answer: (answer: Answer<DeskLag>) => void) => void;
  'desk:close': (request: null, answer: (answer: Answer<null>) => void) => void;
}
