'use client';

import { DeleteUnusedDialog } from '@/components/course/delete-unused-dialog';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import { useDeleteSubject } from '@/lib/client/subject/change-subject';
import type { SubjectView } from '@/lib/contracts/http/course';

export function DeleteSubjectDialog({ subject, onClose }: { subject: SubjectView; onClose: () => void }) {
  const { subject: text } = useCatalogueText();
  return (
    <DeleteUnusedDialog
      title={text.deleteTitle(subject.code)}
      about={text.deleteText}
      name={subject.code}
      deletion={useDeleteSubject(subject)}
      onClose={onClose}
    />
  );
}
