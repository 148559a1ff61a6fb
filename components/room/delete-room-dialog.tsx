'use client';

import { Button } from '@/components/ui/button';
import { DialogWindow } from '@/components/ui/dialog-window';
import { toast } from '@/components/ui/toast';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { useDeleteRoom } from '@/lib/client/room/change-room';
import { useRoomText } from '@/lib/client/room/room-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { RoomUse, type RoomView } from '@/lib/contracts/http/timetable';

/** Asks first; a room that classes are planned in stays, and how many these are is said. */
export function DeleteRoomDialog({ room, onClose }: { room: RoomView; onClose: () => void }) {
  const text = useRoomText();
  const { problem } = useText();
  const { mutate, error, isPending } = useDeleteRoom(room);
  const use = RoomUse.safeParse(error instanceof ApiProblem ? error.current : undefined).data;
  return (
    <DialogWindow
      open
      onOpenChange={onClose}
      title={text.deleteTitle(room.code)}
      description={<p>{text.deleteText}</p>}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button
            look="danger"
            disabled={isPending}
            onClick={() =>
              mutate(undefined, {
                onSuccess: () => {
                  toast.success(text.deleted(room.code));
                  onClose();
                },
              })
            }
          >
            {text.delete}
          </Button>
        </>
      }
    >
      {error && (
        <p role="alert" className="text-danger">
          {use ? text.inUse(use.class_count) : describeProblem(problem, error)}
        </p>
      )}
    </DialogWindow>
  );
}
