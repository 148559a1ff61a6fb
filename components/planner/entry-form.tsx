'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { v4 as newKey } from 'uuid';
import { Button } from '@/components/ui/button';
import { Check, Input, Select } from '@/components/ui/controls';
import { DialogWindow } from '@/components/ui/dialog-window';
import { type ControlProps, Field, FieldError } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { courseListOptions } from '@/lib/client/course/list-courses';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { pageItems } from '@/lib/client/http/page-items';
import { personListOptions } from '@/lib/client/person/list-people';
import { draftOf, type EntryDraft, useDeleteEntry, useSaveEntry } from '@/lib/client/planner/change-entry';
import { usePlannerText } from '@/lib/client/planner/planner-text';
import { useAllPages } from '@/lib/client/planner/use-all-pages';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { roomsOptions } from '@/lib/client/timetable/list-rooms';
import type { PlanEntry, TimetableView } from '@/lib/contracts/http/plan';
import { NewerEntry } from './newer-entry';

interface EntryFormProps {
  timetable: TimetableView;
  /** `null` for a new one. */
  entry: PlanEntry | null;
  onClose: () => void;
}

const empty: EntryDraft = {
  course_id: '',
  faculty_id: null,
  room_id: null,
  entry_type: 'lecture',
  day_of_week: 1,
  start_time: '09:00',
  end_time: '10:30',
  weeks: 'every',
  starts_on: null,
  ends_on: null,
  is_locked: false,
};
const types = ['lecture', 'lab', 'tutorial', 'exam'] as const;
const weeks = ['every', 'a', 'b'] as const;

/** One class of a draft. A refusal says at which field; whoever is late sees both versions. */
export function EntryForm({ timetable, entry, onClose }: EntryFormProps) {
  const text = usePlannerText();
  const { form } = text;
  const { problem } = useText();
  const [value, setValue] = useState<EntryDraft>(entry ? draftOf(entry) : empty);
  const save = useSaveEntry(timetable.id);
  const remove = useDeleteEntry();
  const key = useRef(newKey());
  const rooms = useQuery(roomsOptions());
  const { term, department } = timetable;
  const courseList = useInfiniteQuery(courseListOptions({ term_id: term.id, department_id: department.id }));
  const facultyList = useInfiniteQuery(personListOptions({ role: 'faculty', status: 'active' }));
  useAllPages(courseList);
  useAllPages(facultyList);
  const courses = pageItems(courseList.data);
  const faculty = pageItems(facultyList.data);
  const error = save.error ?? remove.error;
  const wrong = error instanceof ApiProblem ? error.errors : [];
  const set = (part: Partial<EntryDraft>) => {
    key.current = newKey();
    setValue({ ...value, ...part });
  };
  const done = (said: string) => ({
    onSuccess: () => {
      toast.success(said);
      onClose();
    },
  });
  const send = (version = entry?.version ?? 0) =>
    save.mutate(
      {
        draft: value,
        entry: entry && { entry_id: entry.entry_id, version },
        idempotencyKey: key.current,
      },
      done(form.saved),
    );
  const field = (
    name: keyof EntryDraft,
    label: string,
    control: (props: ControlProps) => ReactNode,
    hint?: string,
  ) => (
    <Field label={label} hint={hint} error={wrong.find((each) => each.field === name)?.message}>
      {control}
    </Field>
  );
  const chooseCourse = (course_id: string) => {
    const teacher = courses.find(({ id }) => id === course_id)?.faculty[0]?.id ?? null;
    set({ course_id, faculty_id: value.faculty_id ?? teacher });
  };
  // What is chosen is there to see, also when it is beyond the first page or not active any more.
  const withChosen = <T extends { id: string }>(items: readonly T[], chosen: T | null | undefined) =>
    chosen && !items.some(({ id }) => id === chosen.id) ? [chosen, ...items] : items;
  const teachers = withChosen(
    faculty.map(({ id, name }) => ({ id, name })),
    entry?.faculty ?? courses.find(({ id }) => id === value.course_id)?.faculty[0],
  );
  return (
    <DialogWindow
      open
      isWide
      onOpenChange={(open) => !open && onClose()}
      title={entry ? form.edit(entry.course.code) : form.add}
      close={form.close}
      actions={
        <>
          {entry && (
            <Button disabled={remove.isPending} onClick={() => remove.mutate(entry, done(form.deleted))}>
              {form.delete}
            </Button>
          )}
          <Button look="primary" disabled={save.isPending || value.course_id === ''} onClick={() => send()}>
            {save.isPending ? form.saving : form.save}
          </Button>
        </>
      }
    >
      <div className="grid gap-3 md:grid-cols-2">
        {field('course_id', form.course, (control) => (
          <Select {...control} value={value.course_id} onChange={(event) => chooseCourse(event.target.value)}>
            <option value="">{text.choose}</option>
            {withChosen(
              courses.map(({ id, code, name, section }) => ({ id, code: `${code} ${section}`, name })),
              entry?.course,
            ).map(({ id, code, name }) => (
              <option key={id} value={id}>
                {code} {name}
              </option>
            ))}
          </Select>
        ))}
        {field('faculty_id', form.faculty, (control) => (
          <Select
            {...control}
            value={value.faculty_id ?? ''}
            onChange={(event) => set({ faculty_id: event.target.value || null })}
          >
            <option value="">{form.nobody}</option>
            {teachers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        ))}
        {field('room_id', form.room, (control) => (
          <Select
            {...control}
            value={value.room_id ?? ''}
            onChange={(event) => set({ room_id: event.target.value || null })}
          >
            <option value="">{form.noRoom}</option>
            {rooms.data?.items.map(({ id, code, capacity }) => (
              <option key={id} value={id}>
                {code} ({capacity})
              </option>
            ))}
          </Select>
        ))}
        {field('entry_type', form.type, (control) => (
          <Select
            {...control}
            value={value.entry_type}
            onChange={(event) =>
              set({ entry_type: types.find((each) => each === event.target.value) ?? 'lecture' })
            }
          >
            {types.map((type) => (
              <option key={type} value={type}>
                {form.types[type]}
              </option>
            ))}
          </Select>
        ))}
        {field('day_of_week', form.day, (control) => (
          <Select
            {...control}
            value={value.day_of_week}
            onChange={(event) => set({ day_of_week: Number(event.target.value) })}
          >
            {text.days.slice(1).map((day, index) => (
              <option key={day} value={index + 1}>
                {day}
              </option>
            ))}
          </Select>
        ))}
        {field('weeks', form.weeks, (control) => (
          <Select
            {...control}
            value={value.weeks}
            onChange={(event) => set({ weeks: weeks.find((each) => each === event.target.value) ?? 'every' })}
          >
            {weeks.map((each) => (
              <option key={each} value={each}>
                {form.weekNames[each]}
              </option>
            ))}
          </Select>
        ))}
        {(['start_time', 'end_time'] as const).map((name) => (
          <div key={name}>
            {field(name, name === 'start_time' ? form.start : form.end, (control) => (
              <Input
                {...control}
                type="time"
                value={value[name]}
                onChange={(event) => set({ [name]: event.target.value })}
              />
            ))}
          </div>
        ))}
        {(['starts_on', 'ends_on'] as const).map((name) => (
          <div key={name}>
            {field(
              name,
              name === 'starts_on' ? form.startsOn : form.endsOn,
              (control) => (
                <Input
                  {...control}
                  type="date"
                  min={timetable.term.starts_on}
                  max={timetable.term.ends_on}
                  value={value[name] ?? ''}
                  onChange={(event) => set({ [name]: event.target.value || null })}
                />
              ),
              form.dateHint,
            )}
          </div>
        ))}
      </div>
      <Check checked={value.is_locked} onChange={(event) => set({ is_locked: event.target.checked })}>
        {form.lock}
      </Check>
      {error instanceof ApiProblem && error.status === 412 ? (
        <NewerEntry
          current={error.current}
          mine={value}
          onTake={onClose}
          onKeep={(theirs) => send(theirs.version)}
        />
      ) : (
        error && (
          <div role="alert">
            <FieldError message={describeProblem(problem, error)} />
          </div>
        )
      )}
    </DialogWindow>
  );
}
