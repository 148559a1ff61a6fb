'use client';

import { useQuery } from '@tanstack/react-query';
import { MonitorX } from 'lucide-react';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { useCheckInText } from '@/lib/client/check-in/check-in-text';
import { wallOptions } from '@/lib/client/check-in/get-wall';
import { ApiProblem } from '@/lib/client/http/api-problem';
import type { CheckInWall } from '@/lib/contracts/http/check-in';
import { WallCode } from './wall-code';
import { WallCount } from './wall-count';
import { WallHead } from './wall-head';
import { WallNames } from './wall-names';
import { WallPlan } from './wall-plan';

const REFUSALS: readonly string[] = ['resource.not_found', 'auth.forbidden'];

/** What stands in front of a class: the code of this moment, and who is here. */
export function WallPage({ id }: { id: string }) {
  const text = useCheckInText().wall;
  const { data, error, isPending, refetch } = useQuery(wallOptions(id));
  const isRefused = error instanceof ApiProblem && REFUSALS.includes(error.code);
  return (
    <main id="content" className="min-h-dvh p-4 md:px-8 md:py-6">
      {isPending && <ListSkeleton label={text.loading} rows={4} />}
      <div role="status">
        {isRefused && (
          <EmptyState icon={MonitorX} title={text.title}>
            {text.missing}
          </EmptyState>
        )}
      </div>
      {error && !isRefused && !data && (
        <ErrorState title={text.notLoaded} error={error} onRetry={() => void refetch()} />
      )}
      {data && !isRefused && <Wall wall={data} />}
    </main>
  );
}

function Wall({ wall }: { wall: CheckInWall }) {
  return (
    <>
      <WallHead wall={wall} />
      <div className="mt-6 grid content-start gap-8 lg:grid-cols-[minmax(20rem,42vw)_1fr]">
        {/* A long list scrolls; the code stays. */}
        <div className="grid content-start gap-6 lg:sticky lg:top-6 lg:self-start">
          {wall.is_checking_in && <WallCode sessionId={wall.session_id} />}
          <WallPlan wall={wall} />
        </div>
        <div className="grid content-start gap-6">
          <WallCount students={wall.students} />
          <WallNames wall={wall} />
        </div>
      </div>
    </>
  );
}
