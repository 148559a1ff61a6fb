'use client';

import { DeleteUnusedDialog } from '@/components/course/delete-unused-dialog';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import { useDeleteTerm } from '@/lib/client/term/change-term';
import type { TermView } from '@/lib/contracts/http/course';

export function DeleteTermDialog({ term, onClose }: { term: TermView; onClose: () => void }) {
  const { term: text } = useCatalogueText();
  return (
    <DeleteUnusedDialog
      title={text.deleteTitle(term.name)}
      about={text.deleteText}
      name={term.name}
      deletion={useDeleteTerm(term)}
      onClose={onClose}
    />
  );
}
