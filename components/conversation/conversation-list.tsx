'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { MessagesSquare, SearchX } from 'lucide-react';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import type { ConversationFilter } from '@/lib/client/conversation/conversation-keys';
import { useConversationText } from '@/lib/client/conversation/conversation-text';
import { conversationListOptions } from '@/lib/client/conversation/list-conversations';
import { pageItems } from '@/lib/client/http/page-items';
import { useListKeys } from '@/lib/client/keyboard/use-list-keys';
import { ConversationRow } from './conversation-row';

interface ConversationListProps {
  filter: ConversationFilter;
  openId: string | null;
  show: 'all' | 'unread' | 'archived';
  /** Something else is looked for beside: then nothing here is not yet nothing. */
  hasMore: boolean;
}

export function ConversationList({ filter, openId, show, hasMore }: ConversationListProps) {
  const text = useConversationText();
  const list = useInfiniteQuery(conversationListOptions(filter));
  const listKeys = useListKeys();
  const rows = pageItems(list.data);
  const empty = {
    all: { title: text.none, text: text.noneText },
    unread: { title: text.noneUnread, text: text.noneUnreadText },
    archived: { title: text.noneArchived, text: text.noneArchivedText },
  }[show];
  return (
    <>
      {list.isPending && <ListSkeleton label={text.loading} rows={6} />}
      {list.isError && !list.data && (
        <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && rows.length === 0 && !hasMore && (
        <EmptyState icon={MessagesSquare} title={empty.title}>
          {empty.text}
        </EmptyState>
      )}
      {list.data && rows.length === 0 && filter.query !== undefined && (
        <EmptyState icon={SearchX} title={text.nothingFound(filter.query)}>
          {text.nothingFoundText}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <ul ref={listKeys} aria-label={text.list} className="border-t">
          {rows.map((conversation) => (
            <ConversationRow
              key={conversation.id}
              conversation={conversation}
              isOpen={conversation.id === openId}
            />
          ))}
        </ul>
      )}
      <LoadMore list={list} />
    </>
  );
}
