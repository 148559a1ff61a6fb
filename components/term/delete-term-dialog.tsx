'use client';

import { useRefusal } from '@/components/course/use-refusal';
import { AskedDialog } from '@/components/ui/asked-dialog';
import { toast } from '@/components/ui/toast';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import { useDeleteTerm } from '@/lib/client/term/change-term';
import type { TermView } from '@/lib/contracts/http/course';

/** Asks first; a term in which something is planned stays, and what that is is said. */
export function DeleteTermDialog({ term, onClose }: { term: TermView; onClose: () => void }) {
  const text = useCatalogueText();
  const refusalOf = useRefusal();
  const { mutate, error, isPending } = useDeleteTerm(term);
  const onSuccess = () => {
    toast.success(text.deleted(term.name));
    onClose();
  };
  return (
    <AskedDialog
      title={text.term.deleteTitle(term.name)}
      about={text.term.deleteText}
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
