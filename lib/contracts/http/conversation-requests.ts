import * as z from 'zod';

import { humanText, searchText } from './text';

export const MOST_MEMBERS = 500;
export const LONGEST_MESSAGE = 8_000;
/** Of one file, in bytes; as base64 it is a third longer on the way. */
export const MOST_FILE_BYTES = 5 * 1024 * 1024;

export const ConversationListQuery = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  archived: z.stringbool().default(false),
  unread: z.stringbool().default(false),
  /** In titles and names of members. */
  query: searchText().optional(),
});
export type ConversationListQuery = z.output<typeof ConversationListQuery>;

/**
 * `POST /api/conversations`. Of a pair there is one direct conversation: asked for again it is answered, not made. One of a
 * course takes in everybody of the course and needs no members.
 */
export const StartConversation = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('direct'), user_id: z.uuid() }),
  z.strictObject({
    type: z.literal('group'),
    title: humanText(1, 120),
    user_ids: z.array(z.uuid()).min(1).max(MOST_MEMBERS),
  }),
  z.strictObject({
    type: z.literal('course'),
    course_id: z.uuid(),
    title: humanText(0, 120).default(''),
    is_staff_only: z.boolean().default(false),
  }),
]);
export type StartConversation = z.output<typeof StartConversation>;

/** `PATCH /api/conversations/{id}` with `If-Match`. */
export const ChangeConversation = z.strictObject({
  title: humanText(1, 120).optional(),
  is_staff_only: z.boolean().optional(),
});
export type ChangeConversation = z.output<typeof ChangeConversation>;

/** `POST /api/conversations/{id}/members` */
export const AddMembers = z.strictObject({ user_ids: z.array(z.uuid()).min(1).max(100) });

export const MessageListQuery = z
  .object({
    before: z.coerce.number().int().min(1).max(2_000_000_000).optional(),
    after: z.coerce.number().int().min(0).max(2_000_000_000).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  })
  .refine(
    ({ before, after }) => before === undefined || after === undefined,
    'Give before or after, not both',
  );
export type MessageListQuery = z.output<typeof MessageListQuery>;

/** `POST /api/conversations/{id}/messages`. Sent again with the same `client_id` it is answered as it was, and sent once. */
export const SendMessage = z
  .strictObject({
    client_id: z.uuid(),
    text: humanText(0, LONGEST_MESSAGE).default(''),
    reply_to_id: z.uuid().nullish(),
    mentioned_ids: z.array(z.uuid()).max(50).default([]),
    /** One that was handed in by `POST /api/conversations/{id}/files`. */
    file_id: z.uuid().nullish(),
  })
  .refine(({ text, file_id }) => text !== '' || (file_id ?? null) !== null, {
    path: ['text'],
    error: 'A message says something or carries a file',
  })
  .meta({ examples: [{ client_id: '01980f3e-7c1a-7d30-9b0e-4f6a2c5d8e11', text: 'Until tomorrow' }] });
export type SendMessage = z.output<typeof SendMessage>;

/** `PATCH /api/conversations/{id}/messages/{messageId}` */
export const EditMessage = z.strictObject({
  text: humanText(1, LONGEST_MESSAGE),
  mentioned_ids: z.array(z.uuid()).max(50).default([]),
});
export type EditMessage = z.output<typeof EditMessage>;

/** `POST /api/conversations/{id}/messages/{messageId}/delete` */
export const DeleteMessage = z.strictObject({ for_everyone: z.boolean() });

/** `POST /api/conversations/{id}/messages/{messageId}/report` */
export const ReportMessage = z.strictObject({ reason: humanText(1, 500) });

/** `POST /api/conversations/{id}/mute` */
export const MuteConversation = z.strictObject({ muted: z.boolean() });

/** `POST /api/conversations/{id}/archive` */
export const ArchiveConversation = z.strictObject({ archived: z.boolean() });

/** `POST /api/conversations/{id}/read`: everything up to this message. */
export const ReadConversation = z.strictObject({ seq: z.int().min(0) });

/** `POST /api/conversations/{id}/files`: the content as base64. */
export const HandInFile = z.strictObject({
  name: humanText(1, 200),
  content: z.base64().max(Math.ceil(MOST_FILE_BYTES / 3) * 4),
});
export type HandInFile = z.output<typeof HandInFile>;

export const MessageSearchQuery = z.object({
  query: searchText(),
  conversation_id: z.uuid().optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type MessageSearchQuery = z.output<typeof MessageSearchQuery>;

export const MessageRecipientQuery = z.object({
  query: searchText(),
  limit: z.coerce.number().int().min(1).max(30).default(10),
});

export const ChangeMessagingSettings = z.strictObject({
  receipts: z.boolean().optional(),
  typing: z.boolean().optional(),
  presence: z.boolean().optional(),
});
export type ChangeMessagingSettings = z.output<typeof ChangeMessagingSettings>;
