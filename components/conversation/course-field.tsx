import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SearchChoice } from '@/components/ui/search-choice';
import { useConversationText } from '@/lib/client/conversation/conversation-text';
import { courseSearchOptions } from '@/lib/client/course/search-courses';
import { useMe } from '@/lib/client/session/me-context';

interface CourseFieldProps {
  value: string;
  onChange: (id: string) => void;
}

/** Who teaches chooses among their own courses; administrators look for one. */
export function CourseField({ value, onChange }: CourseFieldProps) {
  const { start: text } = useConversationText();
  const isAdmin = useMe().role === 'admin';
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(value === '' ? typed.trim() : '');
  const { data } = useQuery(courseSearchOptions(isAdmin ? { query } : { teaching: true }));
  const courses = (data?.items ?? []).map(({ id, code, section, name, term }) => ({
    id,
    name: `${code} ${section}`,
    detail: `${name}, ${term.name}`,
  }));
  if (!isAdmin)
    return (
      <Field label={text.courseChoice}>
        {(control) => (
          <Select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
            <option value="">{text.chooseCourse}</option>
            {courses.map(({ id, name, detail }) => (
              <option key={id} value={id}>
                {name}, {detail}
              </option>
            ))}
          </Select>
        )}
      </Field>
    );
  return (
    <SearchChoice
      label={text.courseChoice}
      placeholder={text.chooseCourse}
      listLabel={text.courseChoice}
      value={typed}
      onType={(words) => {
        setTyped(words);
        onChange('');
      }}
      options={value === '' && typed.trim() !== '' ? courses : []}
      status=""
      onChoose={({ id, name, detail }) => {
        setTyped(`${name}, ${detail ?? ''}`);
        onChange(id);
      }}
    />
  );
}
