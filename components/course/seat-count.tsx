import { Badge } from '@/components/ui/badge';
import { useCourseText } from '@/lib/client/course/course-text';
import type { CourseView } from '@/lib/contracts/http/course';

/** How many seats are free, and how many people wait; live. */
export function SeatCount({ course }: { course: CourseView }) {
  const text = useCourseText();
  const free = Math.max(0, course.capacity - course.taken);
  return (
    <span className="tabular-nums text-ink-2">
      {free > 0 ? text.seats(free, course.capacity) : text.full(course.capacity)}
      {course.waiting > 0 && <> · {text.waiting(course.waiting)}</>}
    </span>
  );
}

/** Where the reader stands in a course. */
export function OwnBadge({ course }: { course: CourseView }) {
  const { own: said } = useCourseText();
  const { own } = course;
  if (!own || own.status === 'dropped') return null;
  if (own.status === 'waitlisted') return <Badge tone="warn">{said.waitlisted(own.position ?? 0)}</Badge>;
  if (own.status === 'offered') return <Badge tone="accent">{said.offered}</Badge>;
  if (own.status === 'enrolled') return <Badge tone="accent">{said.enrolled}</Badge>;
  return <Badge>{said[own.status](own.grade)}</Badge>;
}
