import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { usePersonText } from '@/lib/client/person/person-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';

interface AskedDialogProps {
  title: string;
  about?: string;
  act: string;
  error?: Error | null;
  isPending: boolean;
  onAct: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks before something is done to an account; what the server refuses stays in it. */
export function AskedDialog({
  title,
  about,
  act,
  error,
  isPending,
  onAct,
  onClose,
  children,
}: AskedDialogProps) {
  const text = usePersonText();
  const { problem } = useText();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      {...(about === undefined ? {} : { description: <p>{about}</p> })}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" disabled={isPending} onClick={onAct}>
            {act}
          </Button>
        </>
      }
    >
      {children}
      {error && (
        <p role="alert" className="text-danger">
          {describeProblem(problem, error)}
        </p>
      )}
    </Dialog>
  );
}
