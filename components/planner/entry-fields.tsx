'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Input, Select } from '@/components/ui/controls';
import { type ControlProps, Field } from '@/components/ui/field';
import { courseListOptions } from '@/lib/client/course/list-courses';
import { pageItems } from '@/lib/client/http/page-items';
import { personListOptions } from '@/lib/client/person/list-people';
import type { EntryDraft } from '@/lib/client/planner/change-entry';
import { usePlannerText } from '@/lib/client/planner/planner-text';
import { useAllPages } from '@/lib/client/planner/use-all-pages';
import { roomsOptions } from '@/lib/client/timetable/list-rooms';
import type { PlanEntry, TimetableView } from '@/lib/contracts/http/plan';
import type { FieldError } from '@/lib/contracts/http/problem';

interface EntryFieldsProps {
  timetable: TimetableView;
  entry: PlanEntry | null;
  value: EntryDraft;
  onChange: (part: Partial<EntryDraft>) => void;
  /** What the server refused of it. */
  wrong: readonly FieldError[];
}

const types = ['lecture', 'lab', 'tutorial', 'exam'] as const;
const weeks = ['every', 'a', 'b'] as const;

/** What is to be said of a class: whose, where and when. */
export function EntryFields({ timetable, entry, value, onChange: set, wrong }: EntryFieldsProps) {
  const text = usePlannerText();
  const { form } = text;
  const rooms = useQuery(roomsOptions());
  const { term, department } = timetable;
  const courseList = useInfiniteQuery(courseListOptions({ term_id: term.id, department_id: department.id }));
  const facultyList = useInfiniteQuery(personListOptions({ role: 'faculty', status: 'active' }));
  useAllPages(courseList);
  useAllPages(facultyList);
  const courses = pageItems(courseList.data);
  const faculty = pageItems(facultyList.data);
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
  );
}
