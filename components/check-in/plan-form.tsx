import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Check, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import type { CheckInPlan } from '@/lib/client/check-in/change-check-in';
import { useCheckInText } from '@/lib/client/check-in/check-in-text';
import { useFormat } from '@/lib/client/text/text-context';
import type { CheckInWall } from '@/lib/contracts/http/check-in';

interface PlanFormProps {
  wall: CheckInWall;
  isSending: boolean;
  onCancel: (() => void) | undefined;
  onPlan: (plan: CheckInPlan) => void;
}

const LATE_IN = [5, 10, 15];
const ENDS_IN = [10, 30, 60];

/** Everything has a default: whoever stands in front of a hall presses once. */
export function PlanForm({ wall, isSending, onCancel, onPlan }: PlanFormProps) {
  const text = useCheckInText().wall;
  const { clock } = useFormat();
  const choices = usePlanChoices(wall);
  const [late, setLate] = useState(choices.late[0]?.value ?? '');
  const [ends, setEnds] = useState(wall.is_checking_in ? (wall.ends_at ?? '') : '');
  const [isAbsent, setIsAbsent] = useState(wall.is_checking_in ? wall.absent_at_close : true);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const moment = (value: string) => (value === '' ? null : value);
    onPlan({ late_after: moment(late), ends_at: moment(ends), absent_at_close: isAbsent });
  }

  return (
    <form method="post" noValidate className="grid gap-4" onSubmit={submit}>
      <Field label={text.lateFrom}>
        {(control) => (
          <Select {...control} value={late} onChange={(event) => setLate(event.target.value)}>
            {choices.late.map(({ value, label }) => (
              <option key={value} value={value}>
                {label(clock)}
              </option>
            ))}
            <option value="">{text.never}</option>
          </Select>
        )}
      </Field>
      <Field label={text.ends}>
        {(control) => (
          <Select {...control} value={ends} onChange={(event) => setEnds(event.target.value)}>
            <option value="">{text.whenStopped}</option>
            {choices.ends.map(({ value, label }) => (
              <option key={value} value={value}>
                {label(clock)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div>
        <Check checked={isAbsent} onChange={(event) => setIsAbsent(event.target.checked)}>
          {text.absentAtClose}
        </Check>
        <p className="text-sm text-ink-3">{text.absentHint}</p>
      </div>
      <div className="flex gap-2">
        <Button look="primary" type="submit" disabled={isSending}>
          {wall.is_checking_in ? text.save : text.start}
        </Button>
        {onCancel && <Button onClick={onCancel}>{text.cancel}</Button>}
      </div>
    </form>
  );
}

interface Choice {
  value: string;
  label: (clock: (at: string) => string) => string;
}

/** Moments to choose from, reckoned from the server's time when the form opened: they stand still while one chooses. */
function usePlanChoices(wall: CheckInWall): { late: readonly Choice[]; ends: readonly Choice[] } {
  const text = useCheckInText().wall;
  const opened = useRef(wall).current;
  const now = Date.parse(opened.server_time);
  const inMinutes = (minutes: number): Choice => {
    const value = new Date(now + minutes * 60_000).toISOString();
    return { value, label: (clock) => text.inMinutes(minutes, clock(value)) };
  };
  const asNow = (value: string): Choice => ({ value, label: (clock) => text.asNow(clock(value)) });
  const usual = opened.usual_late_after;
  const usualChoice: Choice[] =
    Date.parse(usual) > now ? [{ value: usual, label: (clock) => text.usual(clock(usual)) }] : [];
  const isRunning = opened.is_checking_in;
  const kept = isRunning && opened.late_after ? [asNow(opened.late_after)] : [];
  const keptEnd = isRunning && opened.ends_at ? [asNow(opened.ends_at)] : [];
  return {
    late: [
      ...kept,
      ...usualChoice.filter(({ value }) => value !== opened.late_after),
      ...LATE_IN.map(inMinutes),
    ],
    ends: [...keptEnd, ...ENDS_IN.map(inMinutes)],
  };
}
