import { AskedDialog } from '@/components/ui/asked-dialog';
import { toast } from '@/components/ui/toast';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import { useRefusal } from './use-refusal';

interface DeleteUnusedDialogProps {
  title: string;
  about: string;
  /** What it is called. */
  name: string;
  deletion: {
    mutate: (given: undefined, options: { onSuccess: () => void }) => void;
    error: Error | null;
    isPending: boolean;
  };
  onClose: () => void;
}

/** Asks first; a part of the catalogue that something needs stays, and what that is is said. */
export function DeleteUnusedDialog({ title, about, name, deletion, onClose }: DeleteUnusedDialogProps) {
  const text = useCatalogueText();
  const refusalOf = useRefusal();
  const onSuccess = () => {
    toast.success(text.deleted(name));
    onClose();
  };
  return (
    <AskedDialog
      title={title}
      about={about}
      act={text.delete}
      cancel={text.cancel}
      look="danger"
      refusal={refusalOf(deletion.error)}
      isPending={deletion.isPending}
      onAct={() => deletion.mutate(undefined, { onSuccess })}
      onClose={onClose}
    />
  );
}
