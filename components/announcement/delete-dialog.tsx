'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { useDeleteAnnouncement } from '@/lib/client/announcement/delete-announcement';
import { useReachText } from '@/lib/client/announcement/reach-text';
import { useText } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { describeRefusal } from './use-author-actions';

interface DeleteDialogProps {
  announcement: AnnouncementView;
  onClose: () => void;
  onDeleted: () => void;
}

/** What is deleted does not come back, so it is asked for once more, and why. */
export function DeleteDialog({ announcement, onClose, onDeleted }: DeleteDialogProps) {
  const { problem } = useText();
  const reach = useReachText();
  const { remove: text, actions } = reach;
  const remove = useDeleteAnnouncement();
  const [reason, setReason] = useState('');
  const { id, version, title } = announcement;
  // The dialog itself says why not, and offers the newest version to be deleted.
  const stay = () => {};
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={text.title(title)}
      description={<p>{text.text}</p>}
      actions={
        <>
          <Button onClick={onClose}>{text.keep}</Button>
          <Button
            look="danger"
            disabled={remove.isPending}
            onClick={() => void remove.mutateAsync({ id, version, reason }).then(onDeleted, stay)}
          >
            {actions.delete}
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
          {describeRefusal({ text: reach, problem }, title, remove.error)}
        </p>
      )}
    </Dialog>
  );
}
