import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AttendanceStatus, RosterStudent } from '@/lib/contracts/http/attendance';
import { pendingMarks, saysSame, type WantedMark } from './mark-queue';
import { createRosterRows, type Done, markOf, type RosterRow, undoOf } from './roster-rows';
import { useMarkSender } from './use-mark-sender';

const mostUndone = 100;

/** A class as its teacher sees it, and what can be done: shown at once, saved one request after the other. */
export function useRosterMarks(sessionId: string, students: readonly RosterStudent[], reason: string) {
  const { sender, queue, trouble } = useMarkSender();
  const [rowsOf] = useState(createRosterRows);
  const rows = useMemo(
    () => rowsOf(students, pendingMarks(queue, sessionId)),
    [rowsOf, students, queue, sessionId],
  );
  const [done, setDone] = useState<readonly Done[]>([]);
  const latest = useRef({ rows, reason, done });
  useEffect(() => {
    latest.current = { rows, reason, done };
  });

  const apply = useCallback(
    (
      after: readonly WantedMark[],
      more: { all?: { status: AttendanceStatus; only_unmarked: boolean }; reason?: string } = {},
    ): number => {
      const { rows: before, reason: why } = latest.current;
      const now = new Map(before.map((row) => [row.student_id, row]));
      const changed = after.filter((mark) => {
        const row = now.get(mark.student_id);
        return row && !saysSame(markOf(row, {}), mark);
      });
      if (changed.length === 0) return 0;
      sender.add({ session_id: sessionId, reason: why, marks: changed, ...more });
      const was = changed.flatMap(({ student_id }) => {
        const row = now.get(student_id);
        return row ? [markOf(row, {})] : [];
      });
      setDone((last) => [...last, { before: was, after: changed }].slice(-mostUndone));
      return changed.length;
    },
    [sender, sessionId],
  );

  /** One student: another status, a remark, or (the same status again) no mark. */
  const mark = useCallback(
    (row: RosterRow, change: Partial<WantedMark>) => void apply([markOf(row, change)]),
    [apply],
  );

  /** The own mark, over what somebody else has saved meanwhile. */
  const keep = useCallback(
    (wanted: WantedMark, why: string) => void apply([wanted], { reason: why }),
    [apply],
  );

  /** The whole class, or who of it has no mark; by one request. Returns how many change. */
  const markAll = useCallback(
    (status: AttendanceStatus, onlyUnmarked: boolean): number => {
      const concerned = latest.current.rows.filter(
        (row) => !row.has_left && (!onlyUnmarked || row.status === null),
      );
      const marks = concerned.map((row) => markOf(row, { status, custom_code: '' }));
      return apply(marks, { all: { status, only_unmarked: onlyUnmarked } });
    },
    [apply],
  );

  /** Takes the last thing back. Returns how many marks are as they were. */
  const undo = useCallback((): number => {
    const last = latest.current.done.at(-1);
    if (!last) return 0;
    setDone((all) => all.slice(0, -1));
    const { rows: now, reason: why } = latest.current;
    const marks = undoOf(last, now);
    if (marks.length > 0) sender.add({ session_id: sessionId, reason: why, marks });
    return marks.length;
  }, [sender, sessionId]);

  const refused = useMemo(
    () => queue.refused.filter(({ session_id }) => session_id === sessionId),
    [queue, sessionId],
  );
  return { rows, refused, trouble, sender, mark, keep, markAll, undo, canUndo: done.length > 0 };
}
