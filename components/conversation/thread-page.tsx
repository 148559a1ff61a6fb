'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { FetchedPage } from '@/components/layout/fetched-page';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useConversationText } from '@/lib/client/conversation/conversation-text';
import { conversationOptions } from '@/lib/client/conversation/get-conversation';
import { liveConversation } from '@/lib/client/conversation/live-conversation';
import type { ThreadProps } from './thread';

const fetchThread = () => import('./thread').then((module) => module.Thread);

/** One conversation, open. */
export function ThreadPage({ id }: { id: string }) {
  const { thread: text } = useConversationText();
  const query = useQuery(conversationOptions(id));
  const Thread = useFetchedPart<ThreadProps>(fetchThread, { isWanted: true });
  useEffect(() => {
    liveConversation.show(id);
    return () => liveConversation.hide(id);
  }, [id]);
  return (
    <FetchedPage
      query={query}
      loading={text.loading}
      rows={5}
      notLoaded={text.notLoaded}
      missing={{ title: text.missing, text: text.missingText }}
    >
      {(conversation) => Thread && <Thread conversation={conversation} />}
    </FetchedPage>
  );
}
