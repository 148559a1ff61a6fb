'use client';

import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { BackLink } from '@/components/ui/back-link';
import { Link } from '@/components/ui/link';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { RelativeTime } from '@/components/ui/relative-time';
import { rulesOptions } from '@/lib/client/notification-preference/change-rules';
import { useRuleText } from '@/lib/client/notification-preference/rule-text';
import type { NotificationRules } from '@/lib/contracts/http/notification-preference';
import { RulesForm } from './rules-form';

/** Which channels are mandatory for what, and who has said so. */
export function RulesPage() {
  const text = useRuleText();
  return (
    <>
      <BackLink href="/admin/notifications">{text.back}</BackLink>
      <PageHeader title={text.title} />
      <StaleNote />
      <Rules />
    </>
  );
}

export function Rules() {
  const text = useRuleText();
  const { data, error, isPending, refetch } = useQuery(rulesOptions());
  if (isPending) return <ListSkeleton label={text.loading} rows={9} />;
  if (!data) return <ErrorState title={text.notLoaded} error={error} onRetry={() => void refetch()} />;
  return (
    <div className="grid max-w-2xl gap-4">
      <p className="text-ink-2">{text.hint}</p>
      <LastChange changed={data.changed} />
      <RulesForm rules={data} />
    </div>
  );
}

function LastChange({ changed }: Pick<NotificationRules, 'changed'>) {
  const text = useRuleText();
  if (!changed) return <p className="text-sm text-ink-3">{text.never}</p>;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-3">
      <span>
        {text.changed} <RelativeTime at={changed.at} /> {changed.by && text.by(changed.by.name)}
      </span>
      <Link
        href="/admin/audit?action=notification.rules_changed"
        className="py-2 text-accent hover:underline md:py-0"
      >
        {text.history}
      </Link>
    </p>
  );
}
