'use client';

import { useQuery } from '@tanstack/react-query';
import { type Difference, EditDialog } from '@/components/course/edit-dialog';
import { toast } from '@/components/ui/toast';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import { wrongCodes } from '@/lib/client/course/wrong-fields';
import { departmentListOptions } from '@/lib/client/department/list-departments';
import { useVersionedFields } from '@/lib/client/form/use-versioned-fields';
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
  const form = useVersionedFields({
    view: subject,
    empty: emptySubject,
    fieldsOf: fieldsOfSubject,
    schema: SubjectView,
    error,
    reset,
  });
  const { fields, over, key, theirs } = form;
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
          onTake: () => form.take(theirs),
          onKeep: () => {
            form.keepOver(theirs);
            send(theirs);
          },
        }
      }
      onSend={() => send(over)}
      onClose={onClose}
    >
      <SubjectFields id={subject?.id} values={fields} wrong={wrongCodes(error)} onChange={form.change} />
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
