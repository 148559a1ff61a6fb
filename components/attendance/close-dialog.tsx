'use client';

import { AskedDialog } from '@/components/ui/asked-dialog';
import { toast } from '@/components/ui/toast';
import { useAttendanceProblemText } from '@/lib/client/attendance/attendance-problem-text';
import { useRosterText } from '@/lib/client/attendance/attendance-roster-text';
import { useMoveSession } from '@/lib/client/attendance/close-session';
import { countRows, type RosterRow } from '@/lib/client/attendance/roster-rows';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { AttendanceSession } from '@/lib/contracts/http/attendance';

interface CloseDialogProps {
  session: AttendanceSession;
  rows: readonly RosterRow[];
  onClose: () => void;
}

/** Says who is still unmarked before a class is closed; what waits for the network goes first. */
export function CloseDialog({ session, rows, onClose }: CloseDialogProps) {
  const { roster: text } = useRosterText();
  const { problem } = useText();
  const { mutate, error, isPending } = useMoveSession(session.id ?? '');
  const own = useAttendanceProblemText();
  const { students, marked } = countRows(rows);
  const isWaiting = rows.some((row) => row.isPending);
  const onSuccess = () => {
    toast.success(text.closed);
    onClose();
  };
  return (
    <AskedDialog
      title={text.closeTitle}
      about={text.closeText}
      act={text.close}
      cancel={text.cancel}
      refusal={isWaiting ? text.closeWaits : error && describeProblem(problem, error, own)}
      isPending={isPending || isWaiting}
      onAct={() => mutate({ to: 'close' }, { onSuccess })}
      onClose={onClose}
    >
      {students > marked && <p className="text-warn">{text.closeLeft(students - marked)}</p>}
    </AskedDialog>
  );
}
