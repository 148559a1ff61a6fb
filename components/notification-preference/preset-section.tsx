'use client';

import { clsx } from 'clsx';
import { ProfileSection } from '@/components/profile/profile-section';
import { toast } from '@/components/ui/toast';
import { usePreferenceText } from '@/lib/client/notification-preference/preference-text';
import type { SectionProps } from './section-props';

const presetNames = ['everything', 'important', 'quiet'] as const;

/** Three choices to begin with; another one takes back what departs from it, with a way back. */
export function PresetSection({ settings, save }: SectionProps) {
  const text = usePreferenceText().preset;
  const choose = (preset: (typeof presetNames)[number]) => {
    const { preset: before, own } = settings;
    save({ settings: { preset } });
    if (own.length > 0) toast.undo(text.taken, () => save({ settings: { preset: before, own } }));
  };
  return (
    <ProfileSection title={text.title}>
      <fieldset className="grid gap-2 py-4 sm:grid-cols-3">
        <legend className="sr-only">{text.title}</legend>
        {presetNames.map((preset) => (
          <label
            key={preset}
            className={clsx(
              'grid content-start gap-1 rounded-md border p-3 has-focus-visible:outline-2',
              'has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
              settings.preset === preset
                ? 'border-accent bg-accent-tint'
                : 'border-line-strong hover:bg-sunken',
            )}
          >
            <span className="flex items-center gap-2 font-strong">
              <input
                type="radio"
                name="preset"
                className="size-4 accent-accent"
                checked={settings.preset === preset}
                onChange={() => choose(preset)}
              />
              {text.names[preset]}
            </span>
            <span className="text-sm text-ink-2">{text.hints[preset]}</span>
          </label>
        ))}
      </fieldset>
    </ProfileSection>
  );
}
