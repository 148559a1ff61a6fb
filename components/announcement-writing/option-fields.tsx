'use client';

import { useController, useFormContext } from 'react-hook-form';
import { Check, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import type { AnnouncementDraft } from '@/lib/client/announcement/announcement-form';
import { useWritingText } from '@/lib/client/announcement/writing-text';
import { Priority } from '@/lib/contracts/http/announcement';

/** How it is shown to its readers, and what it asks of them. */
export function OptionFields() {
  const text = useWritingText();
  const { control, register, formState } = useFormContext<AnnouncementDraft>();
  const { field } = useController({ control, name: 'priority' });
  const isUrgent = field.value === 'urgent';
  return (
    <div className="grid gap-2">
      <Field label={text.priority} error={formState.errors.priority?.message}>
        {(ids) => (
          <Select {...ids} {...field}>
            {Priority.options.map((value) => (
              <option key={value} value={value}>
                {text.priorities[value]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div>
        {isUrgent ? (
          <Check key="always" checked disabled readOnly>
            {text.acknowledge}
            <span className="block text-sm text-ink-3">{text.acknowledgeUrgent}</span>
          </Check>
        ) : (
          <Check key="chosen" {...register('acknowledgement')}>
            {text.acknowledge}
          </Check>
        )}
        <Check {...register('pinned')}>{text.pin}</Check>
      </div>
    </div>
  );
}
