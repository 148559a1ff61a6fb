'use client';

import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { BackLink } from '@/components/ui/back-link';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { toast } from '@/components/ui/toast';
import { useIdlePart } from '@/components/ui/use-idle-part';
import { useChangeSettings } from '@/lib/client/notification-preference/change-settings';
import { notificationSettingsOptions } from '@/lib/client/notification-preference/get-settings';
import { usePreferenceText } from '@/lib/client/notification-preference/preference-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { PresetSection } from './preset-section';

const fetchParts = () => import('./preference-parts').then((module) => module.PreferenceParts);

/** How one is told of what happens; each choice is saved as it is made. */
export function PreferencesPage() {
  const text = usePreferenceText();
  const { problem } = useText();
  const settings = useQuery(notificationSettingsOptions());
  const { mutate: save } = useChangeSettings((error) =>
    toast.error(text.notSaved(describeProblem(problem, error))),
  );
  const Parts = useIdlePart(fetchParts);
  return (
    <>
      <BackLink href="/profile">{text.back}</BackLink>
      <PageHeader title={text.title} />
      <StaleNote />
      {settings.isError && !settings.data && (
        <ErrorState title={text.notLoaded} error={settings.error} onRetry={() => void settings.refetch()} />
      )}
      {settings.isPending && <ListSkeleton label={text.loading} rows={8} />}
      {settings.data && (
        <div className="grid max-w-2xl gap-10">
          <PresetSection settings={settings.data} save={save} />
          {Parts ? (
            <Parts settings={settings.data} save={save} />
          ) : (
            <ListSkeleton label={text.loading} rows={6} />
          )}
        </div>
      )}
    </>
  );
}
