'use client';

import { Check, Input, Select } from '@/components/ui/controls';
import { Field, FieldError } from '@/components/ui/field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useCommandText } from '@/lib/client/notification-command/command-text';
import { useFormat } from '@/lib/client/text/text-context';
import { Priority } from '@/lib/contracts/http/announcement';
import { NotificationCategory, NotificationChannel } from '@/lib/contracts/http/notification-category';

export interface SendOptions {
  category: NotificationCategory;
  priority: Priority;
  channels: NotificationChannel[];
  isLater: boolean;
  /** Times of the sender's own zone; empty for none. */
  scheduled: string;
  expires: string;
}

export const emptyOptions: SendOptions = {
  category: 'other',
  priority: 'normal',
  channels: ['in_app'],
  isLater: false,
  scheduled: '',
  expires: '',
};

interface SendOptionFieldsProps {
  options: SendOptions;
  errorOf: (field: string) => string | undefined;
  onChange: (change: Partial<SendOptions>) => void;
}

/** What it is about, how urgent it is, which ways it goes, and when. */
export function SendOptionFields({ options, errorOf, onChange }: SendOptionFieldsProps) {
  const { send: text, channels: ways } = useCommandText();
  const { timeZone } = useFormat();
  const toggle = (channel: NotificationChannel, isOn: boolean) =>
    onChange({
      channels: NotificationChannel.options.filter((each) =>
        each === channel ? isOn : options.channels.includes(each),
      ),
    });
  const moment = (name: 'scheduled' | 'expires', label: string, error: string | undefined) => (
    <Field label={label} optional={name === 'expires'} hint={text.inZone(timeZone)} error={error}>
      {(control) => (
        <Input
          {...control}
          type="datetime-local"
          value={options[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <div className="grid gap-4 md:grid-cols-2 md:items-start">
        <Field label={text.category} hint={text.categoryHint} error={errorOf('category')}>
          {(control) => (
            <Select
              {...control}
              value={options.category}
              onChange={(event) => onChange({ category: NotificationCategory.parse(event.target.value) })}
            >
              {NotificationCategory.options.map((value) => (
                <option key={value} value={value}>
                  {text.categories[value]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={text.priority} error={errorOf('priority')}>
          {(control) => (
            <Select
              {...control}
              value={options.priority}
              onChange={(event) => onChange({ priority: Priority.parse(event.target.value) })}
            >
              {Priority.options.map((value) => (
                <option key={value} value={value}>
                  {text.priorities[value]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <fieldset>
        <legend className="mb-1.5 font-strong">{text.ways}</legend>
        <div className="flex flex-wrap gap-x-6">
          {NotificationChannel.options.map((channel) => (
            <Check
              key={channel}
              checked={options.channels.includes(channel)}
              onChange={(event) => toggle(channel, event.target.checked)}
            >
              {ways[channel]}
            </Check>
          ))}
        </div>
        <FieldError message={errorOf('channels')} />
      </fieldset>
      <SegmentedControl
        label={text.when}
        showLabel
        options={[
          { value: 'now', label: text.now },
          { value: 'later', label: text.later },
        ]}
        value={options.isLater ? 'later' : 'now'}
        onChange={(when) => onChange({ isLater: when === 'later' })}
      />
      <div className="grid gap-4 md:grid-cols-2 md:items-start">
        {options.isLater && moment('scheduled', text.at, errorOf('scheduled_at'))}
        {moment('expires', text.until, errorOf('expires_at'))}
      </div>
    </>
  );
}
