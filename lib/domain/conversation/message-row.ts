import type { MessageView } from '@/lib/contracts/http/conversation';
import { isoTime } from '@/lib/infra/db/iso-time';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';

/** How much of a message stands above its answer. */
export const QUOTED_CHARACTERS = 200;

/** SQL: a message as its readers see it, over {@link MESSAGE_JOINS}. */
export const MESSAGE_COLUMNS = `
  message.id, message.conversation_id, message.seq, message.client_id,
  jsonb_build_object('id', sender.id, 'name', sender.name) AS sender, message.type,
  CASE WHEN message.deleted_at IS NULL THEN message.text ELSE '' END AS text,
  CASE WHEN quoted.deleted_at IS NULL AND quoted.id IS NOT NULL THEN jsonb_build_object('id', quoted.id,
    'sender_name', quoted_sender.name, 'text', left(quoted.text, ${QUOTED_CHARACTERS})) END AS reply_to,
  CASE WHEN message.deleted_at IS NULL THEN message.mentioned_ids::text[] ELSE '{}' END AS mentioned_ids,
  CASE WHEN message.deleted_at IS NULL AND file.id IS NOT NULL THEN jsonb_build_object('id', file.id,
    'name', file.name, 'media_type', file.media_type, 'bytes', octet_length(file.content)) END AS file,
  ${isoTime('message.sent_at')} AS sent_at, ${isoTime('message.edited_at')} AS edited_at,
  ${isoTime('message.deleted_at')} AS deleted_at, message.revision`;

/** SQL: what a `message` is shown with. */
export const MESSAGE_JOINS = `
  JOIN app_user AS sender ON sender.id = message.sender_id
  LEFT JOIN message AS quoted ON quoted.id = message.reply_to_id
  LEFT JOIN app_user AS quoted_sender ON quoted_sender.id = quoted.sender_id
  LEFT JOIN message_file AS file ON file.message_id = message.id`;

/** SQL over `message`: the reader of parameter `$reader` has not deleted it from their own view. */
export const isNotHidden = (reader: number) => `NOT EXISTS (SELECT 1 FROM message_hidden AS hidden
  WHERE hidden.message_id = message.id AND hidden.user_id = $${reader}::uuid)`;

/** Whoever asks has shown that they may read it. @throws {DomainProblem} `resource.not_found` */
export async function readMessage(sql: SqlTx, id: string): Promise<MessageView> {
  const { rows } = await sql.query<MessageView>(ONE, [id]);
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return rows[0];
}

const ONE = prepared(`SELECT ${MESSAGE_COLUMNS} FROM message ${MESSAGE_JOINS} WHERE message.id = $1`);
