'use client';

import { useState } from 'react';
import { v4 as newKey } from 'uuid';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { useAddHoliday } from '@/lib/client/room/change-holiday';
import { useRoomText } from '@/lib/client/room/room-text';
import { describeFieldError, describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { TermView } from '@/lib/contracts/http/course';

const empty = { day: '', name: '' };

/** Adds a day; how many classes it takes away is said. */
export function HolidayForm({ term }: { term: TermView }) {
  const text = useRoomText();
  const words = useText().problem;
  const { mutate, error, isPending } = useAddHoliday();
  const [fields, setFields] = useState(empty);
  const [key, setKey] = useState(() => newKey());
  const change = (changed: Partial<typeof empty>) => {
    setFields({ ...fields, ...changed });
    setKey(newKey());
  };
  const found = error instanceof ApiProblem ? error.errors : [];
  const wrong = (name: string) => {
    const code = found.find(({ field }) => field === name)?.code;
    if (code === undefined) return undefined;
    return code === 'outside_term' ? text.outsideTerm : describeFieldError(words, code);
  };
  const send = () =>
    mutate(
      { key, body: { term_id: term.id, ...fields } },
      {
        onSuccess: ({ name, cancelled_count }) => {
          toast.success(text.added(name, cancelled_count));
          change(empty);
        },
      },
    );
  return (
    <form
      noValidate
      className="mb-4 grid max-w-2xl gap-3 md:grid-cols-[11rem_minmax(0,1fr)_auto] md:items-start"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field label={text.day} error={wrong('day')}>
        {(control) => (
          <Input
            {...control}
            type="date"
            min={term.starts_on}
            max={term.ends_on}
            value={fields.day}
            onChange={(event) => change({ day: event.target.value })}
          />
        )}
      </Field>
      <Field label={text.holidayName} error={wrong('name')}>
        {(control) => (
          <Input
            {...control}
            type="text"
            autoComplete="off"
            maxLength={200}
            value={fields.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Button
        type="submit"
        className="md:mt-7"
        disabled={isPending || fields.day === '' || fields.name.trim() === ''}
      >
        {text.add}
      </Button>
      {error && found.length === 0 && (
        <p role="alert" className="text-danger md:col-span-full">
          {describeProblem(words, error)}
        </p>
      )}
    </form>
  );
}
