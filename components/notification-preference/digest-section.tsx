'use client';

import { ProfileSection } from '@/components/profile/profile-section';
import { Input, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { usePreferenceText } from '@/lib/client/notification-preference/preference-text';
import { useFormat } from '@/lib/client/text/text-context';
import type { DigestTime } from '@/lib/contracts/http/notification-preference';
import type { SectionProps } from './section-props';
import { WeekdaySelect } from './weekday-select';

/** When what is gathered is told. */
export function DigestSection({ settings, save }: SectionProps) {
  const { digest: text } = usePreferenceText();
  const format = useFormat();
  const { digest } = settings;
  const change = (changed: Partial<DigestTime>) => save({ settings: { digest: { ...digest, ...changed } } });
  return (
    <ProfileSection title={text.title}>
      <div className="grid gap-3 py-4">
        <p className="text-sm text-ink-3">{text.hint}</p>
        <div className="flex flex-wrap gap-3">
          <Field label={text.frequency}>
            {(control) => (
              <Select
                {...control}
                value={digest.frequency}
                onChange={(event) =>
                  change({ frequency: event.target.value === 'weekly' ? 'weekly' : 'daily' })
                }
              >
                <option value="daily">{text.daily}</option>
                <option value="weekly">{text.weekly}</option>
              </Select>
            )}
          </Field>
          {digest.frequency === 'weekly' && (
            <Field label={text.weekday}>
              {(control) => (
                <WeekdaySelect
                  {...control}
                  weekday={digest.weekday}
                  onWeekday={(weekday) => change({ weekday })}
                />
              )}
            </Field>
          )}
          <Field label={text.time}>
            {(control) => (
              <Input
                {...control}
                key={digest.time}
                type="time"
                defaultValue={digest.time}
                onBlur={(event) => {
                  const time = event.target.value.slice(0, 5);
                  if (time !== '' && time !== digest.time) change({ time });
                }}
              />
            )}
          </Field>
        </div>
        {settings.digest_at && <p>{text.next(format.weekTime(settings.digest_at))}</p>}
      </div>
    </ProfileSection>
  );
}
