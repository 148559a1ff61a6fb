import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { MessagesSquare } from 'lucide-react';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import type { ForumFilter } from '@/lib/client/forum/forum-keys';
import { useForumText } from '@/lib/client/forum/forum-text';
import { postListOptions } from '@/lib/client/forum/list-posts';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { pageItems } from '@/lib/client/http/page-items';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { useListKeys } from '@/lib/client/keyboard/use-list-keys';
import { ThreadRow } from './thread-row';

const shows = ['unread', 'unanswered', 'mine'] as const;

/** The threads that the address asks for. */
export function ThreadList({ courseId }: { courseId: string }) {
  const text = useForumText();
  const { get } = useAddressFilter();
  const show = shows.find((each) => each === get('show'));
  const [query, tag] = [get('q'), get('tag')];
  const filter: ForumFilter = { ...(query && { query }), ...(tag && { tag }), ...(show && { show }) };
  const isNarrowed = Object.keys(filter).length > 0;
  // While the next words are searched the last answer stays.
  const list = useInfiniteQuery({ ...postListOptions(courseId, filter), placeholderData: keepPreviousData });
  const rows = pageItems(list.data);
  const keys = useListKeys();
  const isMissing = list.error instanceof ApiProblem && list.error.code === 'resource.not_found';
  const empty = isMissing ? text.missing : isNarrowed ? text.noneFound : text.none;
  return (
    <>
      <p role="status" className="sr-only">
        {isNarrowed && list.data && !list.isPlaceholderData && text.found(rows.length, list.hasNextPage)}
      </p>
      {list.isPending && <ListSkeleton label={text.loading} rows={6} />}
      {list.isError && !list.data && !isMissing && (
        <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {(isMissing || (list.data && rows.length === 0)) && (
        <EmptyState icon={MessagesSquare} title={empty.title}>
          {empty.text}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <ul ref={keys} aria-label={text.title} className="border-t">
          {rows.map((post) => (
            <ThreadRow key={post.id} post={post} />
          ))}
        </ul>
      )}
      <LoadMore list={list} />
    </>
  );
}
