'use client';

import { AskedDialog } from '@/components/ui/asked-dialog';
import { toast } from '@/components/ui/toast';
import { useCancelCommand } from '@/lib/client/notification-command/change-command';
import { useCommandText } from '@/lib/client/notification-command/command-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { CommandView } from '@/lib/contracts/http/notification-command';

/** Asks before a schedule is taken back. */
export function CancelDialog({ command, onClose }: { command: CommandView; onClose: () => void }) {
  const text = useCommandText();
  const { problem } = useText();
  const { mutate, isPending, error } = useCancelCommand(command.id);
  return (
    <AskedDialog
      title={text.cancelTitle(command.title)}
      about={text.cancelText}
      act={text.cancelAct}
      cancel={text.keep}
      look="danger"
      refusal={error && describeProblem(problem, error, { 'notification.not_scheduled': text.tooLate })}
      isPending={isPending}
      onAct={() =>
        mutate(undefined, {
          onSuccess: () => {
            toast.success(text.cancelled(command.title));
            onClose();
          },
        })
      }
      onClose={onClose}
    />
  );
}
