'use client';

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Download, Users } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { SearchField } from '@/components/ui/search-field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { announcementKeys } from '@/lib/client/announcement/announcement-keys';
import { reachedListOptions } from '@/lib/client/announcement/list-reached';
import { useReachText } from '@/lib/client/announcement/reach-text';
import { pageItems } from '@/lib/client/http/page-items';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { useFormat } from '@/lib/client/text/text-context';
import { type Reach, ReachState } from '@/lib/contracts/http/reach';
import { PeopleTable } from './people-table';

const states = [...ReachState.options, 'all'] as const;

/** The people behind the numbers, by state and name: first who has not answered. The choice is in the address. */
export function ReachedPeople({ reach }: { reach: Reach }) {
  const text = useReachText();
  const format = useFormat();
  const id = reach.announcement_id;
  const { get, set } = useAddressFilter();
  const state = states.find((each) => each === get('state')) ?? 'outstanding';
  const query = get('q');
  const filter = { ...(state !== 'all' && { state }), ...(query && { query }) };
  const list = useInfiniteQuery(reachedListOptions(id, filter));
  useReloadWith(reach, list.data?.pages.length ?? 1);
  const people = pageItems(list.data);
  const shown = states.filter((each) => each !== 'acknowledged' || reach.acknowledgement_required);
  const { counts } = reach;
  const numbers = { ...counts, undelivered: counts.targeted - counts.delivered, all: counts.targeted };
  return (
    <section aria-label={text.people} className="grid min-w-0 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-md">{text.people}</h2>
        <Button asChild size="small">
          <a href={`/api/announcements/${encodeURIComponent(id)}/reach/export`} download>
            <Icon of={Download} /> {text.export}
          </a>
        </Button>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <SegmentedControl
          label={text.show}
          options={shown.map((value) => ({
            value,
            label: `${text.states[value]} ${format.number(numbers[value])}`,
          }))}
          value={state}
          onChange={(value) => set({ state: value === 'outstanding' ? '' : value })}
        />
        <div className="w-full md:w-64">
          <SearchField label={text.find} value={query} onSearch={(words) => set({ q: words })} />
        </div>
      </div>
      <p role="status" className="sr-only">
        {list.data && text.found(people.length, list.hasNextPage)}
      </p>
      {list.isPending && <ListSkeleton label={text.loadingPeople} rows={5} />}
      {list.isError && !list.data && (
        <ErrorState title={text.peopleNotLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && people.length === 0 && (
        <EmptyState icon={Users} title={text.nobody}>
          {query ? text.nobodyFound(query) : text.nobodyText}
        </EmptyState>
      )}
      {people.length > 0 && <PeopleTable people={people} withAcknowledged={reach.acknowledgement_required} />}
      <LoadMore list={list} />
    </section>
  );
}

/** How often the people may be asked for again while the numbers run, ms for each page that is loaded. */
const pausePerPage = 700;

/** When the numbers move, the people behind them are asked for again: soon, and not faster than that can be answered. */
function useReloadWith({ announcement_id, counts }: Reach, pages: number): void {
  const queryClient = useQueryClient();
  const numbers = Object.values(counts).join();
  const known = useRef(numbers);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    if (numbers === known.current) return;
    known.current = numbers;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void queryClient.invalidateQueries({ queryKey: announcementKeys.reachedLists(announcement_id) });
    }, pausePerPage * pages);
  }, [numbers, announcement_id, pages, queryClient]);
  useEffect(() => () => clearTimeout(timer.current), []);
}
