'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import { Link } from '@/components/ui/link';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { RelativeTime } from '@/components/ui/relative-time';
import { useDeskText } from '@/lib/client/event-desk/desk-text';
import { unmaskingListOptions } from '@/lib/client/event-desk/list-unmaskings';
import { DeskFrame } from './desk-frame';

/** Who looked behind the masks. The list itself cannot be changed from here. */
export function AuditPage() {
  return (
    <DeskFrame page="audit">
      <AuditList />
    </DeskFrame>
  );
}

function AuditList() {
  const text = useDeskText();
  const said = text.audit;
  const list = useInfiniteQuery(unmaskingListOptions);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <ListSkeleton label={said.loading} />;
  if (list.error && rows.length === 0)
    return <ErrorState title={said.failed} error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0)
    return (
      <EmptyState icon={Eye} title={said.empty.title}>
        {said.empty.text}
      </EmptyState>
    );
  return (
    <>
      <ul className="border-t">
        {rows.map((row) => (
          <li
            key={row.id}
            className="grid gap-x-6 gap-y-0.5 border-b py-2 md:grid-cols-[12rem_minmax(0,1fr)_auto]"
          >
            <span className="font-strong">
              <bdi>{row.actor_name || said.somebody}</bdi>
              {row.ip_address !== '' && (
                <span className="block text-sm font-normal text-ink-3">
                  {said.address} {row.ip_address}
                </span>
              )}
            </span>
            <span className="min-w-0">
              <span className="block wrap-anywhere" dir="auto">
                {row.reason}
              </span>
              <Link
                href={`/admin/events?event=${encodeURIComponent(row.place)}`}
                className="inline-block py-0.5 font-mono text-xs wrap-anywhere text-accent hover:underline"
              >
                {row.place}
              </Link>
            </span>
            <RelativeTime at={row.created_at} className="text-sm text-ink-3" />
          </li>
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  );
}
