import { ListChecks, Maximize } from 'lucide-react';
import { ConnectionBadge } from '@/components/realtime/connection-badge';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { useCheckInText } from '@/lib/client/check-in/check-in-text';
import { useDayTitle } from '@/lib/client/text/use-day-title';
import type { CheckInWall } from '@/lib/contracts/http/check-in';

/** Which class it is. Nothing of who stands here is shown: the hall reads along. */
export function WallHead({ wall }: { wall: CheckInWall }) {
  const text = useCheckInText().wall;
  const dayTitle = useDayTitle();
  const { course } = wall;
  return (
    <header className="flex flex-wrap items-start gap-x-6 gap-y-2">
      <div className="min-w-0 grow">
        <h1 className="text-xl wrap-anywhere">
          <span className="tabular-nums">{course.code}</span> <bdi>{course.name}</bdi>
        </h1>
        <p className="mt-1 text-md text-ink-2">
          {wall.title !== '' && <bdi>{wall.title} · </bdi>}
          {dayTitle(wall.date)} · {wall.start_time}–{wall.end_time}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <ConnectionBadge />
        <Button asChild>
          <Link href={`/attendance/sessions/${wall.session_id}`}>
            <Icon of={ListChecks} /> {text.toRoster}
          </Link>
        </Button>
        <Button className="max-md:hidden" onClick={toggleFullScreen}>
          <Icon of={Maximize} /> {text.fullScreen}
        </Button>
      </div>
    </header>
  );
}

/** Where the browser has no full screen, or will not, the page stays as it is. */
function toggleFullScreen(): void {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.();
  change?.catch(() => undefined);
}
