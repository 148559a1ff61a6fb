'use client';

import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useWritingText } from '@/lib/client/announcement/writing-text';
import { localPart, readZonedTime, zonedValue } from '@/lib/client/announcement/zoned-time';
import { takeTyped } from '@/lib/client/form/use-form-state';
import { useFormat } from '@/lib/client/text/text-context';
import { useWritingForm } from './writing-form';

interface MomentFieldProps {
  name: 'scheduled' | 'expires';
  label: string;
  hint?: string;
  optional?: boolean;
}

/** A time in the writer's own zone, which is named. Where the clock is changed the field says so and offers the ways out. */
export function MomentField({ name, label, hint, optional = false }: MomentFieldProps) {
  const text = useWritingText();
  const format = useFormat();
  const { timeZone } = format;
  const { form, values, errors } = useWritingForm();
  const value = values[name];
  const change = (next: string) => form.change(name === 'expires' ? { expires: next } : { scheduled: next });
  const time = readZonedTime(value, timeZone);
  const wrong = time.kind === 'skipped' ? text.skipped(format.dateTime(time.instead)) : errors.get(name);
  const shown = time.kind === 'moment' ? text.inZone(format.weekTime(time.at), timeZone) : undefined;
  return (
    <div className="grid gap-2">
      <Field
        label={label}
        optional={optional}
        hint={[shown ?? text.yourZone(timeZone), hint].filter(Boolean).join(' · ')}
        error={wrong}
      >
        {(ids) => (
          <Input
            {...ids}
            ref={takeTyped(localPart(value), change)}
            type="datetime-local"
            value={localPart(value)}
            onChange={(event) => change(event.target.value)}
          />
        )}
      </Field>
      {time.kind === 'skipped' && (
        <Button
          size="small"
          className="justify-self-start"
          onClick={() => change(zonedValue(time.instead, timeZone))}
        >
          {text.useInstead}
        </Button>
      )}
      {time.kind === 'moment' && time.choices.length > 1 && (
        <SegmentedControl
          label={text.twice}
          showLabel
          options={time.choices.map(({ at, offset }) => ({
            value: offset,
            label: text.offset(format.clock(at), offset),
          }))}
          value={time.choices.find(({ at }) => at === time.at)?.offset ?? ''}
          onChange={(offset) => change(`${localPart(value)}${offset}`)}
        />
      )}
    </div>
  );
}
