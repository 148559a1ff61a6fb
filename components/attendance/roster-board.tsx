'use client';

import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { Suspense, useCallback, useMemo, useState } from 'react';
import { EmptyState } from '@/components/ui/list-states';
import { toast } from '@/components/ui/toast';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useRosterText } from '@/lib/client/attendance/attendance-roster-text';
import { statusListOptions } from '@/lib/client/attendance/list-statuses';
import { findRows, type RosterRow } from '@/lib/client/attendance/roster-rows';
import { useRosterMarks } from '@/lib/client/attendance/use-roster-marks';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { useShortcuts } from '@/lib/client/keyboard/use-shortcuts';
import type { AttendanceStatus, Roster } from '@/lib/contracts/http/attendance';
import { ClosedNote } from './closed-note';
import { statuses } from './mark-buttons';
import { RefusedMarks } from './refused-marks';
import { RosterFilter } from './roster-filter';
import { RosterGrid } from './roster-grid';
import { RosterList } from './roster-list';
import { RosterStatus } from './roster-status';
import { RosterTools } from './roster-tools';

const fetchDetails = () => import('./mark-details').then((module) => module.MarkDetails);

/** Everybody in a class and how they are marked: as a list or a grid, saved as one goes. */
export function RosterBoard({ id, roster }: { id: string; roster: Roster }) {
  const { roster: text } = useRosterText();
  const { session, students } = roster;
  const { get } = useAddressFilter();
  const [reason, setReason] = useState('');
  const [isCorrecting, setIsCorrecting] = useState(false);
  const isClosed = session.state === 'closed';
  const marks = useRosterMarks(id, students, isClosed ? reason.trim() : '');
  const { rows, mark, undo } = marks;
  const disabled =
    session.is_frozen || session.is_early || (isClosed && !(isCorrecting && reason.trim() !== ''));
  const only = [...statuses, 'unmarked' as const].find((each) => each === get('show')) ?? null;
  const shown = useMemo(() => findRows(rows, { words: get('q'), only }), [rows, get, only]);
  const custom = useQuery(statusListOptions());
  const customNames = useMemo(
    () => new Map((custom.data?.items ?? []).map(({ code, name }) => [code, name])),
    [custom.data],
  );
  const [openId, setOpenId] = useState<string | null>(null);
  const Details = useFetchedPart(fetchDetails, {
    isWanted: openId !== null,
    onFailed: () => setOpenId(null),
  });
  const opened = rows.find((row) => row.id === openId);

  const onMark = useCallback(
    (row: RosterRow, status: AttendanceStatus | null) => mark(row, { status, custom_code: '' }),
    [mark],
  );
  const onDetails = useCallback((row: RosterRow) => setOpenId(row.id), []);
  const takeBack = () => {
    const count = undo();
    toast.success(count === 0 ? text.undoNothing : text.undone(count));
  };
  useShortcuts([{ keys: 'mod+z', label: text.keys.undo, group: 'lists', run: takeBack }]);
  const View = get('view') === 'grid' ? RosterGrid : RosterList;

  return (
    <>
      <RefusedMarks refused={marks.refused} rows={rows} sender={marks.sender} onKeep={marks.keep} />
      {session.is_frozen && <p className="mb-3 text-ink-2">{text.frozenNote}</p>}
      {isClosed && !session.is_frozen && (
        <ClosedNote
          isCorrecting={isCorrecting}
          reason={reason}
          onReason={setReason}
          onCorrect={setIsCorrecting}
        />
      )}
      <RosterStatus rows={rows} trouble={marks.trouble} onRetry={marks.sender.retry} />
      <RosterTools
        session={session}
        rows={rows}
        disabled={disabled}
        canUndo={marks.canUndo}
        onMarkAll={marks.markAll}
        onUndo={takeBack}
      />
      <RosterFilter />
      {!disabled && <p className="mb-2 text-sm text-ink-3 max-md:hidden">{text.hint}</p>}
      {shown.length === 0 ? (
        <EmptyState icon={Users} title={rows.length === 0 ? text.nobody : text.noMatch}>
          {rows.length === 0 ? text.nobodyText : text.noMatchText}
        </EmptyState>
      ) : (
        <View
          rows={shown}
          customNames={customNames}
          disabled={disabled}
          onMark={onMark}
          onDetails={onDetails}
        />
      )}
      {opened && Details && (
        <Suspense>
          <Details
            key={opened.id}
            sessionId={id}
            row={opened}
            custom={custom.data?.items ?? []}
            disabled={disabled || opened.has_left}
            onSave={(change) => mark(opened, change)}
            onClose={() => setOpenId(null)}
          />
        </Suspense>
      )}
    </>
  );
}
