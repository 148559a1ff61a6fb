import * as z from 'zod/mini';

const instant = z.string().check(z.meta({ format: 'date-time' }));

export const ConversationType = z.enum(['direct', 'group', 'course']);
export type ConversationType = z.infer<typeof ConversationType>;

export const MessageFileView = z.object({
  id: z.string(),
  name: z.string(),
  /** Found in its content. */
  media_type: z.string(),
  bytes: z.int(),
});
export type MessageFileView = z.infer<typeof MessageFileView>;

/** One message as its readers see it. */
export const MessageView = z.object({
  id: z.string(),
  conversation_id: z.string(),
  /** Its place in the conversation, from 1 and without gaps. */
  seq: z.int(),
  /** The sender's browser's name for it. */
  client_id: z.string(),
  sender: z.object({ id: z.string(), name: z.string() }),
  type: z.enum(['text', 'image', 'file', 'system']),
  /** Empty of one that was deleted. */
  text: z.string(),
  /** What it answers, as far as it is still there to be read. */
  reply_to: z.nullable(z.object({ id: z.string(), sender_name: z.string(), text: z.string() })),
  mentioned_ids: z.array(z.string()),
  file: z.nullable(MessageFileView),
  sent_at: instant,
  edited_at: z.nullable(instant),
  /** Deleted for everybody: the place is kept. */
  deleted_at: z.nullable(instant),
  /** Counts the edits, from 1: an older one never replaces a newer one. */
  revision: z.int(),
});
export type MessageView = z.infer<typeof MessageView>;

/** How far a member has read; of those who show it. */
export const ReadMark = z.object({ user_id: z.string(), seq: z.int(), read_at: z.nullable(instant) });
export type ReadMark = z.infer<typeof ReadMark>;

export const ConversationMember = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(['student', 'faculty', 'admin']),
  is_owner: z.boolean(),
});
export type ConversationMember = z.infer<typeof ConversationMember>;

/** A row of the list of somebody's conversations. */
export const ConversationView = z.object({
  id: z.string(),
  type: ConversationType,
  /** Of a direct one the other's name. */
  title: z.string(),
  course: z.nullable(z.object({ id: z.string(), code: z.string(), name: z.string() })),
  is_staff_only: z.boolean(),
  /** The reader may write here now. */
  may_write: z.boolean(),
  /** The reader may add, remove and rename. */
  may_manage: z.boolean(),
  member_count: z.int(),
  /** Of a direct one the other. */
  partner: z.nullable(ConversationMember),
  last_seq: z.int(),
  last_message: z.nullable(MessageView),
  /** Where the list is ordered by: the last message, or when the reader came. */
  active_at: instant,
  read_seq: z.int(),
  /** Of others, after `read_seq`, counted up to 1,000. */
  unread_count: z.int(),
  /** Among them one that mentions the reader. */
  is_mentioned: z.boolean(),
  muted_at: z.nullable(instant),
  archived_at: z.nullable(instant),
  version: z.int(),
});
export type ConversationView = z.infer<typeof ConversationView>;

/** `GET /api/conversations`, the most lately active first. */
export const ConversationList = z.object({
  items: z.array(ConversationView),
  next_cursor: z.nullable(z.string()),
});
export type ConversationList = z.infer<typeof ConversationList>;

/** `GET /api/conversations/{id}`, `POST /api/conversations`, `PATCH /api/conversations/{id}`: with everybody in it. */
export const ConversationDetail = z.extend(ConversationView, {
  members: z.array(ConversationMember),
  /** How far the others have read, as far as they and the reader show it. */
  read_marks: z.array(ReadMark),
});
export type ConversationDetail = z.infer<typeof ConversationDetail>;

/**
 * `GET /api/conversations/{id}/messages`: oldest first. `before=<seq>` goes back, `after=<seq>` forward; without either the
 * newest.
 */
export const MessageList = z.object({
  items: z.array(MessageView),
  /** There are earlier ones that the reader may read. */
  has_earlier: z.boolean(),
  has_later: z.boolean(),
});
export type MessageList = z.infer<typeof MessageList>;

/** `GET /api/conversations/unread-count`: conversations that are not muted nor archived, with something unread. */
export const UnreadConversations = z.object({ unread_count: z.int() });
export type UnreadConversations = z.infer<typeof UnreadConversations>;

/** `POST /api/conversations/{id}/read` */
export const ConversationRead = z.object({ conversation_id: z.string(), seq: z.int(), read_at: instant });
export type ConversationRead = z.infer<typeof ConversationRead>;

/** `GET /api/message-search`: newest first. */
export const FoundMessages = z.object({
  items: z.array(z.extend(MessageView, { conversation_title: z.string() })),
  next_cursor: z.nullable(z.string()),
});
export type FoundMessages = z.infer<typeof FoundMessages>;

/** `GET /api/message-recipients?query=`: whom the reader may write. */
export const MessageRecipients = z.object({
  items: z.array(
    z.extend(ConversationMember, {
      /** Why: `staff`, `own_faculty`, `own_student`, `course_mate`, or `anyone` where the university lets everybody. */
      reason: z.enum(['staff', 'own_faculty', 'own_student', 'course_mate', 'anyone']),
    }),
  ),
});
export type MessageRecipients = z.infer<typeof MessageRecipients>;

/** `GET|PATCH /api/me/messaging`: what somebody shows of themselves, and sees of others in return. */
export const MessagingSettings = z.object({
  receipts: z.boolean(),
  typing: z.boolean(),
  presence: z.boolean(),
});
export type MessagingSettings = z.infer<typeof MessagingSettings>;
