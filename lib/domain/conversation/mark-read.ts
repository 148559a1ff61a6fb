import type { ConversationRead } from '@/lib/contracts/http/conversation';
import { prepared } from '@/lib/infra/db/sql';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import type { SignedIn } from '../session/authenticate';
import { seeConversation } from './membership';
import { whoSeesReceipts } from './read-marks';

/**
 * Everything up to a message is read; that only grows, and goes no further than the last one. Told when it has grown.
 * @throws {DomainProblem} `resource.not_found`
 */
export async function markConversationRead(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id: string; seq: number },
): Promise<ConversationRead> {
  const { actor, correlationId, id, seq } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    const conversation = await seeConversation(tx, actor.userId, id);
    const upTo = Math.min(seq, conversation.last_seq);
    const { rows } = await tx.query<{
      seq: number;
      read_at: Date | null;
      has_changed: boolean;
      message_id: string | null;
    }>(READ, [conversation.id, actor.userId, upTo]);
    const row = rows[0];
    const read = {
      conversation_id: conversation.id,
      seq: row?.seq ?? 0,
      read_at: (row?.read_at ?? new Date()).toISOString(),
    };
    if (row?.has_changed)
      tx.publish('MESSAGE_READ', {
        conversation_id: conversation.id,
        message_id: row.message_id ?? '',
        reader_id: actor.userId,
        participant_ids: [
          actor.userId,
          ...(await whoSeesReceipts(tx, actor.userId, conversation.member_ids)),
        ],
        read_at: read.read_at,
        seq: read.seq,
      });
    return read;
  });
}

const READ = prepared(`
  WITH changed AS (
    UPDATE conversation_member SET read_seq = greatest(read_seq, $3), marked_unread_at = NULL,
      read_at = CASE WHEN read_seq < $3 THEN now() ELSE read_at END
    WHERE conversation_id = $1 AND user_id = $2 AND (read_seq < $3 OR marked_unread_at IS NOT NULL)
    RETURNING read_seq, read_at
  )
  SELECT coalesce(changed.read_seq, own.read_seq) AS seq, coalesce(changed.read_at, own.read_at) AS read_at,
    changed.read_seq IS NOT NULL AS has_changed,
    (SELECT id::text FROM message
      WHERE conversation_id = $1 AND seq = coalesce(changed.read_seq, own.read_seq)) AS message_id
  FROM conversation_member AS own LEFT JOIN changed ON true
  WHERE own.conversation_id = $1 AND own.user_id = $2`);
