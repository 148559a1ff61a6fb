import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { useCourseText } from '@/lib/client/course/course-text';
import type { CourseView } from '@/lib/contracts/http/course';
import { OwnBadge, SeatCount } from './seat-count';

export function CourseRow({ course }: { course: CourseView }) {
  const text = useCourseText();
  return (
    <li className="relative grid gap-x-4 gap-y-1 border-b py-3 hover:bg-sunken md:grid-cols-[minmax(0,1fr)_auto] md:items-center">
      <div className="min-w-0">
        <Link
          href={`/courses/${course.id}`}
          className="font-strong wrap-anywhere after:absolute after:inset-0"
        >
          <span className="tabular-nums">{course.code}</span> <bdi>{course.name}</bdi>
        </Link>
        <p className="text-sm text-ink-3">
          {text.section(course.section)} · {course.term.name} · {text.credits(course.credits)}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm md:justify-end">
        <OwnBadge course={course} />
        {course.status === 'inactive' && <Badge tone="warn">{text.inactive}</Badge>}
        <SeatCount course={course} />
      </div>
    </li>
  );
}
