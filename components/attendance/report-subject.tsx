import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SearchChoice } from '@/components/ui/search-choice';
import { useReportText } from '@/lib/client/attendance/report-text';
import { departmentListOptions } from '@/lib/client/department/list-departments';
import { peopleSearchOptions } from '@/lib/client/person/search-people';
import type { ReportType } from '@/lib/contracts/http/attendance-report';
import { CourseChoice } from './course-choice';

interface SubjectProps {
  value: string;
  onChoose: (id: string) => void;
}

/** Which course, student or department a report is about. */
export function ReportSubject({ type, ...props }: SubjectProps & { type: ReportType }) {
  if (type === 'course') return <CourseChoice {...props} />;
  return type === 'student' ? <StudentChoice {...props} /> : <DepartmentChoice {...props} />;
}

function DepartmentChoice({ value, onChoose }: SubjectProps) {
  const text = useReportText();
  const departments = useQuery(departmentListOptions());
  return (
    <Field label={text.department}>
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onChoose(event.target.value)}>
          <option value="">{text.choose}</option>
          {departments.data?.items.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** The name of the chosen one stands in the field; other words take the choice back. */
function StudentChoice({ value, onChoose }: SubjectProps) {
  const text = useReportText();
  const [typed, setTyped] = useState('');
  const search = useQuery(peopleSearchOptions(useDeferredValue(value === '' ? typed.trim() : '')));
  const students = (search.data?.items ?? []).filter(({ role }) => role === 'student');
  const options = value === '' && typed.trim() !== '' ? students : [];
  return (
    <SearchChoice
      label={text.student}
      placeholder={text.findStudent}
      listLabel={text.found}
      value={typed}
      onType={(words) => {
        setTyped(words);
        onChoose('');
      }}
      options={options.map(({ id, name, email }) => ({ id, name, detail: email }))}
      status={value === '' && search.data && options.length === 0 ? text.nobodyFound : ''}
      onChoose={({ id, name }) => {
        setTyped(name);
        onChoose(id);
      }}
    />
  );
}
