import { useConversationText } from '@/lib/client/conversation/conversation-text';
import { useMe } from '@/lib/client/session/me-context';
import { useFormat } from '@/lib/client/text/text-context';
import type { ConversationDetail, MessageView } from '@/lib/contracts/http/conversation';

interface ReadByProps {
  conversation: ConversationDetail;
  messages: readonly MessageView[];
}

/** Who has read the newest message, where it is the reader's own; as far as the others show it. */
export function ReadBy({ conversation, messages }: ReadByProps) {
  const { thread: text } = useConversationText();
  const me = useMe();
  const format = useFormat();
  const last = messages.at(-1);
  if (last?.sender.id !== me.id || last.deleted_at !== null) return null;
  const readers = conversation.read_marks.filter(({ user_id, seq }) => user_id !== me.id && seq >= last.seq);
  const [first] = readers;
  if (!first) return null;
  return (
    <p className="mt-1 text-sm text-ink-3 tabular-nums">
      {conversation.type === 'direct' && first.read_at !== null
        ? text.readAt(format.clock(first.read_at))
        : text.readBy(format.number(readers.length), format.number(conversation.member_count - 1))}
    </p>
  );
}
