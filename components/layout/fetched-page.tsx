import type { UseQueryResult } from '@tanstack/react-query';
import { FileQuestion } from 'lucide-react';
import type { ReactNode } from 'react';
import { StaleNote } from '@/components/realtime/stale-note';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { ApiProblem } from '@/lib/client/http/api-problem';

interface FetchedPageProps<Thing> {
  query: UseQueryResult<Thing>;
  loading: string;
  /** Of the skeleton. */
  rows: number;
  notLoaded: string;
  missing: { title: string; text: string };
  /** The problems that say there is no such thing for the reader. */
  missingBy?: readonly string[];
  children: (thing: Thing) => ReactNode;
}

const notFound = ['resource.not_found'];

/** A page of one thing: that it is on its way, is not there, could not be had; or the thing itself. */
export function FetchedPage<Thing>(props: FetchedPageProps<Thing>) {
  const { query, loading, rows, notLoaded, missing, missingBy = notFound, children } = props;
  const { data, error, isPending, refetch } = query;
  const isMissing = error instanceof ApiProblem && missingBy.includes(error.code);
  return (
    <>
      <StaleNote />
      {isPending && <ListSkeleton label={loading} rows={rows} />}
      <div role="status">
        {isMissing && (
          <EmptyState icon={FileQuestion} title={missing.title}>
            {missing.text}
          </EmptyState>
        )}
      </div>
      {error && !isMissing && data === undefined && (
        <ErrorState title={notLoaded} error={error} onRetry={() => void refetch()} />
      )}
      {data !== undefined && !isMissing && children(data)}
    </>
  );
}
