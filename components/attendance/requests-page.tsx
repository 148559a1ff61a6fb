'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { MessageSquareText } from 'lucide-react';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useCorrectionText } from '@/lib/client/attendance/correction-text';
import { requestListOptions } from '@/lib/client/attendance/list-requests';
import { pageItems } from '@/lib/client/http/page-items';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { useMe } from '@/lib/client/session/me-context';
import { RequestRow } from './request-row';

/** What students ask to be corrected: their own, or that of the courses one decides for; the open ones first. */
export function RequestsPage() {
  const text = useCorrectionText();
  const { role } = useMe();
  const address = useAddressFilter();
  const open = address.get('show') !== 'over';
  const list = useInfiniteQuery(requestListOptions({ open }));
  const requests = pageItems(list.data);
  const none = open ? text.noneOpen[role === 'student' ? 'student' : 'staff'] : text.noneOver;
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
          value={open ? 'open' : 'over'}
          onChange={(value) => address.set({ show: value === 'over' ? 'over' : '' })}
        />
      </div>
      {list.isPending && <ListSkeleton label={text.loading} />}
      {list.isError && !list.data && (
        <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && requests.length === 0 && (
        <EmptyState icon={MessageSquareText} title={none.title}>
          {none.text}
        </EmptyState>
      )}
      {requests.length > 0 && (
        <ul aria-label={text.title} className="max-w-3xl border-t">
          {requests.map((request) => (
            <RequestRow key={request.id} request={request} />
          ))}
        </ul>
      )}
      <LoadMore list={list} />
    </>
  );
}
