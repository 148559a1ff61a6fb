'use client';

import type { ReactNode } from 'react';
import { Check } from '@/components/ui/controls';
import { Link } from '@/components/ui/link';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { toast } from '@/components/ui/toast';
import { switchShortcuts } from '@/lib/client/keyboard/shortcuts-preference';
import { useShortcutsOn } from '@/lib/client/keyboard/use-shortcuts';
import { useChangeProfile } from '@/lib/client/session/change-profile';
import { useMe } from '@/lib/client/session/me-context';
import { useProfileText } from '@/lib/client/session/profile-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { rememberLanguage } from '@/lib/client/text/remember-language';
import { useText } from '@/lib/client/text/text-context';
import { useTheme } from '@/lib/client/theme/use-theme';
import { locales } from '@/lib/contracts/http/locales';
import type { ChangeProfile } from '@/lib/contracts/http/me-requests';
import { ProfileSection } from './profile-section';
import { TimeZoneSetting } from './time-zone-setting';

/** Each is saved when it is chosen, and followed on every other device. */
export function ProfileSettings() {
  const { layout, problem } = useText();
  const text = useProfileText();
  const me = useMe();
  const { mutate } = useChangeProfile();
  const save = (change: ChangeProfile) =>
    mutate(change, {
      onSuccess: () => toast.success(text.saved),
      onError: (error) => toast.error(text.notSaved(describeProblem(problem, error))),
    });
  return (
    <ProfileSection title={text.settings}>
      <div className="grid">
        <Setting>
          <SegmentedControl
            label={layout.language}
            showLabel
            options={[
              ...locales.map((value) => ({ value, label: layout.languages[value] })),
              { value: 'browser' as const, label: text.asBrowser },
            ]}
            value={me.locale ?? 'browser'}
            onChange={(value) => {
              if (value === 'browser') rememberLanguage(null);
              save({ locale: value === 'browser' ? null : value });
            }}
          />
        </Setting>
        <Setting>
          <TimeZoneSetting chosen={me.time_zone} onChoose={(time_zone) => save({ time_zone })} />
        </Setting>
        <Setting>
          <ThemeSetting />
        </Setting>
        <Setting>
          <SingleKeySetting />
        </Setting>
        <Setting>
          <Link
            href="/profile/notifications"
            className="inline-flex min-h-11 items-center rounded-sm text-accent hover:underline md:min-h-8"
          >
            {text.notifications}
          </Link>
        </Setting>
      </div>
    </ProfileSection>
  );
}

function Setting({ children }: { children: ReactNode }) {
  return <div className="border-b py-4">{children}</div>;
}

const themes = ['light', 'dark', 'system'] as const;

function ThemeSetting() {
  const text = useText().layout;
  const { theme, setTheme } = useTheme();
  return (
    <SegmentedControl
      label={text.theme}
      showLabel
      options={themes.map((value) => ({ value, label: text.themes[value] }))}
      value={theme}
      onChange={setTheme}
    />
  );
}

function SingleKeySetting() {
  const text = useProfileText();
  const isOn = useShortcutsOn();
  return (
    <Check checked={isOn} onChange={(event) => switchShortcuts(event.target.checked)}>
      {text.singleKeys}
      <span className="block text-sm text-ink-3">{text.singleKeysHint}</span>
    </Check>
  );
}
