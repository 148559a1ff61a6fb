import { useRouter } from 'next/navigation';
import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { toast } from '@/components/ui/toast';
import { useAttendanceProblemText } from '@/lib/client/attendance/attendance-problem-text';
import { useRosterText } from '@/lib/client/attendance/attendance-roster-text';
import { useOpenSession } from '@/lib/client/attendance/open-session';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useFormat, useText } from '@/lib/client/text/text-context';
import type { AttendanceSession } from '@/lib/contracts/http/attendance';

export const sessionKey = ({ id, entry_id, day }: AttendanceSession): string => id ?? `${entry_id} ${day}`;
export const rosterHref = (id: string): string => `/attendance/sessions/${id}`;

const markedOf = ({ counts: { present, late, excused, absent } }: AttendanceSession) =>
  present + late + excused + absent;

/** Whether nothing is left to do: everybody is marked, it is closed or frozen, or it has not begun. */
export const isTaken = (session: AttendanceSession): boolean =>
  session.state === 'closed' ||
  session.is_frozen ||
  session.is_early ||
  markedOf(session) >= session.counts.students;

/** One class, how far its attendance is taken, and the way to its roster. */
export function SessionItem({ session, isPast }: { session: AttendanceSession; isPast: boolean }) {
  const text = useRosterText();
  const { course, start_time, end_time, room, title, faculty } = session;
  const about = [room?.code ?? (session.entry_id === null ? null : text.list.noRoom), faculty?.name, title];
  return (
    <li className="relative grid gap-x-4 gap-y-0.5 border-b py-2.5 md:grid-cols-[7rem_minmax(0,1fr)_auto] md:items-center">
      <span className="text-sm text-ink-2 tabular-nums">
        {start_time}–{end_time}
      </span>
      <span className="min-w-0 wrap-anywhere">
        <Way session={session}>
          <span className="tabular-nums">{course.code}</span> <bdi>{course.name}</bdi>
        </Way>
        <span className="block text-sm text-ink-3">
          <bdi>{about.filter((each) => each).join(' · ')}</bdi>
        </span>
      </span>
      <Standing session={session} isPast={isPast} />
    </li>
  );
}

function Way({ session, children }: { session: AttendanceSession; children: React.ReactNode }) {
  const { list: text } = useRosterText();
  const { problem } = useText();
  const router = useRouter();
  const { mutate, isPending } = useOpenSession();
  const own = useAttendanceProblemText();
  const { id, entry_id, day, course, start_time } = session;
  const look = 'text-left font-strong after:absolute after:inset-0 hover:underline';
  if (id !== null)
    return (
      <Link href={rosterHref(id)} data-row="" className={look}>
        {children}
      </Link>
    );
  if (session.is_early || entry_id === null) return <span className="font-strong">{children}</span>;
  const open = () =>
    mutate(
      { body: { entry_id, day } },
      {
        onSuccess: (opened) => opened.id !== null && router.push(rosterHref(opened.id)),
        onError: (error) => toast.error(text.notOpened(describeProblem(problem, error, own))),
      },
    );
  return (
    <button
      type="button"
      data-row=""
      className={look}
      aria-label={text.takeOf(`${course.code} ${course.name}, ${start_time}`)}
      disabled={isPending}
      onClick={open}
    >
      {children}
    </button>
  );
}

function Standing({ session, isPast }: { session: AttendanceSession; isPast: boolean }) {
  const { list: text } = useRosterText();
  const format = useFormat();
  const { students, absent } = session.counts;
  const marked = markedOf(session);
  const how =
    students === 0
      ? text.nobody
      : marked === 0
        ? text.notTaken
        : marked < students
          ? text.marked(format.number(marked), format.number(students))
          : text.allMarked(format.number(students));
  const isMissing = students > 0 && marked < students && !session.is_early;
  return (
    <span className="flex flex-wrap items-center gap-2 text-sm text-ink-2 md:justify-end">
      {absent > 0 && <span className="tabular-nums">{text.absent(absent)}</span>}
      {session.is_checking_in && <Badge tone="accent">{text.checkIn}</Badge>}
      {session.is_early ? (
        <Badge>{text.soon}</Badge>
      ) : (
        <Badge tone={isMissing && isPast ? 'warn' : 'neutral'}>{how}</Badge>
      )}
      {session.is_frozen ? (
        <Badge>{text.frozen}</Badge>
      ) : (
        session.state === 'closed' && <Badge>{text.closed}</Badge>
      )}
    </span>
  );
}
