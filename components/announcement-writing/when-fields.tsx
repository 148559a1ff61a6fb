'use client';

import { useController, useFormContext } from 'react-hook-form';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { AnnouncementDraft } from '@/lib/client/announcement/announcement-form';
import { useWritingText } from '@/lib/client/announcement/writing-text';
import { MomentField } from './moment-field';

const whens = ['now', 'later'] as const;

/** Published at once, or by the clock at a time to come. */
export function WhenFields() {
  const text = useWritingText();
  const { control } = useFormContext<AnnouncementDraft>();
  const { field } = useController({ control, name: 'when' });
  return (
    <div className="grid gap-3">
      <SegmentedControl
        label={text.when}
        showLabel
        options={whens.map((value) => ({ value, label: text.whens[value] }))}
        value={field.value}
        onChange={field.onChange}
      />
      {field.value === 'later' && <MomentField name="scheduled" label={text.publishAt} />}
    </div>
  );
}
