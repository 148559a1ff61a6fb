'use client';

import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { DialogWindow } from '@/components/ui/dialog-window';
import { Field, FieldError } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { usePlannerText } from '@/lib/client/planner/planner-text';
import { useRenameTimetable } from '@/lib/client/planner/rename-timetable';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { TimetableView } from '@/lib/contracts/http/plan';

/** Another name for a plan. Whoever is late reads the name it has now, and may save over it. */
export function RenameForm({ timetable, onClose }: { timetable: TimetableView; onClose: () => void }) {
  const text = usePlannerText().rename;
  const { problem } = useText();
  const form = useId();
  const [name, setName] = useState(timetable.name);
  const rename = useRenameTimetable(timetable.id);
  const { error } = rename;
  const wrong = error instanceof ApiProblem ? error.errors : [];
  const isNewer = error instanceof ApiProblem && error.status === 412;
  const send = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate(
      { name, version: timetable.version },
      {
        onSuccess: () => {
          toast.success(text.done);
          onClose();
        },
      },
    );
  };
  return (
    <DialogWindow
      open
      onOpenChange={(open) => !open && onClose()}
      title={text.title}
      close={text.close}
      actions={
        <Button type="submit" form={form} look="primary" disabled={rename.isPending}>
          {text.save}
        </Button>
      }
    >
      <form id={form} onSubmit={send}>
        <Field
          label={text.name}
          hint={text.hint}
          error={wrong.find(({ field }) => field === 'name')?.message}
        >
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </form>
      {error && wrong.length === 0 && (
        <div role="alert">
          <FieldError message={isNewer ? text.newer(timetable.name) : describeProblem(problem, error)} />
        </div>
      )}
    </DialogWindow>
  );
}
