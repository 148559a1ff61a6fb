'use client';

import { useRefusal } from '@/components/course/use-refusal';
import { AskedDialog } from '@/components/ui/asked-dialog';
import { toast } from '@/components/ui/toast';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import { useDeleteSubject } from '@/lib/client/subject/change-subject';
import type { SubjectView } from '@/lib/contracts/http/course';

/** Asks first; a subject that something needs stays, and what that is is said. */
export function DeleteSubjectDialog({ subject, onClose }: { subject: SubjectView; onClose: () => void }) {
  const text = useCatalogueText();
  const refusalOf = useRefusal();
  const { mutate, error, isPending } = useDeleteSubject(subject);
  const onSuccess = () => {
    toast.success(text.deleted(subject.code));
    onClose();
  };
  return (
    <AskedDialog
      title={text.subject.deleteTitle(subject.code)}
      about={text.subject.deleteText}
      act={text.delete}
      cancel={text.cancel}
      look="danger"
      refusal={refusalOf(error)}
      isPending={isPending}
      onAct={() => mutate(undefined, { onSuccess })}
      onClose={onClose}
    />
  );
}
