import { useMutation, useQueryClient } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { reloadCourses } from './cache-courses';

const fetchShape = () => import('@/lib/contracts/http/course').then((module) => module.CourseView);

/** Whom to put into a course, and why although something stands in the way; or whom to take out. */
type Placing =
  | { deed: 'enroll'; student_id: string; override_reason?: string }
  | { deed: 'drop'; student_id: string; reason: string };

/** `POST /api/courses/{id}/enroll` or `drop`, for somebody else. */
export function usePlaceStudent(courseId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ deed, ...body }: Placing) =>
      requestJson(fetchShape, `/api/courses/${encodeURIComponent(courseId)}/${deed}`, {
        method: 'POST',
        body,
      }),
    onSettled: () => reloadCourses(queryClient),
  });
}
