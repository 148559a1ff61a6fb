'use client';

import { Button } from '@/components/ui/button';
import { DialogWindow } from '@/components/ui/dialog-window';
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
  return (
    <DialogWindow
      open
      onOpenChange={onClose}
      title={text.removeTitle(holiday.name)}
      description={<p>{text.removeText}</p>}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button
            look="danger"
            disabled={isPending}
            onClick={() =>
              mutate(undefined, {
                onSuccess: () => {
                  toast.success(text.removed(holiday.name));
                  onClose();
                },
              })
            }
          >
            {text.remove}
          </Button>
        </>
      }
    >
      {error && (
        <p role="alert" className="text-danger">
          {describeProblem(problem, error)}
        </p>
      )}
    </DialogWindow>
  );
}
