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
  const text = useSettingsText();
  return (
    <div className="grid max-w-2xl gap-8">
      <section aria-label={text.announcements}>
        <h2 className="border-b pb-2 text-md">{text.announcements}</h2>
        <Switch settings={settings} name="faculty_may_announce" hint={text.facultyMayAnnounceHint}>
          {text.facultyMayAnnounce}
        </Switch>
      </section>
      <section aria-label={text.signIn}>
        <h2 className="border-b pb-2 text-md">{text.signIn}</h2>
        <Switch settings={settings} name="second_factor_required" hint={text.secondFactorHint}>
          {text.secondFactor}
        </Switch>
      </section>
    </div>
  );
}

interface SwitchProps {
  settings: Settings;
  name: keyof Settings;
  hint: string;
  children: string;
}

function Switch({ settings, name, hint, children }: SwitchProps) {
  const { problem } = useText();
  const text = useSettingsText();
  const { mutate, isPending } = useChangeSettings();
  return (
    <div className="border-b py-3">
      <Check
        checked={settings[name]}
        disabled={isPending}
        onChange={(event) =>
          mutate(
            { [name]: event.target.checked },
            {
              onSuccess: () => toast.success(text.saved),
              onError: (error) => toast.error(text.notSaved(describeProblem(problem, error))),
            },
          )
        }
      >
        {children}
        <span className="block text-sm text-ink-3">{hint}</span>
      </Check>
    </div>
  );
}
