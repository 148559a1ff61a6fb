import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { LucideIcon } from 'lucide-react';
import { Fragment, type ReactNode, type Ref } from 'react';
import { StaleNote } from '@/components/realtime/stale-note';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { type Page, pageItems } from '@/lib/client/http/page-items';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { PageHeader } from './page-header';

interface OpenOrOverProps<Row> {
  text: {
    readonly title: string;
    readonly open: string;
    readonly over: string;
    readonly loading: string;
    readonly notLoaded: string;
  };
  icon: LucideIcon;
  list: UseInfiniteQueryResult<{ pages: Page<Row>[] }>;
  none: { title: string; text: string };
  /** Of the list. */
  ref?: Ref<HTMLUListElement>;
  /** A row is a list item. */
  children: (row: Row) => ReactNode;
}

/** Whether the address asks for what is open; else for what is over. */
export const useIsOpenAsked = (): boolean => useAddressFilter().get('show') !== 'over';

/** A page of what is to be decided: what is open, live, or what is over; which, is in the address. */
export function OpenOrOver<Row extends { id: string }>(props: OpenOrOverProps<Row>) {
  const { text, icon, list, none, ref, children } = props;
  const address = useAddressFilter();
  const isOpen = useIsOpenAsked();
  const rows = pageItems(list.data);
  return (
    <>
      <PageHeader title={text.title} />
      <StaleNote />
      <div className="mb-4">
        <SegmentedControl
          label={text.title}
          options={[
            { value: 'open', label: text.open },
            { value: 'over', label: text.over },
          ]}
          value={isOpen ? 'open' : 'over'}
          onChange={(value) => address.set({ show: value === 'over' ? 'over' : '' })}
        />
      </div>
      {list.isPending && <ListSkeleton label={text.loading} />}
      {list.isError && !list.data && (
        <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && rows.length === 0 && (
        <EmptyState icon={icon} title={none.title}>
          {none.text}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <ul ref={ref} aria-label={text.title} className="max-w-3xl border-t">
          {rows.map((row) => (
            <Fragment key={row.id}>{children(row)}</Fragment>
          ))}
        </ul>
      )}
      <LoadMore list={list} />
    </>
  );
}
