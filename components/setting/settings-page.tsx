'use client';

import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { Check } from '@/components/ui/controls';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { toast } from '@/components/ui/toast';
import { useChangeSettings } from '@/lib/client/setting/change-settings';
import { settingsOptions } from '@/lib/client/setting/get-settings';
import { useSettingsText } from '@/lib/client/setting/settings-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { Settings } from '@/lib/contracts/http/settings';

/** What is switched for the whole university. Each is saved when it is switched. */
export function SettingsPage() {
  const text = useSettingsText();
  const settings = useQuery(settingsOptions());
  return (
    <>
      <PageHeader title={text.title} />
      <StaleNote />
      {settings.isPending && <ListSkeleton label={text.loading} rows={1} />}
      {settings.isError && !settings.data && (
        <ErrorState title={text.notLoaded} error={settings.error} onRetry={() => void settings.refetch()} />
      )}
      {settings.data && <Switches settings={settings.data} />}
    </>
  );
}

function Switches({ settings }: { settings: Settings }) {
  const { problem } = useText();
  const text = useSettingsText();
  const { mutate, isPending } = useChangeSettings();
  return (
    <section aria-label={text.announcements} className="max-w-2xl">
      <h2 className="border-b pb-2 text-md">{text.announcements}</h2>
      <div className="border-b py-3">
        <Check
          checked={settings.faculty_may_announce}
          disabled={isPending}
          onChange={(event) =>
            mutate(
              { faculty_may_announce: event.target.checked },
              {
                onSuccess: () => toast.success(text.saved),
                onError: (error) => toast.error(text.notSaved(describeProblem(problem, error))),
              },
            )
          }
        >
          {text.facultyMayAnnounce}
          <span className="block text-sm text-ink-3">{text.facultyMayAnnounceHint}</span>
        </Check>
      </div>
    </section>
  );
}
