import { useMutation, useQueryClient } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { reloadCourses } from './cache-courses';

const fetchShape = () => import('@/lib/contracts/http/course').then((module) => module.EnrolledCsv);

/** `POST /api/courses/{id}/enroll-csv`: a dry run, or with the digest of one, in earnest. */
export function useEnrollByCsv(courseId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { csv: string; dry_run: boolean; digest?: string }) =>
      requestJson(fetchShape, `/api/courses/${encodeURIComponent(courseId)}/enroll-csv`, {
        method: 'POST',
        body,
      }),
    onSuccess: ({ written }) => {
      if (written) reloadCourses(queryClient);
    },
  });
}
