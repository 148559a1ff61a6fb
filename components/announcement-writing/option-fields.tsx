'use client';

import { Check, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { useWritingText } from '@/lib/client/announcement/writing-text';
import { Priority } from '@/lib/contracts/http/announcement';
import { useWritingForm } from './writing-form';

/** How it is shown to its readers, and what it asks of them. */
export function OptionFields() {
  const text = useWritingText();
  const { form, values, errors } = useWritingForm();
  const isUrgent = values.priority === 'urgent';
  return (
    <div className="grid gap-2">
      <Field label={text.priority} error={errors.get('priority')}>
        {(ids) => (
          <Select
            {...ids}
            value={values.priority}
            onChange={(event) => form.change({ priority: Priority.parse(event.target.value) })}
          >
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
          <Check
            key="chosen"
            checked={values.acknowledgement}
            onChange={(event) => form.change({ acknowledgement: event.target.checked })}
          >
            {text.acknowledge}
          </Check>
        )}
        <Check checked={values.pinned} onChange={(event) => form.change({ pinned: event.target.checked })}>
          {text.pin}
        </Check>
      </div>
    </div>
  );
}
