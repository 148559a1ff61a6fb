'use client';

import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { useAttendanceSettingsText } from '@/lib/client/attendance/attendance-settings-text';
import { rulesOptions } from '@/lib/client/attendance/change-rules';
import { RulesForm } from './rules-form';
import { StatusSection } from './status-section';

/** By what the university judges attendance, and the statuses of its own. */
export function AttendanceSettingsPage() {
  const text = useAttendanceSettingsText();
  const rules = useQuery(rulesOptions());
  return (
    <>
      <PageHeader title={text.title} />
      <StaleNote />
      <div className="grid max-w-2xl gap-10">
        {rules.isPending && <ListSkeleton label={text.loading} rows={5} />}
        {rules.isError && !rules.data && (
          <ErrorState title={text.notLoaded} error={rules.error} onRetry={() => void rules.refetch()} />
        )}
        {rules.data && <RulesForm rules={rules.data} />}
        <StatusSection />
      </div>
    </>
  );
}
