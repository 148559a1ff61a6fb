'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { ProfileSection } from '@/components/profile/profile-section';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { pageItems } from '@/lib/client/http/page-items';
import { withheldOptions } from '@/lib/client/notification-preference/explain';
import { usePreferenceText } from '@/lib/client/notification-preference/preference-text';
import type { NotificationWhy } from '@/lib/contracts/http/notification-why';
import { WhyFacts } from './why-facts';

/** What one was not shown, or is not shown yet, each with why and until when. */
export function WithheldSection() {
  const text = usePreferenceText().withheld;
  const list = useInfiniteQuery(withheldOptions());
  const rows = pageItems(list.data);
  return (
    <ProfileSection title={text.title}>
      <p className="py-3 text-sm text-ink-3">{text.hint}</p>
      {list.isPending && <ListSkeleton label={text.loading} rows={3} />}
      {list.isError && !list.data && (
        <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && rows.length === 0 && <p className="border-t py-4 text-ink-2">{text.none}</p>}
      <WhyRows rows={rows} label={text.title} />
      <LoadMore list={list} />
    </ProfileSection>
  );
}

export function WhyRows({ rows, label }: { rows: readonly NotificationWhy[]; label: string }) {
  if (rows.length === 0) return null;
  return (
    <ul aria-label={label}>
      {rows.map((row) => (
        <li key={row.id} className="border-t py-2">
          <details>
            <summary className="cursor-pointer py-1.5 font-strong wrap-anywhere" dir="auto">
              {row.title}
            </summary>
            <p className="max-w-prose py-1 whitespace-pre-line wrap-anywhere text-ink-2" dir="auto">
              {row.message}
            </p>
          </details>
          <WhyFacts why={row} />
        </li>
      ))}
    </ul>
  );
}
