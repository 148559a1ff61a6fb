import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SearchChoice } from '@/components/ui/search-choice';
import { useScanText } from '@/lib/client/attendance/scan-text';
import { courseSearchOptions } from '@/lib/client/course/search-courses';
import { useMe } from '@/lib/client/session/me-context';

interface CourseChoiceProps {
  value: string;
  onChoose: (id: string) => void;
}

/** One of the courses one teaches; administrators search all. */
export function CourseChoice(props: CourseChoiceProps) {
  const { role } = useMe();
  return role === 'admin' ? <AnyCourse {...props} /> : <OwnCourse {...props} />;
}

function OwnCourse({ value, onChoose }: CourseChoiceProps) {
  const text = useScanText();
  const courses = useQuery(courseSearchOptions({ teaching: true }));
  return (
    <Field label={text.course}>
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onChoose(event.target.value)}>
          <option value="">{text.choose}</option>
          {courses.data?.items.map(({ id, code, name, term, section }) => (
            <option key={id} value={id}>
              {code} {section}, {name}, {term.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** The words of the chosen one stand in the field; other words take the choice back. */
function AnyCourse({ value, onChoose }: CourseChoiceProps) {
  const text = useScanText();
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(value === '' ? typed.trim() : '');
  const search = useQuery(courseSearchOptions({ query }));
  const options = value === '' && typed.trim() !== '' ? (search.data?.items ?? []) : [];
  return (
    <SearchChoice
      label={text.course}
      placeholder={text.findCourse}
      listLabel={text.courses}
      value={typed}
      onType={(words) => {
        setTyped(words);
        onChoose('');
      }}
      options={options.map(({ id, code, section, name, term }) => ({
        id,
        name: `${code} ${section}`,
        detail: `${name}, ${term.name}`,
      }))}
      status={value === '' && search.data && options.length === 0 ? text.noCourse : ''}
      onChoose={({ id, name, detail }) => {
        setTyped(`${name}, ${detail ?? ''}`);
        onChoose(id);
      }}
    />
  );
}
