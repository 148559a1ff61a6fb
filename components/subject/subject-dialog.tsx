'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { v4 as newKey } from 'uuid';
import { type Difference, EditDialog } from '@/components/course/edit-dialog';
import { toast } from '@/components/ui/toast';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import { wrongCodes } from '@/lib/client/course/wrong-fields';
import { departmentListOptions } from '@/lib/client/department/list-departments';
import { ApiProblem } from '@/lib/client/http/api-problem';
import {
  emptySubject,
  type SubjectFields as Fields,
  fieldsOfSubject,
  useSaveSubject,
} from '@/lib/client/subject/change-subject';
import { SubjectView } from '@/lib/contracts/http/course';
import { SubjectFields, useSubjectLabels } from './subject-fields';

/** A new subject (`null`), or another form of one; what the server refuses stands at its field, whoever is late decides. */
export function SubjectDialog({ subject, onClose }: { subject: SubjectView | null; onClose: () => void }) {
  const text = useCatalogueText();
  const { mutate, error, isPending, reset } = useSaveSubject();
  const [fields, setFields] = useState(subject ? fieldsOfSubject(subject) : emptySubject);
  const [over, setOver] = useState(subject);
  // A key belongs to what was sent: what is changed after a refusal is another request.
  const [key, setKey] = useState(() => newKey());
  const theirs = SubjectView.safeParse(error instanceof ApiProblem ? error.current : undefined).data;
  const differencesTo = useDifferences();
  const send = (base: SubjectView | null) =>
    mutate(
      { fields, over: base, key },
      {
        onSuccess: ({ code }) => {
          toast.success(text.saved(code));
          onClose();
        },
      },
    );
  return (
    <EditDialog
      title={subject ? text.editOne(subject.code) : text.subject.new}
      act={text.save}
      error={error}
      isPending={isPending}
      isWide
      newer={
        theirs && {
          differences: differencesTo(fields, fieldsOfSubject(theirs)),
          onTake: () => {
            setFields(fieldsOfSubject(theirs));
            setOver(theirs);
            reset();
          },
          onKeep: () => {
            setOver(theirs);
            send(theirs);
          },
        }
      }
      onSend={() => send(over)}
      onClose={onClose}
    >
      <SubjectFields
        id={subject?.id}
        values={fields}
        wrong={wrongCodes(error)}
        onChange={(change) => {
          setFields({ ...fields, ...change });
          setKey(newKey());
        }}
      />
      {subject && subject.course_count > 0 && (
        <p className="text-sm text-ink-2">{text.subject.affects(subject.course_count)}</p>
      )}
    </EditDialog>
  );
}

function useDifferences(): (mine: Fields, theirs: Fields) => Difference[] {
  const labels = useSubjectLabels();
  const departments = useQuery(departmentListOptions()).data?.items ?? [];
  const shown = (fields: Fields, name: keyof Fields): string => {
    if (name === 'prerequisites') return fields.prerequisites.map(({ code }) => code).join(', ');
    if (name !== 'department_id') return fields[name];
    return departments.find(({ id }) => id === fields.department_id)?.name ?? '';
  };
  return (mine, theirs) =>
    (['code', 'name', 'credits', 'department_id', 'description', 'prerequisites'] as const)
      .map((name) => ({ label: labels[name], mine: shown(mine, name), theirs: shown(theirs, name) }))
      .filter((row) => row.mine !== row.theirs);
}
