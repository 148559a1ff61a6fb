'use client';

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Download, Users } from 'lucide-react';
import { usePathname, useSearchParams } from 'next/navigation';
import { useDeferredValue, useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/controls';
import { Icon } from '@/components/ui/icon';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { announcementKeys } from '@/lib/client/announcement/announcement-keys';
import { reachedListOptions } from '@/lib/client/announcement/list-reached';
import { pageItems } from '@/lib/client/http/page-items';
import { searchOf } from '@/lib/client/http/search-of';
import { useFormat, useText } from '@/lib/client/text/text-context';
import { type Reach, type ReachPerson, ReachState } from '@/lib/contracts/http/announcement';

const settleTime = 400;

/** The people behind the numbers, by state and name; the choice is in the address. */
export function ReachedPeople({ reach }: { reach: Reach }) {
  const text = useText().reach;
  const id = reach.announcement_id;
  const path = usePathname();
  const search = useSearchParams();
  const parsed = ReachState.safeParse(search.get('state'));
  const state = parsed.success ? parsed.data : undefined;
  const query = search.get('q') ?? '';
  const asked = useDeferredValue(query.trim());
  const list = useInfiniteQuery(
    reachedListOptions(id, { ...(state && { state }), ...(asked && { query: asked }) }),
  );
  useReloadWith(reach);
  const go = (next: { state?: string | undefined; q: string }) =>
    window.history.replaceState(null, '', `${path}${searchOf(next)}`);
  const people = pageItems(list.data);
  return (
    <section aria-label={text.people} className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="grow font-strong">{text.people}</h2>
        <div className="w-full sm:w-48">
          <Select
            aria-label={text.people}
            value={state ?? 'all'}
            onChange={({ target: { value } }) => go({ state: value === 'all' ? undefined : value, q: query })}
          >
            {(['all', ...ReachState.options] as const).map((value) => (
              <option key={value} value={value}>
                {text.states[value]}
              </option>
            ))}
          </Select>
        </div>
        <div className="w-full sm:w-64">
          <Input
            type="search"
            aria-label={text.find}
            placeholder={text.find}
            maxLength={100}
            value={query}
            onChange={({ target: { value } }) => go({ state, q: value })}
          />
        </div>
        <Button asChild>
          <a href={`/api/announcements/${encodeURIComponent(id)}/reach/export`} download>
            <Icon of={Download} /> {text.export}
          </a>
        </Button>
      </div>
      {list.isPending && <ListSkeleton label={text.loadingPeople} rows={5} />}
      {list.isError && !list.data && (
        <ErrorState title={text.peopleNotLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && people.length === 0 && (
        <EmptyState icon={Users} title={text.nobody}>
          {text.nobodyText}
        </EmptyState>
      )}
      {people.length > 0 && (
        <ul aria-label={text.people} className="border-t">
          {people.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </ul>
      )}
      <LoadMore
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        hasFailed={list.isFetchNextPageError}
        onLoad={() => void list.fetchNextPage()}
      />
    </section>
  );
}

function PersonRow({ person }: { person: ReachPerson }) {
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-4 border-b px-1 py-1.5 md:min-h-8">
      <bdi className="min-w-0 wrap-anywhere md:w-64">{person.name}</bdi>
      <span className="min-w-0 grow text-sm wrap-anywhere text-ink-3">
        {person.email}
        {person.department && `, ${person.department.code}`}
      </span>
      <LastStep person={person} />
    </li>
  );
}

/** The furthest that the announcement has come with this person. */
function LastStep({ person }: { person: ReachPerson }) {
  const text = useText().reach;
  const format = useFormat();
  const { acknowledged_at, seen_at, delivered_at } = person;
  const [at, word] =
    acknowledged_at !== null
      ? [acknowledged_at, text.at.acknowledged]
      : seen_at !== null
        ? [seen_at, text.at.seen]
        : [delivered_at, text.at.delivered];
  if (at === null) return <span className="text-sm text-ink-3">{text.never}</span>;
  return (
    <time dateTime={at} title={format.exact(at)} className="text-sm tabular-nums text-ink-2">
      {word(format.dateTime(at))}
    </time>
  );
}

/** When the numbers have moved and come to rest for a moment, the people behind them are asked for again. */
function useReloadWith({ announcement_id, counts }: Reach): void {
  const queryClient = useQueryClient();
  const numbers = Object.values(counts).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the numbers are what it waits for
  useEffect(() => {
    const queryKey = [...announcementKeys.reached(announcement_id, {}).slice(0, 3)];
    const timer = setTimeout(() => void queryClient.invalidateQueries({ queryKey }), settleTime);
    return () => clearTimeout(timer);
  }, [numbers, announcement_id, queryClient]);
}
