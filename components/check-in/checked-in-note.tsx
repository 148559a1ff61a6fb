import { CircleCheck } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { useCheckInText } from '@/lib/client/check-in/check-in-text';
import { useFormat } from '@/lib/client/text/text-context';
import { useDayTitle } from '@/lib/client/text/use-day-title';
import type { CheckedIn } from '@/lib/contracts/http/check-in';

/** To be shown to whoever asks: which class, when, and what stands in the record. */
export function CheckedInNote({ checkedIn, onAnother }: { checkedIn: CheckedIn; onAnother: () => void }) {
  const text = useCheckInText().student;
  const { clock } = useFormat();
  const dayTitle = useDayTitle();
  const { course, title, is_late, status } = checkedIn;
  return (
    <div className="grid gap-4">
      <div className="grid gap-1 rounded-md bg-live-tint p-4">
        <p className="flex items-center gap-2 text-lg text-live">
          <Icon of={CircleCheck} /> {is_late ? text.doneLate : text.done}{' '}
          {text.at(clock(checkedIn.checked_in_at))}
        </p>
        <p className="text-md wrap-anywhere">
          <span className="tabular-nums">{course.code}</span> <bdi>{course.name}</bdi>
        </p>
        <p className="text-ink-2">
          {title !== '' && <bdi>{title} · </bdi>}
          {dayTitle(checkedIn.date)} · {checkedIn.start_time}–{checkedIn.end_time}
        </p>
        <p className="text-ink-2">
          {text.stands}: {status === null ? text.unmarked : text.statuses[status]}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button asChild>
          <Link href="/attendance">{text.attendance}</Link>
        </Button>
        <Button look="quiet" onClick={onAnother}>
          {text.another}
        </Button>
      </div>
    </div>
  );
}
