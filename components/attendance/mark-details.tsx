'use client';

import { Suspense, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Select, Textarea } from '@/components/ui/controls';
import { DialogWindow } from '@/components/ui/dialog-window';
import { Field } from '@/components/ui/field';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useRosterText } from '@/lib/client/attendance/attendance-roster-text';
import type { WantedMark } from '@/lib/client/attendance/mark-queue';
import type { RosterRow } from '@/lib/client/attendance/roster-rows';
import { useFormat } from '@/lib/client/text/text-context';
import type { CustomStatusView } from '@/lib/contracts/http/attendance-rules';
import { statuses } from './mark-buttons';

interface MarkDetailsProps {
  sessionId: string;
  row: RosterRow;
  custom: readonly CustomStatusView[];
  disabled: boolean;
  onSave: (change: Partial<WantedMark>) => void;
  onClose: () => void;
}

const fetchHistory = () => import('./mark-history').then((module) => module.MarkHistory);

/** A student's mark with all that can be said of it: also the university's own statuses, and a remark. */
export function MarkDetails({ sessionId, row, custom, disabled, onSave, onClose }: MarkDetailsProps) {
  const text = useRosterText();
  const format = useFormat();
  const { details } = text;
  const [isLooking, setIsLooking] = useState(false);
  const History = useFetchedPart(fetchHistory, { isWanted: isLooking, onFailed: () => setIsLooking(false) });
  const [choice, setChoice] = useState(row.custom_code ? `own:${row.custom_code}` : (row.status ?? ''));
  const [remark, setRemark] = useState(row.remark);
  // One that is not offered any more stays with the marks that have it.
  const offered = custom.filter(({ is_active, code }) => is_active || code === row.custom_code);
  const save = () => {
    const own = offered.find(({ code }) => choice === `own:${code}`);
    const status = own?.counts_as ?? statuses.find((each) => each === choice) ?? null;
    onSave({ status, custom_code: own?.code ?? '', remark: remark.trim() });
    onClose();
  };
  const isRemarkAlone = choice === '' && remark.trim() !== '';
  return (
    <DialogWindow
      open
      onOpenChange={onClose}
      title={details.title(row.name)}
      actions={
        <>
          <Button onClick={onClose}>{details.cancel}</Button>
          <Button look="primary" disabled={disabled || isRemarkAlone} onClick={save}>
            {details.save}
          </Button>
        </>
      }
    >
      <Field label={details.status}>
        {(control) => (
          <Select
            {...control}
            disabled={disabled}
            value={choice}
            onChange={(event) => setChoice(event.target.value)}
          >
            <option value="">{text.unmarked}</option>
            {statuses.map((status) => (
              <option key={status} value={status}>
                {text.statuses[status]}
              </option>
            ))}
            {offered.map(({ code, name }) => (
              <option key={code} value={`own:${code}`}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        label={details.remark}
        hint={details.remarkHint}
        error={isRemarkAlone ? details.needsMark : undefined}
        optional
      >
        {(control) => (
          <Textarea
            {...control}
            dir="auto"
            maxLength={500}
            disabled={disabled}
            value={remark}
            onChange={(event) => setRemark(event.target.value)}
          />
        )}
      </Field>
      {row.marked_by !== null && row.marked_at !== null && (
        <p className="text-sm text-ink-3">
          {details.by(row.marked_by, format.dateTime(row.marked_at))}
          {row.source !== null && ` · ${details.sources[row.source]}`}
        </p>
      )}
      {row.version > 0 && (
        <Button
          size="small"
          className="justify-self-start"
          aria-expanded={isLooking}
          onClick={() => setIsLooking(!isLooking)}
        >
          {details.history}
        </Button>
      )}
      {isLooking && History && (
        <Suspense>
          <History sessionId={sessionId} studentId={row.id} />
        </Suspense>
      )}
    </DialogWindow>
  );
}
