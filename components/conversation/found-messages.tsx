'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@/components/ui/link';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { RelativeTime } from '@/components/ui/relative-time';
import { useConversationText } from '@/lib/client/conversation/conversation-text';
import { messageSearchOptions } from '@/lib/client/conversation/search-messages';
import { pageItems } from '@/lib/client/http/page-items';
import { conversationHref } from './conversation-row';

/** Messages that hold the words, of every conversation of the reader. */
export function FoundMessages({ query }: { query: string }) {
  const text = useConversationText();
  const list = useInfiniteQuery(messageSearchOptions(query));
  const rows = pageItems(list.data);
  return (
    <section aria-label={text.foundMessages} className="mt-6">
      <h2 className="text-md">{text.foundMessages}</h2>
      {list.isPending && <ListSkeleton label={text.thread.loading} rows={3} />}
      {list.isError && !list.data && (
        <ErrorState title={text.thread.notLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      <p role="status" className={list.data && rows.length === 0 ? 'py-3 text-ink-2' : 'sr-only'}>
        {list.data && rows.length === 0 && text.nothingFound(query)}
      </p>
      {rows.length > 0 && (
        <ul className="border-t">
          {rows.map((message) => (
            <li key={message.id} className="relative grid gap-0.5 border-b px-2 py-2.5 hover:bg-sunken/60">
              <div className="flex items-baseline gap-3 text-sm text-ink-3">
                <Link
                  href={`${conversationHref(message.conversation_id)}?at=${message.seq}`}
                  data-row=""
                  className="min-w-0 grow truncate after:absolute after:inset-0"
                >
                  <bdi>{message.sender.name}</bdi>
                  {message.conversation_title !== message.sender.name && (
                    <>
                      {' · '}
                      <bdi>{message.conversation_title}</bdi>
                    </>
                  )}
                </Link>
                <RelativeTime at={message.sent_at} className="shrink-0" />
              </div>
              <p className="line-clamp-2 wrap-anywhere" dir="auto">
                {message.text}
              </p>
            </li>
          ))}
        </ul>
      )}
      <LoadMore list={list} />
    </section>
  );
}
