import type { Format } from '@/lib/client/text/create-format';
import { useFormat } from '@/lib/client/text/text-context';
import type { TimedClass } from '@/lib/client/timetable/class-times';
import { type TodayText, useTodayText } from '@/lib/client/timetable/today-text';

const minute = 60_000;
const day = 24 * 60 * minute;

/** The class that takes place now or begins next, and when that is. */
export function NextClass({ next, now }: { next: TimedClass; now: number }) {
  const text = useTodayText();
  const format = useFormat();
  const { meeting, startsAt } = next;
  const { course, room, start_time, end_time } = meeting;
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b bg-accent-tint px-3 py-3">
      <p className="min-w-0 font-strong wrap-anywhere">
        <span className="mr-2 text-sm text-accent">{startsAt <= now ? text.now : text.next}</span>
        {course.code} <bdi>{course.name}</bdi>
      </p>
      <p className="text-sm text-ink-2 tabular-nums">
        <span className="font-strong text-ink">{whenOf(next, now, text, format)}</span>
        {` · ${start_time}–${end_time} · ${room?.code ?? text.noRoom}`}
      </p>
    </div>
  );
}

/** Minutes under an hour, hours under a day, the day beyond it; of what has begun, until when. */
function whenOf({ startsAt, meeting }: TimedClass, now: number, text: TodayText, format: Format): string {
  if (startsAt <= now) return text.until(meeting.end_time);
  const minutes = Math.floor((startsAt - now) / minute);
  if (minutes < 60) return text.inMinutes(minutes);
  if (startsAt - now < day) return text.inHours(Math.floor(minutes / 60), minutes % 60);
  return format.weekTime(new Date(startsAt).toISOString());
}
