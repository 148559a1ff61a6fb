import { Suspense } from 'react';
import { ListSkeleton } from '@/components/ui/list-states';
import { useCourseText } from '@/lib/client/course/course-text';
import { useMe } from '@/lib/client/session/me-context';
import type { CourseView } from '@/lib/contracts/http/course';
import { ComingClasses } from './coming-classes';
import { CourseAnnouncements } from './course-announcements';

/** What the page of a course joins: its classes, and what was announced to it. */
export function CourseSections({ course }: { course: CourseView }) {
  const me = useMe();
  const status = course.own?.status;
  const isIn = status === 'enrolled' || course.faculty.some(({ id }) => id === me.id);
  const isTold = isIn || me.role === 'admin' || status === 'waitlisted' || status === 'offered';
  return (
    <Suspense fallback={<ListSkeleton label={useCourseText().loadingOne} rows={2} />}>
      <div className="mt-6 grid gap-8">
        <ComingClasses courseId={course.id} isTold={isTold} />
        {(isIn || me.role === 'admin') && <CourseAnnouncements courseId={course.id} />}
      </div>
    </Suspense>
  );
}
