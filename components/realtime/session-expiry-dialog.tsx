'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { DialogWindow } from '@/components/ui/dialog-window';
import { extendSession } from '@/lib/client/session/extend-session';
import { meKeys } from '@/lib/client/session/me-keys';
import { useSecurityText } from '@/lib/client/session/security-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useFormat, useText } from '@/lib/client/text/text-context';
import type { Me } from '@/lib/contracts/http/me';

interface SessionExpiryDialogProps {
  open: boolean;
  /** When the session ends. */
  endsAt: string;
  onClose: () => void;
}

/** Says when, and offers to stay. */
export function SessionExpiryDialog({ open, endsAt, onClose }: SessionExpiryDialogProps) {
  const text = useSecurityText().expiry;
  const words = useText().problem;
  const format = useFormat();
  const queryClient = useQueryClient();
  const staying = useMutation({
    mutationFn: extendSession,
    onSuccess({ expires_at }) {
      queryClient.setQueryData<Me>(meKeys.me, (me) => me && { ...me, session_expires_at: expires_at });
      onClose();
    },
  });
  return (
    <DialogWindow
      open={open}
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={text.title}
      description={
        <>
          <p>{text.ends(format.clock(new Date(endsAt).getTime()))}</p>
          <p role="alert" className="mt-2 text-danger empty:hidden">
            {staying.isError && describeProblem(words, staying.error)}
          </p>
        </>
      }
      actions={
        <>
          <Button onClick={onClose}>{text.later}</Button>
          <Button look="primary" disabled={staying.isPending} onClick={() => staying.mutate()}>
            {text.stay}
          </Button>
        </>
      }
    />
  );
}
