'use client';

import { ProfileSection } from '@/components/profile/profile-section';
import { Button } from '@/components/ui/button';
import { usePreferenceText } from '@/lib/client/notification-preference/preference-text';
import { snoozeTimes } from '@/lib/client/notification-preference/snooze-times';
import { useFormat } from '@/lib/client/text/text-context';
import type { SectionProps } from './section-props';

/** All is put off by hand. */
export function PauseSection({ settings, save }: SectionProps) {
  const text = usePreferenceText().pause;
  const format = useFormat();
  const pause = (until: string | null) => save({ settings: { paused_until: until } });
  const isOn = settings.paused_until !== null && Date.parse(settings.paused_until) > Date.now();
  return (
    <ProfileSection title={text.title}>
      <div className="grid gap-3 py-4">
        <p className="text-sm text-ink-3">{text.hint}</p>
        {isOn && settings.paused_until !== null && (
          <p>{text.until(format.weekTime(settings.paused_until))}</p>
        )}
        <div className="flex flex-wrap gap-2">
          {isOn && (
            <Button look="primary" onClick={() => pause(null)}>
              {text.resume}
            </Button>
          )}
          {(['hour', 'tomorrow', 'week'] as const).map((name) => (
            <Button key={name} onClick={() => pause(snoozeTimes(settings.time_zone, Date.now())[name])}>
              {text[name]}
            </Button>
          ))}
        </div>
      </div>
    </ProfileSection>
  );
}
