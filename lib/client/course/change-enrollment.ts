import { useMutation, useQueryClient } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { reloadCourses } from './cache-courses';
import { courseKeys } from './course-keys';

const fetchShape = () => import('@/lib/contracts/http/course').then((module) => module.CourseView);

export type EnrollmentDeed = 'enroll' | 'drop' | 'accept' | 'decline';

/** `POST /api/courses/{id}/enroll`, `drop`, or the answer to an `offer`, for oneself. */
export function useChangeEnrollment(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (deed: EnrollmentDeed) => {
      const isAnswer = deed === 'accept' || deed === 'decline';
      return requestJson(fetchShape, `/api/courses/${encodeURIComponent(id)}/${isAnswer ? 'offer' : deed}`, {
        method: 'POST',
        body: isAnswer ? { accept: deed === 'accept' } : {},
      });
    },
    onSuccess: (course) => {
      queryClient.setQueryData(courseKeys.detail(id), course);
      reloadCourses(queryClient);
    },
  });
}
