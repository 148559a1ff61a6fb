import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';

interface RowButtonsProps {
  name: string;
  onAsk: (kind: 'edit' | 'delete') => void;
  children?: ReactNode;
}

/** What can be done to a row; each says to whom for those who do not see the row. */
export function RowButtons({ name, onAsk, children }: RowButtonsProps) {
  const text = useCatalogueText();
  return (
    <span className="-ml-3 flex flex-wrap gap-1 md:ml-0 md:justify-end">
      {children}
      <Button look="quiet" size="small" aria-label={text.editOne(name)} onClick={() => onAsk('edit')}>
        {text.edit}
      </Button>
      <Button look="quiet" size="small" aria-label={text.deleteOne(name)} onClick={() => onAsk('delete')}>
        {text.delete}
      </Button>
    </span>
  );
}
