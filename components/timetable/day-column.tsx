'use client';

import { clsx } from 'clsx';
import { useIsFresh } from '@/lib/client/realtime/realtime-provider';
import { useDayTitle } from '@/lib/client/text/use-day-title';
import { useTimetableText } from '@/lib/client/timetable/timetable-text';
import type { Meeting, Week } from '@/lib/contracts/http/timetable';

interface DayColumnProps {
  day: Week['days'][number];
  /** `14:30` today, `null` on other days. */
  now: string | null;
  meetings: readonly Meeting[];
  onChange: (meeting: Meeting) => void;
}

/** One day: its classes in order, and today where we are among them. */
export function DayColumn({ day, now, meetings, onChange }: DayColumnProps) {
  const text = useTimetableText();
  const title = useDayTitle()(day.date);
  const upcoming = now === null ? -1 : meetings.findIndex((meeting) => meeting.end_time > now);
  return (
    <section aria-label={title} className="min-w-0" aria-current={now === null ? undefined : 'date'}>
      <h2
        className={clsx('border-b pb-1 text-base', now !== null && 'border-accent font-strong text-accent')}
      >
        {title}
        {now !== null && <span className="ml-2 text-sm font-normal">{text.today}</span>}
      </h2>
      {day.holiday !== null && <p className="py-2 text-warn">{day.holiday}</p>}
      {meetings.length === 0 && day.holiday === null && (
        <p className="py-2 text-sm text-ink-3">{text.noClasses}</p>
      )}
      <ol>
        {meetings.map((meeting, index) => (
          <MeetingRow
            key={meeting.id}
            meeting={meeting}
            now={index === upcoming ? now : null}
            onChange={onChange}
          />
        ))}
      </ol>
    </section>
  );
}

function MeetingRow({
  meeting,
  now,
  onChange,
}: {
  meeting: Meeting;
  now: string | null;
  onChange: (meeting: Meeting) => void;
}) {
  const text = useTimetableText();
  const dayTitle = useDayTitle();
  const isFresh = useIsFresh(meeting.entry_id);
  const { course, room, faculty, planned, status } = meeting;
  const isCancelled = status === 'cancelled';
  return (
    <li
      data-entry={meeting.entry_id}
      data-fresh={isFresh || undefined}
      className={clsx('border-b py-2', isFresh && 'washed')}
    >
      {now !== null && (
        <p className="mb-1 border-t-2 border-danger pt-0.5 text-xs text-danger">
          {text.now} {now}
        </p>
      )}
      <div className={clsx('border-l-3 border-accent pl-2', isCancelled && 'border-danger text-ink-3')}>
        <p className="tabular-nums text-sm">
          {meeting.start_time}–{meeting.end_time}
        </p>
        <p className={clsx('font-strong wrap-anywhere', isCancelled && 'line-through')}>
          {course.code} <span className="font-normal">{course.name}</span>
        </p>
        <p className="text-sm text-ink-2 wrap-anywhere">
          {[room?.code, faculty?.name].filter((part) => part !== undefined).join(', ')}
        </p>
        {status !== 'planned' && (
          <p className={clsx('text-sm', isCancelled ? 'text-danger' : 'text-warn')}>
            {isCancelled ? text.cancelled : text.changed}
            {meeting.message !== '' && `: ${meeting.message}`}
          </p>
        )}
        {planned && !isCancelled && (
          <p className="text-sm text-ink-3">
            {text.was(
              [dayTitle(planned.date), planned.start_time, planned.room?.code]
                .filter((part) => part !== undefined)
                .join(', '),
            )}
          </p>
        )}
        {meeting.may_change && (
          <button
            type="button"
            className="min-h-11 text-sm text-accent hover:underline md:min-h-6 print:hidden"
            onClick={() => onChange(meeting)}
            aria-label={`${text.change}: ${course.code}, ${dayTitle(meeting.date)}, ${meeting.start_time}`}
          >
            {text.change}
          </button>
        )}
      </div>
    </li>
  );
}
