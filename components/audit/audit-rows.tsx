'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { Link } from '@/components/ui/link';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { RelativeTime } from '@/components/ui/relative-time';
import { auditListOptions } from '@/lib/client/audit/list-audit';
import { pageItems } from '@/lib/client/http/page-items';
import type { AuditFilter } from '@/lib/client/person/person-keys';
import { usePersonText } from '@/lib/client/person/person-text';
import { wordOf } from '@/lib/client/text/word-of';
import type { AuditView } from '@/lib/contracts/http/audit';
import { changedFields } from './changed-fields';

/** Who changed what, newest first: each field that is another now, before and after. */
export function AuditRows({ filter }: { filter: AuditFilter }) {
  const text = usePersonText();
  const list = useInfiniteQuery(auditListOptions(filter));
  const rows = pageItems(list.data);
  if (list.isPending) return <ListSkeleton label={text.auditLoading} />;
  if (list.error && rows.length === 0)
    return <ErrorState title={text.auditNotLoaded} error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0)
    return (
      <EmptyState icon={History} title={text.auditNone}>
        {text.auditNoneText}
      </EmptyState>
    );
  return (
    <>
      <ul>
        {rows.map((row) => (
          <AuditRow key={row.id} row={row} />
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  );
}

function AuditRow({ row }: { row: AuditView }) {
  const text = usePersonText();
  const { action } = row;
  return (
    <li className="grid gap-x-6 gap-y-0.5 border-b py-2 md:grid-cols-[14rem_minmax(0,1fr)_auto]">
      <span className="min-w-0">
        <span className="block font-strong">{wordOf(text.actions, action)}</span>
        <span className="block text-sm text-ink-3">
          <bdi>{row.actor_name || text.clock}</bdi>
        </span>
      </span>
      <span className="min-w-0 wrap-anywhere">
        {row.subject_kind === 'person' ? (
          <Link
            href={`/admin/people/${row.subject_id}`}
            className="inline-block py-0.5 text-accent hover:underline"
          >
            <bdi>{row.subject_name || row.subject_id}</bdi>
          </Link>
        ) : (
          <bdi>{row.subject_name || row.subject_id}</bdi>
        )}
        {changedFields(row, text).map(({ name, from, to }) => (
          <span key={name} className="block text-sm text-ink-2">
            {wordOf(text.fields, name)}: {from !== null && <bdi>{from}</bdi>}
            {from !== null && to !== null && ' → '}
            {to !== null && <bdi>{to}</bdi>}
          </span>
        ))}
        {row.reason !== '' && <span className="block text-sm text-ink-3">{row.reason}</span>}
      </span>
      <RelativeTime at={row.created_at} className="text-sm text-ink-3" />
    </li>
  );
}

/** Other parts of the product write down changes too; what has no words here is shown as it is called. */
