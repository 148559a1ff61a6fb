'use client';

import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/controls';
import { Icon } from '@/components/ui/icon';
import { SearchChoice } from '@/components/ui/search-choice';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import type { Teacher } from '@/lib/client/course/course-fields';
import { useCourseText } from '@/lib/client/course/course-text';
import { facultySearchOptions } from '@/lib/client/person/search-faculty';
import { FacultyRole } from '@/lib/contracts/http/course';
import { useChoiceStatus } from './use-choice-status';

interface FacultyFieldProps {
  faculty: readonly Teacher[];
  error: string | undefined;
  onChange: (faculty: readonly Teacher[]) => void;
}

/** Who teaches a course and in which role. Whoever is added first is its primary teacher. */
export function FacultyField({ faculty, error, onChange }: FacultyFieldProps) {
  const { course: text, choice } = useCatalogueText();
  const { roles } = useCourseText();
  const statusOf = useChoiceStatus();
  const [typed, setTyped] = useState('');
  const search = useQuery(facultySearchOptions(useDeferredValue(typed.trim())));
  const options = (search.data?.items ?? [])
    .filter(({ id }) => !faculty.some((each) => each.id === id))
    .map(({ id, name, email, department }) => ({
      id,
      name,
      detail: department ? `${email}, ${department.code}` : email,
    }));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-strong">{text.faculty}</legend>
      {faculty.length === 0 ? (
        <p className="text-ink-3">{text.noFaculty}</p>
      ) : (
        <ul className="border-t">
          {faculty.map((each) => (
            <li key={each.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b py-1.5">
              <span className="min-w-0 grow wrap-anywhere">
                <bdi>{each.name}</bdi>
              </span>
              <span className="w-40">
                <Select
                  aria-label={text.roleOf(each.name)}
                  value={each.role}
                  onChange={(event) => {
                    const role = FacultyRole.options.find((one) => one === event.target.value) ?? each.role;
                    onChange(faculty.map((one) => (one.id === each.id ? { ...one, role } : one)));
                  }}
                >
                  {FacultyRole.options.map((role) => (
                    <option key={role} value={role}>
                      {roles[role]}
                    </option>
                  ))}
                </Select>
              </span>
              <Button
                look="quiet"
                size="icon"
                aria-label={choice.remove(each.name)}
                onClick={() => onChange(faculty.filter(({ id }) => id !== each.id))}
              >
                <Icon of={X} />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <SearchChoice
        label={text.addFaculty}
        placeholder={text.findFaculty}
        listLabel={text.facultyFound}
        error={error}
        value={typed}
        onType={setTyped}
        options={options}
        status={statusOf(search, options.length)}
        onChoose={({ id, name }) => {
          const role = faculty.some((each) => each.role === 'primary') ? 'co_instructor' : 'primary';
          onChange([...faculty, { id, name, role }]);
          setTyped('');
        }}
      />
    </fieldset>
  );
}
