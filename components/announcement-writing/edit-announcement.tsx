'use client';

import { useQuery } from '@tanstack/react-query';
import { Archive } from 'lucide-react';
import { useState } from 'react';
import { authorListHref } from '@/components/announcement/author-places';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { BackLink } from '@/components/ui/back-link';
import { EmptyState, ErrorState } from '@/components/ui/list-states';
import { announcementOptions } from '@/lib/client/announcement/get-announcement';
import { useWritingText } from '@/lib/client/announcement/writing-text';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { useMe } from '@/lib/client/session/me-context';
import { useText } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { WriteAnnouncement } from './write-announcement';
import { WritingSkeleton } from './writing-skeleton';

/** The page where a saved announcement is changed; pushes tell it what others do to it meanwhile. */
export function EditAnnouncement({ id }: { id: string }) {
  const me = useMe();
  const text = useText().announcement;
  const { data, error, isPending, refetch } = useQuery(announcementOptions(id));
  const isGone = error instanceof ApiProblem && error.code === 'resource.not_found';
  return (
    <>
      <BackLink href={authorListHref(me.role)}>{text.all}</BackLink>
      <PageHeader title={text.edit} />
      <StaleNote />
      {isPending && <WritingSkeleton label={text.loadingOne} />}
      {error && !data && (
        <ErrorState title={text.oneNotLoaded} error={error} onRetry={() => void refetch()} />
      )}
      {data && <Loaded latest={data} isGone={isGone} />}
    </>
  );
}

/** What was in the archive when it was opened is not edited; what goes there while it is edited keeps the text on the page. */
function Loaded({ latest, isGone }: { latest: AnnouncementView; isGone: boolean }) {
  const text = useWritingText().edit;
  const [first] = useState(latest);
  if (first.status === 'archived')
    return (
      <EmptyState icon={Archive} title={text.archived}>
        {text.archivedText}
      </EmptyState>
    );
  return <WriteAnnouncement latest={latest} isGone={isGone} />;
}
