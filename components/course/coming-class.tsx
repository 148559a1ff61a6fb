import { clsx } from 'clsx';
import { LiveRow } from '@/components/realtime/live-row';
import { Badge } from '@/components/ui/badge';
import { useCoursePageText } from '@/lib/client/course/course-page-text';
import { useDayTitle } from '@/lib/client/text/use-day-title';
import type { Meeting } from '@/lib/contracts/http/timetable';

/** One class as it is held, and of what differs, how it was planned. */
export function ComingClass({ meeting }: { meeting: Meeting }) {
  const { classes: text } = useCoursePageText();
  const dayTitle = useDayTitle();
  const { date, start_time, end_time, room, faculty, planned, status, message } = meeting;
  const isCancelled = status === 'cancelled';
  const was = planned && !isCancelled ? whatDiffers(meeting, planned, { ...text, dayTitle }) : '';
  return (
    <LiveRow id={meeting.entry_id} className="grid gap-x-4 py-2.5 md:grid-cols-[14rem_minmax(0,1fr)]">
      <p className={clsx('tabular-nums', isCancelled ? 'text-ink-3 line-through' : 'font-strong')}>
        {dayTitle(date)}, {start_time}–{end_time}
      </p>
      <div className="min-w-0 wrap-anywhere text-ink-2">
        <p className={clsx(isCancelled && 'text-ink-3 line-through')}>
          {room?.code ?? text.noRoom}
          {faculty && (
            <>
              {' · '}
              <bdi>{faculty.name}</bdi>
            </>
          )}
        </p>
        {status !== 'planned' && (
          <p className="flex flex-wrap items-center gap-x-2 text-sm">
            <Badge tone={isCancelled ? 'danger' : 'warn'}>{text[status]}</Badge>
            {was !== '' && <span className="text-ink-3">{text.was(was)}</span>}
            {message !== '' && <span dir="auto">{message}</span>}
          </p>
        )}
      </div>
    </LiveRow>
  );
}

function whatDiffers(
  held: Meeting,
  planned: NonNullable<Meeting['planned']>,
  words: { noRoom: string; noTeacher: string; dayTitle: (date: string) => string },
): string {
  const isMoved = planned.date !== held.date;
  const isLater = planned.start_time !== held.start_time || planned.end_time !== held.end_time;
  return [
    isMoved && words.dayTitle(planned.date),
    (isMoved || isLater) && `${planned.start_time}–${planned.end_time}`,
    planned.room?.id !== held.room?.id && (planned.room?.code ?? words.noRoom),
    planned.faculty?.id !== held.faculty?.id && (planned.faculty?.name ?? words.noTeacher),
  ]
    .filter((part) => part !== false)
    .join(', ');
}
