'use client';

import { useQuery } from '@tanstack/react-query';
import { RowKeys } from '@/components/announcement/row-keys';
import { FetchedPage } from '@/components/layout/fetched-page';
import { BackLink } from '@/components/ui/back-link';
import { useForumText } from '@/lib/client/forum/forum-text';
import { threadOptions } from '@/lib/client/forum/get-thread';
import { ReplyList } from './reply-list';
import { ThreadHead } from './thread-head';

/** One thread: what was asked, its answer, and all replies. */
export function ThreadPage({ courseId, postId }: { courseId: string; postId: string }) {
  const text = useForumText();
  const query = useQuery(threadOptions(postId));
  return (
    <>
      <BackLink href={`/courses/${courseId}/discussion`}>{text.toList}</BackLink>
      <FetchedPage
        query={query}
        loading={text.loading}
        rows={4}
        notLoaded={text.notLoaded}
        missing={text.missing}
      >
        {(thread) => (
          <RowKeys>
            <article className="max-w-3xl">
              <ThreadHead thread={thread} />
              <ReplyList key={thread.id} thread={thread} />
            </article>
          </RowKeys>
        )}
      </FetchedPage>
    </>
  );
}
