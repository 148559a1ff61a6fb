import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useForumText } from '@/lib/client/forum/forum-text';
import { replyListOptions } from '@/lib/client/forum/get-thread';
import { nestReplies } from '@/lib/client/forum/nest-replies';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { useShortcuts } from '@/lib/client/keyboard/use-shortcuts';
import { useMe } from '@/lib/client/session/me-context';
import type { ForumReplyView, ForumThread } from '@/lib/contracts/http/forum';
import { ReplyItem } from './reply-item';
import { useThreadRead } from './use-thread-read';

const fetchComposer = () => import('./reply-composer').then((module) => module.ReplyComposer);

/** The replies of a thread, what is new since the last visit, and the way to write one. */
export function ReplyList({ thread }: { thread: ForumThread }) {
  const text = useForumText();
  const me = useMe();
  const list = useInfiniteQuery(replyListOptions(thread.id));
  const replies = list.data?.pages.flatMap((page) => page.items) ?? [];
  const [parent, setParent] = useState<ForumReplyView | null>(null);
  const composer = useRef<HTMLDivElement>(null);
  const Composer = useFetchedPart(fetchComposer, { isWanted: thread.may_reply });
  // What was read before this visit: the line stays where it is while one reads on.
  const [readBefore] = useState(thread.is_new ? null : thread.read_seq);
  const isNew = (reply: ForumReplyView) =>
    readBefore !== null && reply.seq > readBefore && reply.author.id !== me.id && reply.deleted_at === null;
  const unread = replies.filter(isNew);
  const firstNew = unread[0];
  useThreadRead(thread, replies.at(-1)?.seq ?? null, list.isSuccess);
  useShown(list, replies, { isNewToCome: firstNew === undefined && thread.unread_count > 0 });

  const write = (answered: ForumReplyView | null) => {
    setParent(answered);
    composer.current?.querySelector('textarea')?.focus();
  };
  useShortcuts([
    {
      keys: 'r',
      label: text.replyKey,
      group: 'lists',
      run: () => {
        const id = document.activeElement?.closest('[data-reply]')?.id;
        write(replies.find((reply) => reply.id === id) ?? null);
      },
    },
  ]);

  const item = (reply: ForumReplyView): ReactNode => (
    <ReplyItem
      key={reply.id}
      thread={thread}
      reply={reply}
      answered={replies.find(({ id }) => id === reply.parent_id)}
      isFirstNew={reply === firstNew}
      onReply={thread.may_reply ? () => write(reply) : undefined}
    />
  );
  return (
    <section aria-label={text.replies(thread.reply_count)} className="mt-8">
      <div className="flex flex-wrap items-center justify-between gap-2 border-b pb-2">
        <h2 className="text-md">
          {thread.reply_count === 0 ? text.noReplies : text.replies(thread.reply_count)}
        </h2>
        {firstNew && (
          <Button size="small" look="quiet" onClick={() => showReply(firstNew.id)}>
            {text.jumpToNew(unread.length)}
          </Button>
        )}
      </div>
      {list.isPending && <ListSkeleton label={text.loading} rows={3} />}
      {list.isError && !list.data && (
        <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      <ol>
        {nestReplies(replies).map(({ reply, answers }) => (
          <li key={reply.id}>
            {item(reply)}
            {answers.length > 0 && (
              <ol className="border-l-2 pl-3 sm:ml-4 sm:pl-4">
                {answers.map((answer) => (
                  <li key={answer.id}>{item(answer)}</li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
      {list.hasNextPage && (
        <Button className="mt-3" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {text.loadMore}
        </Button>
      )}
      <div ref={composer} className="mt-6">
        {thread.may_reply
          ? Composer && <Composer thread={thread} parent={parent} onParent={setParent} />
          : thread.locked_at !== null && <p className="text-ink-3">{text.closed}</p>}
      </div>
    </section>
  );
}

function showReply(id: string): void {
  const row = document.getElementById(id);
  row?.scrollIntoView({ block: 'center' });
  row?.querySelector<HTMLElement>('[data-row]')?.focus({ preventScroll: true });
}

/** Loads on until what the address names, or the first new one, is there, and shows it once. */
function useShown(
  list: {
    hasNextPage: boolean;
    isFetching: boolean;
    isFetchNextPageError: boolean;
    fetchNextPage: () => unknown;
  },
  replies: readonly ForumReplyView[],
  { isNewToCome }: { isNewToCome: boolean },
): void {
  const wanted = useRef(useAddressFilter().get('reply'));
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = list;
  useEffect(() => {
    const id = wanted.current;
    if (id !== '' && replies.some((reply) => reply.id === id)) {
      wanted.current = '';
      showReply(id);
    }
    const isMissing = wanted.current !== '' || isNewToCome;
    // Where more could not be had the reader asks again.
    if (isMissing && hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [replies, isNewToCome, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
}
