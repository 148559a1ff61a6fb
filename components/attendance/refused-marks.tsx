import { Button } from '@/components/ui/button';
import { useAttendanceProblemText } from '@/lib/client/attendance/attendance-problem-text';
import { useRosterText } from '@/lib/client/attendance/attendance-roster-text';
import type { RefusedMark, WantedMark } from '@/lib/client/attendance/mark-queue';
import type { MarkSender } from '@/lib/client/attendance/mark-sender';
import type { RosterRow } from '@/lib/client/attendance/roster-rows';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';

interface RefusedMarksProps {
  refused: readonly RefusedMark[];
  rows: readonly RosterRow[];
  sender: MarkSender;
  /** Saves the own mark over the other one. */
  onKeep: (mark: WantedMark, reason: string) => void;
}

/** What could not be saved, and why; of what somebody else has marked meanwhile both, to choose from. */
export function RefusedMarks({ refused, rows, sender, onKeep }: RefusedMarksProps) {
  const { refused: text } = useRosterText();
  if (refused.length === 0) return null;
  const conflicts = refused.filter(({ current }) => current !== null);
  const codes = [...new Set(refused.filter(({ current }) => current === null).map(({ code }) => code))];
  return (
    <section role="alert" aria-label={text.title} className="mb-4 rounded-md border border-warn p-3">
      <h2 className="mb-2 font-strong">{text.title}</h2>
      <ul className="grid gap-3">
        {conflicts.map((each) => (
          <Conflict
            key={each.mark.student_id}
            refused={each}
            name={rows.find(({ student_id }) => student_id === each.mark.student_id)?.name ?? ''}
            sender={sender}
            onKeep={onKeep}
          />
        ))}
        {codes.map((code) => (
          <Group
            key={code}
            code={code}
            marks={refused.filter((each) => each.code === code && each.current === null)}
            sender={sender}
          />
        ))}
      </ul>
    </section>
  );
}

interface ConflictProps extends Pick<RefusedMarksProps, 'sender' | 'onKeep'> {
  refused: RefusedMark;
  name: string;
}

function Conflict({ refused, name, sender, onKeep }: ConflictProps) {
  const { refused: text } = useRosterText();
  const say = useSayMark();
  const { session_id, mark, current, reason } = refused;
  if (!current) return null;
  const keep = () => onKeep({ ...mark, version: current.version }, reason);
  return (
    <li className="grid gap-1.5">
      <p className="wrap-anywhere">{text.changed(name)}</p>
      <p className="text-ink-2 wrap-anywhere">
        {text.theirs}: {say(current)} · {text.mine}: {say(mark)}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          aria-label={text.takeTheirsOf(name)}
          onClick={() => sender.forget(session_id, [mark.student_id])}
        >
          {text.takeTheirs}
        </Button>
        <Button size="small" aria-label={text.keepMineOf(name)} onClick={keep}>
          {text.keepMine}
        </Button>
      </div>
    </li>
  );
}

function Group(props: { code: string; marks: readonly RefusedMark[]; sender: MarkSender }) {
  const { code, marks, sender } = props;
  const { refused: text } = useRosterText();
  const { problem } = useText();
  const own = useAttendanceProblemText();
  const why = describeProblem(problem, new ApiProblem({ code, status: 0, title: code }), own);
  const ids = marks.map(({ mark }) => mark.student_id);
  return (
    <li className="flex flex-wrap items-center gap-3">
      <span className="min-w-0 wrap-anywhere">{text.group(marks.length, why)}</span>
      <Button
        size="small"
        onClick={() => {
          for (const session_id of new Set(marks.map((each) => each.session_id)))
            sender.forget(session_id, ids);
        }}
      >
        {text.seen}
      </Button>
    </li>
  );
}

/** "Late, with the remark" */
function useSayMark(): (mark: WantedMark) => string {
  const text = useRosterText();
  return ({ status, custom_code, remark }) =>
    [custom_code || (status === null ? text.unmarked : text.statuses[status]), remark]
      .filter((part) => part !== '')
      .join(', ');
}
