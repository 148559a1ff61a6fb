'use client';

import { useQuery } from '@tanstack/react-query';
import { SquarePen } from 'lucide-react';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useForumText } from '@/lib/client/forum/forum-text';
import { forumSummaryOptions } from '@/lib/client/forum/list-posts';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { DiscussionTools } from './discussion-tools';
import { ThreadList } from './thread-list';

const fetchWriter = () => import('./write-post').then((module) => module.WritePost);

/** The discussion of a course: its threads, live, and the way to begin one. */
export function DiscussionPage({ courseId }: { courseId: string }) {
  const text = useForumText();
  const address = useAddressFilter();
  const summary = useQuery(forumSummaryOptions(courseId));
  const isWriting = address.get('write') !== '';
  const Writer = useFetchedPart(fetchWriter, {
    isWanted: isWriting,
    onFailed: () => address.set({ write: '' }),
  });
  const { data } = summary;
  return (
    <div className="max-w-4xl">
      <BackLink href={`/courses/${courseId}`}>{text.toCourse}</BackLink>
      <PageHeader title={data ? text.titleOf(data.course.code) : text.title}>
        {data && !isWriting && (
          <Button look="primary" onClick={() => address.set({ write: '1' })}>
            <Icon of={SquarePen} /> {text.write}
          </Button>
        )}
      </PageHeader>
      <StaleNote />
      {data && isWriting && Writer && (
        <Writer courseId={courseId} onClose={() => address.set({ write: '' })} />
      )}
      {data && <DiscussionTools courseId={courseId} summary={data} />}
      <ThreadList courseId={courseId} />
    </div>
  );
}
