'use client';

import { AskedDialog } from '@/components/ui/asked-dialog';
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
  const onSuccess = () => {
    toast.success(text.deleted(room.code));
    onClose();
  };
  return (
    <AskedDialog
      title={text.deleteTitle(room.code)}
      about={text.deleteText}
      act={text.delete}
      cancel={text.cancel}
      look="danger"
      refusal={use ? text.inUse(use.class_count) : error && describeProblem(problem, error)}
      isPending={isPending}
      onAct={() => mutate(undefined, { onSuccess })}
      onClose={onClose}
    />
  );
}
