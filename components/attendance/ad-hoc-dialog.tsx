'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { v4 as newKey } from 'uuid';
import { clockIn } from '@/components/timetable/zone-clock';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/controls';
import { DialogWindow } from '@/components/ui/dialog-window';
import { Field } from '@/components/ui/field';
import { SearchChoice } from '@/components/ui/search-choice';
import { useAttendanceProblemText } from '@/lib/client/attendance/attendance-problem-text';
import { useRosterText } from '@/lib/client/attendance/attendance-roster-text';
import { useOpenSession } from '@/lib/client/attendance/open-session';
import { courseSearchOptions } from '@/lib/client/course/search-courses';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { useMe } from '@/lib/client/session/me-context';
import { describeFieldError, describeProblem } from '@/lib/client/text/describe-problem';
import { useFormat, useText } from '@/lib/client/text/text-context';
import type { CourseView } from '@/lib/contracts/http/course';
import { rosterHref } from './session-item';

const nameOf = ({ code, section, name, term }: CourseView) => `${code} ${section}, ${name} (${term.code})`;
const fieldNames = ['day', 'start_time', 'end_time'] as const;

/** A class that is not in the timetable; its roster opens. */
export function AdHocDialog({ onClose }: { onClose: () => void }) {
  const { adHoc: text } = useRosterText();
  const { problem } = useText();
  const { timeZone } = useFormat();
  const router = useRouter();
  const { mutate, error, isPending } = useOpenSession();
  const [courseId, setCourseId] = useState('');
  const [value, setValue] = useState(() => {
    const { date, time } = clockIn(timeZone);
    const hour = time.slice(0, 2);
    return { day: date, start_time: `${hour}:00`, end_time: `${hour}:59`, title: '' };
  });
  const [key, setKey] = useState(() => newKey());
  const own = useAttendanceProblemText();
  const change = (part: Partial<typeof value>) => {
    setValue({ ...value, ...part });
    setKey(newKey());
  };
  const wrong = (name: string) => {
    const found = error instanceof ApiProblem && error.errors.find(({ field }) => field === name);
    return found ? describeFieldError(problem, found.code) : undefined;
  };
  const send = () =>
    mutate(
      { key, body: { ...value, course_id: courseId } },
      {
        onSuccess: ({ id }) => {
          onClose();
          if (id !== null) router.push(rosterHref(id));
        },
      },
    );
  return (
    <DialogWindow
      open
      onOpenChange={onClose}
      title={text.title}
      description={text.about}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button
            look="primary"
            disabled={isPending || courseId === '' || value.title.trim() === ''}
            onClick={send}
          >
            {text.open}
          </Button>
        </>
      }
    >
      <CourseField
        value={courseId}
        onChange={(id) => {
          setCourseId(id);
          setKey(newKey());
        }}
      />
      <Field label={text.name} hint={text.nameHint} error={wrong('title')}>
        {(control) => (
          <Input
            {...control}
            maxLength={120}
            value={value.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <div className="grid gap-3 md:grid-cols-[2fr_1fr_1fr]">
        {fieldNames.map((name) => (
          <Field
            key={name}
            label={{ day: text.day, start_time: text.start, end_time: text.end }[name]}
            error={wrong(name)}
          >
            {(control) => (
              <Input
                {...control}
                type={name === 'day' ? 'date' : 'time'}
                value={value[name]}
                onChange={(event) => change({ [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      {error && (
        <p role="alert" className="text-danger">
          {describeProblem(problem, error, own)}
        </p>
      )}
    </DialogWindow>
  );
}

/** Who teaches chooses among their own courses; administrators look for one. */
function CourseField({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { adHoc: text } = useRosterText();
  const isAdmin = useMe().role === 'admin';
  const [words, setWords] = useState('');
  const found = useQuery(courseSearchOptions(isAdmin ? { query: words.trim() } : { teaching: true }));
  const courses = found.data?.items ?? [];
  if (!isAdmin)
    return (
      <Field label={text.course}>
        {(control) => (
          <Select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
            <option value="">{text.choose}</option>
            {courses.map((course) => (
              <option key={course.id} value={course.id}>
                {nameOf(course)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    );
  return (
    <SearchChoice
      label={text.course}
      placeholder={text.findHint}
      listLabel={text.found}
      value={words}
      onType={(typed) => {
        setWords(typed);
        onChange('');
      }}
      options={value === '' ? courses.map((course) => ({ id: course.id, name: nameOf(course) })) : []}
      status={found.data && courses.length === 0 ? text.nothing : ''}
      onChoose={({ id, name }) => {
        setWords(name);
        onChange(id);
      }}
    />
  );
}
