import { clsx } from 'clsx';
import { Check, Clock, type LucideIcon, Minus, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { useHasChanged } from '@/components/realtime/use-has-changed';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { toast } from '@/components/ui/toast';
import { useChangeCheckIn } from '@/lib/client/check-in/change-check-in';
import { useCheckInText, useDescribeCheckIn } from '@/lib/client/check-in/check-in-text';
import type { CheckInWall, WallStudent } from '@/lib/contracts/http/check-in';

/** More names than these stand closer together, so that most of them are on the wall at once. */
const MANY = 60;

/** Doubtful ones first, then everybody by name: nobody moves while names turn green. */
export function WallNames({ wall }: { wall: CheckInWall }) {
  const text = useCheckInText().wall;
  const doubtful = wall.students.filter(({ doubt }) => doubt !== null);
  return (
    <>
      {doubtful.length > 0 && (
        <ul aria-label={text.doubtful(doubtful.length)} className="grid gap-2">
          {doubtful.map((student) => (
            <Doubtful key={student.student_id} student={student} sessionId={wall.session_id} />
          ))}
        </ul>
      )}
      {wall.students.length === 0 && <p className="text-md text-ink-3">{text.nobody}</p>}
      <ul
        aria-label={text.students}
        className={clsx(
          'gap-x-4',
          wall.students.length > MANY
            ? 'columns-2 text-sm sm:columns-3 xl:columns-4 2xl:columns-6'
            : 'columns-1 text-md leading-9 sm:columns-2 xl:columns-3 2xl:columns-4',
        )}
      >
        {wall.students.map((student) => (
          <Name key={student.student_id} {...student} />
        ))}
      </ul>
    </>
  );
}

const looks: Record<NonNullable<WallStudent['status']>, { icon: LucideIcon; tone: string }> = {
  present: { icon: Check, tone: 'text-live font-strong' },
  late: { icon: Clock, tone: 'text-live font-strong' },
  excused: { icon: Minus, tone: 'text-ink-2' },
  absent: { icon: Minus, tone: 'text-ink-3' },
};

/** Said in words and by a sign: the colour alone tells nothing. */
const Name = memo(function Name({ name, status, version }: WallStudent) {
  const text = useCheckInText().wall;
  const isFresh = useHasChanged(version);
  const { icon, tone } = status === null ? { icon: null, tone: 'text-ink-2' } : looks[status];
  return (
    <li
      data-status={status ?? 'none'}
      className={clsx('flex items-center gap-2 break-inside-avoid rounded-sm px-1', isFresh && 'washed')}
    >
      <span className={clsx('w-4 shrink-0', tone)}>{icon && <Icon of={icon} />}</span>
      <bdi className={clsx('min-w-0 wrap-anywhere', tone)}>{name}</bdi>
      <span className={clsx('text-sm text-ink-3', (status === null || status === 'present') && 'sr-only')}>
        {status === null ? text.notYet : text.statuses[status]}
      </span>
    </li>
  );
});

function Doubtful({ student, sessionId }: { student: WallStudent; sessionId: string }) {
  const text = useCheckInText().wall;
  const describe = useDescribeCheckIn();
  const { mutate, isPending } = useChangeCheckIn(sessionId);
  const clear = () =>
    mutate(
      { kind: 'clear', studentId: student.student_id },
      { onError: (error) => toast.error(text.notDone(describe(error))) },
    );
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-warn-tint px-3 py-2 text-md text-warn">
      <Icon of={TriangleAlert} />
      <bdi className="font-strong">{student.name}</bdi>
      <span>{text.doubts[student.doubt ?? 'same_device']}</span>
      <Button
        size="small"
        className="ml-auto"
        disabled={isPending}
        aria-label={text.clearOf(student.name)}
        onClick={clear}
      >
        {text.clear}
      </Button>
    </li>
  );
}
