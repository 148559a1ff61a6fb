import { clsx } from 'clsx';
import { BellOff } from 'lucide-react';
import { LiveRow } from '@/components/realtime/live-row';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { type ConversationText, useConversationText } from '@/lib/client/conversation/conversation-text';
import { useMe } from '@/lib/client/session/me-context';
import type { ConversationView } from '@/lib/contracts/http/conversation';

export const conversationHref = (id: string): string => `/messages/${id}`;

/** What a conversation is called: of a course without a name of its own by the course. */
export function titleOf(
  { title, course }: Pick<ConversationView, 'title' | 'course'>,
  text: ConversationText,
) {
  if (title !== '') return title;
  return course ? text.courseOf(`${course.code} ${course.name}`) : text.unnamed;
}

/** One conversation: with whom, the last word, and how much of it is unread. */
export function ConversationRow({
  conversation,
  isOpen,
}: {
  conversation: ConversationView;
  isOpen: boolean;
}) {
  const text = useConversationText();
  const me = useMe();
  const { id, last_message, active_at, unread_count, is_mentioned, muted_at } = conversation;
  const isUnread = unread_count > 0;
  return (
    <LiveRow
      id={last_message?.id ?? id}
      className={clsx('relative grid gap-0.5 px-2 py-3 hover:bg-sunken/60', isOpen && 'bg-accent-tint')}
    >
      <div className="flex items-baseline gap-3">
        <Link
          href={conversationHref(id)}
          data-row=""
          aria-current={isOpen || undefined}
          className={clsx('min-w-0 grow truncate after:absolute after:inset-0', isUnread && 'font-strong')}
        >
          <bdi>{titleOf(conversation, text)}</bdi>
        </Link>
        {muted_at !== null && <Icon of={BellOff} label={text.muted} className="self-center text-ink-3" />}
        <RelativeTime at={active_at} className="shrink-0 text-sm text-ink-3" />
      </div>
      <div className="flex items-center gap-3">
        <p className="min-w-0 grow truncate text-ink-2" dir="auto">
          {lastWords(conversation, text, me.id)}
        </p>
        {isUnread && (
          <span
            className={clsx(
              'h-4.5 min-w-4.5 shrink-0 rounded-full px-1 text-center text-xs leading-4.5 font-strong tabular-nums',
              muted_at === null ? 'bg-accent text-on-accent' : 'bg-sunken text-ink-2',
            )}
          >
            <span aria-hidden="true">{is_mentioned ? '@' : unread_count > 99 ? '99+' : unread_count}</span>
            <span className="sr-only">
              {text.unread(String(unread_count))}
              {is_mentioned && `, ${text.mentioned}`}
            </span>
          </span>
        )}
      </div>
    </LiveRow>
  );
}

function lastWords(
  { last_message, type, member_count }: ConversationView,
  text: ConversationText,
  myId: string,
) {
  if (!last_message) return text.members(member_count);
  const { sender, deleted_at, file } = last_message;
  const words = deleted_at === null ? last_message.text || file?.name || text.file : text.deleted;
  if (sender.id === myId) return text.youSaid(words);
  return type === 'direct' ? words : text.said(sender.name, words);
}
