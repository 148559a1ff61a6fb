import { clsx } from 'clsx';
import { LiveRow } from '@/components/realtime/live-row';
import { Badge } from '@/components/ui/badge';
import type { TimedClass } from '@/lib/client/timetable/class-times';
import { type TodayText, useTodayText } from '@/lib/client/timetable/today-text';
import type { Meeting } from '@/lib/contracts/http/timetable';

interface TodayRowProps {
  today: TimedClass;
  /** Of today: what was moved away from it is held on another. */
  date: string;
  isOver: boolean;
}

/** One class of today: as it is held, and where that differs, how it was planned. */
export function TodayRow({ today, date, isOver }: TodayRowProps) {
  const text = useTodayText();
  const { meeting } = today;
  const { course, room, start_time, end_time, status, message } = meeting;
  const isOff = status === 'cancelled' || meeting.date !== date;
  return (
    <LiveRow
      id={meeting.entry_id}
      className={clsx('flex gap-4 border-b py-3 md:py-2', isOver && 'text-ink-3')}
    >
      <p className={clsx('w-24 shrink-0 tabular-nums', isOff && 'line-through')}>
        {start_time}–{end_time}
      </p>
      <div className="min-w-0 grow">
        <p className={clsx('font-strong wrap-anywhere', isOff && 'line-through')}>
          {course.code} <bdi>{course.name}</bdi>
        </p>
        <p className={clsx('flex flex-wrap items-center gap-x-2 text-sm', !isOver && 'text-ink-2')}>
          {status !== 'planned' && (
            <Badge tone={status === 'cancelled' ? 'danger' : 'warn'}>{text[status]}</Badge>
          )}
          <span>{room?.code ?? text.noRoom}</span>
          {status === 'changed' && <span className="text-ink-3">{text.was(plannedOf(meeting, text))}</span>}
          {message !== '' && (
            <span className="wrap-anywhere" dir="auto">
              {message}
            </span>
          )}
        </p>
      </div>
    </LiveRow>
  );
}

function plannedOf({ planned, date }: Meeting, { noRoom }: TodayText): string {
  if (!planned) return '';
  const day = planned.date === date ? '' : `${planned.date} `;
  return `${day}${planned.start_time}–${planned.end_time} · ${planned.room?.code ?? noRoom}`;
}
