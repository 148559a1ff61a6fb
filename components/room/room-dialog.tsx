'use client';

import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { DialogWindow } from '@/components/ui/dialog-window';
import { Field } from '@/components/ui/field';
import { NewerNote } from '@/components/ui/newer-note';
import { toast } from '@/components/ui/toast';
import { useVersionedFields } from '@/lib/client/form/use-versioned-fields';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { fieldsOf, type RoomFields, useSaveRoom } from '@/lib/client/room/change-room';
import { useRoomText } from '@/lib/client/room/room-text';
import { describeFieldError, describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { RoomView } from '@/lib/contracts/http/timetable';

const empty: RoomFields = { code: '', name: '', building: '', capacity: '', features: '' };
const longest: Readonly<Record<keyof RoomFields, number>> = {
  code: 32,
  name: 200,
  building: 200,
  capacity: 6,
  features: 1_000,
};
const fieldNames = ['code', 'name', 'building', 'capacity', 'features'] as const;

/** A new room (`null`), or another form of one; what the server refuses stands at its field, whoever is late decides. */
export function RoomDialog({ room, onClose }: { room: RoomView | null; onClose: () => void }) {
  const text = useRoomText();
  const words = useText().problem;
  const { mutate, error, isPending, reset } = useSaveRoom();
  const form = useVersionedFields({ view: room, empty, fieldsOf, schema: RoomView, error, reset });
  const { fields, over, key, theirs } = form;
  const send = (base: RoomView | null) =>
    mutate(
      { fields, over: base, key },
      {
        onSuccess: ({ code }) => {
          toast.success(text.saved(code));
          onClose();
        },
      },
    );
  const wrong = (name: string) => {
    if (!(error instanceof ApiProblem)) return undefined;
    if (error.code === 'room.code_taken' && name === 'code') return describeProblem(words, error);
    const found = error.errors.find(({ field }) => field.split('.')[0] === name);
    return found && describeFieldError(words, found.code);
  };
  return (
    <DialogWindow
      open
      onOpenChange={onClose}
      title={room ? text.editOne(room.code) : text.newTitle}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button
            look="primary"
            type="submit"
            form="room"
            disabled={isPending || fields.code.trim() === '' || theirs !== undefined}
          >
            {text.save}
          </Button>
        </>
      }
    >
      <form
        id="room"
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send(over);
        }}
      >
        {fieldNames.map((name) => (
          <Field
            key={name}
            label={text.fields[name]}
            error={wrong(name)}
            hint={name === 'features' ? text.featuresHint : undefined}
            optional={name !== 'code' && name !== 'capacity'}
          >
            {(control) => (
              <Input
                {...control}
                type="text"
                inputMode={name === 'capacity' ? 'numeric' : 'text'}
                autoComplete="off"
                maxLength={longest[name]}
                value={fields[name]}
                onChange={(event) => form.change({ [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </form>
      {error && !theirs && (
        <p role="alert" className="text-danger">
          {describeProblem(words, error)}
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
            {text.newer.theirs}: {inWords(theirs, text.seats)}
          </p>
        </NewerNote>
      )}
    </DialogWindow>
  );
}

const inWords = (room: RoomView, seats: (capacity: number) => string) =>
  [room.code, room.name, room.building, seats(room.capacity), room.features.join(', ')]
    .filter((each) => each !== '')
    .join(' · ');
