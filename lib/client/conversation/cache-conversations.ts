import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { ConversationDetail, MessageList, MessageView } from '@/lib/contracts/http/conversation';
import type { PushPayload } from '@/lib/contracts/pushes/socket';
import { patchQueries } from '../http/patch-query';
import { cacheReader } from '../session/cache-reader';
import { conversationKeys } from './conversation-keys';

/** As much of a message as stands above its answers. */
const QUOTED_CHARACTERS = 200;

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
    if (known) return quoteAnew(replaceOlder(data, message), message.id, message.text);
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
  showInDetail(queryClient, message);
}

/** The conversation itself knows its last message, and how many wait. */
function showInDetail(queryClient: QueryClient, message: MessageView): void {
  const queryKey = conversationKeys.detail(message.conversation_id);
  // An edit may mention the reader, or not any more: that is asked for.
  if (message.revision > 1) void queryClient.invalidateQueries({ queryKey });
  patchQueries<ConversationDetail>(queryClient, queryKey, (detail) => {
    if (message.seq <= detail.last_seq) return detail;
    const { id } = cacheReader(queryClient);
    const isOwn = message.sender.id === id;
    return {
      ...detail,
      last_seq: message.seq,
      last_message: message,
      active_at: message.sent_at,
      archived_at: detail.muted_at === null ? null : detail.archived_at,
      unread_count: isOwn ? detail.unread_count : detail.unread_count + 1,
      is_mentioned: detail.is_mentioned || (!isOwn && message.mentioned_ids.includes(id)),
    };
  });
}

/** Deleted for everybody it leaves its place without its words; for the reader alone it goes. */
export function removeMessage(queryClient: QueryClient, deleted: PushPayload<'message:deleted'>): void {
  const queryKey = conversationKeys.messages(deleted.conversation_id);
  void queryClient.invalidateQueries({ queryKey: conversationKeys.detail(deleted.conversation_id) });
  if (!deleted.for_everyone) {
    void queryClient.invalidateQueries({ queryKey });
    return;
  }
  patchQueries<Pages>(queryClient, queryKey, (data) =>
    quoteAnew(
      changeMessage(data, deleted.seq, (message) => ({
        ...message,
        text: '',
        file: null,
        mentioned_ids: [],
        deleted_at: message.deleted_at ?? deleted.deleted_at,
      })),
      deleted.message_id,
      null,
    ),
  );
}

/** How far somebody has read only grows. */
export function markConversationRead(queryClient: QueryClient, read: PushPayload<'conversation:read'>): void {
  const { conversation_id, ...mark } = read;
  // Read on another screen of this user: how many wait is another number now.
  if (mark.user_id === cacheReader(queryClient).id) {
    void queryClient.invalidateQueries({ queryKey: conversationKeys.detail(conversation_id) });
    return;
  }
  patchQueries<ConversationDetail>(queryClient, conversationKeys.detail(conversation_id), (detail) => {
    const old = detail.read_marks.find(({ user_id }) => user_id === mark.user_id);
    if (old && old.seq >= mark.seq) return detail;
    const others = detail.read_marks.filter(({ user_id }) => user_id !== mark.user_id);
    return { ...detail, read_marks: [...others, mark].sort((a, b) => (a.user_id < b.user_id ? -1 : 1)) };
  });
}

/** An older answer never replaces a newer one, and what is deleted stays so. */
const replaceOlder = (data: Pages, message: MessageView): Pages =>
  changeMessage(data, message.seq, (old) =>
    old.revision < message.revision && old.deleted_at === null ? message : old,
  );

/** Answers show what their message says now; nothing of one that is deleted. */
function quoteAnew(data: Pages, messageId: string, text: string | null): Pages {
  const shown = text === null ? null : [...text].slice(0, QUOTED_CHARACTERS).join('');
  const isQuoted = ({ reply_to }: MessageView) =>
    reply_to !== null && reply_to.id === messageId && reply_to.text !== shown;
  if (!data.pages.some(({ items }) => items.some(isQuoted))) return data;
  const change = (message: MessageView): MessageView => {
    if (message.reply_to === null || !isQuoted(message)) return message;
    return { ...message, reply_to: shown === null ? null : { ...message.reply_to, text: shown } };
  };
  return { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(change) })) };
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
