import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CourseView } from '@/lib/contracts/http/course';
import type { CreateCourse, EditCourse } from '@/lib/contracts/http/course-requests';
import { anyAnswer } from '../http/any-answer';
import { requestJson } from '../http/request-json';
import { reloadCourses } from './cache-courses';
import { courseKeys } from './course-keys';

const fetchShape = () => import('@/lib/contracts/http/course').then((module) => module.CourseView);
const pathOf = (id: string) => `/api/courses/${encodeURIComponent(id)}`;

interface NewCourse {
  readonly draft: CreateCourse;
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
    mutationFn: ({ deed, reason = '' }: { deed: 'activate' | 'deactivate'; reason?: string }) =>
      requestJson(fetchShape, `${pathOf(id)}/${deed}`, {
        method: 'POST',
        ...(deed === 'deactivate' && { body: { reason } }),
      }),
    onSuccess: (course) => {
      queryClient.setQueryData(courseKeys.detail(id), course);
      reloadCourses(queryClient);
    },
  });
}

/** `PATCH /api/courses/{id}` over the version that was seen. */
export function useEditCourse() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ over, change }: { over: CourseView; change: EditCourse }) =>
      requestJson(fetchShape, pathOf(over.id), {
        method: 'PATCH',
        body: change,
        ifMatch: `v${over.version}`,
      }),
    onSuccess: (course) => {
      queryClient.setQueryData(courseKeys.detail(course.id), course);
    },
    onSettled: () => reloadCourses(queryClient),
  });
}

/** `DELETE /api/courses/{id}` */
export function useDeleteCourse({ id, version }: CourseView) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      requestJson(anyAnswer, `${pathOf(id)}?${new URLSearchParams({ reason })}`, {
        method: 'DELETE',
        ifMatch: `v${version}`,
      }),
    onSettled: () => reloadCourses(queryClient),
  });
}
