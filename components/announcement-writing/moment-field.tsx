'use client';

import { useController, useFormContext } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { AnnouncementDraft } from '@/lib/client/announcement/announcement-form';
import { useWritingText } from '@/lib/client/announcement/writing-text';
import { localPart, readZonedTime, zonedValue } from '@/lib/client/announcement/zoned-time';
import { useFormat } from '@/lib/client/text/text-context';

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
  const { control } = useFormContext<AnnouncementDraft>();
  const { field, fieldState } = useController({ control, name });
  const time = readZonedTime(field.value, timeZone);
  const skipped =
    time.kind === 'skipped' ? text.skipped(format.dateTime(time.instead)) : fieldState.error?.message;
  const shown = time.kind === 'moment' ? text.inZone(format.weekTime(time.at), timeZone) : undefined;
  return (
    <div className="grid gap-2">
      <Field
        label={label}
        optional={optional}
        hint={[shown ?? text.yourZone(timeZone), hint].filter(Boolean).join(' · ')}
        error={skipped}
      >
        {(ids) => (
          <Input
            {...ids}
            ref={field.ref}
            type="datetime-local"
            value={localPart(field.value)}
            onBlur={field.onBlur}
            onChange={(event) => field.onChange(event.target.value)}
          />
        )}
      </Field>
      {time.kind === 'skipped' && (
        <Button
          size="small"
          className="justify-self-start"
          onClick={() => field.onChange(zonedValue(time.instead, timeZone))}
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
          onChange={(offset) => field.onChange(`${localPart(field.value)}${offset}`)}
        />
      )}
    </div>
  );
}
