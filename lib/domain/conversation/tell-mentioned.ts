import type { MessageView } from '@/lib/contracts/http/conversation';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { tellPeople } from '../notification/tell-people';
import type { TakenConversation } from './membership';
import { messageNotices } from './message-notices';

/** Who is mentioned is told at once, unless they have muted the conversation; not again then for what waits before it. */
export async function tellMentioned(
  tx: EventfulTx,
  conversation: TakenConversation,
  message: MessageView,
): Promise<void> {
  const others = message.mentioned_ids.filter((id) => id !== message.sender.id);
  if (others.length === 0) return;
  const { rows } = await tx.query<{ id: string }>(TOLD, [conversation.id, others, message.seq]);
  await tellPeople(tx, {
    userIds: rows.map(({ id }) => id),
    kind: 'message',
    priority: 'normal',
    actionUrl: `/messages/${conversation.id}`,
    groupKey: `conversation:${conversation.id}`,
    write: ({ locale }) =>
      messageNotices(locale).mentioned({
        sender: message.sender.name,
        text: [...message.text].slice(0, 140).join(''),
        title: conversation.title,
      }),
  });
}

const TOLD = `
  UPDATE conversation_member SET told_seq = $3
  WHERE conversation_id = $1 AND user_id = ANY ($2::uuid[]) AND muted_at IS NULL
  RETURNING user_id::text AS id`;
