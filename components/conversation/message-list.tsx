'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { ArrowDown } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { type UIEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { useConversationText } from '@/lib/client/conversation/conversation-text';
import { messageListOptions } from '@/lib/client/conversation/list-messages';
import { useReadConversation } from '@/lib/client/conversation/read-conversation';
import { useMessageSender } from '@/lib/client/conversation/use-message-sender';
import { useMe } from '@/lib/client/session/me-context';
import type { ConversationDetail, MessageView } from '@/lib/contracts/http/conversation';
import { DayLine, NewLine } from './day-line';
import { MessageItem } from './message-item';
import { QueuedItem } from './queued-item';
import { ReadBy } from './read-by';
import { useIsWatched } from './use-is-watched';
import type { Writing } from './writing';

interface MessageListProps {
  conversation: ConversationDetail;
  onWrite: (writing: Writing) => void;
}

/** So near to an end counts as being there, px. */
const NEAR_PX = 120;
/** Whoever goes on this soon does not begin anew, ms. */
const SAME_BREATH_MS = 5 * 60_000;

/** The messages at the end, or around the one that the address names. */
export function MessageList(props: MessageListProps) {
  const at = Number(useSearchParams().get('at') ?? 0) || null;
  return <MessagesAround key={at} {...props} at={at} />;
}

/** The messages, oldest first, and what the reader has written that is not there yet. */
function MessagesAround({ conversation, onWrite, at }: MessageListProps & { at: number | null }) {
  const { id } = conversation;
  const { thread: text } = useConversationText();
  const me = useMe();
  const list = useInfiniteQuery(messageListOptions(id, at));
  const messages = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const { sender, queue, trouble } = useMessageSender();
  const sentIds = useMemo(() => new Set(messages.map(({ client_id }) => client_id)), [messages]);
  const queued = queue.filter((each) => each.conversation_id === id && !sentIds.has(each.client_id));
  // What was unread when it was opened stays marked while it is read.
  const [readBefore] = useState(conversation.read_seq);
  const firstUnread = messages.find(({ seq, sender: { id: of } }) => seq > readBefore && of !== me.id)?.seq;
  const { hasPreviousPage, hasNextPage, isFetching, fetchPreviousPage, fetchNextPage } = list;
  const { box, isAtEnd, onScroll, goToEnd } = useEndOfList(messages, queued.length, at);
  const isWatched = useIsWatched();
  const last = messages.at(-1);
  useReadConversation(id, last?.seq ?? 0, isWatched && isAtEnd && !hasNextPage);

  const onScrolled = (event: UIEvent<HTMLElement>) => {
    onScroll();
    const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
    if (isFetching) return;
    if (scrollTop < NEAR_PX && hasPreviousPage) void fetchPreviousPage();
    else if (scrollHeight - scrollTop - clientHeight < NEAR_PX && hasNextPage) void fetchNextPage();
  };
  return (
    <div className="relative flex min-h-0 grow flex-col">
      <div
        ref={box}
        role="log"
        aria-label={text.list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is to be reached by the keyboard
        tabIndex={0}
        className="min-h-0 grow overflow-y-auto overscroll-contain py-3 [overflow-anchor:none]"
        onScroll={onScrolled}
      >
        {list.isPending && <ListSkeleton label={text.loading} rows={5} />}
        {list.isError && !list.data && (
          <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />
        )}
        {hasPreviousPage && (
          <div className="flex justify-center pb-3">
            <Button size="small" disabled={isFetching} onClick={() => void fetchPreviousPage()}>
              {list.isFetchingPreviousPage ? text.loadingEarlier : text.earlier}
            </Button>
          </div>
        )}
        {list.data && messages.length === 0 && queued.length === 0 && <NoneYet />}
        <ol>
          {messages.map((message, index) => (
            <li key={message.id} data-seq={message.seq}>
              <DayLine at={message.sent_at} before={messages[index - 1]?.sent_at} />
              {message.seq === firstUnread && <NewLine />}
              <MessageItem
                message={message}
                conversation={conversation}
                isFirst={beginsAnew(message, messages[index - 1])}
                isSought={message.seq === at}
                onWrite={onWrite}
              />
            </li>
          ))}
          {queued.map((message) => (
            <li key={message.client_id}>
              <QueuedItem message={message} isWaiting={trouble !== null} sender={sender} />
            </li>
          ))}
        </ol>
        {queued.length === 0 && <ReadBy conversation={conversation} messages={messages} />}
      </div>
      {(!isAtEnd || hasNextPage) && (
        <Button
          size="small"
          className="absolute bottom-2 left-1/2 -translate-x-1/2 shadow-over"
          onClick={goToEnd}
        >
          <Icon of={ArrowDown} /> {text.newest}
        </Button>
      )}
    </div>
  );
}

function NoneYet() {
  const { thread: text } = useConversationText();
  return (
    <p className="py-5 text-ink-2">
      <span className="block font-strong text-ink">{text.none}</span>
      {text.noneText}
    </p>
  );
}

const beginsAnew = (message: MessageView, before: MessageView | undefined): boolean =>
  !before ||
  before.sender.id !== message.sender.id ||
  Date.parse(message.sent_at) - Date.parse(before.sent_at) > SAME_BREATH_MS;

/** Stays at the end while one is there, and where one is while earlier messages come before it. */
function useEndOfList(messages: readonly MessageView[], queued: number, at: number | null) {
  const box = useRef<HTMLDivElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(at === null);
  const drawn = useRef({ firstSeq: 0, height: 0, isBegun: false });
  const firstSeq = messages[0]?.seq ?? 0;
  const lastSeq = messages.at(-1)?.seq ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something was drawn at either end
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || lastSeq === 0) return;
    const { firstSeq: firstBefore, height, isBegun } = drawn.current;
    if (!isBegun && at !== null)
      element.querySelector(`[data-seq="${at}"]`)?.scrollIntoView({ block: 'center' });
    else if (isBegun && firstSeq < firstBefore) element.scrollTop += element.scrollHeight - height;
    else if (isAtEnd) element.scrollTop = element.scrollHeight;
    drawn.current = { firstSeq, height: element.scrollHeight, isBegun: true };
  }, [firstSeq, lastSeq, queued]);
  const onScroll = () => {
    const element = box.current;
    if (element) setIsAtEnd(element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX);
  };
  const goToEnd = () => {
    if (at !== null) return window.history.replaceState(null, '', window.location.pathname);
    box.current?.scrollTo({ top: box.current.scrollHeight });
  };
  return { box, isAtEnd, onScroll, goToEnd };
}
