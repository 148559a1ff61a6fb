import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SearchChoice } from '@/components/ui/search-choice';
import { ApiProblem } from '@/lib/client/http/api-problem';
import type { PersonCare } from '@/lib/client/person/change-person';
import { usePersonText } from '@/lib/client/person/person-text';
import { facultySearchOptions } from '@/lib/client/person/search-faculty';
import { describeFieldError } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';

interface CareFieldsProps {
  advisor: { id: string; name: string } | null;
  values: PersonCare;
  error: Error | null;
  onChange: (values: PersonCare) => void;
}

/** Of a student: who looks after them, and where a guardian is told of alerts. An emptied field means nobody. */
export function CareFields({ advisor, values, error, onChange }: CareFieldsProps) {
  const { care, fields } = usePersonText();
  const words = useText().problem;
  const [typed, setTyped] = useState(advisor?.name ?? '');
  const search = useQuery(facultySearchOptions(useDeferredValue(typed.trim())));
  const options = (search.data?.items ?? []).map(({ id, name, email }) => ({ id, name, detail: email }));
  const wrong = (field: string) => {
    const found = error instanceof ApiProblem && error.errors.find((each) => each.field === field);
    return found ? describeFieldError(words, found.code) : undefined;
  };
  return (
    <>
      <SearchChoice
        label={fields.advisor}
        placeholder={care.find}
        listLabel={care.found}
        error={wrong('advisor_id')}
        optional
        value={typed}
        onType={(words) => {
          setTyped(words);
          onChange({ ...values, advisor_id: null });
        }}
        options={values.advisor_id === null ? options : []}
        status={values.advisor_id === null && typed === '' ? care.nobody : ''}
        onChoose={({ id, name }) => {
          setTyped(name);
          onChange({ ...values, advisor_id: id });
        }}
      />
      <Field label={fields.guardian_email} error={wrong('guardian_email')} optional>
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="off"
            maxLength={254}
            value={values.guardian_email}
            onChange={({ target }) => onChange({ ...values, guardian_email: target.value })}
          />
        )}
      </Field>
    </>
  );
}
