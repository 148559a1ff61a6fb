'use client';

import { useQuery } from '@tanstack/react-query';
import { FileQuestion, Lock } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { authorListHref } from '@/components/announcement/author-places';
import { StaleNote } from '@/components/realtime/stale-note';
import { BackLink } from '@/components/ui/back-link';
import { EmptyState, ErrorState } from '@/components/ui/list-states';
import { announcementOptions } from '@/lib/client/announcement/get-announcement';
import { reachOptions } from '@/lib/client/announcement/get-reach';
import { useReachText } from '@/lib/client/announcement/reach-text';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { useMe } from '@/lib/client/session/me-context';
import { ReachBoard } from './reach-board';
import { ReachSkeleton } from './reach-skeleton';

/** What has become of an announcement, for its author: how far it has come, live, and what can be done about it. */
export function ReachPage({ id }: { id: string }) {
  const text = useReachText();
  const router = useRouter();
  const { role } = useMe();
  const listHref = authorListHref(role);
  const announcement = useQuery(announcementOptions(id));
  const reach = useQuery(reachOptions(id));
  // Numbers of something that has gone are no numbers; any other problem leaves what is shown, with its age.
  const refusal = [announcement.error, reach.error].map(codeOf).find(isRefusal);
  const failed = [announcement, reach].find((each) => each.isError && !each.data);
  const toList = () => router.push(listHref);
  return (
    <>
      <BackLink href={listHref}>{role === 'admin' ? text.all : text.own}</BackLink>
      <StaleNote />
      {refusal !== undefined ? (
        <Refusal code={refusal} />
      ) : failed?.error ? (
        <ErrorState title={text.notLoaded} error={failed.error} onRetry={() => void failed.refetch()} />
      ) : announcement.data && reach.data ? (
        <ReachBoard announcement={announcement.data} reach={reach.data} onDeleted={toList} />
      ) : (
        <ReachSkeleton label={text.loading} />
      )}
    </>
  );
}

const refusals = {
  'resource.not_found': { icon: FileQuestion, words: 'missing' },
  'auth.forbidden': { icon: Lock, words: 'forbidden' },
} as const;

type Refused = keyof typeof refusals;

const codeOf = (error: Error | null) => (error instanceof ApiProblem ? error.code : '');
const isRefusal = (code: string): code is Refused => Object.hasOwn(refusals, code);

function Refusal({ code }: { code: Refused }) {
  const { icon, words } = refusals[code];
  const text = useReachText()[words];
  return (
    <EmptyState icon={icon} title={text.title}>
      {text.text}
    </EmptyState>
  );
}
