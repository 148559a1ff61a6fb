import {
  CheckCheck,
  ChevronDown,
  History,
  ListChecks,
  Lock,
  LockOpen,
  QrCode,
  Undo2,
  UserX,
} from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useAttendanceProblemText } from '@/lib/client/attendance/attendance-problem-text';
import { useRosterText } from '@/lib/client/attendance/attendance-roster-text';
import { useMoveSession } from '@/lib/client/attendance/close-session';
import type { RosterRow } from '@/lib/client/attendance/roster-rows';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { AttendanceSession, AttendanceStatus } from '@/lib/contracts/http/attendance';

const fetchClose = () => import('./close-dialog').then((module) => module.CloseDialog);

interface RosterToolsProps {
  session: AttendanceSession;
  rows: readonly RosterRow[];
  disabled: boolean;
  canUndo: boolean;
  /** Returns how many change. */
  onMarkAll: (status: AttendanceStatus, onlyUnmarked: boolean) => number;
  onUndo: () => void;
}

/** What is done to the whole class at once. */
export function RosterTools({ session, rows, disabled, canUndo, onMarkAll, onUndo }: RosterToolsProps) {
  const text = useRosterText();
  const { problem } = useText();
  const [isClosing, setIsClosing] = useState(false);
  const { mutate, isPending } = useMoveSession(session.id ?? '');
  const Close = useFetchedPart(fetchClose, { isWanted: isClosing, onFailed: () => setIsClosing(false) });
  // Last: what suspends a component is called after all else.
  const own = useAttendanceProblemText();
  const there = rows.filter(({ has_left }) => !has_left);
  const rest = there.filter(({ status }) => status === null).length;
  const markAll = (status: AttendanceStatus, onlyUnmarked: boolean) => {
    const count = onMarkAll(status, onlyUnmarked);
    toast.undo(text.roster.bulkDone(count, text.statuses[status]), onUndo);
  };
  const reopen = () =>
    mutate(
      { to: 'reopen' },
      {
        onSuccess: () => toast.success(text.roster.reopened),
        onError: (error) => toast.error(text.roster.notDone(describeProblem(problem, error, own))),
      },
    );
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <Button look="primary" disabled={disabled || rest === 0} onClick={() => markAll('present', true)}>
        <Icon of={CheckCheck} />
        {rest === 0 ? text.roster.allTaken : text.roster.restPresent(rest)}
      </Button>
      <Button disabled={!canUndo} onClick={onUndo}>
        <Icon of={Undo2} />
        {text.roster.undo}
      </Button>
      {session.state === 'open' && !session.is_frozen && session.id !== null && (
        <Button asChild>
          <Link href={`/attendance/sessions/${session.id}/wall`}>
            <Icon of={QrCode} />
            {text.roster.wall}
          </Link>
        </Button>
      )}
      {session.id !== null && (
        <Button asChild>
          <Link href={`/attendance/sessions/${session.id}/history`}>
            <Icon of={History} />
            {text.roster.record}
          </Link>
        </Button>
      )}
      <Menu
        className="h-auto"
        trigger={
          <Button>
            {text.roster.more}
            <Icon of={ChevronDown} />
          </Button>
        }
      >
        <MenuItem
          icon={ListChecks}
          disabled={disabled || there.length === 0}
          onSelect={() => markAll('present', false)}
        >
          {text.roster.allPresent(there.length)}
        </MenuItem>
        <MenuItem icon={UserX} disabled={disabled || rest === 0} onSelect={() => markAll('absent', true)}>
          {text.roster.restAbsent(rest)}
        </MenuItem>
        <MenuSeparator />
        {session.state === 'closed' ? (
          <MenuItem icon={LockOpen} disabled={session.is_frozen || isPending} onSelect={reopen}>
            {text.roster.reopen}
          </MenuItem>
        ) : (
          <MenuItem
            icon={Lock}
            disabled={session.is_frozen || session.is_early}
            onSelect={() => setIsClosing(true)}
          >
            {text.roster.close}
          </MenuItem>
        )}
      </Menu>
      {isClosing && Close && <Close session={session} rows={rows} onClose={() => setIsClosing(false)} />}
    </div>
  );
}
