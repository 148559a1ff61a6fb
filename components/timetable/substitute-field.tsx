'use client';

import { useQuery } from '@tanstack/react-query';
import { Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { type TeachingTime, teachersOptions } from '@/lib/client/timetable/list-teachers';
import { useTimetableText } from '@/lib/client/timetable/timetable-text';

interface SubstituteFieldProps {
  /** Empty: as planned. */
  value: string;
  /** Who stands in already; shown though they are not among the first hundred. */
  current: { id: string; name: string } | null;
  plannedId: string | undefined;
  time: TeachingTime;
  onChange: (id: string) => void;
}

/** Who teaches instead; who is free at the time comes first. */
export function SubstituteField({ value, current, plannedId, time, onChange }: SubstituteFieldProps) {
  const { form: text } = useTimetableText();
  const isTime = time.day !== '' && time.start_time !== '' && time.start_time < time.end_time;
  const found = useQuery(teachersOptions(isTime ? time : {}));
  const others = (found.data?.items ?? []).filter(({ id }) => id !== plannedId);
  const free = others.filter((each) => each.is_free);
  const isListed = current === null || others.some(({ id }) => id === current.id);
  const options = (teachers: readonly { id: string; name: string }[]) =>
    teachers.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ));
  return (
    <Field label={text.substitute}>
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{text.noSubstitute}</option>
          {!isListed && options([current])}
          <optgroup label={text.free}>{options(free)}</optgroup>
          <optgroup label={text.busy}>{options(others.filter((each) => !each.is_free))}</optgroup>
        </Select>
      )}
    </Field>
  );
}
