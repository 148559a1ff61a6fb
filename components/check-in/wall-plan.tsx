import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { useChangeCheckIn } from '@/lib/client/check-in/change-check-in';
import { useCheckInText, useDescribeCheckIn } from '@/lib/client/check-in/check-in-text';
import { useFormat } from '@/lib/client/text/text-context';
import type { CheckInWall } from '@/lib/contracts/http/check-in';
import { PlanForm } from './plan-form';

/** Until when, and from when on late: as it is set, and how to set it, start and stop. */
export function WallPlan({ wall }: { wall: CheckInWall }) {
  const text = useCheckInText().wall;
  const describe = useDescribeCheckIn();
  const { mutate, isPending } = useChangeCheckIn(wall.session_id);
  const [isChanging, setIsChanging] = useState(false);
  const onError = (error: Error) => toast.error(text.notDone(describe(error)));
  if (wall.state === 'closed') return <p className="max-w-prose text-md text-ink-2">{text.closed}</p>;
  if (!wall.is_checking_in || isChanging)
    return (
      <div className="grid max-w-md gap-4">
        {!wall.is_checking_in && <p className="text-md text-ink-2">{text.notRunning}</p>}
        <PlanForm
          wall={wall}
          isSending={isPending}
          onCancel={wall.is_checking_in ? () => setIsChanging(false) : undefined}
          onPlan={(plan) =>
            mutate({ kind: 'start', plan }, { onSuccess: () => setIsChanging(false), onError })
          }
        />
      </div>
    );
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-ink-2">
      <Planned wall={wall} />
      <span className="flex gap-2">
        <Button onClick={() => setIsChanging(true)}>{text.change}</Button>
        <Button disabled={isPending} onClick={() => mutate({ kind: 'stop' }, { onError })}>
          {text.stop}
        </Button>
      </span>
    </div>
  );
}

function Planned({ wall: { late_after, ends_at, absent_at_close } }: { wall: CheckInWall }) {
  const text = useCheckInText().wall;
  const { clock } = useFormat();
  return (
    <ul className="grid gap-0.5">
      <li>{late_after ? text.from(clock(late_after)) : text.nobodyLate}</li>
      {ends_at && <li>{text.until(clock(ends_at))}</li>}
      {absent_at_close && <li>{text.absentAtClose}</li>}
    </ul>
  );
}
