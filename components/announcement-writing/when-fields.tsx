'use client';

import { SegmentedControl } from '@/components/ui/segmented-control';
import { useWritingText } from '@/lib/client/announcement/writing-text';
import { MomentField } from './moment-field';
import { useWritingForm } from './writing-form';

const whens = ['now', 'later'] as const;

/** Published at once, or by the clock at a time to come. */
export function WhenFields() {
  const text = useWritingText();
  const { form, values } = useWritingForm();
  return (
    <div className="grid gap-3">
      <SegmentedControl
        label={text.when}
        showLabel
        options={whens.map((value) => ({ value, label: text.whens[value] }))}
        value={values.when}
        onChange={(when) => form.change({ when })}
      />
      {values.when === 'later' && <MomentField name="scheduled" label={text.publishAt} />}
    </div>
  );
}
