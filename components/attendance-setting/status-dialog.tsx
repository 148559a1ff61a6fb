'use client';

import { Button } from '@/components/ui/button';
import { Check, Input, Select } from '@/components/ui/controls';
import { DialogWindow } from '@/components/ui/dialog-window';
import { Field } from '@/components/ui/field';
import { NewerNote } from '@/components/ui/newer-note';
import { toast } from '@/components/ui/toast';
import { useAttendanceProblemText } from '@/lib/client/attendance/attendance-problem-text';
import { useRosterText } from '@/lib/client/attendance/attendance-roster-text';
import { useAttendanceSettingsText } from '@/lib/client/attendance/attendance-settings-text';
import { fieldsOfStatus, type StatusFields, useSaveStatus } from '@/lib/client/attendance/change-status';
import { useVersionedFields } from '@/lib/client/form/use-versioned-fields';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { describeFieldError, describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { AttendanceStatus } from '@/lib/contracts/http/attendance';
import { CustomStatusView } from '@/lib/contracts/http/attendance-rules';

const empty: StatusFields = { code: '', name: '', counts_as: 'excused', points: '', is_active: true };

/** A new status (`null`), or another form of one; whoever is late decides. */
export function StatusDialog({ status, onClose }: { status: CustomStatusView | null; onClose: () => void }) {
  const { statuses: text } = useAttendanceSettingsText();
  const words = useRosterText();
  const { problem } = useText();
  const own = useAttendanceProblemText();
  const { mutate, error, isPending, reset } = useSaveStatus();
  const form = useVersionedFields({
    view: status,
    empty,
    fieldsOf: fieldsOfStatus,
    schema: CustomStatusView,
    error,
    reset,
  });
  const { fields, over, key, theirs } = form;
  const send = (base: CustomStatusView | null) =>
    mutate(
      { fields, over: base, key },
      {
        onSuccess: ({ name }) => {
          toast.success(text.saved(name));
          onClose();
        },
      },
    );
  const wrong = (name: string) => {
    const found = error instanceof ApiProblem && error.errors.find(({ field }) => field === name);
    return found ? describeFieldError(problem, found.code) : undefined;
  };
  return (
    <DialogWindow
      open
      onOpenChange={onClose}
      title={status ? text.editOne(status.name) : text.newTitle}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button
            look="primary"
            type="submit"
            form="status"
            disabled={isPending || fields.name.trim() === '' || fields.code === '' || theirs !== undefined}
          >
            {text.save}
          </Button>
        </>
      }
    >
      <form
        id="status"
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send(over);
        }}
      >
        {!status && (
          <Field label={text.fields.code} hint={text.codeHint} error={wrong('code')}>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                autoCapitalize="none"
                maxLength={40}
                value={fields.code}
                onChange={(event) => form.change({ code: event.target.value })}
              />
            )}
          </Field>
        )}
        <Field label={text.fields.name} error={wrong('name')}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              maxLength={60}
              value={fields.name}
              onChange={(event) => form.change({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label={text.fields.counts_as} error={wrong('counts_as')}>
          {(control) => (
            <Select
              {...control}
              value={fields.counts_as}
              onChange={(event) =>
                form.change({
                  counts_as:
                    AttendanceStatus.options.find((each) => each === event.target.value) ?? 'excused',
                })
              }
            >
              {AttendanceStatus.options.map((each) => (
                <option key={each} value={each}>
                  {words.statuses[each]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={text.fields.points} hint={text.pointsHint} error={wrong('points')} optional>
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              autoComplete="off"
              maxLength={4}
              value={fields.points}
              onChange={(event) => form.change({ points: event.target.value })}
            />
          )}
        </Field>
        <Check
          checked={fields.is_active}
          onChange={(event) => form.change({ is_active: event.target.checked })}
        >
          {text.fields.is_active}
        </Check>
      </form>
      {error && !theirs && (
        <p role="alert" className="text-danger">
          {describeProblem(problem, error, own)}
        </p>
      )}
      {theirs && (
        <NewerNote
          text={text.newer}
          onTake={() => form.take(theirs)}
          onKeep={() => {
            form.keepOver(theirs);
            send(theirs);
          }}
        >
          <p className="wrap-anywhere">
            {text.newer.theirs}: <bdi>{theirs.name}</bdi>, {text.countsAs(words.statuses[theirs.counts_as])}
          </p>
        </NewerNote>
      )}
    </DialogWindow>
  );
}
