'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/controls';
import { Dialog } from '@/components/ui/dialog';
import { Field, FieldError } from '@/components/ui/field';
import type { DeskText } from '@/lib/client/event-desk/desk-text';
import { unmaskingListOptions } from '@/lib/client/event-desk/list-unmaskings';
import type { DeskEvent } from '@/lib/contracts/pushes/desk';

interface UnmaskDialogProps {
  text: DeskText;
  unmask: (reason: string) => Promise<DeskEvent>;
  onUnmasked: (event: DeskEvent) => void;
  onClose: () => void;
}

const SHORTEST_REASON = 5;

/** Asks why. Without a reason nothing is shown. */
export function UnmaskDialog({ text, unmask, onUnmasked, onClose }: UnmaskDialogProps) {
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const asking = useMutation({
    mutationFn: unmask,
    onSuccess(event) {
      void queryClient.invalidateQueries({ queryKey: unmaskingListOptions.queryKey });
      onUnmasked(event);
    },
  });
  const isShort = reason.trim().length < SHORTEST_REASON;
  function submit(event: FormEvent): void {
    event.preventDefault();
    setWasSent(true);
    if (!isShort && !asking.isPending) asking.mutate(reason.trim());
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={text.event.unmaskTitle}
      description={text.event.unmaskText}
      actions={
        <>
          <Button onClick={onClose}>{text.event.cancel}</Button>
          <Button look="primary" type="submit" form={FORM} disabled={asking.isPending}>
            {text.event.unmask}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={submit} noValidate>
        <Field
          label={text.event.reason}
          hint={text.event.reasonHint}
          error={wasSent && isShort ? text.event.reasonShort : undefined}
        >
          {(control) => (
            <Textarea
              {...control}
              className="min-h-20"
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <div role="alert">
          <FieldError message={asking.isError ? text.event.unmaskFailed : undefined} />
        </div>
      </form>
    </Dialog>
  );
}

const FORM = 'unmask';
