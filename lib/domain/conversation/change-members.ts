import type { ConversationDetail } from '@/lib/contracts/http/conversation';
import { MOST_MEMBERS } from '@/lib/contracts/http/conversation-requests';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { conversationNamed, type TakenConversation, takeConversation } from './membership';
import { requireRecipients } from './policy';
import { readConversation } from './read-conversation';

interface Change {
  readonly actor: SignedIn;
  readonly correlationId: string;
  readonly id: string;
}

/**
 * An owner of a group takes people in; they read what is sent from then on. Who is in it already stays as they are.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`, `conversation.fixed_members`, `conversation.not_allowed`,
 * `conversation.too_many`
 */
export async function addMembers(
  unitOfWork: UnitOfWork,
  { actor, correlationId, id, userIds }: Change & { userIds: readonly string[] },
): Promise<ConversationDetail> {
  return unitOfWork.run({ correlationId }, async (tx) => {
    const conversation = await takeOwnGroup(tx, actor, id);
    const known = new Set(conversation.member_ids);
    const fresh = [...new Set(userIds.map((userId) => userId.toLowerCase()))].filter(
      (userId) => !known.has(userId),
    );
    await requireRecipients(tx, actor, fresh, (index) => `user_ids.${index}`);
    if (known.size + fresh.length > MOST_MEMBERS) throw new DomainProblem('conversation.too_many');
    const { rows: names } = await tx.query<{ id: string; name: string }>(ADD, [id, fresh]);
    const { member_ids } = await takeConversation(tx, actor.userId, id);
    for (const added of names)
      tx.publish('PARTICIPANT_ADDED', {
        ...conversationNamed(conversation, member_ids),
        user_id: added.id,
        user_name: added.name,
        added_by: actor.userId,
        added_by_name: actor.name,
        added_at: new Date().toISOString(),
      });
    return readConversation(tx, actor.userId, id);
  });
}

/**
 * An owner of a group takes somebody out of it: from that moment they read nothing of it.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`, `conversation.fixed_members`
 */
export async function removeMember(
  unitOfWork: UnitOfWork,
  { actor, correlationId, id, userId }: Change & { userId: string },
): Promise<ConversationDetail> {
  return unitOfWork.run({ correlationId }, async (tx) => {
    const conversation = await takeOwnGroup(tx, actor, id);
    const gone = userId.toLowerCase();
    if (!isUuid(userId) || gone === actor.userId || !conversation.member_ids.includes(gone))
      throw new DomainProblem('resource.not_found');
    await takeOut(tx, conversation, { userId: gone, by: actor.userId, reason: 'removed' });
    return readConversation(tx, actor.userId, id);
  });
}

/**
 * Leaves a group. When its last owner goes, whoever has been there longest owns it.
 * @throws {DomainProblem} `resource.not_found`, `conversation.fixed_members`
 */
export async function leaveConversation(
  unitOfWork: UnitOfWork,
  { actor, correlationId, id }: Change,
): Promise<void> {
  await unitOfWork.run({ correlationId }, async (tx) => {
    const conversation = await takeConversation(tx, actor.userId, id);
    if (conversation.type !== 'group') throw new DomainProblem('conversation.fixed_members');
    await takeOut(tx, conversation, { userId: actor.userId, by: actor.userId, reason: 'left' });
    await tx.query(HAND_ON, [conversation.id]);
  });
}

/** Of a group. Who is in a direct one is fixed, and a course's follows the course. */
async function takeOwnGroup(tx: EventfulTx, actor: SignedIn, id: string): Promise<TakenConversation> {
  const conversation = await takeConversation(tx, actor.userId, id);
  if (conversation.type !== 'group') throw new DomainProblem('conversation.fixed_members');
  if (!conversation.is_owner) throw new DomainProblem('auth.forbidden');
  return conversation;
}

/** Ends a membership and tells those who stay and who goes. */
export async function takeOut(
  tx: EventfulTx,
  conversation: Pick<TakenConversation, 'id' | 'type' | 'title' | 'member_ids'>,
  gone: { userId: string; by: string; reason: 'left' | 'removed' | 'unenrolled' },
): Promise<void> {
  const { rows } = await tx.query<{ name: string }>(OUT, [conversation.id, gone.userId]);
  const staying = conversation.member_ids.filter((id) => id !== gone.userId);
  tx.publish('PARTICIPANT_REMOVED', {
    ...conversationNamed(conversation, staying),
    user_id: gone.userId,
    user_name: rows[0]?.name ?? '',
    reason: gone.reason,
    removed_by: gone.by,
    removed_at: new Date().toISOString(),
  });
}

// Who comes back reads on from there: what was said while they were away is not theirs.
const ADD = `
  WITH added AS (
    INSERT INTO conversation_member (conversation_id, user_id, joined_seq, read_seq)
    SELECT conversation.id, member, conversation.last_seq, conversation.last_seq
    FROM conversation, unnest($2::uuid[]) AS member WHERE conversation.id = $1
    ON CONFLICT (conversation_id, user_id) DO UPDATE SET left_at = NULL, joined_at = now(), is_owner = false,
      joined_seq = excluded.joined_seq, read_seq = excluded.read_seq, told_seq = excluded.joined_seq,
      muted_at = NULL, archived_at = NULL, marked_unread_at = NULL
    RETURNING user_id
  )
  SELECT app_user.id::text, app_user.name FROM added JOIN app_user ON app_user.id = added.user_id
  ORDER BY app_user.id`;

const OUT = `
  UPDATE conversation_member SET left_at = now(), is_owner = false
  FROM app_user WHERE conversation_id = $1 AND user_id = $2 AND app_user.id = user_id
  RETURNING app_user.name`;

const HAND_ON = `
  UPDATE conversation_member SET is_owner = true
  WHERE conversation_id = $1 AND user_id = (
    SELECT user_id FROM conversation_member WHERE conversation_id = $1 AND left_at IS NULL
    ORDER BY joined_at, user_id LIMIT 1)
  AND NOT EXISTS (SELECT 1 FROM conversation_member
    WHERE conversation_id = $1 AND left_at IS NULL AND is_owner)`;
