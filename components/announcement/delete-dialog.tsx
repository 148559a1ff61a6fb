'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { useDeleteAnnouncement } from '@/lib/client/announcement/delete-announcement';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';

interface DeleteDialogProps {
  announcement: AnnouncementView;
  onClose: () => void;
  onDeleted: () => void;
}

/** What is deleted does not come back, so it is asked for once more, and why. */
export function DeleteDialog({ announcement, onClose, onDeleted }: DeleteDialogProps) {
  const { reach: words, problem } = useText();
  const text = words.remove;
  const remove = useDeleteAnnouncement();
  const [reason, setReason] = useState('');
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={text.title(announcement.title)}
      description={<p>{text.text}</p>}
      actions={
        <>
          <Button onClick={onClose}>{text.keep}</Button>
          <Button
            look="danger"
            disabled={remove.isPending}
            onClick={() => remove.mutate({ id: announcement.id, reason }, { onSuccess: onDeleted })}
          >
            {words.actions.delete}
          </Button>
        </>
      }
    >
      <Field label={text.reason} hint={text.reasonHint} optional>
        {(control) => (
          <Input
            {...control}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {remove.error && (
        <p role="alert" className="text-danger">
          {describeProblem(problem, remove.error)}
        </p>
      )}
    </Dialog>
  );
}
