import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { isIn } from './membership';

/**
 * Deletes a message for everybody in its conversation, in the caller's transaction: its place stays, its words and its file are
 * for those who moderate alone. That the caller may, the caller has seen to. Again changes nothing.
 */
export async function hideMessage(
  tx: EventfulTx,
  { messageId, by }: { messageId: string; by: string },
): Promise<void> {
  // Its conversation first, as everybody who changes something of it does.
  await tx.query(
    'SELECT 1 FROM conversation WHERE id = (SELECT conversation_id FROM message WHERE id = $1) FOR NO KEY UPDATE',
    [messageId],
  );
  const { rows } = await tx.query<{
    conversation_id: string;
    seq: number;
    deleted_at: Date;
    members: string[];
  }>(HIDE, [messageId, by]);
  const hidden = rows[0];
  if (!hidden) return;
  tx.publish('MESSAGE_DELETED', {
    conversation_id: hidden.conversation_id,
    message_id: messageId,
    for_everyone: true,
    participant_ids: hidden.members,
    deleted_by: by,
    deleted_at: hidden.deleted_at.toISOString(),
    seq: hidden.seq,
  });
}

const HIDE = `
  UPDATE message SET deleted_at = now(), deleted_by = $2 WHERE id = $1 AND deleted_at IS NULL
  RETURNING conversation_id, seq, deleted_at, ARRAY(
    SELECT member.user_id::text FROM conversation_member AS member
    JOIN conversation ON conversation.id = member.conversation_id
    WHERE member.conversation_id = message.conversation_id AND ${isIn()} ORDER BY member.user_id) AS members`;
