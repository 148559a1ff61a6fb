import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CourseView } from '@/lib/contracts/http/course';
import type { CreateCourse } from '@/lib/contracts/http/course-requests';
import { requestJson } from '../http/request-json';
import { reloadCourses } from './cache-courses';
import { courseKeys } from './course-keys';

const fetchShape = () => import('@/lib/contracts/http/course').then((module) => module.CourseView);

interface NewCourse {
  readonly draft: Pick<CreateCourse, 'subject_id' | 'term_id' | 'section' | 'capacity'>;
  /** Kept while the same is tried again. */
  readonly idempotencyKey: string;
}

/** `POST /api/courses` */
export function useCreateCourse() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ draft, idempotencyKey }: NewCourse) =>
      requestJson(fetchShape, '/api/courses', { method: 'POST', body: draft, idempotencyKey }),
    onSuccess: () => reloadCourses(queryClient),
  });
}

/** `POST /api/courses/{id}/activate` or `deactivate` */
export function useChangeCourseStatus(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (deed: 'activate' | 'deactivate') =>
      requestJson(fetchShape, `/api/courses/${encodeURIComponent(id)}/${deed}`, { method: 'POST', body: {} }),
    onSuccess: (course) => {
      queryClient.setQueryData(courseKeys.detail(id), course);
      reloadCourses(queryClient);
    },
  });
}

/** `PATCH /api/courses/{id}`: how many seats it has. */
export function useChangeCapacity({ id, version }: CourseView) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (capacity: number) =>
      requestJson(fetchShape, `/api/courses/${encodeURIComponent(id)}`, {
        method: 'PATCH',
        body: { capacity },
        ifMatch: `v${version}`,
      }),
    onSettled: () => reloadCourses(queryClient),
  });
}
