'use client';

import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useChoiceStatus } from '@/components/course/use-choice-status';
import { Button } from '@/components/ui/button';
import { Input, Select, Textarea } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { SearchChoice } from '@/components/ui/search-choice';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import { departmentListOptions } from '@/lib/client/department/list-departments';
import type { SubjectFields as Fields } from '@/lib/client/subject/change-subject';
import { subjectSearchOptions } from '@/lib/client/subject/list-subjects';
import { describeFieldError } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';

interface SubjectFieldsProps {
  /** Of the subject itself, which it cannot need; none of a new one. */
  id: string | undefined;
  values: Fields;
  /** The code of what is wrong, by field. */
  wrong: ReadonlyMap<string, string>;
  onChange: (change: Partial<Fields>) => void;
}

export function SubjectFields({ id, values, wrong, onChange }: SubjectFieldsProps) {
  const { subject: text, wrong: ofWrong } = useCatalogueText();
  const labels = useSubjectLabels();
  const words = useText().problem;
  const departments = useQuery(departmentListOptions()).data?.items ?? [];
  const errorOf = (name: string) => {
    const code = wrong.get(name);
    if (code === undefined) return undefined;
    return code === 'circle' ? ofWrong.circle : describeFieldError(words, code);
  };
  const typed = [
    ['code', 20],
    ['name', 200],
    ['credits', 2],
  ] as const;
  return (
    <>
      <div className="grid gap-4 md:grid-cols-2 md:items-start">
        {typed.map(([name, maxLength]) => (
          <Field key={name} label={labels[name]} error={errorOf(name)}>
            {(control) => (
              <Input
                {...control}
                inputMode={name === 'credits' ? 'numeric' : 'text'}
                autoComplete="off"
                maxLength={maxLength}
                value={values[name]}
                onChange={(event) => onChange({ [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Field label={labels.department_id} error={errorOf('department_id')} optional>
          {(control) => (
            <Select
              {...control}
              value={values.department_id}
              onChange={(event) => onChange({ department_id: event.target.value })}
            >
              <option value="">{text.noDepartment}</option>
              {departments.map((department) => (
                <option key={department.id} value={department.id}>
                  {department.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Field label={labels.description} error={errorOf('description')} optional>
        {(control) => (
          <Textarea
            {...control}
            className="min-h-20!"
            maxLength={5_000}
            value={values.description}
            onChange={(event) => onChange({ description: event.target.value })}
          />
        )}
      </Field>
      <PrerequisitesField
        ownId={id}
        chosen={values.prerequisites}
        error={errorOf('prerequisite_ids')}
        onChange={(prerequisites) => onChange({ prerequisites })}
      />
    </>
  );
}

interface PrerequisitesFieldProps {
  ownId: string | undefined;
  chosen: Fields['prerequisites'];
  error: string | undefined;
  onChange: (chosen: Fields['prerequisites']) => void;
}

function PrerequisitesField({ ownId, chosen, error, onChange }: PrerequisitesFieldProps) {
  const { subject: text, course, choice } = useCatalogueText();
  const statusOf = useChoiceStatus();
  const [typed, setTyped] = useState('');
  const search = useQuery(subjectSearchOptions(useDeferredValue(typed.trim())));
  const found = (search.data?.items ?? []).filter(
    ({ id }) => id !== ownId && !chosen.some((each) => each.id === id),
  );
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-strong">{text.prerequisites}</legend>
      {chosen.length > 0 && (
        <ul className="border-t">
          {chosen.map(({ id, code, name }) => (
            <li key={id} className="flex items-center gap-x-3 border-b py-1">
              <span className="min-w-0 grow wrap-anywhere">
                <span className="tabular-nums">{code}</span> <bdi>{name}</bdi>
              </span>
              <Button
                look="quiet"
                size="icon"
                aria-label={choice.remove(code)}
                onClick={() => onChange(chosen.filter((each) => each.id !== id))}
              >
                <Icon of={X} />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <SearchChoice
        label={text.addPrerequisite}
        placeholder={course.findSubject}
        listLabel={course.subjectsFound}
        error={error}
        optional
        value={typed}
        onType={setTyped}
        options={found.map(({ id, code, name }) => ({ id, name: code, detail: name }))}
        status={statusOf(search, found.length)}
        onChoose={(choiceMade) => {
          const added = found.find(({ id }) => id === choiceMade.id);
          if (added) onChange([...chosen, { id: added.id, code: added.code, name: added.name }]);
          setTyped('');
        }}
      />
    </fieldset>
  );
}

export function useSubjectLabels(): Readonly<Record<keyof Fields, string>> {
  const { code, name, subject: text } = useCatalogueText();
  return {
    code,
    name,
    credits: text.credits,
    department_id: text.department,
    description: text.description,
    prerequisites: text.prerequisites,
  };
}
