'use client';

import { useRef, useState } from 'react';
import { v4 as newKey } from 'uuid';
import { Button } from '@/components/ui/button';
import { Check } from '@/components/ui/controls';
import { DialogWindow } from '@/components/ui/dialog-window';
import { FieldError } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { draftOf, type EntryDraft, useDeleteEntry, useSaveEntry } from '@/lib/client/planner/change-entry';
import { usePlannerText } from '@/lib/client/planner/planner-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { PlanEntry, TimetableView } from '@/lib/contracts/http/plan';
import { EntryFields } from './entry-fields';
import { NewerEntry } from './newer-entry';

interface EntryFormProps {
  timetable: TimetableView;
  /** `null` for a new one. */
  entry: PlanEntry | null;
  onClose: () => void;
}

const empty: EntryDraft = {
  course_id: '',
  faculty_id: null,
  room_id: null,
  entry_type: 'lecture',
  day_of_week: 1,
  start_time: '09:00',
  end_time: '10:30',
  weeks: 'every',
  starts_on: null,
  ends_on: null,
  is_locked: false,
};
/** One class of a draft. A refusal says at which field; whoever is late sees both versions. */
export function EntryForm({ timetable, entry, onClose }: EntryFormProps) {
  const text = usePlannerText();
  const { form } = text;
  const { problem } = useText();
  const [value, setValue] = useState<EntryDraft>(entry ? draftOf(entry) : empty);
  const save = useSaveEntry(timetable.id);
  const remove = useDeleteEntry();
  const key = useRef(newKey());
  const error = save.error ?? remove.error;
  const wrong = error instanceof ApiProblem ? error.errors : [];
  const set = (part: Partial<EntryDraft>) => {
    key.current = newKey();
    setValue({ ...value, ...part });
  };
  const done = (said: string) => ({
    onSuccess: () => {
      toast.success(said);
      onClose();
    },
  });
  const send = (version = entry?.version ?? 0) =>
    save.mutate(
      {
        draft: value,
        entry: entry && { entry_id: entry.entry_id, version },
        idempotencyKey: key.current,
      },
      done(form.saved),
    );
  return (
    <DialogWindow
      open
      isWide
      onOpenChange={(open) => !open && onClose()}
      title={entry ? form.edit(entry.course.code) : form.add}
      close={form.close}
      actions={
        <>
          {entry && (
            <Button disabled={remove.isPending} onClick={() => remove.mutate(entry, done(form.deleted))}>
              {form.delete}
            </Button>
          )}
          <Button look="primary" disabled={save.isPending || value.course_id === ''} onClick={() => send()}>
            {save.isPending ? form.saving : form.save}
          </Button>
        </>
      }
    >
      <EntryFields timetable={timetable} entry={entry} value={value} onChange={set} wrong={wrong} />
      <Check checked={value.is_locked} onChange={(event) => set({ is_locked: event.target.checked })}>
        {form.lock}
      </Check>
      {error instanceof ApiProblem && error.status === 412 ? (
        <NewerEntry
          current={error.current}
          mine={value}
          onTake={onClose}
          onKeep={(theirs) => send(theirs.version)}
        />
      ) : (
        error && (
          <div role="alert">
            <FieldError message={describeProblem(problem, error)} />
          </div>
        )
      )}
    </DialogWindow>
  );
}
