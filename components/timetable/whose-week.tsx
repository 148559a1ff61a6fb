'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Select } from '@/components/ui/controls';
import { SearchField } from '@/components/ui/search-field';
import { courseListOptions } from '@/lib/client/course/list-courses';
import { teachersOptions } from '@/lib/client/timetable/list-teachers';
import { useTimetableText } from '@/lib/client/timetable/timetable-text';

interface ChoiceProps {
  of: 'faculty' | 'course';
  value: string;
  onChange: (id: string) => void;
}

/** Whose week is looked at: words to find them by, and those that were found. */
export function WhoseWeek(props: ChoiceProps) {
  return props.of === 'faculty' ? <TeacherChoice {...props} /> : <CourseChoice {...props} />;
}

function TeacherChoice({ value, onChange }: ChoiceProps) {
  const text = useTimetableText().choice;
  const [query, setQuery] = useState('');
  const found = useQuery(teachersOptions({ query }));
  const items = (found.data?.items ?? []).map(({ id, name }) => ({ id, label: name }));
  return (
    <Choice
      label={text.teacher}
      choose={text.chooseTeacher}
      {...{ query, setQuery, items, value, onChange }}
    />
  );
}

function CourseChoice({ value, onChange }: ChoiceProps) {
  const text = useTimetableText().choice;
  const [query, setQuery] = useState('');
  const found = useInfiniteQuery(courseListOptions({ query }));
  const items = (found.data?.pages[0]?.items ?? []).map(({ id, code, section, name, term }) => ({
    id,
    label: `${code} ${section}, ${name} (${term.code})`,
  }));
  return (
    <Choice label={text.course} choose={text.chooseCourse} {...{ query, setQuery, items, value, onChange }} />
  );
}

function Choice(props: {
  label: string;
  choose: string;
  query: string;
  setQuery: (query: string) => void;
  items: readonly { id: string; label: string }[];
  value: string;
  onChange: (id: string) => void;
}) {
  const { label, choose, query, setQuery, items, value, onChange } = props;
  const text = useTimetableText().choice;
  return (
    <div className="flex min-w-0 flex-wrap gap-3">
      <SearchField label={text.search(label)} value={query} onSearch={setQuery} />
      <Select
        aria-label={label}
        value={items.some(({ id }) => id === value) ? value : ''}
        onChange={(event) => onChange(event.target.value)}
        className="min-w-48 max-w-full"
      >
        <option value="">{items.length === 0 ? text.none : choose}</option>
        {items.map((each) => (
          <option key={each.id} value={each.id}>
            {each.label}
          </option>
        ))}
      </Select>
    </div>
  );
}
