import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { ConversationDetail, MessageList, MessageView } from '@/lib/contracts/http/conversation';
import type { PushPayload } from '@/lib/contracts/pushes/socket';
import { patchQueries } from '../http/patch-query';
import { conversationKeys } from './conversation-keys';

type Pages = InfiniteData<MessageList>;

/**
 * Puts a message where its number says, or what it says now in its place. One behind a gap is asked for with what lies
 * between: the cache never shows a conversation with a hole in it.
 */
export function placeMessage(queryClient: QueryClient, message: MessageView): void {
  const queryKey = conversationKeys.messages(message.conversation_id);
  let isBehindGap = false;
  patchQueries<Pages>(queryClient, queryKey, (data) => {
    const known = data.pages.some(({ items }) => items.some(({ seq }) => seq === message.seq));
    if (known)
      return changeMessage(data, message.seq, (old) => (old.revision < message.revision ? message : old));
    const last = data.pages.at(-1);
    const first = data.pages.find(({ items }) => items.length > 0)?.items[0];
    // Earlier than what is loaded: an edit of what nobody looks at.
    if (!last || (first && message.seq < first.seq)) return data;
    if (last.has_later) return data;
    const end = last.items.at(-1)?.seq ?? data.pages.at(-2)?.items.at(-1)?.seq ?? 0;
    if (message.seq !== end + 1) {
      isBehindGap = true;
      return data;
    }
    const grown = { ...last, items: [...last.items, message] };
    return { ...data, pages: [...data.pages.slice(0, -1), grown] };
  });
  if (isBehindGap) void queryClient.invalidateQueries({ queryKey });
}

/** Deleted for everybody it leaves its place without its words; for the reader alone it goes. */
export function removeMessage(queryClient: QueryClient, deleted: PushPayload<'message:deleted'>): void {
  const queryKey = conversationKeys.messages(deleted.conversation_id);
  if (!deleted.for_everyone) {
    void queryClient.invalidateQueries({ queryKey });
    return;
  }
  patchQueries<Pages>(queryClient, queryKey, (data) =>
    changeMessage(data, deleted.seq, (message) => ({
      ...message,
      text: '',
      file: null,
      mentioned_ids: [],
      deleted_at: message.deleted_at ?? deleted.deleted_at,
    })),
  );
}

/** How far somebody has read only grows. */
export function markConversationRead(queryClient: QueryClient, read: PushPayload<'conversation:read'>): void {
  const { conversation_id, ...mark } = read;
  patchQueries<ConversationDetail>(queryClient, conversationKeys.detail(conversation_id), (detail) => {
    const old = detail.read_marks.find(({ user_id }) => user_id === mark.user_id);
    if (old && old.seq >= mark.seq) return detail;
    const others = detail.read_marks.filter(({ user_id }) => user_id !== mark.user_id);
    return { ...detail, read_marks: [...others, mark].sort((a, b) => (a.user_id < b.user_id ? -1 : 1)) };
  });
}

function changeMessage(data: Pages, seq: number, change: (message: MessageView) => MessageView): Pages {
  return {
    ...data,
    pages: data.pages.map((page) =>
      page.items.some((message) => message.seq === seq)
        ? { ...page, items: page.items.map((message) => (message.seq === seq ? change(message) : message)) }
        : page,
    ),
  };
}
