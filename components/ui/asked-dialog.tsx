import type { ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

interface AskedDialogProps {
  title: string;
  about?: string | undefined;
  /** The names of the two buttons. */
  act: string;
  cancel: string;
  look?: 'primary' | 'danger';
  /** Why it was refused, in words. */
  refusal?: string | null;
  isPending: boolean;
  onAct: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks before something is done; why the server refuses stays in it. */
export function AskedDialog(props: AskedDialogProps) {
  const { title, about, act, cancel, look = 'primary', refusal, isPending, onAct, onClose, children } = props;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      {...(about === undefined ? {} : { description: <p>{about}</p> })}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button look={look} disabled={isPending} onClick={onAct}>
            {act}
          </Button>
        </>
      }
    >
      {children}
      {refusal && (
        <p role="alert" className="text-danger">
          {refusal}
        </p>
      )}
    </Dialog>
  );
}
