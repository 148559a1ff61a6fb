'use client';

import { useQuery } from '@tanstack/react-query';
import { useConversationText } from '@/lib/client/conversation/conversation-text';
import { unreadConversationsOptions } from '@/lib/client/conversation/count-unread-conversations';

/** Beside the way to the messages: how many conversations have something unread. */
export function UnreadConversations() {
  const text = useConversationText();
  const unread = useQuery(unreadConversationsOptions()).data?.unread_count ?? 0;
  if (unread === 0) return null;
  return (
    <span
      data-testid="unread-conversations"
      className="ml-1.5 inline-block h-4.5 min-w-4.5 rounded-full bg-accent px-1 text-center text-xs leading-4.5 font-strong text-on-accent"
    >
      <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
      <span className="sr-only">{text.unreadTotal(unread)}</span>
    </span>
  );
}
