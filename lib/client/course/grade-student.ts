import { useMutation, useQueryClient } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { reloadCourses } from './cache-courses';

const fetchShape = () => import('@/lib/contracts/http/course').then((module) => module.GradedStudent);

export interface Grade {
  student_id: string;
  outcome: 'completed' | 'failed';
  grade: string;
  grade_points: number;
}

/** `POST /api/courses/{id}/grade` */
export function useGradeStudent(courseId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Grade) =>
      requestJson(fetchShape, `/api/courses/${encodeURIComponent(courseId)}/grade`, { method: 'POST', body }),
    onSettled: () => reloadCourses(queryClient),
  });
}
