'use client';

import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { Check } from '@/components/ui/controls';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { toast } from '@/components/ui/toast';
import { useChangeSettings } from '@/lib/client/setting/change-settings';
import { settingsOptions } from '@/lib/client/setting/get-settings';
import { useSettingsText } from '@/lib/client/setting/settings-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { ChangeSettings, MessagingScope, Settings } from '@/lib/contracts/http/settings';

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
      <section aria-label={text.messages}>
        <h2 className="border-b pb-2 text-md">{text.messages}</h2>
        <WhomStudentsWrite scope={settings.messaging_scope} />
      </section>
    </div>
  );
}

const scopes: readonly MessagingScope[] = ['course_mates', 'staff_only', 'everyone'];

function WhomStudentsWrite({ scope }: { scope: MessagingScope }) {
  const text = useSettingsText();
  const { isPending, change } = useChange();
  return (
    <fieldset disabled={isPending} className="border-b py-3">
      <SegmentedControl
        showLabel
        label={text.messagingScope}
        value={scope}
        options={scopes.map((value) => ({ value, label: text.messagingScopes[value] }))}
        onChange={(messaging_scope) => change({ messaging_scope })}
      />
      <p className="mt-1.5 text-sm text-ink-3">{text.messagingScopeHint}</p>
    </fieldset>
  );
}

/** Saves a change and says whether it is saved. */
function useChange() {
  const { problem } = useText();
  const text = useSettingsText();
  const { mutate, isPending } = useChangeSettings();
  const change = (given: ChangeSettings) =>
    mutate(given, {
      onSuccess: () => toast.success(text.saved),
      onError: (error) => toast.error(text.notSaved(describeProblem(problem, error))),
    });
  return { isPending, change };
}

interface SwitchProps {
  settings: Settings;
  name: 'faculty_may_announce' | 'second_factor_required';
  hint: string;
  children: string;
}

function Switch({ settings, name, hint, children }: SwitchProps) {
  const { isPending, change } = useChange();
  return (
    <div className="border-b py-3">
      <Check
        checked={settings[name]}
        disabled={isPending}
        onChange={(event) => change({ [name]: event.target.checked })}
      >
        {children}
        <span className="block text-sm text-ink-3">{hint}</span>
      </Check>
    </div>
  );
}
