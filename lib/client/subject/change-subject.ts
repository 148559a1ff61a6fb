import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SubjectView } from '@/lib/contracts/http/course';
import { reloadCourses } from '../course/cache-courses';
import { anyAnswer } from '../http/any-answer';
import { requestJson } from '../http/request-json';
import { subjectKeys } from './list-subjects';

const fetchShape = () => import('@/lib/contracts/http/course').then((module) => module.SubjectView);

/** A subject as it is typed. */
export interface SubjectFields {
  code: string;
  name: string;
  credits: string;
  department_id: string;
  description: string;
  prerequisites: readonly { id: string; code: string; name: string }[];
}

export const emptySubject: SubjectFields = {
  code: '',
  name: '',
  credits: '0',
  department_id: '',
  description: '',
  prerequisites: [],
};

export function fieldsOfSubject(subject: SubjectView): SubjectFields {
  const { code, name, credits, department, description, prerequisites } = subject;
  return {
    code,
    name,
    credits: String(credits),
    department_id: department?.id ?? '',
    description,
    prerequisites,
  };
}

const bodyOf = ({ credits, department_id, prerequisites, ...fields }: SubjectFields) => ({
  ...fields,
  // What is no number is for the server to refuse, at its field.
  credits: credits.trim() === '' ? null : Number(credits),
  department_id: department_id === '' ? null : department_id,
  prerequisite_ids: prerequisites.map(({ id }) => id),
});

/** `POST /api/subjects`, once for a key, or `PUT /api/subjects/{id}` over the version that was seen. */
export function useSaveSubject() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ fields, over, key }: { fields: SubjectFields; over: SubjectView | null; key: string }) => {
      const body = bodyOf(fields);
      return over
        ? requestJson(fetchShape, `/api/subjects/${over.id}`, {
            method: 'PUT',
            body,
            ifMatch: `v${over.version}`,
          })
        : requestJson(fetchShape, '/api/subjects', { method: 'POST', body, idempotencyKey: key });
    },
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: subjectKeys.all });
      reloadCourses(queryClient);
    },
  });
}

/** `DELETE /api/subjects/{id}` */
export function useDeleteSubject({ id, version }: SubjectView) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () =>
      requestJson(anyAnswer, `/api/subjects/${id}`, { method: 'DELETE', ifMatch: `v${version}` }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: subjectKeys.all }),
  });
}
