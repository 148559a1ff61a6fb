'use client';

import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useText } from '@/lib/client/text/text-context';
import type { AnnouncementTarget } from '@/lib/contracts/http/announcement-requests';
import { AudienceCount } from './audience-count';

interface ConfirmSendingProps {
  title: string;
  text: string;
  /** The button that does it, named by what it does. */
  confirm: string;
  /** Whom to count; `null` while there is nothing to confirm. */
  target: AnnouncementTarget | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  isSending: boolean;
  problem?: string | undefined;
  onConfirm: () => void;
}

/** The question before many people are told something: how many, and what happens then. */
export function ConfirmSending(props: ConfirmSendingProps) {
  const { title, text, confirm, target, open, onOpenChange, isSending, problem, onConfirm } = props;
  const words = useText().announcement.confirm;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={<p>{text}</p>}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{words.notYet}</Button>
          <Button look="primary" disabled={isSending} onClick={onConfirm} className="max-w-full">
            <span className="truncate">{isSending ? words.publishing : confirm}</span>
          </Button>
        </>
      }
    >
      <AudienceCount target={open ? target : null} />
      {problem !== undefined && (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      )}
    </Dialog>
  );
}
