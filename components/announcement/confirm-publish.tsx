'use client';

import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useText } from '@/lib/client/text/text-context';
import type { AnnouncementTarget } from '@/lib/contracts/http/announcement-requests';
import { AudienceCount } from './audience-count';

interface ConfirmPublishProps {
  title: string;
  /** Whom it goes to, in words. */
  audience: string;
  /** Whom to count; `null` while there is nothing to confirm. */
  target: AnnouncementTarget | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  isPublishing: boolean;
  problem: string | undefined;
  onConfirm: () => void;
}

/** What is published cannot be called back, so the button says where it goes. */
export function ConfirmPublish(props: ConfirmPublishProps) {
  const { title, audience, target, open, onOpenChange, isPublishing, problem, onConfirm } = props;
  const text = useText().announcement.confirm;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={text.title(audience)}
      description={<p>{text.text(title)}</p>}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{text.notYet}</Button>
          <Button look="primary" disabled={isPublishing} onClick={onConfirm} className="max-w-full">
            <span className="truncate">{isPublishing ? text.publishing : text.publish(audience)}</span>
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
