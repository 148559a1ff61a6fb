'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Check, Input, Select } from '@/components/ui/controls';
import { DialogWindow } from '@/components/ui/dialog-window';
import { Field, FieldError } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { useDayTitle } from '@/lib/client/text/use-day-title';
import { useChangeClass, useUndoChange } from '@/lib/client/timetable/change-class';
import { roomsOptions } from '@/lib/client/timetable/list-rooms';
import { useTimetableText } from '@/lib/client/timetable/timetable-text';
import type { Meeting } from '@/lib/contracts/http/timetable';
import { SubstituteField } from './substitute-field';

/** What is different on one day of a class. A refusal says what is in the way and leaves the form as it is. */
export function ChangeForm({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const { form: text } = useTimetableText();
  const { problem } = useText();
  const rooms = useQuery(roomsOptions());
  const dayTitle = useDayTitle();
  const planned = meeting.planned ?? meeting;
  const [value, setValue] = useState({
    cancelled: meeting.status === 'cancelled',
    new_day: meeting.date,
    start_time: meeting.start_time,
    end_time: meeting.end_time,
    room_id: meeting.room?.id ?? '',
    substitute: meeting.faculty?.id === planned.faculty?.id ? '' : (meeting.faculty?.id ?? ''),
    message: meeting.message,
  });
  const change = useChangeClass();
  const undo = useUndoChange();
  const error = change.error ?? undo.error;
  const set = (part: Partial<typeof value>) => setValue({ ...value, ...part });
  const done = (said: string) => ({
    onSuccess: () => {
      toast.success(said);
      onClose();
    },
  });
  const save = () => {
    const room_id = value.room_id === '' || value.room_id === planned.room?.id ? null : value.room_id;
    const { substitute, ...fields } = value;
    const { entry_id, day } = meeting;
    change.mutate({ ...fields, room_id, faculty_id: substitute || null, entry_id, day }, done(text.saved));
  };
  const { change_id } = meeting;
  return (
    <DialogWindow
      open
      onOpenChange={(open) => !open && onClose()}
      title={text.title(meeting.course.code, `${dayTitle(planned.date)}, ${planned.start_time}`)}
      description={text.about}
      close={text.close}
      actions={
        <>
          {change_id !== null && (
            <Button disabled={undo.isPending} onClick={() => undo.mutate(change_id, done(text.undone))}>
              {text.undo}
            </Button>
          )}
          <Button look="primary" disabled={change.isPending} onClick={save}>
            {change.isPending ? text.saving : text.save}
          </Button>
        </>
      }
    >
      <Check checked={value.cancelled} onChange={(event) => set({ cancelled: event.target.checked })}>
        {text.cancel}
      </Check>
      {!value.cancelled && (
        <div className="grid grid-cols-2 gap-3">
          <Field label={text.day}>
            {(control) => (
              <Input
                {...control}
                type="date"
                value={value.new_day}
                onChange={(event) => set({ new_day: event.target.value })}
              />
            )}
          </Field>
          <Field label={text.room}>
            {(control) => (
              <Select
                {...control}
                value={value.room_id}
                onChange={(event) => set({ room_id: event.target.value })}
              >
                <option value="">{text.noRoom}</option>
                {rooms.data?.items.map((room) => (
                  <option key={room.id} value={room.id}>
                    {room.code}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={text.start}>
            {(control) => (
              <Input
                {...control}
                type="time"
                value={value.start_time}
                onChange={(event) => set({ start_time: event.target.value })}
              />
            )}
          </Field>
          <Field label={text.end}>
            {(control) => (
              <Input
                {...control}
                type="time"
                value={value.end_time}
                onChange={(event) => set({ end_time: event.target.value })}
              />
            )}
          </Field>
          <div className="col-span-2">
            <SubstituteField
              value={value.substitute}
              current={meeting.faculty}
              plannedId={planned.faculty?.id}
              time={{ day: value.new_day, start_time: value.start_time, end_time: value.end_time }}
              onChange={(substitute) => set({ substitute })}
            />
          </div>
        </div>
      )}
      <Field label={text.message} hint={text.messageHint} optional>
        {(control) => (
          <Input
            {...control}
            maxLength={500}
            value={value.message}
            onChange={(event) => set({ message: event.target.value })}
          />
        )}
      </Field>
      {error && (
        <div role="alert">
          <FieldError message={describeProblem(problem, error)} />
          {error instanceof ApiProblem &&
            error.errors.map((each) => <FieldError key={each.field} message={each.message} />)}
        </div>
      )}
    </DialogWindow>
  );
}
