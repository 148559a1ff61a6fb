'use client';

import { useQuery } from '@tanstack/react-query';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { whyOptions } from '@/lib/client/notification-preference/explain';
import { usePreferenceText } from '@/lib/client/notification-preference/preference-text';
import { WhyFacts } from './why-facts';

/** The answer to "why did I get this?", below the opened notification. */
export function WhyPanel({ id }: { id: string }) {
  const text = usePreferenceText().why;
  const why = useQuery(whyOptions(id));
  return (
    <section aria-label={text.ask} className="border-t pt-3">
      {why.isPending && <ListSkeleton label={text.loading} rows={2} />}
      {why.isError && !why.data && (
        <ErrorState title={text.notLoaded} error={why.error} onRetry={() => void why.refetch()} />
      )}
      {why.data && <WhyFacts why={why.data} />}
    </section>
  );
}
