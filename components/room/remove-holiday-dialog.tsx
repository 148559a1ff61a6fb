'use client';

import { AskedDialog } from '@/components/ui/asked-dialog';
import { toast } from '@/components/ui/toast';
import { useRemoveHoliday } from '@/lib/client/room/change-holiday';
import { useRoomText } from '@/lib/client/room/room-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { HolidayView } from '@/lib/contracts/http/timetable';

/** Asks first: people are told that their classes are held after all. */
export function RemoveHolidayDialog({ holiday, onClose }: { holiday: HolidayView; onClose: () => void }) {
  const text = useRoomText();
  const { problem } = useText();
  const { mutate, error, isPending } = useRemoveHoliday(holiday.id);
  const onSuccess = () => {
    toast.success(text.removed(holiday.name));
    onClose();
  };
  return (
    <AskedDialog
      title={text.removeTitle(holiday.name)}
      about={text.removeText}
      act={text.remove}
      cancel={text.cancel}
      look="danger"
      refusal={error && describeProblem(problem, error)}
      isPending={isPending}
      onAct={() => mutate(undefined, { onSuccess })}
      onClose={onClose}
    />
  );
}
