import { Suspense } from 'react';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import type { CourseView } from '@/lib/contracts/http/course';

const fetchPart = () => import('./manage-section').then((module) => module.ManageSection);

/** For administrators: what can be done to a course. Nobody else's page fetches it. */
export function ManageCourse({ course }: { course: CourseView }) {
  const Part = useFetchedPart(fetchPart, { isWanted: true });
  return <Suspense>{Part && <Part course={course} />}</Suspense>;
}
