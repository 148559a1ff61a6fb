'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useProfileText } from '@/lib/client/session/profile-text';

interface ConfirmSignOutProps {
  /** `null` while nothing is asked. */
  which: 'others' | 'everywhere' | null;
  isEnding: boolean;
  onClose: () => void;
  onConfirm: () => void;
}

/** Screens elsewhere close at once, perhaps while somebody writes there: so it is asked for. */
export function ConfirmSignOut({ which, isEnding, onClose, onConfirm }: ConfirmSignOutProps) {
  const { endOthers, endAll, confirm } = useProfileText().sessions;
  // The words stay while the dialog closes.
  const [last, setLast] = useState(which);
  if (which !== null && which !== last) setLast(which);
  const isAll = (which ?? last) === 'everywhere';
  return (
    <Dialog
      open={which !== null}
      onOpenChange={(open) => !open && onClose()}
      title={isAll ? confirm.everywhere : confirm.others}
      description={<p>{isAll ? confirm.everywhereText : confirm.othersText}</p>}
      actions={
        <>
          <Button onClick={onClose}>{confirm.cancel}</Button>
          <Button look="danger" disabled={isEnding} onClick={onConfirm}>
            {isAll ? endAll : endOthers}
          </Button>
        </>
      }
    />
  );
}
