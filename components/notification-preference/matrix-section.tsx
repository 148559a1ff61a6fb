'use client';

import { clsx } from 'clsx';
import { Lock } from 'lucide-react';
import { ProfileSection } from '@/components/profile/profile-section';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { toast } from '@/components/ui/toast';
import { categoryNames, cellOf, channelNames } from '@/lib/client/notification-preference/apply-change';
import { usePreferenceText } from '@/lib/client/notification-preference/preference-text';
import type { NotificationCategory, NotificationChannel } from '@/lib/contracts/http/notification-category';
import type { SectionProps } from './section-props';

const modes = ['on', 'digest', 'off'] as const;

/** What goes by which channel: the preset's word, or one's own. */
export function MatrixSection({ settings, save }: SectionProps) {
  const { matrix: text, categories, channels, saved } = usePreferenceText();
  const shown = channelNames.filter((channel) => channel !== 'sms' || settings.has_phone);
  const reset = () => {
    const { preset, own } = settings;
    save({ settings: { preset } });
    toast.undo(saved, () => save({ settings: { own } }));
  };
  return (
    <ProfileSection
      title={text.title}
      action={
        settings.own.length > 0 && (
          <Button size="small" onClick={reset}>
            {text.reset}
          </Button>
        )
      }
    >
      <p className="py-3 text-sm text-ink-3">{text.hint}</p>
      <table className="w-full table-fixed border-collapse text-left">
        <caption className="sr-only">{text.title}</caption>
        <thead>
          <tr className="border-b text-sm text-ink-3">
            <th scope="col" className="w-[34%] py-2 font-normal">
              {text.category}
            </th>
            {shown.map((channel) => (
              <th key={channel} scope="col" className="px-1 py-2 font-normal wrap-anywhere">
                {channels[channel]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categoryNames.map((category) => (
            <tr key={category} className="border-b">
              <th scope="row" className="py-1.5 pr-2 font-normal wrap-anywhere">
                {categories[category]}
              </th>
              {shown.map((channel) => (
                <td key={channel} className="px-1 py-1.5">
                  <CellControl {...{ settings, save, category, channel }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ProfileSection>
  );
}

function CellControl({
  settings,
  save,
  category,
  channel,
}: SectionProps & { category: NotificationCategory; channel: NotificationChannel }) {
  const { matrix: text, categories, channels } = usePreferenceText();
  const { mode, isOwn, isMandatory } = cellOf(settings, category, channel);
  if (isMandatory)
    return (
      <span className="flex min-h-9 items-center gap-1 text-sm text-ink-3" title={text.alwaysHint}>
        <Icon of={Lock} /> {text.always}
      </span>
    );
  const label = text.cell(categories[category], channels[channel]);
  return (
    <select
      aria-label={isOwn ? `${label} (${text.own})` : label}
      value={mode}
      onChange={(event) => {
        const chosen = modes.find((each) => each === event.target.value);
        if (chosen) save({ settings: { own: [{ category, [channel]: chosen }] } });
      }}
      className={clsx(
        'h-11 w-full rounded-md border bg-raised px-1 text-md text-ink md:h-9 md:text-base',
        isOwn ? 'border-accent font-strong' : 'border-line-strong',
      )}
    >
      {modes.map((each) => (
        <option key={each} value={each}>
          {text.modes[each]}
        </option>
      ))}
    </select>
  );
}
