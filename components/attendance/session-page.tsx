'use client';

import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { FetchedPage } from '@/components/layout/fetched-page';
import { BackLink } from '@/components/ui/back-link';
import { Badge } from '@/components/ui/badge';
import { ListSkeleton } from '@/components/ui/list-states';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useRosterText } from '@/lib/client/attendance/attendance-roster-text';
import { rosterOptions } from '@/lib/client/attendance/get-roster';
import { useDayTitle } from '@/lib/client/text/use-day-title';
import type { AttendanceSession } from '@/lib/contracts/http/attendance';

const fetchBoard = () => import('./roster-board').then((module) => module.RosterBoard);

/** The roster of one class. */
export function SessionPage({ id }: { id: string }) {
  const { roster: text } = useRosterText();
  const query = useQuery(rosterOptions(id));
  const Board = useFetchedPart(fetchBoard, { isWanted: true });
  const skeleton = <ListSkeleton label={text.loading} rows={8} />;
  return (
    <>
      <BackLink href="/attendance">{text.back}</BackLink>
      <FetchedPage
        query={query}
        loading={text.loading}
        rows={8}
        notLoaded={text.notLoaded}
        missing={{ title: text.missing, text: text.missingText }}
        missingBy={['resource.not_found', 'auth.forbidden']}
      >
        {(roster) => (
          <>
            <Heading session={roster.session} />
            {Board ? (
              <Suspense fallback={skeleton}>
                <Board id={id} roster={roster} />
              </Suspense>
            ) : (
              skeleton
            )}
          </>
        )}
      </FetchedPage>
    </>
  );
}

function Heading({ session }: { session: AttendanceSession }) {
  const { list: text } = useRosterText();
  const dayTitle = useDayTitle();
  const { course, date, start_time, end_time, room, faculty, title, state, is_frozen, is_early } = session;
  const about = [title, room?.code, faculty?.name].filter((each) => each);
  return (
    <header className="mb-4">
      <h1 className="text-lg wrap-anywhere">
        <span className="tabular-nums">{course.code}</span> <bdi>{course.name}</bdi>
      </h1>
      <p className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2">
        <span className="tabular-nums">
          {dayTitle(date)}, {start_time}–{end_time}
        </span>
        {about.length > 0 && <bdi className="wrap-anywhere">{about.join(' · ')}</bdi>}
        {is_frozen ? (
          <Badge>{text.frozen}</Badge>
        ) : (
          state === 'closed' && <Badge tone="accent">{text.closed}</Badge>
        )}
        {is_early && <Badge tone="warn">{text.soon}</Badge>}
      </p>
    </header>
  );
}
