'use client';

import { useQuery } from '@tanstack/react-query';
import { Input, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { departmentListOptions } from '@/lib/client/department/list-departments';
import { ApiProblem } from '@/lib/client/http/api-problem';
import type { PersonFields as Fields } from '@/lib/client/person/change-person';
import { usePersonText } from '@/lib/client/person/person-text';
import { describeFieldError, describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';

interface PersonFieldsProps {
  values: Fields;
  error: Error | null;
  onChange: (change: Partial<Fields>) => void;
}

/** What is known of a person, to be typed; what the server refuses stands at its field. */
export function PersonFields({ values, error, onChange }: PersonFieldsProps) {
  const text = usePersonText();
  const words = useText().problem;
  const departments = useQuery(departmentListOptions());
  const wrong = (field: string) => {
    const found = error instanceof ApiProblem && error.errors.find((each) => each.field === field);
    return found ? describeFieldError(words, found.code) : undefined;
  };
  const typed = [
    ['name', 'text', 120],
    ['email', 'email', 254],
    ['register_no', 'text', 18],
  ] as const;
  return (
    <>
      {typed.map(([name, type, maxLength]) => (
        <Field key={name} label={text.fields[name]} error={wrong(name)} optional={name === 'register_no'}>
          {(control) => (
            <Input
              {...control}
              type={type}
              autoComplete="off"
              maxLength={maxLength}
              value={values[name] ?? ''}
              onChange={({ target: { value } }) =>
                onChange({ [name]: name === 'register_no' && value === '' ? null : value })
              }
            />
          )}
        </Field>
      ))}
      <Field label={text.fields.department} error={wrong('department_id')} optional>
        {(control) => (
          <Select
            {...control}
            value={values.department_id ?? ''}
            onChange={(event) => onChange({ department_id: event.target.value || null })}
          >
            <option value="">{text.noDepartment}</option>
            {(departments.data?.items ?? []).map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {error && (
        <p role="alert" className="text-danger">
          {describeProblem(words, error)}
        </p>
      )}
    </>
  );
}
