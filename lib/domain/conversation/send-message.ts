import { v7 as uuidv7 } from 'uuid';
import type { MessageView } from '@/lib/contracts/http/conversation';
import type { SendMessage } from '@/lib/contracts/http/conversation-requests';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { wrongField } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { type TakenConversation, takeConversation } from './membership';
import { readMessage } from './message-row';
import { publishMessage } from './publish-message';
import { requireMentions } from './require-mentions';
import { requireWriting } from './require-writing';
import { tellMentioned } from './tell-mentioned';

/**
 * Sends a message: numbered under the conversation's lock, so that its number is its place. Sent again by the same `client_id`
 * it is answered as it is, and is there once.
 * @throws {DomainProblem} `resource.not_found`, `conversation.read_only`, `conversation.partner_gone`, `request.invalid`
 */
export async function sendMessage(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id: string; given: SendMessage },
): Promise<MessageView> {
  const { actor, correlationId, id, given } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    const conversation = await takeConversation(tx, actor.userId, id);
    const sent = await findSent(tx, actor.userId, given.client_id);
    if (sent) {
      if (sent.conversation_id !== conversation.id) throw used();
      return readMessage(tx, sent.id);
    }
    await requireWriting(tx, actor, conversation);
    requireMentions(conversation, given.mentioned_ids);
    if (given.reply_to_id) await requireQuoted(tx, actor.userId, conversation, given.reply_to_id);
    const type = given.file_id
      ? await takeFile(tx, actor.userId, conversation.id, given.file_id)
      : ('text' as const);
    const messageId = uuidv7();
    const { rowCount } = await tx.query(INSERT, [
      messageId,
      conversation.id,
      conversation.last_seq + 1,
      actor.userId,
      given.client_id,
      type,
      given.text,
      given.reply_to_id ?? null,
      [...new Set(given.mentioned_ids)],
    ]);
    if (rowCount === 0) throw used();
    if (given.file_id)
      await tx.query('UPDATE message_file SET message_id = $2 WHERE id = $1', [given.file_id, messageId]);
    const message = await readMessage(tx, messageId);
    publishMessage(tx, conversation, message);
    await tellMentioned(tx, conversation, message);
    return message;
  });
}

async function findSent(tx: SqlTx, senderId: string, clientId: string) {
  const { rows } = await tx.query<{ id: string; conversation_id: string }>(FIND_SENT, [senderId, clientId]);
  return rows[0];
}

const used = () => wrongField('client_id', 'used', 'Names a message of another conversation');

/** What it answers must be there for the sender to read. */
async function requireQuoted(
  tx: SqlTx,
  userId: string,
  conversation: TakenConversation,
  id: string,
): Promise<void> {
  const { rowCount } = await tx.query(
    `SELECT 1 FROM message WHERE id = $1 AND conversation_id = $2 AND seq > $3 AND deleted_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM message_hidden WHERE message_id = message.id AND user_id = $4)`,
    [id, conversation.id, conversation.joined_seq, userId],
  );
  if (rowCount === 0) throw wrongField('reply_to_id', 'unknown', 'No message of this conversation');
}

/** The sender's own file, handed in for this conversation and not sent yet. */
async function takeFile(
  tx: SqlTx,
  ownerId: string,
  conversationId: string,
  id: string,
): Promise<'image' | 'file'> {
  const { rows } = await tx.query<{ media_type: string }>(
    `SELECT media_type FROM message_file
     WHERE id = $1 AND owner_id = $2 AND conversation_id = $3 AND message_id IS NULL FOR UPDATE`,
    [id, ownerId, conversationId],
  );
  if (!rows[0]) throw wrongField('file_id', 'unknown', 'No file handed in for this conversation');
  return rows[0].media_type.startsWith('image/') ? 'image' : 'file';
}

const FIND_SENT = prepared('SELECT id, conversation_id FROM message WHERE sender_id = $1 AND client_id = $2');

// Who has put it away finds it among the others again when something is written, unless they have muted it.
const INSERT = prepared(`
  WITH inserted AS (
    INSERT INTO message (id, conversation_id, seq, sender_id, client_id, type, text, reply_to_id, mentioned_ids)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::uuid[])
    ON CONFLICT (sender_id, client_id) DO NOTHING
    RETURNING conversation_id, seq, sent_at
  ), restored AS (
    UPDATE conversation_member SET archived_at = NULL
    WHERE conversation_id = $2 AND archived_at IS NOT NULL AND muted_at IS NULL AND EXISTS (SELECT 1 FROM inserted)
  )
  UPDATE conversation SET last_seq = inserted.seq, last_sent_at = inserted.sent_at
  FROM inserted WHERE conversation.id = inserted.conversation_id`);
